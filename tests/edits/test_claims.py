"""Adding, wording and marking claims; removing them with all that hangs on them."""

from __future__ import annotations

import pytest

from argmap.edits import claims
from argmap.model.ids import RecordId
from argmap.model.records import Claim, ClaimKind, Flag, Placement, Relation, RelationKind
from tests.builders import editor_of, furnished, ids, sample, sketch, with_fields
from tests.oracles import check_edit, check_refusal

REASON = RecordId("reason")


def test_a_new_claim_stands_where_it_was_asked_for() -> None:
    editor = editor_of(furnished(), start=7)
    check_edit(
        editor,
        lambda t: claims.add_claim(
            t, "New", at=(12.5, -40), kind=ClaimKind.EVIDENCE, participant=RecordId("bob")
        ),
    )
    claim = Claim(id=RecordId("c7"), text="New", kind=ClaimKind.EVIDENCE, participant=RecordId("bob"))
    assert editor.map.claims[claim.id] == claim
    placement = editor.map.placement(claim.id)
    assert placement is not None
    assert (placement.x, placement.y, placement.width) == (12.5, -40, None)


def test_words_and_marks_are_set_on_the_claims_named_and_on_no_others() -> None:
    editor = editor_of(furnished())
    both = ids("reason", "other")
    check_edit(editor, lambda t: claims.reword(t, REASON, "In other\nwords"))
    check_edit(editor, lambda t: claims.set_label(t, REASON, "Short"))
    check_edit(editor, lambda t: claims.set_implicit(t, both, True))
    check_edit(editor, lambda t: claims.set_participant(t, both, RecordId("ada")))
    check_edit(editor, lambda t: claims.set_credence(t, both, 0.25))
    check_edit(editor, lambda t: claims.set_flag(t, both, Flag.FACT))
    held = editor.map.claims
    assert (held[REASON].text, held[REASON].label) == ("In other\nwords", "Short")
    marks = [(c.implicit, c.participant, c.credence, c.flag) for c in map(held.__getitem__, both)]
    assert marks == [(True, "ada", 0.25, Flag.FACT)] * 2
    assert held[RecordId("thesis")] == furnished().claims[RecordId("thesis")]


def test_marks_can_be_taken_off_again() -> None:
    editor = editor_of(furnished())
    before = editor.map
    for setting, mark in (
        (claims.set_participant, RecordId("ada")),
        (claims.set_credence, 1.0),
        (claims.set_flag, Flag.DATE),
    ):
        editor.edit("Mark", lambda t, setting=setting, mark=mark: setting(t, [REASON], mark))
        assert editor.map != before
        check_edit(editor, lambda t, setting=setting: setting(t, [REASON], None))
        assert editor.map == before


@pytest.mark.parametrize("credence", [-0.01, 1.01, float("nan")])
def test_a_credence_outside_0_to_1_is_refused(credence: float) -> None:
    assert check_refusal(editor_of(furnished()), lambda t: claims.set_credence(t, [REASON], credence)) == (
        "Claim reason has a credence outside 0 to 1."
    )


def test_a_tag_is_held_once_and_can_be_taken_off() -> None:
    editor = editor_of(with_fields(furnished(), "reason", tags=("old",)))
    both = ids("reason", "other")
    check_edit(editor, lambda t: claims.add_tag(t, both, "new"))
    check_edit(editor, lambda t: claims.add_tag(t, both, "old"))
    assert editor.map.claims[REASON].tags == ("old", "new")
    assert editor.map.claims[RecordId("other")].tags == ("new", "old")
    check_edit(editor, lambda t: claims.remove_tag(t, both, "new"))
    assert [editor.map.claims[key].tags for key in both] == [("old",), ("old",)]


def test_what_supports_a_claim_answers_it_once_it_is_a_question_and_the_other_way_round() -> None:
    editor = editor_of(sketch("asked <- yes + indeed; asked <x- no; yes <- because"))
    before = editor.map
    check_edit(editor, lambda t: claims.set_kind(t, ids("asked"), ClaimKind.QUESTION))
    kinds = {key: relation.kind for key, relation in editor.map.relations.items()}
    assert kinds == {
        "yes+indeed->asked": RelationKind.ANSWER,
        "no-x>asked": RelationKind.ATTACK,
        "because->yes": RelationKind.SUPPORT,
    }
    check_edit(editor, lambda t: claims.set_kind(t, ids("asked"), ClaimKind.CLAIM))
    assert editor.map == before


def test_a_claim_whose_kind_is_set_is_implicit_no_more() -> None:
    editor = editor_of(with_fields(furnished(), "reason", implicit=True))
    check_edit(editor, lambda t: claims.set_kind(t, [REASON], ClaimKind.EVIDENCE))
    assert (editor.map.claims[REASON].kind, editor.map.claims[REASON].implicit) == ("evidence", False)


def test_half_a_character_and_foreign_newlines_are_mended() -> None:
    editor = editor_of(furnished())
    check_edit(editor, lambda t: claims.reword(t, REASON, "half \ud83d\r\nline"))
    assert editor.map.claims[REASON].text == "half \ufffd\nline"


def test_what_is_gone_cannot_be_reworded() -> None:
    fault = check_refusal(editor_of(furnished()), lambda t: claims.reword(t, RecordId("gone"), "?"))
    assert fault == "There is no claim gone any more."


def test_a_claim_takes_along_all_that_cannot_stand_without_it() -> None:
    editor = editor_of(furnished())
    delta = check_edit(editor, lambda t: claims.remove_elements(t, [REASON]))
    removed = {key for key, change in delta.changes.items() if change.after is None}
    assert removed == {
        "reason",
        "at:reason",
        "reason->thesis",
        "doubt-x>(reason->thesis)",
        "on-reason",
        "on-step",
        "said-of-reason",
        "said-of-step",
        "said-of-excerpt",
        "said-of-undercut",
    }
    assert set(delta) - removed == {"map", "group"}
    assert editor.map.info.theses == ("thesis",)
    assert editor.map.groups[RecordId("group")].members == ("other", "thesis")


def test_a_question_that_goes_is_the_maps_question_no_more() -> None:
    map_ = sketch("why? <- thesis")
    editor = editor_of(map_)
    editor.edit("Ask", lambda t: t.put(map_.info.__class__(question=RecordId("why"))))
    check_edit(editor, lambda t: claims.remove_elements(t, ids("why")))
    assert editor.map.info.question is None
    assert list(editor.map.claims) == ["thesis"]


def test_a_linked_step_goes_on_without_one_of_its_premises_and_goes_with_the_last() -> None:
    editor = editor_of(sketch("thesis <- a + b; (a+b -> thesis) <x- doubt"))
    check_edit(editor, lambda t: claims.remove_elements(t, ids("a")))
    assert editor.map.relations[RecordId("a+b->thesis")].premises == ("b",)
    assert len(editor.map.relations) == 2
    check_edit(editor, lambda t: claims.remove_elements(t, ids("b")))
    assert not editor.map.relations
    assert set(editor.map.claims) == {"thesis", "doubt"}


def test_all_premises_of_a_linked_step_at_once_take_it_along() -> None:
    editor = editor_of(sketch("thesis <- a + b; (a+b -> thesis) <x- doubt"))
    check_edit(editor, lambda t: claims.remove_elements(t, ids("a", "b")))
    assert not editor.map.relations


def test_a_relation_takes_along_what_undercuts_it_and_leaves_its_claims() -> None:
    editor = editor_of(
        sketch("thesis <- a; (a -> thesis) <x- doubt; (doubt -x> (a -> thesis)) <x- rejoinder")
    )
    check_edit(editor, lambda t: claims.remove_elements(t, ids("a->thesis")))
    assert not editor.map.relations
    assert set(editor.map.claims) == {"thesis", "a", "doubt", "rejoinder"}


def test_the_whole_sample_can_be_removed() -> None:
    editor = editor_of(sample())
    check_edit(editor, lambda t: claims.remove_elements(t, list(t.map.claims)))
    kinds = {type(record) for record in editor.map.values()}
    assert kinds.isdisjoint({Claim, Relation, Placement})
    assert not editor.map.notes
    assert not editor.map.excerpts
    assert editor.map.sources == sample().sources


def _branch(text: str, *roots: str) -> set[str]:
    return set(claims.branch_of(editor_of(sketch(text)).transaction(), ids(*roots)))


def test_a_branch_is_what_bears_on_its_root_over_any_number_of_steps() -> None:
    text = "thesis <- a; a <- b; b <x- c; (c -x> b) <x- d; d <- e; thesis <- other"
    assert _branch(text, "a") == {
        *("a", "b", "c", "d", "e"),
        *("b->a", "c-x>b", "d-x>(c-x>b)", "e->d"),
    }


def test_what_bears_on_something_outside_as_well_is_no_part_of_the_branch() -> None:
    assert _branch("thesis <- a; a <- shared; thesis <- shared", "a") == {"a", "shared->a"}


def test_a_claim_that_bears_on_two_claims_of_the_branch_is_part_of_it() -> None:
    text = "thesis <- root; root <- a; root <- b; a <- shared; b <- shared; shared <- deep"
    assert {"shared", "deep"} <= _branch(text, "root")
    assert "shared" in _branch("thesis <- a + b; a <- shared; b <- shared", "a", "b")
    assert "shared" not in _branch("thesis <- a + b; a <- shared; b <- shared", "a")


def test_claims_that_attack_each_other_are_one_branch() -> None:
    assert {"a", "b"} <= _branch("a <x- b; b <x- a", "a")
