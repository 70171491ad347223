"""Duplicating claims in place."""

from __future__ import annotations

from argmap.edits.duplicating import duplicate
from argmap.model.ids import RecordId
from tests.builders import editor_of, furnished, ids, sketch
from tests.edits.test_relations import drawn
from tests.oracles import check_edit


def _texts(editor, key: str) -> str:
    return editor.map.claims[RecordId(key)].text


def test_a_copy_bears_on_what_the_original_bears_on() -> None:
    editor = editor_of(sketch("thesis <- a; a <- b; (a -> thesis) <x- doubt"), start=1)
    found: list[RecordId] = []
    check_edit(editor, lambda t: found.extend(duplicate(t, ids("a"), (248, 0))))
    (copy,) = found
    assert _texts(editor, copy) == "a"
    assert drawn(editor.map) == {
        ("a", "support", "thesis"),
        (copy, "support", "thesis"),
        ("b", "support", "a"),
        ("doubt", "attack", "a->thesis"),
    }
    place, old = editor.map.placement(copy), editor.map.placement(RecordId("a"))
    assert place is not None
    assert old is not None
    assert (place.x, place.y) == (old.x + 248, old.y)


def test_relations_among_the_copies_are_copied_and_the_rest_follow() -> None:
    editor = editor_of(sketch("thesis <- a + x; a <x- b; (b -x> a) <x- doubt"), start=1)
    found: list[RecordId] = []
    check_edit(editor, lambda t: found.extend(duplicate(t, ids("a", "b", "doubt"), (0, 400))))
    a, b, doubt = found
    fresh = drawn(editor.map) - drawn(sketch("thesis <- a + x; a <x- b; (b -x> a) <x- doubt"))
    (step,) = (r.id for r in editor.map.leaving(b))
    assert fresh == {(a, "support", "thesis"), (b, "attack", a), (doubt, "attack", step)}


def test_of_a_linked_step_the_copies_make_their_own_towards_the_copy_of_its_target() -> None:
    map_ = sketch("thesis <- a + x")
    editor = editor_of(map_, start=1)
    found: list[RecordId] = []
    check_edit(editor, lambda t: found.extend(duplicate(t, ids("thesis", "a"), (0, 400))))
    thesis, a = found
    assert drawn(editor.map) - drawn(map_) == {(a, "support", thesis)}


def test_notes_and_passages_are_copied_and_the_claims_given_back_are_the_copies() -> None:
    editor = editor_of(furnished())
    found: list[RecordId] = []
    check_edit(editor, lambda t: found.extend(duplicate(t, ids("reason", "reason->thesis"), (10, 10))))
    (copy,) = found
    assert [note.body for note in editor.map.notes_of(copy)] == ["Of reason."]
    assert [excerpt.exact for excerpt in editor.map.excerpts_of(copy)] == ["All men are mortal."]


def test_nothing_is_duplicated_where_no_claim_is_named() -> None:
    editor = editor_of(furnished())
    assert not check_edit(editor, lambda t: duplicate(t, ids("reason->thesis"), (0, 0)))
