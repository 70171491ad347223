"""Typing into a card: the text field stands over it, the card grows with it, and leaving it commits once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from argmap.editor import labels
from argmap.editor.editor import Editor
from argmap.editor.history import Gesture
from argmap.edits.claims import reword
from argmap.layout.geometry import Rect
from argmap.model.ids import RecordId
from argmap.model.rules import Violation
from argmap.ui.canvas.card_size import claim_area, measures_of, shaped_claim
from argmap.ui.canvas.faces import CardFace
from argmap.ui.canvas.text_editor import CardTextEditor
from argmap.ui.canvas.view import View
from argmap.ui.look import Look
from argmap.ui.parts.document_words import words_in
from argmap.ui.parts.step import Step


class CardText(QObject):
    """One claim's text in the making. Nothing is committed before it is left."""

    drafted = Signal(str, object)
    """A claim's text while it is typed; None when the typing has ended."""
    ended = Signal(str)
    """Typing has ended; carries the id of the command that is to follow, or nothing."""
    given_up = Signal()
    """What was typed is not kept. It was a step, which redo brings back."""
    refused = Signal(str)
    """The text cannot be kept, or not all of it; carries why, and the field stays open."""

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
        if fresh:
            field.selectAll()  # to be typed over, or kept as they are
        field.text_edited.connect(self._draft)
        field.kept.connect(self._keep)
        field.dropped.connect(self._give_up)
        field.overfull.connect(self.refused)

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

    @property
    def step(self) -> Step | None:
        """What leaving the field now would do; None where that is nothing."""
        held = self._editor.map.claims.get(self.claim) if self._editor and self.claim else None
        text = words_in(self._field.document()).strip() if self._field is not None else ""
        if held is None or not text or text == held.text:
            return None
        return Step(labels.REWORD, partial(reword, claim=held.id, text=text))

    def keep(self) -> bool:
        """Commit what was typed; whether that was possible."""
        self._keep("")
        return self._field is None

    def drop(self) -> None:
        """Leave the text as it was; a fresh claim without a text is taken back."""
        self._end("")

    def _give_up(self) -> None:
        """Leave the text as it was. What was typed becomes a step first, and is undone: nothing is lost."""
        editor = self._editor
        if self.step is None or editor is None:
            self.drop()
            return
        last = editor.history.last
        self._keep("")
        if self._field is None and editor.history.last is not last:  # it may have changed nothing
            editor.undo()
            self.given_up.emit()

    def _draft(self, text: str) -> None:
        if self.claim is not None:
            self.drafted.emit(self.claim, text)

    def _keep(self, command: str) -> None:
        try:
            self._commit()
        except Violation as refusal:
            self.refused.emit(str(refusal))
        else:
            self._end(command)

    def _commit(self) -> None:
        """Commit what was typed, while it is still in the field: nothing is to be lost by a refusal."""
        step, editor = self.step, self._editor
        if step is None or editor is None:
            return
        last, gesture = editor.history.last, self._gesture
        goes_on = gesture is not None and last is not None and last.gesture is gesture
        label = last.label if goes_on and last is not None else step.label
        editor.edit(label, step.edit, gesture=gesture)

    def _end(self, command: str) -> None:
        claim, field, editor = self.claim, self._field, self._editor
        if claim is None or field is None or editor is None:
            return
        self.claim, self._field = None, None
        had_focus = field.hasFocus()
        field.blockSignals(True)
        field.hide()
        field.deleteLater()
        self.drafted.emit(claim, None)
        held = editor.map.claims.get(claim)
        if self._is_fresh and held is not None and not held.text:
            self._take_back(editor)
        if had_focus:
            self._canvas.setFocus()
        self.ended.emit(command if claim in editor.map.claims else "")

    def _take_back(self, editor: Editor) -> None:
        if self._gesture is not None:
            editor.cancel(self._gesture)
