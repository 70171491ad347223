"""The names of undo steps, as the Edit menu says them behind “Undo”: one act has one name everywhere."""

from __future__ import annotations

ADD_CLAIM = "Add claim"
ADD_QUESTION = "Add question"
ADD_REASON = "Add reason"
ADD_OBJECTION = "Add objection"
ADD_UNDERCUTTER = "Add undercutter"
ADD_SIBLING = "Add sibling"
ATTACH = "Attach passage"
REDRAW = "Change passage"
REWORD = "Reword claim"
TYPE = "Type"
"""Of what is not committed yet: the journal alone knows it as a step."""
SET_SHORT_LABEL = "Set short label"
SET_KIND = "Set kind"
SET_IMPLICIT = "Set implicit"
SET_VOICE = "Set voice"
SET_CREDENCE = "Set credence"
REMOVE_CREDENCE = "Remove credence"
SET_FLAG = "Set flag"
REMOVE_FLAG = "Remove flag"
ADD_TAG = "Add tag"
REMOVE_TAG = "Remove tag"
PIN = "Pin"
UNPIN = "Unpin"

SUPPORT = "Support"
ATTACK = "Attack"
UNDERCUT = "Undercut"
LINK = "Link"
UNLINK = "Unlink"
INSERT_BETWEEN = "Insert between"
RECONNECT = "Reconnect"
REVERSE = "Reverse"
SET_STRENGTH = "Set strength"
SET_READING = "Set reading"

MOVE_CLAIM = "Move claim"
NUDGE = "Nudge"
REORDER = "Reorder"
SET_WIDTH = "Set width"
RESET_WIDTH = "Reset width"

CUT = "Cut"
PASTE = "Paste"
DUPLICATE = "Duplicate"
DELETE = "Delete"
DELETE_BRANCH = "Delete with all below"

ADD_VOICE = "Add voice"
RENAME_MAP = "Rename map"
EDIT_ABSTRACT = "Edit abstract"
LOAD_AGAIN = "Load again"
MERGE = "Merge"
RECOVER = "Recover"
RESTORE = "Restore version"


def move_claims(count: int) -> str:
    """The name of moving some claims at once."""
    return MOVE_CLAIM if count == 1 else f"Move {count} claims"


def note_step(act: str, what: str) -> str:
    """The name of a step that adds, edits, deletes, resolves or reopens an annotation."""
    return f"{act} {what[0].lower()}{what[1:]}"
