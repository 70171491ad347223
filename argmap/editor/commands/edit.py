"""Commands that undo, copy, delete and select."""

from __future__ import annotations

from argmap.editor import labels
from argmap.editor.commands.command import Command, Context, Scope
from argmap.editor.commands.conditions import has_claims, has_map, has_one_claim, has_selection, one_claim
from argmap.editor.placing import shift_to_free
from argmap.edits.claims import branch_of, remove_elements
from argmap.edits.duplicating import duplicate as duplicate_elements
from argmap.model.delta import Delta
from argmap.model.records import Claim, Relation


def undo(context: Context) -> None:
    """Take the last step back and bring what it changed into view."""
    if context.editor.undo():
        context.canvas.reveal(context.editor.selection)


def redo(context: Context) -> None:
    """Do the next step again and bring what it changed into view."""
    if context.editor.redo():
        context.canvas.reveal(context.editor.selection)


def can_undo(context: Context) -> bool:
    """Whether there is a step to take back."""
    return context.editor.history.last is not None and not context.editor.refusal


def can_redo(context: Context) -> bool:
    """Whether there is a step to do again."""
    return context.editor.history.next is not None and not context.editor.refusal


def delete(context: Context) -> None:
    """Delete what is selected, with the relations that cannot stand without it."""
    elements = context.editor.selection
    delta = context.editor.edit(labels.DELETE, lambda transaction: remove_elements(transaction, elements))
    context.host.show_toast(deleted(delta), undo=True)


def delete_branch(context: Context) -> None:
    """Delete what is selected, with everything that bears on it and on nothing else."""
    transaction = context.editor.transaction()
    remove_elements(transaction, branch_of(transaction, context.editor.selection))
    delta = context.editor.commit(labels.DELETE_BRANCH, transaction)
    context.host.show_toast(deleted(delta), undo=True)


def deleted(delta: Delta) -> str:
    """What a deletion took away, as the toast says it."""
    gone = [change.kind() for change in delta.changes.values() if change.after is None]
    counts = ((gone.count(Claim), "claim"), (gone.count(Relation), "relation"))
    parts = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count]
    return f"Deleted {' and '.join(parts)}"


def duplicate(context: Context) -> None:
    """Copy the selected claims beside themselves; the copies bear on the same targets."""
    boxes = context.canvas.boxes
    moved = [boxes[key] for key in context.editor.selection if key in boxes]
    transaction = context.editor.transaction()
    copies = duplicate_elements(transaction, context.editor.selection, shift_to_free(boxes.values(), moved))
    context.editor.commit(labels.DUPLICATE, transaction, select=copies)
    context.canvas.reveal(copies)


def select_all(context: Context) -> None:
    """Select all claims."""
    context.editor.select(context.map.claims)


def select_none(context: Context) -> None:
    """Select nothing."""
    context.editor.select(())


def edit_text(context: Context) -> None:
    """Type into the selected claim."""
    claim = one_claim(context)
    if claim is not None:
        context.canvas.edit_claim(claim.id)


def open_menu(context: Context) -> None:
    """Open the menu of what is selected."""
    context.host.show_context_menu()


COMMANDS: tuple[Command, ...] = (
    Command(
        id="edit.undo",
        title="Undo",
        run=undo,
        when=can_undo,
        keys=("Ctrl+Z",),
        menu="Edit/1",
        icon="undo-2",
    ),
    Command(
        id="edit.redo",
        title="Redo",
        run=redo,
        when=can_redo,
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        menu="Edit/1",
        icon="redo-2",
    ),
    Command(
        id="edit.text",
        title="Edit claim",
        run=edit_text,
        when=has_one_claim,
        keys=("E", "F2"),
        scope=Scope.CANVAS,
        menu="Edit/3",
        icon="pencil",
        context_menu=True,
        keywords=("reword", "rename"),
    ),
    Command(
        id="edit.duplicate",
        title="Duplicate",
        run=duplicate,
        when=has_claims,
        keys=("Ctrl+D",),
        menu="Edit/3",
        context_menu=True,
    ),
    Command(
        id="edit.delete",
        title="Delete",
        run=delete,
        when=has_selection,
        keys=("Del", "Backspace"),
        scope=Scope.CANVAS,
        menu="Edit/3",
        icon="trash-2",
        context_menu=True,
        keywords=("remove",),
    ),
    Command(
        id="edit.delete_branch",
        title="Delete with all below",
        run=delete_branch,
        when=has_selection,
        keys=("Shift+Del",),
        scope=Scope.CANVAS,
        menu="Edit/3",
        context_menu=True,
        keywords=("remove", "branch"),
    ),
    Command(
        id="edit.select_all",
        title="Select all",
        run=select_all,
        when=has_map,
        keys=("Ctrl+A",),
        menu="Edit/4",
    ),
    Command(
        id="edit.select_none",
        title="Select nothing",
        run=select_none,
        when=has_selection,
        keys=("Esc",),
        scope=Scope.CANVAS,
        menu="Edit/4",
    ),
    Command(
        id="edit.context_menu",
        title="Context menu",
        run=open_menu,
        keys=("Shift+F10", "Menu"),
        scope=Scope.CANVAS,
    ),
)
"""Edit, but for the clipboard."""
