"""The canvas as tools see it: `Bench`, each question answered by the part of the canvas it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint

from argmap.editor.editor import Editor
from argmap.editor.tools.events import Hit
from argmap.editor.tools.tool import Choice, Feedback
from argmap.layout.geometry import Point, Rect
from argmap.layout.routes import Routing
from argmap.model.ids import RecordId
from argmap.ui.canvas.camera import Camera
from argmap.ui.canvas.geometry import MapGeometry
from argmap.ui.canvas.hits import HitTest
from argmap.ui.canvas.requests import Question, Requests


class Surface(Protocol):
    """The canvas, as far as its bench needs it."""

    editor: Editor
    camera: Camera
    requests: Requests

    @property
    def picture(self) -> MapGeometry:
        """What stands where."""

    def hit_test(self) -> HitTest:
        """Answers what lies where."""

    def show_feedback(self, feedback: Feedback) -> None:
        """Show what a gesture is about to do."""

    def reveal(self, elements: Iterable[RecordId]) -> None:
        """Scroll, if need be, until the elements are in view."""

    def edit_claim(self, claim: RecordId, *, fresh: bool = False) -> None:
        """Type into a card."""

    def mapToGlobal(self, place: QPoint) -> QPoint:
        """The same place on the screen."""


class CanvasBench:
    """What tools work at."""

    def __init__(self, canvas: Surface) -> None:
        self._canvas = canvas

    @property
    def editor(self) -> Editor:
        """The editor of the map on the canvas."""
        return self._canvas.editor

    @property
    def zoom(self) -> float:
        """The scale."""
        return self._canvas.camera.view.zoom

    @property
    def boxes(self) -> Mapping[RecordId, Rect]:
        """Where the cards stand."""
        return self._canvas.picture.boxes

    @property
    def routing(self) -> Routing:
        """How the arrows run."""
        return self._canvas.picture.routing

    def hit(self, at: Point, *, besides: Iterable[RecordId] = ()) -> Hit:
        """What lies at a place."""
        return self._canvas.hit_test().at(at, besides=besides)

    def elements_in(self, rect: Rect) -> set[RecordId]:
        """What a rectangle touches."""
        return self._canvas.hit_test().touched(rect)

    def show(self, feedback: Feedback) -> None:
        """Show what the gesture is about to do."""
        self._canvas.show_feedback(feedback)

    def scroll(self, dx: float, dy: float) -> None:
        """Move the view over the map."""
        self._canvas.camera.scroll(dx, dy)

    def reveal(self, elements: Iterable[RecordId]) -> None:
        """Scroll, if need be, until the elements are in view."""
        self._canvas.reveal(elements)

    def edit_claim(self, claim: RecordId, *, fresh: bool = False) -> None:
        """Type into a card."""
        self._canvas.edit_claim(claim, fresh=fresh)

    def ask(
        self,
        choices: Sequence[Choice],
        at: Point,
        answer: Callable[[str], None],
        *,
        relation: RecordId | None,
    ) -> None:
        """Offer ways to connect beside a place."""
        place = self._on_screen(at)
        question = Question(choices=tuple(choices), at=place, answer=answer, relation=relation)
        self._canvas.requests.choice.emit(question)

    def run(self, command: str) -> None:
        """Run a command of the table."""
        self._canvas.requests.command.emit(command)

    def show_menu(self, at: Point) -> None:
        """Show the context menu of what is selected at a place."""
        self._canvas.requests.menu.emit(self._on_screen(at))

    def _on_screen(self, at: Point) -> QPoint:
        spot = self._canvas.camera.view.to_view(at)
        return self._canvas.mapToGlobal(QPoint(round(spot.x), round(spot.y)))

    def open_section(self, claim: RecordId, section: str) -> None:
        """Show a section of a claim in the inspector."""
        self._canvas.requests.section.emit(claim, section)

    def say(self, sentence: str) -> None:
        """Tell why something cannot be done."""
        self._canvas.requests.problem.emit(sentence)
