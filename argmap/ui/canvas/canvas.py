"""The canvas: shows one editor's map and is what commands ask about it.

Its parts do the work: camera (where one looks), geometry (what stands where), base layer and overlays (how it
is drawn), hit tests (what is under the pointer), pointer (what a gesture means), card text (typing in place).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from argmap.editor.editor import Editor, Update
from argmap.editor.tools.events import Hit, HitKind
from argmap.editor.tools.tool import Feedback
from argmap.layout.geometry import Point, Rect, bounding
from argmap.model.ids import RecordId
from argmap.ui.canvas.bench import CanvasBench
from argmap.ui.canvas.camera import PAN_TIME, ZOOM_TIME, Camera
from argmap.ui.canvas.card_text import CardText
from argmap.ui.canvas.clearance import clear_view, is_clear
from argmap.ui.canvas.dropping import Dropping
from argmap.ui.canvas.geometry import MapGeometry
from argmap.ui.canvas.hits import HitTest
from argmap.ui.canvas.paint.sheet import margin_of
from argmap.ui.canvas.pointer import Pointer
from argmap.ui.canvas.qt_events import point_of
from argmap.ui.canvas.requests import Requests
from argmap.ui.canvas.stage import Stage
from argmap.ui.canvas.view import Band, band_of
from argmap.ui.look import Look

_PINCH = Qt.NativeGestureType.ZoomNativeGesture
_GESTURE_CURSORS = {
    "grabbing": Qt.CursorShape.ClosedHandCursor,
    "width": Qt.CursorShape.SizeHorCursor,
    "cross": Qt.CursorShape.CrossCursor,
}
_HOVER_CURSORS = {
    HitKind.EDGE: Qt.CursorShape.SizeHorCursor,
    HitKind.PORT: Qt.CursorShape.CrossCursor,
    HitKind.PUCK: Qt.CursorShape.PointingHandCursor,
    HitKind.BADGE: Qt.CursorShape.PointingHandCursor,
    HitKind.GRIP: Qt.CursorShape.OpenHandCursor,
}


class Canvas(QWidget):
    """Shows one editor's map. Coordinates are map pixels at 100 % unless a docstring says otherwise."""

    claim_hovered = Signal(str)
    """The claim under the pointer; empty when there is none."""
    view_changed = Signal()
    """The zoom or the place has changed."""
    tool_changed = Signal(str)
    carried = Signal()
    """Cards are held elsewhere than a moment ago, or are back where they were."""

    def __init__(self, editor: Editor, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName("Argument map")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 160)
        self.editor = editor
        self.requests = Requests(self)
        self.camera = Camera(self)
        self._look = look
        self._hit = Hit()
        self._band = Band.READ
        self._stale = QRect()
        """What waits to be painted again, as one rectangle."""
        self._stage = Stage(editor.state, look, self._repaint)
        self._pointer = Pointer(self, CanvasBench(self), self.camera)
        self.text = CardText(self)
        self._dropping = Dropping(self, self._pointer)
        self._unsubscribe = editor.subscribe(self._on_update)
        self.camera.changed.connect(self._on_camera)
        self._pointer.hovered.connect(self._on_hover)
        self._pointer.tool_changed.connect(self._on_tool)
        self.text.drafted.connect(self._on_draft)
        self.text.ended.connect(self._on_text_ended)

    def set_editor(self, editor: Editor) -> None:
        """Show another map."""
        self._pointer.cancel()
        self.text.drop()
        self._unsubscribe()
        self.editor = editor
        self._unsubscribe = editor.subscribe(self._on_update)
        self._hit = Hit()
        self._stage.set_state(editor.state)

    def set_look(self, look: Look) -> None:
        """Draw with other colours."""
        self._look = look
        self.text.set_look(look)
        self._stage.set_look(look)
        self._place_text()

    def light(self, claim: str) -> None:
        """Light a claim's card while the pointer is on its passage; none where it is empty."""
        self._stage.light(RecordId(claim) if claim else None)

    @property
    def picture(self) -> MapGeometry:
        """What stands where."""
        return self._stage.picture

    @property
    def zoom(self) -> float:
        """The scale: 1 is 100 %."""
        return self.camera.goal.zoom

    @property
    def tool(self) -> str:
        """The tool in hand: `select` or `pan`."""
        return self._pointer.tool_name

    @property
    def visible(self) -> Rect:
        """The part of the map on screen."""
        return self.camera.goal.visible()

    @property
    def boxes(self) -> Mapping[RecordId, Rect]:
        """Where each claim's card stands, with its size."""
        return self.picture.boxes

    def element_rect(self, element: str) -> QRect:
        """Where a card or an arrow stands in the widget, in pixels; null where it is not there."""
        box = self.picture.box_of(RecordId(element))
        return QRect() if box is None else self.camera.view.rect_to_view(box).toRect()

    def hit_test(self) -> HitTest:
        """Answers what lies where, as the map is shown now."""
        return self._stage.hit_test(self.camera.view, self._band)

    def choose_tool(self, name: str) -> None:
        """Take a tool in hand."""
        self._pointer.choose(name)

    def start_connecting(self) -> None:
        """Begin to connect the selected claim, or to reconnect the selected arrow, by keyboard."""
        self.editor.require_editing()
        element = next((key for key in self.editor.selection if self.picture.box_of(key)), None)
        if element is not None:
            self.setFocus()
            self._pointer.start_connecting(element)

    def set_zoom(self, zoom: float) -> None:
        """Scale about the middle of the view."""
        self.camera.set_zoom(zoom, time=self._time(ZOOM_TIME))

    def fit(self, elements: Collection[RecordId] | None = None, *, at_once: bool = False) -> None:
        """Bring elements (the whole map where none are given) into view, as large as they fit up to 100 %."""
        keys = self.picture.boxes if elements is None else elements
        boxes = [box for key in keys if (box := self.picture.box_of(key)) is not None]
        view = clear_view(self, self.camera, boxes)
        if view is None:
            return
        self.camera.go(view, time=0 if at_once else self._time(ZOOM_TIME))
        if elements is None:
            self.camera.mark_fitted()
            self.view_changed.emit()

    def reveal(self, elements: Iterable[RecordId]) -> None:
        """Scroll, if need be, until the elements are in view and no panel covers them.

        Where they do not all fit, the first of them is shown.
        """
        boxes = [box for key in elements if (box := self.picture.box_of(key)) is not None]
        rect, view = bounding(boxes), self.camera.goal
        if rect is None or is_clear(self, view.rect_to_view(rect).toAlignedRect()):
            return
        width, height = view.size[0] / view.zoom, view.size[1] / view.zoom
        if rect.width > width or rect.height > height:
            rect = boxes[0]
        origin = Point(rect.center.x - width / 2, rect.center.y - height / 2)
        self.camera.go(replace(view, origin=origin), time=self._time(PAN_TIME))

    def edit_claim(self, claim: RecordId, *, fresh: bool = False) -> None:
        """Type into a card, in place; from a small scale the view first goes to 100 %."""
        if claim not in self.picture.faces:
            return
        self.editor.select([claim])
        if self.editor.refusal:
            self.requests.problem.emit(self.editor.refusal)
            return
        if self.camera.goal.zoom < 0.8:
            box = self.picture.boxes[claim]
            self.camera.go(self.camera.framed(box), time=0)
        self.reveal([claim])
        self.text.begin(self.editor, claim, fresh=fresh, look=self._look)
        self._stage.edit(claim)
        self._place_text()

    def cancel_gesture(self) -> None:
        """Take back what is being dragged or drawn, if anything is."""
        self._pointer.cancel()

    def keep_text(self) -> bool:
        """Commit what is being typed into a card, if anything is; whether that was possible."""
        return self.text.keep()

    def show_feedback(self, feedback: Feedback) -> None:
        """Show what a gesture is about to do."""
        before = self._stage.feedback
        self._stage.show_feedback(feedback)
        if feedback.carried or before.carried:
            self.carried.emit()
        if feedback.hint != before.hint:
            self.requests.hinted.emit(feedback.hint)
        if feedback.cursor != before.cursor:
            self._set_cursor()

    def _time(self, wished: int) -> int:
        """How long a glide takes: none where the desktop asks for less motion or nobody sees it."""
        style = self.style()
        moves = style.styleHint(style.StyleHint.SH_Widget_Animation_Duration, None, self) > 0
        return wished if moves and self.isVisible() else 0

    def _on_update(self, update: Update) -> None:
        self._stage.follow(update, lifting=not self._pointer.tool.is_idle)
        self._place_text()

    def _on_draft(self, claim: str, text: str | None) -> None:
        self._stage.draft(RecordId(claim), text)
        self._place_text()

    def _on_text_ended(self, command: str) -> None:
        if command:
            self.requests.command.emit(command)

    def _repaint(self, rects: Sequence[Rect] | None) -> None:
        """Have parts of the map painted again; all of it when none are given."""
        touched = None if rects is None else bounding(rects)
        if rects is None:
            self.update()
        elif touched is not None:
            view = self.camera.view
            margin = margin_of(view.zoom, self._band) / view.zoom
            self._stale |= view.rect_to_view(touched.grown(margin)).toAlignedRect()
            self.update(self._stale)  # one rectangle: clipping to many costs more than it saves

    def _place_text(self) -> None:
        claim = self.text.claim
        if claim is not None and claim not in self.picture.boxes:
            self.text.drop()
        elif claim is not None:
            self.text.place(self.camera.view, self.picture.boxes[claim], self.picture.faces[claim])

    def _on_camera(self) -> None:
        self._band = band_of(self.camera.view.zoom, self._band)
        if self.camera.view.zoom < 0.8:
            self.text.keep()
        self._place_text()
        self.update()
        self._pointer.look_again()
        self.view_changed.emit()

    def _on_tool(self, name: str) -> None:
        self._set_cursor()
        self.tool_changed.emit(name)

    def _on_hover(self, hit: Hit) -> None:
        before, self._hit = self._hit, hit
        self._set_cursor()
        if before.element != hit.element:
            self._stage.hover(hit)
            self.claim_hovered.emit(hit.element if hit.element in self.picture.boxes else "")

    def _set_cursor(self) -> None:
        resting = Qt.CursorShape.OpenHandCursor if self.tool == "pan" else Qt.CursorShape.ArrowCursor
        wished = _GESTURE_CURSORS.get(self._stage.feedback.cursor)
        self.setCursor(wished or _HOVER_CURSORS.get(self._hit.kind, resting))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._stale = QRect()
        if self._pointer.tool.is_idle:
            self._stage.settle()
        painter = QPainter(self)
        try:
            self._stage.paint(
                painter,
                self.camera.view,
                self._band,
                part=event.rect(),
                ratio=self.devicePixelRatioF(),
            )
        finally:
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        was_fitted = self.camera.is_fitted
        self.camera.resize(self.width(), self.height(), ratio=self.devicePixelRatioF())
        if was_fitted:
            self.fit(at_once=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.text.keep()
        self._pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event, clicks=2)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer.leave()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._pointer.wheel(event)

    def event(self, event: QEvent) -> bool:
        """Pinching zooms; while a gesture is under way its keys are heard here and not by menus."""
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and not self._pointer.tool.is_idle:
                event.accept()
                return True
        elif isinstance(event, QNativeGestureEvent) and event.gestureType() is _PINCH:
            self.camera.zoom_at(point_of(event.position()), 1 + event.value())
            return True
        return super().event(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """While a gesture is under way, Tab is a key like any other."""
        return self._pointer.tool.is_idle and super().focusNextPrevChild(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._pointer.key_press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._pointer.key_release(event)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._pointer.cancel()
        super().focusOutEvent(event)
