"""Typing into a card: the text field stands over it, the card grows with it, and leaving it commits once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from argmap.editor import labels
from argmap.editor.editor import Editor
from argmap.editor.history import Gesture
from argmap.edits.claims import reword
from argmap.layout.geometry import Rect
from argmap.model.ids import RecordId
from argmap.model.limits import LONGEST_TEXT
from argmap.ui.canvas.card_size import claim_area, measures_of, shaped_claim
from argmap.ui.canvas.faces import CardFace
from argmap.ui.canvas.text_editor import CardTextEditor
from argmap.ui.canvas.view import View
from argmap.ui.look import Look


class CardText(QObject):
    """One claim's text in the making. Nothing is committed before it is left."""

    drafted = Signal(str, object)
    """A claim's text while it is typed; None when the typing has ended."""
    ended = Signal(str)
    """Typing has ended; carries the id of the command that is to follow, or nothing."""
    refused = Signal(str)
    """The text cannot be kept as it is; carries why, and the field stays open."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._field: CardTextEditor | None = None
        self._editor: Editor | None = None
        self._gesture: Gesture | None = None
        self._look: Look | None = None
        self._is_fresh = False
        self.claim: RecordId | None = None
        """The claim whose text is being typed."""

    def begin(self, editor: Editor, claim: RecordId, *, fresh: bool, look: Look) -> None:
        """Type into a claim. A fresh one that is left empty is taken back with the step that made it."""
        self.keep()
        if self._field is not None:
            return
        self._editor, self.claim, self._is_fresh = editor, claim, fresh
        last = editor.history.last
        self._gesture = last.gesture if fresh and last is not None else None
        self._look = look
        field = self._field = CardTextEditor(self._canvas)
        field.begin(editor.map.claims[claim].text)
        field.text_edited.connect(self._draft)
        field.kept.connect(self._keep)
        field.dropped.connect(self.drop)

    def place(self, view: View, box: Rect, face: CardFace) -> None:
        """Stand over the claim's text in the view, in the type that it is painted in."""
        if self._field is None or self._look is None:
            return
        shaper, style = self._look.shaper, measures_of(face.role).claim
        line = shaped_claim(face, shaper, width=box.width).layout.lineAt(0)
        area = claim_area(face, shaper, box=box)
        self._field.dress(style, self._look.theme, scale=view.zoom)
        self._field.place(
            view.rect_to_view(area), room=area.width, baseline=(line.y() + line.ascent()) * view.zoom
        )

    def set_look(self, look: Look) -> None:
        """Draw with other colours from the next `place` on."""
        self._look = look

    def keep(self) -> None:
        """Commit what was typed."""
        self._keep("")

    def drop(self) -> None:
        """Leave the text as it was; a fresh claim without a text is taken back."""
        self._end(None, "")

    def _draft(self, text: str) -> None:
        if self.claim is not None:
            self.drafted.emit(self.claim, text)

    def _keep(self, command: str) -> None:
        if self._field is None:
            return
        text = self._field.toPlainText().strip()
        if len(text) > LONGEST_TEXT:
            self.refused.emit(f"A claim has {LONGEST_TEXT:,} characters at most: shorten it, or press Esc.")
        else:
            self._end(text, command)

    def _end(self, text: str | None, command: str) -> None:
        claim, field, editor = self.claim, self._field, self._editor
        if claim is None or field is None or editor is None:
            return
        self.claim, self._field = None, None
        had_focus = field.hasFocus()
        field.blockSignals(True)
        field.hide()
        field.deleteLater()
        self.drafted.emit(claim, None)
        self._settle(editor, claim, text)
        if had_focus:
            self._canvas.setFocus()
        self.ended.emit(command if claim in editor.map.claims else "")

    def _settle(self, editor: Editor, claim: RecordId, text: str | None) -> None:
        held = editor.map.claims.get(claim)
        if held is None:
            return
        if self._is_fresh and not (text or held.text):
            self._take_back(editor)
        elif text and text != held.text:
            last, gesture = editor.history.last, self._gesture
            goes_on = gesture is not None and last is not None and last.gesture is gesture
            label = last.label if goes_on and last is not None else labels.REWORD
            editor.edit(label, lambda t: reword(t, claim, text), gesture=gesture)

    def _take_back(self, editor: Editor) -> None:
        if self._gesture is not None:
            editor.cancel(self._gesture)
