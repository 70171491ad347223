"""Connecting, undercutting, linking, turning and re-aiming."""

from __future__ import annotations

import pytest

from argmap.edits import relations
from argmap.edits.relations import connect, insert_between, link, link_claims, retarget, unlink
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Note, Relation, RelationKind, Strength
from argmap.model.transaction import Transaction
from tests.builders import editor_of, ids, sample, sketch, with_fields
from tests.oracles import check_edit, check_refusal

SUPPORT, ATTACK, ANSWER = RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.ANSWER
LOOP = "That would be a loop: the target already supports this claim."
OWN_STEP = "A claim cannot undercut a step that it is itself a premise of."
TWICE = "The two are connected like that already."


def drawn(map_: ArgumentMap) -> set[tuple[str, str, str]]:
    """All relations as (premises, kind, target)."""
    return {("+".join(r.premises), r.kind.value, r.target) for r in map_.relations.values()}


def joining(premise: str, target: str, kind: RelationKind = SUPPORT):
    return lambda t: connect(t, RecordId(premise), RecordId(target), kind)


def test_a_claim_bears_on_a_claim() -> None:
    editor = editor_of(sketch("a, b".replace(",", ";")), start=5)
    check_edit(editor, joining("a", "b", ATTACK))
    assert editor.map.relations == {
        "r5": Relation(id=RecordId("r5"), premises=(RecordId("a"),), target=RecordId("b"), kind=ATTACK)
    }


@pytest.mark.parametrize(
    ("asked", "target", "made"),
    [
        (SUPPORT, "why", ANSWER),
        (ANSWER, "why", ANSWER),
        (ATTACK, "why", ATTACK),
        (ANSWER, "thesis", SUPPORT),
        (SUPPORT, "a->thesis", SUPPORT),
    ],
)
def test_support_of_a_question_is_an_answer_and_no_other_is(
    asked: RelationKind, target: str, made: RelationKind
) -> None:
    editor = editor_of(sketch("why?; thesis <- a; new"))
    check_edit(editor, joining("new", target, asked))
    assert ("new", made.value, target) in drawn(editor.map)


@pytest.mark.parametrize(
    ("premise", "target", "kind", "fault"),
    [
        ("a", "a", ATTACK, "A claim cannot bear on itself."),
        ("a->b", "c", SUPPORT, "Only a claim can be a premise."),
        ("gone", "c", SUPPORT, "Only a claim can be a premise."),
        ("a", "b", SUPPORT, TWICE),
        ("b", "a", SUPPORT, LOOP),
        ("c", "a", SUPPORT, LOOP),
        ("a", "a->b", ATTACK, OWN_STEP),
        ("d", "why", SUPPORT, TWICE),
        ("why", "d", SUPPORT, LOOP),
        ("e", "why", SUPPORT, LOOP),
    ],
)
def test_what_makes_no_sense_is_refused(premise: str, target: str, kind: RelationKind, fault: str) -> None:
    editor = editor_of(sketch("b <- a; c <- b; why? <- d; e <- why"))
    assert check_refusal(editor, joining(premise, target, kind)) == fault


def test_attacks_may_run_in_a_circle() -> None:
    editor = editor_of(sketch("b <- a; c <- b"))
    check_edit(editor, joining("c", "a", ATTACK))
    check_edit(editor, joining("b", "a", ATTACK))
    assert {("c", "attack", "a"), ("b", "attack", "a")} < drawn(editor.map)


def test_a_claim_may_support_and_attack_the_same_thing_and_join_what_others_say() -> None:
    editor = editor_of(sketch("thesis <- a; thesis <- b + c"))
    check_edit(editor, joining("a", "thesis", ATTACK))
    check_edit(editor, joining("b", "thesis"))
    assert {("a", "attack", "thesis"), ("b", "support", "thesis"), ("b+c", "support", "thesis")} < drawn(
        editor.map
    )


def test_a_target_that_is_gone_is_refused() -> None:
    fault = check_refusal(editor_of(sketch("a")), joining("a", "gone"))
    assert fault.endswith("points at gone, which is not there.")


def test_an_undercut_attacks_the_step_and_can_be_undercut() -> None:
    editor = editor_of(sketch("thesis <- a; doubt; rejoinder"), start=1)
    check_edit(editor, lambda t: relations.undercut(t, *ids("doubt", "a->thesis")))
    check_edit(editor, lambda t: relations.undercut(t, *ids("rejoinder", "r1")))
    assert {("doubt", "attack", "a->thesis"), ("rejoinder", "attack", "r1")} < drawn(editor.map)
    fault = check_refusal(editor, lambda t: relations.undercut(t, *ids("doubt", "thesis")))
    assert fault == "There is no relation thesis any more."


def test_a_premise_may_undercut_what_undercuts_its_own_step() -> None:
    editor = editor_of(sketch("thesis <- a; (a -> thesis) <x- doubt"))
    check_edit(editor, joining("a", "doubt-x>(a->thesis)", ATTACK))
    assert ("a", "attack", "doubt-x>(a->thesis)") in drawn(editor.map)


def test_linking_makes_one_step_of_several() -> None:
    editor = editor_of(sketch("thesis <- a; thesis <- b; c"))
    check_edit(editor, lambda t: link(t, ids("b", "c", "b"), RecordId("a->thesis")))
    assert drawn(editor.map) == {("a+b+c", "support", "thesis")}


def test_linking_keeps_what_was_tied_to_the_steps_it_joins() -> None:
    note = Note(id=RecordId("note"), element=RecordId("b->thesis"), body="Of b's step")
    editor = editor_of(
        sketch(
            """thesis <- a; thesis <- b
            (a -> thesis) <x- doubt; (b -> thesis) <x- doubt; (b -> thesis) <x- worry
            (doubt -x> (b -> thesis)) <x- rejoinder""",
            note,
        )
    )
    check_edit(editor, lambda t: link(t, ids("b"), RecordId("a->thesis")))
    assert drawn(editor.map) == {
        ("a+b", "support", "thesis"),
        ("doubt", "attack", "a->thesis"),
        ("worry", "attack", "a->thesis"),
        ("rejoinder", "attack", "doubt-x>(a->thesis)"),
    }
    assert editor.map.notes[note.id].element == "a->thesis"


def test_linking_leaves_what_a_premise_says_in_another_way() -> None:
    editor = editor_of(sketch("thesis <- a; thesis <x- b; thesis <- b + c; other <- b"))
    check_edit(editor, lambda t: link(t, ids("b"), RecordId("a->thesis")))
    assert drawn(editor.map) == {
        ("a+b", "support", "thesis"),
        ("b", "attack", "thesis"),
        ("b+c", "support", "thesis"),
        ("b", "support", "other"),
    }


@pytest.mark.parametrize(
    ("premise", "step", "fault"),
    [
        ("deep", "a->thesis", LOOP),
        ("thesis", "a->thesis", "A claim cannot bear on itself."),
        ("doubt", "a->thesis", OWN_STEP),
        ("a", "doubt-x>(a->thesis)", OWN_STEP),
        ("a->thesis", "b->thesis", "Only a claim can be a premise."),
    ],
)
def test_linking_what_makes_no_sense_is_refused(premise: str, step: str, fault: str) -> None:
    editor = editor_of(sketch("thesis <- a; thesis <- b; deep <- thesis; (a -> thesis) <x- doubt"))
    assert check_refusal(editor, lambda t: link(t, ids(premise), RecordId(step))) == fault


def test_linking_steps_of_which_one_premise_undercuts_the_other_is_refused() -> None:
    editor = editor_of(sketch("thesis <- a; thesis <- b; (b -> thesis) <x- a"))
    assert check_refusal(editor, lambda t: link(t, ids("b"), RecordId("a->thesis"))) == OWN_STEP


def test_a_claim_may_join_an_attack_on_what_supports_it() -> None:
    editor = editor_of(sketch("a <- thesis; thesis <x- b"))
    check_edit(editor, lambda t: link(t, ids("a"), RecordId("b-x>thesis")))
    assert ("b+a", "attack", "thesis") in drawn(editor.map)


def test_selected_claims_are_linked_where_most_of_them_bear_on_one_target() -> None:
    editor = editor_of(sketch("other <- a; thesis <- a; thesis <- b; c"))
    check_edit(editor, lambda t: link_claims(t, ids("a", "b", "c")))
    assert drawn(editor.map) == {("a", "support", "other"), ("a+b+c", "support", "thesis")}


@pytest.mark.parametrize("selected", [("a",), ("loose", "free"), ("why", "x"), ("x", "y"), ()])
def test_claims_without_a_common_target_are_not_linked(selected: tuple[str, ...]) -> None:
    editor = editor_of(sketch("thesis <- a; loose; free; why? <- x; why? <- y"))
    fault = check_refusal(editor, lambda t: link_claims(t, ids(*selected)))
    assert fault == "Linked premises bear on the same claim: connect one of them to it first."


def test_unlinking_gives_each_premise_a_step_of_its_own() -> None:
    map_ = with_fields(sketch("thesis <x- a + b + c; (a+b+c -x> thesis) <x- doubt"), "a+b+c-x>thesis")
    editor = editor_of(with_fields(map_, "a+b+c-x>thesis", strength=Strength.STRONG))
    check_edit(editor, lambda t: unlink(t, RecordId("a+b+c-x>thesis")))
    assert drawn(editor.map) == {
        ("a", "attack", "thesis"),
        ("b", "attack", "thesis"),
        ("c", "attack", "thesis"),
        ("doubt", "attack", "a+b+c-x>thesis"),
    }
    strengths = {r.strength for r in editor.map.relations.values() if r.target == "thesis"}
    assert strengths == {Strength.STRONG}


def test_unlinking_some_leaves_the_others_together() -> None:
    editor = editor_of(sketch("thesis <- a + b + c"))
    check_edit(editor, lambda t: unlink(t, RecordId("a+b+c->thesis"), iter(ids("a", "c"))))
    assert drawn(editor.map) == {
        ("b", "support", "thesis"),
        ("a", "support", "thesis"),
        ("c", "support", "thesis"),
    }
    assert editor.map.relations[RecordId("a+b+c->thesis")].premises == ("b",)


def test_unlinking_says_nothing_twice() -> None:
    editor = editor_of(sketch("thesis <- a + b; thesis <- b"))
    found: list[list[RecordId]] = []
    check_edit(editor, lambda t: found.append(unlink(t, RecordId("a+b->thesis"))))
    assert found == [["b->thesis"]]
    assert sorted(drawn(editor.map)) == [("a", "support", "thesis"), ("b", "support", "thesis")]
    assert len(editor.map.relations) == 2


def test_a_relation_is_aimed_at_another_claim_or_step() -> None:
    editor = editor_of(sketch("thesis <- a; thesis <- b; why?; (a -> thesis) <x- doubt"))
    check_edit(editor, lambda t: retarget(t, *ids("b->thesis", "a->thesis")))
    assert ("b", "support", "a->thesis") in drawn(editor.map)
    check_edit(editor, lambda t: retarget(t, *ids("b->thesis", "why")))
    assert ("b", "answer", "why") in drawn(editor.map)
    check_edit(editor, lambda t: retarget(t, *ids("b->thesis", "thesis")))
    assert ("b", "support", "thesis") in drawn(editor.map)
    check_edit(editor, lambda t: retarget(t, *ids("a->thesis", "b")))
    assert {("a", "support", "b"), ("doubt", "attack", "a->thesis")} < drawn(editor.map)


@pytest.mark.parametrize(
    ("relation", "target", "fault"),
    [
        ("a->thesis", "a", "A claim cannot bear on itself."),
        ("a->thesis", "deep", LOOP),
        ("a->thesis", "a->thesis", "A relation cannot bear on itself."),
        ("a->thesis", "b", TWICE),
        ("a->thesis", "doubt-x>(a->thesis)", "Relation a->thesis undercuts itself in a circle."),
        ("b->thesis", "b+c->deep", OWN_STEP),
    ],
)
def test_re_aiming_at_what_makes_no_sense_is_refused(relation: str, target: str, fault: str) -> None:
    editor = editor_of(
        sketch("thesis <- a; a <- deep; thesis <- b; b <- a; deep <- b + c; (a -> thesis) <x- doubt")
        if target == "b"
        else sketch("thesis <- a; a <- deep; thesis <- b; deep <- b + c; (a -> thesis) <x- doubt")
    )
    assert fault in check_refusal(editor, lambda t: retarget(t, *ids(relation, target)))


def test_a_step_starts_from_another_claim() -> None:
    editor = editor_of(sketch("thesis <- a + b; new; (a+b -> thesis) <x- doubt"))
    check_edit(editor, lambda t: relations.replace_premise(t, *ids("a+b->thesis", "b", "new")))
    assert ("a+new", "support", "thesis") in drawn(editor.map)
    for bad, fault in (("thesis", "A claim cannot bear on itself."), ("doubt", OWN_STEP)):
        assert fault == check_refusal(
            editor,
            lambda t, bad=bad: relations.replace_premise(t, *ids("a+b->thesis", "a", bad)),
        )


def test_a_relation_between_claims_is_turned_round() -> None:
    editor = editor_of(sketch("a <x- b; (b -x> a) <x- doubt; why? <- c"))
    check_edit(editor, lambda t: relations.reverse(t, RecordId("b-x>a")))
    assert {("a", "attack", "b"), ("doubt", "attack", "b-x>a")} < drawn(editor.map)
    check_edit(editor, lambda t: relations.reverse(t, RecordId("c->why")))
    assert ("why", "support", "c") in drawn(editor.map)
    check_edit(editor, lambda t: relations.reverse(t, RecordId("c->why")))
    assert ("c", "answer", "why") in drawn(editor.map)


@pytest.mark.parametrize(
    ("relation", "fault"),
    [
        ("a+b->thesis", "Only a relation from one claim to another can be turned round."),
        ("doubt-x>(c->thesis)", "Only a relation from one claim to another can be turned round."),
        ("c->thesis", LOOP),
        ("e->d", OWN_STEP),
    ],
)
def test_what_cannot_be_turned_round_is_refused(relation: str, fault: str) -> None:
    editor = editor_of(
        sketch(
            """thesis <- a + b; thesis <- c; (c -> thesis) <x- doubt
            thesis <- m; m <- c; d <- e; (e -> d) <x- d"""
        )
    )
    assert check_refusal(editor, lambda t: relations.reverse(t, RecordId(relation))) == fault


def test_the_kind_of_a_relation_is_set() -> None:
    editor = editor_of(sketch("thesis <- a; thesis <x- b; why? <x- c"))
    check_edit(editor, lambda t: relations.set_relation_kind(t, RecordId("a->thesis"), ATTACK))
    check_edit(editor, lambda t: relations.set_relation_kind(t, RecordId("b-x>thesis"), SUPPORT))
    check_edit(editor, lambda t: relations.set_relation_kind(t, RecordId("c-x>why"), SUPPORT))
    assert drawn(editor.map) == {
        ("a", "attack", "thesis"),
        ("b", "support", "thesis"),
        ("c", "answer", "why"),
    }
    assert not check_edit(editor, lambda t: relations.set_relation_kind(t, RecordId("c-x>why"), SUPPORT))


def test_a_kind_that_would_make_a_loop_or_say_a_thing_twice_is_refused() -> None:
    editor = editor_of(sketch("a <- b; b <x- a; c <- d; c <x- d"))
    assert check_refusal(editor, lambda t: relations.set_relation_kind(t, RecordId("a-x>b"), SUPPORT)) == LOOP
    assert (
        check_refusal(editor, lambda t: relations.set_relation_kind(t, RecordId("d-x>c"), SUPPORT)) == TWICE
    )


def test_strength_and_reading_are_set() -> None:
    editor = editor_of(sketch("thesis <- a; thesis <- b"))
    steps = ids("a->thesis", "b->thesis")
    check_edit(editor, lambda t: relations.set_strength(t, steps, Strength.WEAK))
    check_edit(editor, lambda t: relations.set_reading(t, steps[0], "cause"))
    assert [(r.strength, r.reading) for r in map(editor.map.relations.__getitem__, steps)] == [
        (Strength.WEAK, "cause"),
        (Strength.WEAK, ""),
    ]


def test_a_claim_is_put_into_a_step() -> None:
    editor = editor_of(sketch("thesis <x- a + b; (a+b -x> thesis) <x- doubt; new"), start=1)
    check_edit(editor, lambda t: insert_between(t, *ids("new", "a+b-x>thesis")))
    assert drawn(editor.map) == {
        ("new", "attack", "thesis"),
        ("a+b", "support", "new"),
        ("doubt", "attack", "a+b-x>thesis"),
    }


def test_a_question_put_into_a_step_is_answered() -> None:
    editor = editor_of(sketch("thesis <- a; why?"))
    check_edit(editor, lambda t: insert_between(t, *ids("why", "a->thesis")))
    assert drawn(editor.map) == {("why", "support", "thesis"), ("a", "answer", "why")}


@pytest.mark.parametrize(
    ("claim", "fault"),
    [
        ("a", "The claim is part of this step already."),
        ("thesis", "The claim is part of this step already."),
        ("deep", LOOP),
        ("doubt", OWN_STEP),
        ("b", TWICE),
        ("c", TWICE),
    ],
)
def test_what_cannot_be_put_into_a_step_is_refused(claim: str, fault: str) -> None:
    editor = editor_of(sketch("thesis <- a; a <- deep; (a -> thesis) <x- doubt; thesis <- b; c <- a"))
    assert check_refusal(editor, lambda t: insert_between(t, *ids(claim, "a->thesis"))) == fault


def test_every_relation_of_the_sample_can_be_split_and_joined_again() -> None:
    editor = editor_of(sample())
    linked = [r for r in editor.map.relations.values() if len(r.premises) > 1]
    assert linked
    for relation in linked:

        def part_and_join(t: Transaction, relation: Relation = relation) -> None:
            unlink(t, relation.id)
            link(t, relation.premises, relation.id)

        assert not check_edit(editor, part_and_join)
