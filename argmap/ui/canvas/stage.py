"""The map as it is drawn: what stands where, the picture of it at rest, and what comes and goes over it.

While a gesture lasts, what it changes is lifted out of the picture at rest and painted over it each frame.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from argmap.editor.editor import EditorState, Update
from argmap.editor.history import Selection
from argmap.editor.tools.events import Hit
from argmap.editor.tools.tool import REST, Feedback
from argmap.layout.geometry import Rect, spanned
from argmap.model.ids import RecordId
from argmap.ui.canvas.base_layer import BaseLayer
from argmap.ui.canvas.geometry import Damage, MapGeometry
from argmap.ui.canvas.hits import Handles, HitTest
from argmap.ui.canvas.overlays import Foreground, Overlays, Scene, foreground_of
from argmap.ui.canvas.paint.map_painter import MapPainter
from argmap.ui.canvas.paint.sheet import sheet_for
from argmap.ui.canvas.view import Band, View
from argmap.ui.look import Look

Repaint = Callable[[Sequence[Rect] | None], None]
"""Has parts of the map painted again; all of it where none are given."""


class Stage:
    """Draws one map, and says through `repaint` whenever what is seen has changed."""

    def __init__(self, state: EditorState, look: Look, repaint: Repaint) -> None:
        self._repaint = repaint
        self._base = BaseLayer()
        self._hit = Hit()
        self._scene = Scene()
        self._foreground: Foreground | None = None
        self.feedback = REST
        """What a gesture shows while it lasts."""
        self.set_look(look)
        self.set_state(state)

    def set_state(self, state: EditorState) -> None:
        """Draw another map."""
        self.picture = MapGeometry(state.map, self._look.shaper)
        self._hit = Hit()
        self._scene = Scene(selection=state.selection)
        self._foreground = None
        self._base.lifted = frozenset()
        self._base.spoil()
        self._repaint(None)

    def set_look(self, look: Look) -> None:
        """Draw with other colours."""
        self._look = look
        self.painter = MapPainter(look.theme, look.icons, shaper=look.shaper)
        self._overlays = Overlays(self.painter)
        self._base.spoil()
        self._repaint(None)

    def hit_test(self, view: View, band: Band) -> HitTest:
        """Answers what lies where in a view."""
        return HitTest(
            geometry=self.picture,
            view=view,
            band=band,
            handles=self._scene.handles,
            painter=self.painter,
        )

    def paint(self, painter: QPainter, view: View, band: Band, *, part: QRect, ratio: float) -> None:
        """Paint one part of the window; `ratio` is device pixels a pixel."""
        base = self._base.bring_up(view, band, ratio, geometry=self.picture, painter=self.painter)
        source = QRectF(part.x() * ratio, part.y() * ratio, part.width() * ratio, part.height() * ratio)
        area = QRectF(part)
        painter.drawPixmap(area, base, source)
        over, geometry, sheet = self._overlays, self.picture, sheet_for(painter, view, band=band)
        if self._foreground is None:
            self._foreground = foreground_of(geometry, self._scene, feedback=self.feedback)
        over.paint_foreground(sheet, geometry, foreground=self._foreground, part=area)
        over.paint_controls(sheet, geometry, scene=self._scene, feedback=self.feedback)

    def follow(self, update: Update, *, lifting: bool) -> None:
        """The map or the selection changed: paint what that touched, and no more."""
        if update.delta:
            self._follow(update, lifting=lifting)
        self._offer_handles(update.after.selection)

    def _follow(self, update: Update, *, lifting: bool) -> None:
        try:
            damage = self.picture.follow(update.after.map, update.delta, roughly=lifting)
        except Exception:
            self.set_state(update.after)  # half followed would be wrong from now on: look anew
            raise
        self._foreground = None
        self._absorb(damage, lifting=lifting)

    def draft(self, claim: RecordId, text: str | None) -> None:
        """Show a claim's text as it is being typed; None shows its own again."""
        editing = None if text is None else claim
        self._absorb(self.picture.draft(claim, text), lifting=False)
        self._set(replace(self._scene, editing=editing))

    def edit(self, claim: RecordId) -> None:
        """Leave room for the text field over a claim's card."""
        self._set(replace(self._scene, editing=claim))

    def settle(self) -> None:
        """A gesture has ended: put what was lifted back."""
        if self._base.lifted:
            self._absorb(self.picture.settle(), lifting=False)
            boxes = (self.picture.box_of(key) for key in self._base.lifted)
            self._base.lifted = frozenset()
            self._base.spoil([box for box in boxes if box is not None])
            self._set(replace(self._scene, lifted=frozenset()))

    def spoil(self) -> None:
        """Keep nothing of the last picture."""
        self._base.spoil()
        self._repaint(None)

    def hover(self, hit: Hit) -> None:
        """The pointer is over something else."""
        self._hit = hit
        self._offer_handles(self._scene.selection)

    def light(self, claim: RecordId | None) -> None:
        """Light a claim's card while the pointer is on its passage."""
        self._set(replace(self._scene, lit=claim))

    def show_feedback(self, feedback: Feedback) -> None:
        """Show what a gesture is about to do."""
        before, self.feedback = self.feedback, feedback
        turned = (*before.guides, *feedback.guides) if before.guides != feedback.guides else ()
        guides = [spanned(guide.start, guide.end) for guide in turned]
        if feedback.carried:
            self._absorb(self.picture.carry(feedback.carried), lifting=True, besides=guides)
        elif before.carried:
            self._absorb(self.picture.put_back(), lifting=True, besides=guides)
        if _besides_carrying(before) != _besides_carrying(feedback):
            self._foreground = None
            self._repaint(None)

    def _absorb(self, damage: Damage, *, lifting: bool, besides: Iterable[Rect] = ()) -> None:
        """Have what was changed painted again, and what is over it besides."""
        lifted = self._base.lifted
        if lifting and damage.claims <= lifted and damage.relations <= lifted:
            self._repaint([*damage.rects, *besides])
            return
        if lifting:
            self._base.lifted = lifted | damage.claims | damage.relations
        self._base.spoil(damage.rects)
        self._scene = replace(self._scene, lifted=self._base.lifted)
        self._foreground = None
        self._repaint(None)

    def _offer_handles(self, selection: Selection) -> None:
        """Ports on the card under the pointer, pucks on the one selected card, grips on the arrow at hand."""
        hovered, boxes, routes = self._hit.element, self.picture.boxes, self.picture.routing.routes
        alone = next(iter(selection)) if len(selection) == 1 else None
        handles = Handles(
            ports=hovered if hovered in boxes else None,
            pucks=alone if alone in boxes else None,
            grips=hovered if hovered in routes else alone if alone in routes else None,
        )
        self._set(replace(self._scene, hovered=hovered, selection=selection, handles=handles))

    def _set(self, scene: Scene) -> None:
        if scene != self._scene:
            self._scene, self._foreground = scene, None
            self._repaint(None)


def _besides_carrying(feedback: Feedback) -> tuple[object, ...]:
    """All of it but where cards are carried, and the guides that go with that."""
    return feedback.drop, feedback.zones, feedback.draft, feedback.lasso, feedback.hint, feedback.cursor
