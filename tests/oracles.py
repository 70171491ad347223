"""What every edit must keep to, whatever it does."""

from __future__ import annotations

from msgspec.structs import replace

from argmap.editor.editor import Editor, EditorState, Update
from argmap.formats.native import read, write
from argmap.model import rules
from argmap.model.argument_map import ArgumentMap
from argmap.model.delta import Delta
from argmap.model.ids import RecordId
from argmap.model.records import Placement
from argmap.model.transaction import Edit


def check_edit(editor: Editor, edit: Edit) -> Delta:
    """Make an edit and prove five things of it; its delta.

    Rules hold; the delta is the edit, so that whoever mirrors it has the map; the inverse returns; the file
    round-trips; undo and redo restore map and selection. The editor is left behind the edit.
    """
    before = editor.state
    updates: list[Update] = []
    stop = editor.subscribe(updates.append)
    delta = editor.edit("Edit", edit)
    stop()
    after = editor.state
    assert rules.check(after.map) == []
    _check_delta(before, after, delta, updates)
    assert after.map.apply(delta.inverse()) == before.map
    assert read(write(after.map)) == _rounded(after.map)
    check_lookups(after.map)
    if delta:
        _check_history(editor, before, after)
    return delta


def check_refusal(editor: Editor, edit: Edit) -> str:
    """Prove that an edit is refused and leaves no trace; the sentence that says why."""
    state, history = editor.state, editor.history.done
    updates: list[Update] = []
    stop = editor.subscribe(updates.append)
    try:
        editor.edit("Edit", edit)
    except rules.Violation as refusal:
        assert editor.state is state
        assert editor.history.done == history
        assert updates == []
        return str(refusal)
    finally:
        stop()
    raise AssertionError("The edit was not refused.")


def check_either(editor: Editor, edit: Edit) -> Delta | None:
    """Make an edit that may be refused, and prove what holds of it then; None where it was refused."""
    try:
        trial = editor.transaction()
        edit(trial)
        trial.finish()
    except rules.Violation:
        assert check_refusal(editor, edit)
        return None
    return check_edit(editor, edit)


def check_lookups(map_: ArgumentMap) -> None:
    """Prove that a map come about by edits answers like the same map built anew."""
    anew = ArgumentMap(map_.values(), unread=map_.unread)
    assert map_ == anew
    for key in (*map_.claims, *map_.relations, *map_.excerpts):
        assert map_.leaving(key) == anew.leaving(key)
        assert map_.arriving(key) == anew.arriving(key)
        assert map_.excerpts_of(key) == anew.excerpts_of(key)
        assert map_.notes_of(key) == anew.notes_of(key)


def mirror(records: dict[RecordId, object], delta: Delta) -> None:
    """Follow a delta as a listener does that keeps the records by id and knows nothing of maps."""
    for key, change in delta.changes.items():
        assert records.get(key) == change.before
        assert change.before != change.after
        if change.after is None:
            del records[key]
        else:
            assert change.after.id == key
            records[key] = change.after


def _check_delta(before: EditorState, after: EditorState, delta: Delta, updates: list[Update]) -> None:
    mirrored: dict[RecordId, object] = dict(before.map)
    mirror(mirrored, delta)
    assert mirrored == dict(after.map)
    if not delta:
        assert after == before
        assert updates == []
        return
    assert [update.delta for update in updates] == [delta]
    assert updates[0].before is before
    assert updates[0].after is after


def _check_history(editor: Editor, before: EditorState, after: EditorState) -> None:
    steps = editor.history.done
    assert editor.undo()
    assert editor.state == before
    assert editor.redo()
    assert editor.state == after
    assert editor.history.done == steps


def _rounded(map_: ArgumentMap) -> ArgumentMap:
    """The map as a file holds it: coordinates to a tenth of a pixel."""
    return ArgumentMap(
        (_tenths(record) if isinstance(record, Placement) else record for record in map_.values()),
        unread=map_.unread,
    )


def _tenths(place: Placement) -> Placement:
    width = None if place.width is None else round(place.width, 1)
    return replace(place, x=round(place.x, 1), y=round(place.y, 1), width=width)
