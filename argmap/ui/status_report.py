"""What the status line says about the map."""

from __future__ import annotations

from PySide6.QtCore import QTime

from argmap.editor.editor import EditorState
from argmap.editor.words import ROLE_NAMES
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.roles import ArrowKind, arrow_kind_of, role_of
from argmap.source.review import doubtful
from argmap.ui.chrome.status_line import StatusLine


def report(status: StatusLine, state: EditorState) -> None:
    """Say how much there is, and what is selected."""
    map_ = state.map
    flags = sum(claim.flag is not None for claim in map_.claims.values()) + len(doubtful(map_))
    status.show_counts(len(map_.claims), len(map_.relations), voices=len(map_.participants), flags=flags)
    status.show_selection(selection_text(map_, state.selection))


def selection_text(map_: ArgumentMap, selection: frozenset[RecordId]) -> str:
    """What is selected, in a few words; empty for nothing."""
    if not selection:
        return ""
    if len(selection) > 1:
        return f"{len(selection)} selected"
    (key,) = selection
    claim = map_.claims.get(key)
    if claim is None:
        kind = arrow_kind_of(map_, map_.relations[key])
        return f"1 selected · {'Key conflict' if kind is ArrowKind.CONFLICT else kind.value.capitalize()}"
    voice = map_.participants.get(claim.participant) if claim.participant else None
    words = ["1 selected", ROLE_NAMES[role_of(map_, claim)], *([voice.name] if voice else [])]
    return " · ".join(words)


def saved_now() -> str:
    """That the map has been saved, and when, in local time."""
    return f"Saved {QTime.currentTime().toString('HH:mm')}"
