"""Commands that add claims and annotations."""

from __future__ import annotations

from functools import partial

from argmap.editor import labels
from argmap.editor.commands.command import Command, Context, Scope
from argmap.editor.commands.conditions import (
    has_one_claim,
    has_one_element,
    has_one_relation,
    one_claim,
    one_element,
    one_relation,
)
from argmap.editor.placing import below, beside, centred
from argmap.edits.claims import add_claim
from argmap.edits.relations import connect, kind_towards, undercut
from argmap.layout.geometry import Point
from argmap.model.ids import RecordId
from argmap.model.records import ClaimKind, NoteKind, RelationKind
from argmap.model.transaction import Transaction


def claim(context: Context) -> None:
    """Add a claim that bears on nothing yet, in the middle of the view."""
    _add_free(context, labels.ADD_CLAIM, ClaimKind.CLAIM)


def question(context: Context) -> None:
    """Add a question in the middle of the view."""
    _add_free(context, labels.ADD_QUESTION, ClaimKind.QUESTION)


def reason(context: Context) -> None:
    """Add a claim that supports what is selected: a reason, an answer or a warrant."""
    _add_bearing(context, RelationKind.SUPPORT, labels.ADD_REASON)


def objection(context: Context) -> None:
    """Add a claim that attacks what is selected: an objection or an undercutter."""
    _add_bearing(context, RelationKind.ATTACK, labels.ADD_OBJECTION)


def undercutter(context: Context) -> None:
    """Add a claim that attacks the selected relation itself."""
    relation = one_relation(context)
    if relation is None:
        return
    transaction = context.editor.transaction()
    key = _add(transaction, below(context.map, context.canvas.boxes, relation.id))
    undercut(transaction, key, relation.id)
    _commit(context, labels.ADD_UNDERCUTTER, transaction, key)


def sibling(context: Context) -> None:
    """Add a claim beside the selected one, with its voice, that bears on the same target in the same way."""
    held = one_claim(context)
    if held is None:
        return
    leaving = next(iter(context.map.leaving(held.id)), None)
    boxes = context.canvas.boxes
    at = beside(boxes, held.id) if leaving is None else below(context.map, boxes, leaving.target)
    transaction = context.editor.transaction()
    key = _add(transaction, at, participant=held.participant)
    if leaving is not None:
        connect(transaction, key, leaving.target, leaving.kind)
    _commit(context, labels.ADD_SIBLING, transaction, key)


def note(kind: NoteKind, context: Context) -> None:
    """Open the inspector with a new annotation of the selected element."""
    element = one_element(context)
    if element is not None:
        context.host.write_note(element, kind.value)


def _add_free(context: Context, label: str, kind: ClaimKind) -> None:
    canvas = context.canvas
    transaction = context.editor.transaction()
    at = centred(canvas.boxes.values(), canvas.visible.center)
    _commit(context, label, transaction, _add(transaction, at, kind=kind))


def _add_bearing(context: Context, kind: RelationKind, label: str) -> None:
    target = one_element(context)
    if target is None:
        return
    transaction = context.editor.transaction()
    key = _add(transaction, below(context.map, context.canvas.boxes, target))
    connect(transaction, key, target, kind_towards(context.map, target, kind))
    _commit(context, label, transaction, key)


def _add(
    transaction: Transaction,
    at: Point,
    *,
    kind: ClaimKind = ClaimKind.CLAIM,
    participant: RecordId | None = None,
) -> RecordId:
    return add_claim(transaction, "", at=(at.x, at.y), kind=kind, participant=participant)


def _commit(context: Context, label: str, transaction: Transaction, key: RecordId) -> None:
    # The canvas takes a claim that is left empty back by its gesture, and merges what is typed into it.
    context.editor.commit(label, transaction, gesture=object(), select=(key,))
    targets = (relation.target for relation in context.map.leaving(key))
    context.canvas.reveal((key, *targets))
    context.canvas.edit_claim(key, fresh=True)


COMMANDS: tuple[Command, ...] = (
    Command(
        id="insert.claim",
        title="Claim",
        run=claim,
        keys=("N",),
        scope=Scope.CANVAS,
        menu="Insert/1",
        icon="plus",
        keywords=("thesis", "new"),
    ),
    Command(
        id="insert.question",
        title="Question",
        run=question,
        keys=("Q",),
        scope=Scope.CANVAS,
        menu="Insert/1",
        icon="circle-question-mark",
    ),
    Command(
        id="insert.reason",
        title="Reason",
        run=reason,
        when=has_one_element,
        keys=("Tab",),
        scope=Scope.CANVAS,
        menu="Insert/2",
        icon="message-square-plus",
        context_menu=True,
        keywords=("support", "pro", "because", "warrant"),
    ),
    Command(
        id="insert.objection",
        title="Objection",
        run=objection,
        when=has_one_element,
        keys=("Shift+Tab",),
        scope=Scope.CANVAS,
        menu="Insert/2",
        icon="message-square-x",
        context_menu=True,
        keywords=("attack", "con", "counterclaim", "but", "rebuttal"),
    ),
    Command(
        id="insert.sibling",
        title="Sibling",
        run=sibling,
        when=has_one_claim,
        keys=("Return", "Enter"),
        scope=Scope.CANVAS,
        menu="Insert/2",
        icon="corner-left-up",
        context_menu=True,
        keywords=("beside", "next"),
    ),
    Command(
        id="insert.undercutter",
        title="Undercutter",
        run=undercutter,
        when=has_one_relation,
        keys=("U",),
        scope=Scope.CANVAS,
        menu="Insert/2",
        icon="scissors",
        context_menu=True,
        keywords=("undercut", "inference"),
    ),
    Command(
        id="insert.note",
        title="Note",
        run=partial(note, NoteKind.NOTE),
        when=has_one_element,
        keys=("Shift+N",),
        scope=Scope.CANVAS,
        menu="Insert/3",
        icon="notebook-pen",
        context_menu=True,
        keywords=("annotate",),
    ),
    Command(
        id="insert.comment",
        title="Comment",
        run=partial(note, NoteKind.COMMENT),
        when=has_one_element,
        menu="Insert/3",
        icon="message-circle",
        context_menu=True,
        keywords=("annotate", "discuss"),
    ),
    Command(
        id="insert.fact_check",
        title="Fact check",
        run=partial(note, NoteKind.FACT_CHECK),
        when=has_one_element,
        menu="Insert/3",
        icon="search",
        keywords=("annotate", "verify"),
    ),
    Command(
        id="insert.question_note",
        title="Critical question",
        run=partial(note, NoteKind.QUESTION),
        when=has_one_element,
        menu="Insert/3",
        icon="circle-question-mark",
        keywords=("annotate", "ask", "doubt"),
    ),
    Command(
        id="insert.source_note",
        title="Source",
        run=partial(note, NoteKind.SOURCE),
        when=has_one_element,
        menu="Insert/3",
        icon="book-marked",
        keywords=("annotate", "cite", "reference"),
    ),
)
"""Insert."""
