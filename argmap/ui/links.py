"""What joins the panes: the pointer in one lights the other, a click in one shows the same in all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication

from argmap.editor import labels
from argmap.editor.commands.revising import relink_nearest
from argmap.editor.editor import Update
from argmap.editor.host import Panel
from argmap.edits.excerpts import redraw
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, Relation
from argmap.model.rules import Violation
from argmap.source.review import doubtful, newly_doubtful
from argmap.ui.actions import Actions
from argmap.ui.appearance import Appearance
from argmap.ui.bridge import Bridge
from argmap.ui.canvas.requests import Question
from argmap.ui.chrome.choice_row import RelationChoice
from argmap.ui.chrome.relation_popup import RelationPopup
from argmap.ui.menus import context_menu, text_menu
from argmap.ui.panes import Panes
from argmap.ui.web import open_link, shown


class Links(QObject):
    """Connects the signals of one window's panes."""

    def __init__(self, panes: Panes, bridge: Bridge, *, actions: Actions, appearance: Appearance) -> None:
        super().__init__(bridge)
        self._panes = panes
        self._bridge = bridge
        self._actions = actions
        self._appearance = appearance
        self._question: Question | None = None
        self._told = ""
        """What was last said of passages that are to be checked."""
        self._popup = RelationPopup(appearance.look, parent=panes.canvas)
        self._popup.chosen.connect(self._answer)
        appearance.changed.connect(self._popup.set_look)
        self._connect_canvas()
        self._connect_panels()
        bridge.menu_wanted.connect(self._open_menu)

    def _connect_canvas(self) -> None:
        canvas = self._panes.canvas
        canvas.claim_hovered.connect(self._panes.source.light)
        canvas.requests.problem.connect(self._panes.status.show_problem)
        canvas.text.refused.connect(self._bridge.show_problem)
        canvas.text.given_up.connect(self._offer_redo)
        canvas.requests.hinted.connect(self._panes.status.show_hint)
        canvas.requests.command.connect(self._actions.run_id)
        canvas.requests.menu.connect(self._open_menu)
        canvas.requests.section.connect(self._show_section)
        canvas.requests.choice.connect(self._ask)
        canvas.tool_changed.connect(self._actions.refresh)

    def _connect_panels(self) -> None:
        source, inspector = self._panes.source, self._panes.inspector
        source.claim_hovered.connect(self._panes.canvas.light)
        source.claim_clicked.connect(self._choose)
        source.claim_double_clicked.connect(self._edit)
        source.passage_redrawn.connect(self._redraw)
        source.command.connect(self._actions.run_id)
        source.text.menu_wanted.connect(self._open_text_menu)
        source.writer.problem.connect(self._panes.status.show_problem)
        source.writer.warned.connect(self._bridge.show_problem)
        source.writer.given_up.connect(self._offer_redo)
        inspector.elements_chosen.connect(self._choose_all)
        inspector.problem.connect(self._panes.status.show_problem)
        inspector.warned.connect(self._bridge.show_problem)
        inspector.given_up.connect(self._offer_redo)
        inspector.link_activated.connect(self._ask_to_open)
        inspector.passage_chosen.connect(self._show_passage)
        inspector.connect_requested.connect(self._connect_from)

    def _offer_redo(self) -> None:
        redo = self._actions.by_id["edit.redo"]
        self._panes.toast.show_text("What you typed is not kept", redo, label="Bring it back")

    def _ask_to_open(self, address: str) -> None:
        """Show where a link in a note leads before it is followed: its words may say something else."""
        ways = [
            ("Copy the address", partial(QGuiApplication.clipboard().setText, address)),
            ("Open it", partial(open_link, address)),
        ]
        self._bridge.offer(f"This link leads out of argmap. It opens {shown(address)}", ways)

    def follow(self, update: Update) -> None:
        """Show the passage of what has just been selected, and what a changed text leaves in doubt."""
        selection = update.after.selection
        is_chosen = selection != update.before.selection and not update.label.startswith(("Undo", "Redo"))
        if is_chosen and len(selection) == 1:
            self._panes.source.reveal(next(iter(selection)))
        if Excerpt in update.delta.kinds():
            self._follow_doubts(update)

    def _follow_doubts(self, update: Update) -> None:
        """Tell of passages that are to be checked from now on; take that back once none are."""
        left = len(doubtful(update.after.map))
        if left < len(doubtful(update.before.map)):
            self._panes.messages.withdraw(self._told)  # it says how many; the strip goes on saying it
        elif left and not update.label.startswith(("Undo", "Redo")):
            found = newly_doubtful(update.before.map, update.after.map, update.delta)
            if found:
                self._tell_doubtful(found)

    def _tell_doubtful(self, found: Sequence[Excerpt]) -> None:
        number = len(found)
        words = "1 quote no longer matches" if number == 1 else f"{number} quotes no longer match"
        ways = [("Show", partial(self._actions.run_id, "source.check_next"))]
        if any(excerpt.anchoring is Anchoring.MOVED for excerpt in found):
            ways.insert(0, ("Relink nearest", partial(self._relink, [excerpt.id for excerpt in found])))
        self._told = f"{words} the text."
        self._bridge.offer(self._told, ways)

    def _relink(self, excerpts: list[RecordId]) -> None:
        try:
            relink_nearest(self._actions.context, excerpts)
        except Violation as refusal:
            self._bridge.show_problem(str(refusal))

    def _choose(self, element: str) -> None:
        self._choose_all([element])

    def _choose_all(self, elements: list[str]) -> None:
        keys = list(map(RecordId, elements))
        self._panes.canvas.editor.select(keys)
        self._panes.canvas.reveal(keys)

    def _edit(self, element: str) -> None:
        self._choose(element)
        self._panes.canvas.edit_claim(RecordId(element))

    def _redraw(self, excerpt: str, start: int, end: int) -> None:
        """The ends of a passage were dragged: one step."""
        edit = partial(redraw, excerpt=RecordId(excerpt), span=(start, end))
        try:
            self._panes.canvas.editor.edit(labels.REDRAW, edit)
        except Violation as refusal:
            self._panes.status.show_problem(str(refusal))

    def _show_passage(self, excerpt: str) -> None:
        self._bridge.show_panel(Panel.SOURCE, True)
        self._panes.source.show_passage(RecordId(excerpt))

    def _connect_from(self, claim: str) -> None:
        self._choose(claim)
        self._actions.run_id("relation.connect")

    def _show_section(self, element: str, section: str) -> None:
        self._bridge.show_panel(Panel.INSPECTOR, True)
        self._choose(element)
        self._panes.inspector.focus_section(section)

    def _ask(self, question: Question) -> None:
        """Offer the choices in the popup; the answer goes back to whoever asked."""
        self._question = question
        relation = self._panes.canvas.editor.map.find(Relation, question.relation)
        self._popup.ask(
            question.at,
            [RelationChoice(choice.effect, choice.refusal) for choice in question.choices],
            preselected=question.choices[0].effect,
            strength=relation.strength.value if relation else None,
        )

    def _answer(self, effect: str) -> None:
        question, self._question = self._question, None
        self._panes.canvas.setFocus()
        if question is None:
            return
        try:
            question.answer(effect)
        except Violation as refusal:
            self._panes.status.show_problem(str(refusal))

    def _open_text_menu(self, place: QPoint) -> None:
        text_menu(self._actions.by_id, self._actions.context, self._panes.source.text).popup(place)

    def _open_menu(self, place: QPoint) -> None:
        menu = context_menu(self._actions.by_id, self._actions.context, self._panes.canvas)
        if not menu.isEmpty():
            menu.popup(place)
