"""The map as it is drawn: what stands where, the picture of it at rest, and what comes and goes over it.

While a gesture lasts, what it changes is lifted out of the picture at rest and painted over it each frame.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QRect, QRectF, Signal
from PySide6.QtGui import QPainter

from argmap.editor.editor import EditorState, Update
from argmap.editor.history import Selection
from argmap.editor.tools.events import Hit
from argmap.editor.tools.tool import Feedback
from argmap.layout.geometry import Rect, spanned
from argmap.model.ids import RecordId
from argmap.ui.canvas.base_layer import BaseLayer
from argmap.ui.canvas.geometry import Damage, MapGeometry
from argmap.ui.canvas.hits import Handles, HitTest
from argmap.ui.canvas.overlays import Overlays, Scene
from argmap.ui.canvas.paint.map_painter import MapPainter
from argmap.ui.canvas.view import Band, View
from argmap.ui.look import Look


class Stage(QObject):
    """Draws one map. Whatever changes what is seen emits `changed`."""

    changed = Signal(object)
    """The parts of the map to be painted again, as a sequence of `Rect`; None for all of it."""

    def __init__(self, state: EditorState, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._base = BaseLayer()
        self._hit = Hit()
        self.scene = Scene()
        self.set_look(look)
        self.set_state(state)

    def set_state(self, state: EditorState) -> None:
        """Draw another map."""
        self.picture = MapGeometry(state.map, self._look.shaper)
        self.scene = Scene(selection=state.selection)
        self._base.lifted = frozenset()
        self._base.spoil()
        self.changed.emit(None)

    def set_look(self, look: Look) -> None:
        """Draw with other colours."""
        self._look = look
        self.painter = MapPainter(look.theme, look.icons, shaper=look.shaper)
        self._overlays = Overlays(self.painter)
        self._base.spoil()
        self.changed.emit(None)

    def hit_test(self, view: View, band: Band) -> HitTest:
        """Answers what lies where in a view."""
        return HitTest(
            geometry=self.picture,
            view=view,
            band=band,
            handles=self.scene.handles,
            painter=self.painter,
        )

    def paint(self, painter: QPainter, view: View, band: Band, *, part: QRect, ratio: float) -> None:
        """Paint one part of the window; `ratio` is device pixels a pixel."""
        base = self._base.bring_up(view, band, ratio, geometry=self.picture, painter=self.painter)
        source = QRectF(part.x() * ratio, part.y() * ratio, part.width() * ratio, part.height() * ratio)
        painter.drawPixmap(QRectF(part), base, source)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._overlays.paint(painter, view, band, geometry=self.picture, scene=self.scene)

    def follow(self, update: Update, *, lifting: bool) -> None:
        """The map or the selection changed: paint what that touched, and no more."""
        if update.delta:
            self._follow(update, lifting=lifting)
        if self._hit.element is not None and self.picture.box_of(self._hit.element) is None:
            self._hit = Hit()
        self._offer_handles(update.after.selection)

    def _follow(self, update: Update, *, lifting: bool) -> None:
        try:
            damage = self.picture.follow(update.after.map, update.delta, roughly=lifting)
        except Exception:
            self.set_state(update.after)  # half followed would be wrong from now on: look anew
            raise
        self._absorb(damage, lifting=lifting)

    def draft(self, claim: RecordId, text: str | None) -> None:
        """Show a claim's text as it is being typed; None shows its own again."""
        editing = None if text is None else claim
        self._absorb(self.picture.draft(claim, text), lifting=False)
        self._set(replace(self.scene, editing=editing))

    def edit(self, claim: RecordId) -> None:
        """Leave room for the text field over a claim's card."""
        self._set(replace(self.scene, editing=claim))

    def refine(self) -> None:
        """The pointer rests during a drag: route with care what only stretched so far."""
        self._absorb(self.picture.settle(), lifting=True)

    def settle(self) -> None:
        """A gesture has ended: put what was lifted back."""
        if self._base.lifted:
            self._absorb(self.picture.settle(), lifting=False)
            boxes = (self.picture.box_of(key) for key in self._base.lifted)
            self._base.lifted = frozenset()
            self._base.spoil([box for box in boxes if box is not None])
            self._set(replace(self.scene, lifted=frozenset()))

    def spoil(self) -> None:
        """Keep nothing of the last picture."""
        self._base.spoil()
        self.changed.emit(None)

    def hover(self, hit: Hit) -> None:
        """The pointer is over something else."""
        self._hit = hit
        self._offer_handles(self.scene.selection)

    def light(self, claim: RecordId | None) -> None:
        """Light a claim's card while the pointer is on its passage."""
        self._set(replace(self.scene, lit=claim))

    def show_feedback(self, feedback: Feedback) -> None:
        """Show what a gesture is about to do."""
        before = self.scene.feedback
        if feedback != before:
            self.scene = replace(self.scene, feedback=feedback)
            self.changed.emit(_guided(before, feedback))

    def _absorb(self, damage: Damage, *, lifting: bool) -> None:
        touched = damage.claims | damage.relations
        if lifting and touched <= self._base.lifted:
            self.changed.emit(damage.rects)
            return
        if lifting:
            self._base.lifted |= touched
        self._base.spoil(damage.rects)
        self.scene = replace(self.scene, lifted=self._base.lifted)
        self.changed.emit(None)

    def _offer_handles(self, selection: Selection) -> None:
        """Ports on the card under the pointer, pucks on the one selected card, grips on the arrow at hand."""
        hovered, boxes, routes = self._hit.element, self.picture.boxes, self.picture.routing.routes
        alone = next(iter(selection)) if len(selection) == 1 else None
        handles = Handles(
            ports=hovered if hovered in boxes else None,
            pucks=alone if alone in boxes else None,
            grips=hovered if hovered in routes else alone if alone in routes else None,
        )
        self._set(replace(self.scene, hovered=hovered, selection=selection, handles=handles))

    def _set(self, scene: Scene) -> None:
        if scene != self.scene:
            self.scene = scene
            self.changed.emit(None)


def _guided(before: Feedback, after: Feedback) -> list[Rect] | None:
    """The parts of the map where guides come or go; None where the two differ in more than that."""
    if replace(before, guides=()) != replace(after, guides=()):
        return None
    return [spanned(guide.start, guide.end) for guide in {*before.guides} ^ {*after.guides}]
