"""Two maps that went different ways from one, brought together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from argmap.edits import arranging, claims, relations
from argmap.formats.native import read, write
from argmap.model import rules
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.mending import mended
from argmap.model.merging import merge
from argmap.model.records import Placement, Relation, RelationKind
from argmap.model.rules import Violation
from argmap.model.transaction import Edit
from tests.builders import editor_of, ids, sketch
from tests.edits.verbs import edits
from tests.strategies import maps


def after(map_: ArgumentMap, *some: Edit, start: int = 1) -> ArgumentMap:
    """The map after some edits."""
    editor = editor_of(map_, start=start)
    for edit in some:
        editor.edit("Edit", edit)
    return editor.map


def drawn(map_: ArgumentMap, data: DataObject, *, start: int) -> ArgumentMap:
    """The map after some edits drawn at random; ids of new records begin with `start`."""
    editor = editor_of(map_, start=start)
    for _ in range(data.draw(st.integers(0, 4))):
        try:
            editor.edit("Edit", data.draw(edits(editor.map)))
        except (Violation, ValueError):
            continue
    return editor.map


@given(maps(), st.data())
def test_a_merge_is_well_formed_and_has_what_either_side_did(base: ArgumentMap, data: DataObject) -> None:
    ours, theirs = drawn(base, data, start=10_000), drawn(base, data, start=20_000)
    merged = merge(base, ours, theirs)
    assert rules.check(merged.map) == []
    mine, other = base.difference_to(ours).changes, base.difference_to(theirs).changes
    both = {key for key in mine.keys() & other.keys() if mine[key].after != other[key].after}
    both -= {key for key in both if isinstance(mine[key].after, Placement) and other[key].after is None}
    told = {conflict.key: conflict for conflict in merged.conflicts}
    assert both <= told.keys()
    for key in told.keys() - both:
        is_kept = told[key].theirs is None and other[key].after is None and key in merged.map
        is_lost = told[key].ours is None and other[key].after == told[key].theirs and key not in merged.map
        assert is_kept or is_lost or (told[key].is_lost and key not in merged.map)
    gone = {key for side in (mine, other) for key, change in side.items() if change.after is None}
    for key, change in (mine | {key: held for key, held in other.items() if key not in mine}).items():
        if change.after is not None and not gone & {key, *rules.references(change.after)}:
            assert key in merged.map or key in told


@given(maps(), st.data())
def test_one_side_alone_is_taken_as_it_is(base: ArgumentMap, data: DataObject) -> None:
    theirs = drawn(base, data, start=20_000)
    assert merge(base, base, theirs).map == theirs
    assert merge(base, theirs, base).map == theirs
    assert merge(base, theirs, theirs).map == theirs
    assert merge(base, theirs, theirs).conflicts == ()


def test_what_both_changed_is_ours_and_is_told() -> None:
    base = sketch("thesis <- reason")
    thesis, reason = ids("thesis", "reason")
    ours = after(base, lambda t: claims.reword(t, thesis, "mine"))
    theirs = after(
        base, lambda t: claims.reword(t, thesis, "theirs"), lambda t: claims.reword(t, reason, "too")
    )
    merged = merge(base, ours, theirs)
    assert merged.map.claims[thesis].text == "mine"
    assert merged.map.claims[reason].text == "too"
    (conflict,) = merged.conflicts
    assert (conflict.key, conflict.theirs) == (thesis, theirs[thesis])


def test_what_they_removed_and_we_argued_about_stays_and_is_told() -> None:
    base = sketch("thesis; other")
    thesis, other = ids("thesis", "other")
    ours = after(base, lambda t: relations.connect(t, other, thesis, RelationKind.SUPPORT))
    theirs = after(base, lambda t: claims.remove_elements(t, [thesis]))
    merged = merge(base, ours, theirs)
    assert set(merged.map.claims) == {"thesis", "other"}
    assert merged.map.relations.keys() == ours.relations.keys()
    assert merged.map.placement(thesis) == ours.placement(thesis)
    assert [(c.key, c.theirs) for c in merged.conflicts] == [(thesis, None)]


def test_what_they_argued_about_and_we_removed_goes_and_is_told() -> None:
    base = sketch("thesis; other")
    thesis, other = ids("thesis", "other")
    ours = after(base, lambda t: claims.remove_elements(t, [thesis]))
    theirs = after(base, lambda t: relations.connect(t, other, thesis, RelationKind.SUPPORT))
    merged = merge(base, ours, theirs)
    assert set(merged.map.claims) == {"other"}
    (conflict,) = merged.conflicts
    assert (conflict.ours, conflict.theirs) == (None, next(iter(theirs.relations.values())))


def test_what_they_removed_and_we_only_moved_goes_without_a_word() -> None:
    base = sketch("thesis; other")
    (thesis,) = ids("thesis")
    ours = after(base, lambda t: arranging.move(t, [thesis], (50, 0)))
    theirs = after(base, lambda t: claims.remove_elements(t, [thesis]))
    merged = merge(base, ours, theirs)
    assert set(merged.map.claims) == {"other"}
    assert merged.conflicts == ()


def test_what_could_not_be_read_is_what_their_file_holds_now() -> None:
    ours, theirs = ArgumentMap(unread=({"record": "hologram"},)), ArgumentMap(unread=({"record": "spell"},))
    assert merge(ours, ours, theirs).map.unread == ({"record": "spell"},)


def test_a_well_formed_map_needs_no_mending() -> None:
    map_ = sketch("thesis <- a + b; thesis <x- c; (c -x> thesis) <x- d")
    assert mended(map_) == map_


def test_mending_keeps_what_could_not_be_read() -> None:
    assert mended(ArgumentMap(unread=({"record": "hologram"},))).unread == ({"record": "hologram"},)


def test_mending_loosens_what_can_stand_without_what_is_gone() -> None:
    map_ = sketch("thesis <- a + b")
    without = ArgumentMap(record for record in map_.values() if record.id not in ("a", "at:a"))
    assert rules.check(without) != []
    assert mended(without).relations[RecordId("a+b->thesis")].premises == ("b",)


def test_what_they_have_and_cannot_be_read_here_is_ours_where_we_changed_it_and_is_told() -> None:
    base, (thesis,) = sketch("thesis <- reason"), ids("thesis")
    newer = {"record": "claim", "id": "thesis", "text": {"of": "another kind"}}
    ours = after(base, lambda t: claims.reword(t, thesis, "mine"))
    theirs = ArgumentMap((record for record in base.values() if record.id != thesis), unread=(newer,))
    merged = merge(base, ours, theirs)
    assert merged.map.claims[thesis].text == "mine"
    assert merged.map.unread == ()
    assert [(c.key, c.is_unread, c.theirs) for c in merged.conflicts] == [(thesis, True, None)]
    saved = write(merged.map)
    assert saved.count(b'"id": "thesis"') == 1
    assert read(saved) == merged.map


def test_where_we_did_not_change_it_theirs_goes_on_as_it_is() -> None:
    base, (other,) = sketch("thesis; other"), ids("other")
    newer = {"record": "claim", "id": "other", "text": {"of": "another kind"}}
    theirs = ArgumentMap((record for record in base.values() if other not in record.id), unread=(newer,))
    merged = merge(base, base, theirs)
    assert other not in merged.map
    assert (merged.map.unread, merged.conflicts) == ((newer,), ())


def test_what_could_not_be_read_of_ours_stays_also_where_theirs_is_another_now() -> None:
    spell, rumour, myth = ({"record": kind} for kind in ("spell", "rumour", "myth"))
    base, ours = ArgumentMap(unread=(spell,)), ArgumentMap(unread=(spell, rumour))
    assert merge(base, ours, base).map.unread == (spell, rumour)
    assert merge(base, ours, ArgumentMap(unread=(myth,))).map.unread == (myth, rumour)


def test_what_they_removed_and_we_reworded_stays_where_it_stood_and_is_told() -> None:
    base, (thesis,) = sketch("other; thesis"), ids("thesis")
    ours = after(base, lambda t: claims.reword(t, thesis, "mine"))
    theirs = after(base, lambda t: claims.remove_elements(t, [thesis]))
    merged = merge(base, ours, theirs)
    assert merged.map == ours
    assert [(c.key, c.theirs) for c in merged.conflicts] == [(thesis, None)]


def test_ours_that_cannot_stand_beside_theirs_is_told() -> None:
    base = sketch("thesis <- a; thesis <- b")
    one, other = ids("a->thesis", "b->thesis")
    ours = after(base, lambda t: t.update(Relation, one, target=other))
    theirs = after(base, lambda t: t.update(Relation, other, target=one))
    merged = merge(base, ours, theirs)  # each would undercut the other
    assert rules.check(merged.map) == []
    assert not {one, other} & merged.map.keys()
    assert {(c.key, c.is_lost) for c in merged.conflicts} == {(one, True), (other, False)}
