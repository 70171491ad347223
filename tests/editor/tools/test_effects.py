"""The ways to connect two things, which can be had, and doing them."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.editor.tools import effects
from argmap.editor.tools.tool import Choice
from argmap.model import rules
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Strength
from tests.builders import editor_of, ids, sample, sketch
from tests.edits.test_relations import drawn
from tests.oracles import check_edit, check_refusal
from tests.strategies import maps

NOTHING_YET = "That claim bears on nothing yet: there is no inference to join or to undercut."


@pytest.mark.parametrize(
    ("effect", "premise", "target", "made"),
    [
        ("support", "c", "a", ("c", "support", "a")),
        ("support", "c", "why", ("c", "answer", "why")),
        ("support", "c", "a->thesis", ("c", "support", "a->thesis")),
        ("attack", "c", "a", ("c", "attack", "a")),
        ("undercut", "c", "a", ("c", "attack", "a->thesis")),
        ("undercut", "c", "a->thesis", ("c", "attack", "a->thesis")),
        ("link", "c", "a", ("a+c", "support", "thesis")),
        ("insert", "c", "a->thesis", ("a", "support", "c")),
    ],
)
def test_each_effect_connects_in_its_way(
    effect: str, premise: str, target: str, made: tuple[str, str, str]
) -> None:
    editor = editor_of(sketch("why?; thesis <- a; c"))
    assert effects.refusal(editor.map, effect, *ids(premise, target)) == ""
    found: list[RecordId] = []
    check_edit(editor, lambda t: found.append(effects.carry_out(t, effect, *ids(premise, target))))
    assert made in drawn(editor.map) - drawn(sketch("thesis <- a"))
    said = editor.map.relations[found[0]]
    assert ("+".join(said.premises), said.kind.value, said.target) == made


@pytest.mark.parametrize(
    ("effect", "premise", "target", "fault"),
    [
        ("support", "a", "thesis", "The two are connected like that already."),
        ("link", "a", "a", "The two are linked already."),
        ("link", "c", "thesis", NOTHING_YET),
        ("undercut", "c", "thesis", NOTHING_YET),
        ("undercut", "c", "x", NOTHING_YET),
        ("insert", "a", "a->thesis", "The claim is part of this step already."),
        ("dance", "c", "a", "There is no way to connect called dance."),
    ],
)
def test_what_cannot_be_had_says_why(effect: str, premise: str, target: str, fault: str) -> None:
    editor = editor_of(sketch("thesis <- a; c; why? <- x"))
    assert effects.refusal(editor.map, effect, *ids(premise, target)) == fault
    assert check_refusal(editor, lambda t: effects.carry_out(t, effect, *ids(premise, target))) == fault
    assert effects.drop_on(editor.map, effect, *ids(premise, target)).text == fault


@settings(max_examples=60)
@given(maps(), st.data())
def test_what_is_refused_is_refused_and_all_else_can_be_had(map_: ArgumentMap, data: st.DataObject) -> None:
    if not map_.claims:
        return
    premise = data.draw(st.sampled_from(list(map_.claims)))
    target = data.draw(st.sampled_from([*map_.claims, *map_.relations]))
    for choice in effects.choices(map_, premise, target):
        editor = editor_of(map_)
        if choice.refusal:
            with pytest.raises(rules.Violation):
                editor.edit("Connect", lambda t, c=choice: effects.carry_out(t, c.effect, premise, target))
        else:
            check_edit(editor, lambda t, c=choice: effects.carry_out(t, c.effect, premise, target))
            assert editor.map != map_


def test_a_card_and_an_arrow_offer_their_own_ways() -> None:
    map_ = sketch("thesis <- a; c")
    on_card = [choice.effect for choice in effects.choices(map_, *ids("c", "a"))]
    on_arrow = [choice.effect for choice in effects.choices(map_, *ids("c", "a->thesis"))]
    assert on_card == ["support", "attack", "undercut", "link"]
    assert on_arrow == ["undercut", "insert", "support"]


def test_asking_is_refused_only_where_no_way_is_left() -> None:
    map_ = sketch("thesis <- a; thesis <x- a; c <- a")
    fine, refused = (effects.drop_on(map_, "ask", *ids("a", target)) for target in ("c", "thesis"))
    assert (fine.element, fine.effect, fine.text) == ("c", "ask", "Connect")
    assert (refused.effect, refused.text) == ("refused", "The two are connected like that already.")


def test_a_drop_says_in_words_what_it_would_do() -> None:
    map_ = sketch("thesis <- a; c")
    said = {way: effects.drop_on(map_, way, *ids("c", "a")).text for way in effects.ON_CARD}
    assert said == {
        "support": "Supports",
        "attack": "Attacks",
        "undercut": "Undercuts its inference",
        "link": "Links with",
    }


def test_the_step_of_a_claim_is_the_first_by_which_it_bears_on_something_and_never_an_answer() -> None:
    map_ = sketch("why? <- a; thesis <- a; other <- a")
    assert effects.step_of(map_, RecordId("a")).id == "a->other"
    assert effects.step_of(map_, RecordId("a->why")).id == "a->why"
    with pytest.raises(rules.Violation, match=NOTHING_YET):
        effects.step_of(map_, RecordId("why"))


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ("attack", {("b", "support", "c"), ("a", "attack", "b")}),
        ("reverse", {("b", "support", "c"), ("b", "support", "a")}),
        ("delete", {("b", "support", "c")}),
    ],
)
def test_a_relation_is_changed_as_answered(answer: str, left: set[tuple[str, str, str]]) -> None:
    editor = editor_of(sketch("c <- b; b <- a"))
    check_edit(editor, lambda t: effects.change_relation(t, RecordId("a->b"), answer))
    assert drawn(editor.map) == left


def test_a_relation_is_made_weak_or_strong_and_nothing_unheard_of() -> None:
    editor = editor_of(sketch("b <- a"))
    for strength in Strength:
        editor.edit("Set", lambda t, s=strength: effects.change_relation(t, RecordId("a->b"), s.value))
        assert editor.map.relations[RecordId("a->b")].strength is strength
    fault = check_refusal(editor, lambda t: effects.change_relation(t, RecordId("a->b"), "dance"))
    assert fault == "A relation cannot be changed to dance."


def test_the_changes_of_a_relation_say_which_cannot_be_made() -> None:
    map_ = sketch("b <- a; a <x- b; c <- a + b")
    assert effects.changes(map_, RecordId("a->b")) == (
        Choice("support"),
        Choice("attack"),
        Choice("reverse"),
        Choice("delete"),
    )
    said = {choice.effect: choice.refusal for choice in effects.changes(map_, RecordId("b-x>a"))}
    assert said["support"] == "That would be a loop: the target already supports this claim."
    assert effects.changes(map_, RecordId("a+b->c"))[2].refusal != ""


def test_every_relation_of_the_sample_can_be_changed_as_offered_and_not_otherwise() -> None:
    map_ = sample()
    for key in map_.relations:
        for choice in effects.changes(map_, key):
            editor = editor_of(map_)
            edit = partial(effects.change_relation, relation=key, answer=choice.effect)
            if choice.refusal:
                assert check_refusal(editor, edit) == choice.refusal
            else:
                check_edit(editor, edit)


def test_an_undo_step_is_named_after_its_effect() -> None:
    named = {
        effect: effects.label_of(effect) for effect in ("support", "insert", "weak", "reverse", "delete")
    }
    assert named == {
        "support": "Support",
        "insert": "Insert between",
        "weak": "Set strength",
        "reverse": "Reverse",
        "delete": "Delete",
    }
