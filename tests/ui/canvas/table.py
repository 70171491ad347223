"""A canvas as a test handles it: what is where on it, what it asked for, what it looks like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from argmap.editor.editor import Editor
from argmap.layout.geometry import Point, Rect
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId, counting_ids
from argmap.ui.canvas.canvas import Canvas
from argmap.ui.canvas.requests import Question
from argmap.ui.canvas.text_editor import CardTextEditor
from argmap.ui.canvas.view import View
from argmap.ui.look import Look
from tests.ui.mouse import Mouse

LayTable = Callable[..., "Table"]


@dataclass
class Table:
    """A canvas with its editor, a mouse, and a list of what it asked of its window."""

    canvas: Canvas
    editor: Editor
    look: Look
    mouse: Mouse
    asked: list[tuple[object, ...]] = field(default_factory=list)

    @classmethod
    def laid(cls, map_: ArgumentMap, look: Look, *, size: tuple[int, int]) -> Table:
        """A canvas on the map, at 100 % with the map's origin in its corner."""
        editor = Editor(map_, counting_ids(1000))
        canvas = Canvas(editor, look)
        canvas.resize(*size)
        table = cls(canvas, editor, look, Mouse(canvas))
        requests = canvas.requests
        requests.command.connect(table._on_command)
        requests.menu.connect(table._on_menu)
        requests.section.connect(table._on_section)
        requests.choice.connect(table._on_choice)
        requests.problem.connect(table._on_problem)
        canvas.text.refused.connect(table._on_problem)
        return table

    def _on_command(self, command: str) -> None:
        self.asked.append(("command", command))

    def _on_menu(self, place: QPoint) -> None:
        self.asked.append(("menu",))

    def _on_section(self, claim: str, section: str) -> None:
        self.asked.append(("section", claim, section))

    def _on_choice(self, question: Question) -> None:
        self.asked.append(("choice", question))

    def _on_problem(self, sentence: str) -> None:
        self.asked.append(("problem", sentence))

    # What is where

    @property
    def view(self) -> View:
        return self.canvas.camera.view

    @property
    def map(self) -> ArgumentMap:
        return self.editor.map

    @property
    def steps(self) -> list[str]:
        """The undo steps, oldest first."""
        return [entry.label for entry in self.editor.history.done]

    @property
    def selected(self) -> set[str]:
        return set(self.editor.selection)

    @property
    def question(self) -> Question:
        """The last question asked."""
        kind, question = self.asked[-1]
        assert kind == "choice"
        assert isinstance(question, Question)
        return question

    def box(self, claim: str) -> Rect:
        return self.canvas.boxes[RecordId(claim)]

    def on(self, claim: str, dx: float = 0, dy: float = 0) -> QPointF:
        """A place on a card, so far from its middle in map pixels, as the mouse sees it."""
        middle = self.box(claim).center
        return self.spot(middle.x + dx, middle.y + dy)

    def spot(self, x: float, y: float) -> QPointF:
        """A place on the map as the mouse sees it."""
        return QPointF(*self.view.to_view(Point(x, y)))

    def along(self, relation: str, share: float = 0.5) -> QPointF:
        """A place on an arrow as the mouse sees it."""
        return self.spot(*self.canvas.picture.routing.routes[RecordId(relation)].point_at(share))

    def under(self, at: QPointF) -> Point:
        """What place of the map a pixel shows."""
        return self.view.to_map(Point(at.x(), at.y()))

    # What is done

    def select(self, *elements: str) -> None:
        self.editor.select(map(RecordId, elements))

    def look_at(self, claim: str, zoom: float = 1.0) -> None:
        """Bring a card to the middle of the view."""
        width, height = self.canvas.width() / zoom, self.canvas.height() / zoom
        middle = self.box(claim).center
        origin = Point(middle.x - width / 2, middle.y - height / 2)
        self.canvas.camera.go(View(zoom, origin, (self.canvas.width(), self.canvas.height())), time=0)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.canvas, key, keys)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.canvas, text)

    @property
    def field(self) -> CardTextEditor | None:
        """The field that a claim is typed into, if one is."""
        held = [f for f in self.canvas.findChildren(CardTextEditor) if f.isVisible()]
        assert len(held) <= 1
        return held[0] if held else None

    # What it looks like

    def picture(self) -> QImage:
        """What the widget shows, painted as Qt would paint it now."""
        return self.canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)

    def on_screen(self) -> QImage:
        """What stands in the window: every piece as it was painted last."""
        QApplication.processEvents()
        # The screen is not asked of the widget: PySide6 would delete it together with the widget.
        shown = QGuiApplication.primaryScreen().grabWindow(self.canvas.winId())
        return shown.toImage().convertToFormat(QImage.Format.Format_RGB32)

    def colours(self, rect: Rect) -> set[str]:
        """All colours in a part of the widget."""
        image = self.picture()
        return {
            image.pixelColor(x, y).name()
            for x in range(int(rect.x), int(rect.right))
            for y in range(int(rect.y), int(rect.bottom))
        }


def differing(one: QImage, other: QImage) -> Rect | None:
    """The smallest rectangle round the pixels in which two pictures differ; None where they are equal."""
    places = differing_pixels(one, other)
    if not places:
        return None
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return Rect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def differing_pixels(one: QImage, other: QImage) -> list[tuple[int, int]]:
    """The pixels in which two pictures of one size differ, line by line.

    One step of a colour is no difference: Qt rounds translucent pixels by where they lie in memory.
    """
    assert one.size() == other.size()
    if one == other:
        return []
    width = one.width()
    lines = [y for y in range(one.height()) if one.copy(0, y, width, 1) != other.copy(0, y, width, 1)]
    return [
        (x, y)
        for y in lines
        for x in range(width)
        if one.pixel(x, y) != other.pixel(x, y) and _apart(one.pixelColor(x, y), other.pixelColor(x, y)) > 1
    ]


def _apart(one: QColor, other: QColor) -> int:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return max(abs(a - b) for a, b in pairs)
