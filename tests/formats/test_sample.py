"""The essay's map, fact by fact."""

from __future__ import annotations

from collections import Counter

import pytest

from argmap.formats.native import read
from argmap.model import rules
from argmap.model.ids import RecordId
from argmap.model.records import ClaimKind, Flag, NoteKind, RelationKind, Standing, Strength
from argmap.model.roles import Role, conflict_partner, is_undercut, role_of
from argmap.resources import resource
from argmap.source.anchor import is_exact, make_excerpt
from argmap.source.coverage import coverage
from argmap.source.numbering import Numbering
from argmap.source.text import paragraphs, word_count
from tests.architecture.checkout import ROOT

MAP = read(resource("examples", "stalins-goals.argmap").read_bytes())
SEED = ROOT / "seeds" / "000_12cabf25366d99b4.txt"
ESSAY = MAP.sources[RecordId("essay")]

ROLES = {
    Role.QUESTION: "q1",
    Role.THESIS: "c12 c15 c20",
    Role.OBJECTION: "c14 c16 c29",
    Role.UNDERCUT: "c17 u1",
    Role.IMPLICIT: "i1 i2",
    Role.EVIDENCE: "c03 c05 c11 c26 c27 c28 c30",
    Role.REASON: "c01 c02 c04 c06 c07 c08 c09 c10 c13 c18 c19 c21 c22 c23 c24 c25 c31",
}
VOICES = {
    "A1": "c02 c03 c04 c05 c06 c07 c09 c10 c11 c12 c13 c14 c17 c18 c19",
    "A2": "c20 c21 c22 c23 c24 c25 c26 c27 c28 c30 c31",
    "PO": "c01 c08 c15",
    "LT": "c16",
    "WA": "c29",
    "ME": "q1 i1 i2 u1",
}
RELATIONS = """
    a1 c12 answer q1, a2 c15 answer q1, a3 c20 answer q1,
    s01 c01 support c12, s02 c08 support c12, s03 c14 support c12, s04 c02 support c01, s05 c04 support c01,
    s06 c06 support c01, s07 c07 support c01, s08 c03 support c02, s09 c05 support c04, s10 c10 support c07,
    s11 c11 support c10, s12 c13 support c08, s13 c18 support c14, s14 c22 support c15, s15 c21 support c20,
    s16 c22 support c20, s17 c23 support c20, s18 c24 support c20, s19 c30 support c31, s20 c25 support c23,
    s21 c26 support c25, s22 c27 support c24, s23 c28 support c24,
    l1 c09+i1 support c10, l2 c19+c18 support c08, l3 i2+c31 support c22,
    r1 c14 attack c15, r2 c16 attack c14, r3 c29 attack c28, r4 c14 attack c22, r5 c22 attack c14,
    x1 c17 attack r2, x2 u1 attack s13
"""
CREDENCES = """
    c01 90 c02 95 c03 90 c04 60 c05 70 c06 85 c07 80 c08 90 c09 95 c10 75 c11 95 c12 80 c13 85 c14 55 c15 45
    c16 90 c17 75 c18 90 c19 85 c20 70 c21 90 c22 70 c23 80 c24 75 c25 80 c26 90 c27 90 c28 85 c29 60
    c30 30 c31 60 i1 25 i2 70 u1 80
"""
PARAGRAPHS = {1: "c01 c02 c03 c04 c05", 2: "c06 c07 c08 c09 c10 c11", 3: "c12 c13 c14 c15 c16 c17 c18 c19",
              4: "c20 c21 c22 c23 c24 u1", 5: "c25", 6: "c26 c27 c28", 7: "c29 c30 c31"}  # fmt: skip


def test_it_keeps_every_rule_and_has_nothing_unread() -> None:
    assert rules.check(MAP) == []
    assert MAP.unread == ()


def test_it_says_what_it_is_about() -> None:
    assert MAP.info.title == "Stalin’s goals"
    assert MAP.info.question == "q1"
    assert MAP.info.abstract == (
        "Two answers to one question, and a third that is only quoted. "
        "They part over the spread of Communism."
    )


def test_the_source_is_the_essay_to_the_letter() -> None:
    assert ESSAY.body.encode() == SEED.read_bytes()
    assert (ESSAY.title, ESSAY.file) == ("What were Stalin’s goals?", SEED.name)
    assert (len(ESSAY.body), word_count(ESSAY.body), len(paragraphs(ESSAY.body))) == (4772, 789, 8)


def test_the_second_voice_begins_at_the_fourth_paragraph_by_inference() -> None:
    numbering, lines = Numbering(ESSAY.body), paragraphs(ESSAY.body)
    turns = [(lines[numbering.at(turn.start)], turn) for turn in ESSAY.voices]
    assert [(where.number, turn.participant, turn.inferred) for where, turn in turns] == [
        (1, "A1", False),
        (4, "A2", True),
    ]
    assert all(where.start == turn.start for where, turn in turns)


def test_six_participants_speak_or_are_reported() -> None:
    assert {p.id: (p.name, p.monogram, p.standing, p.reported_by) for p in MAP.participants.values()} == {
        "A1": ("First answerer", "1", Standing.AUTHOR, None),
        "A2": ("Second answerer", "2", Standing.AUTHOR, None),
        "PO": ("pohnpei", "P", Standing.REPORTED, "A1"),
        "LT": ("Lenin & Trotsky", "LT", Standing.REPORTED, "A1"),
        "WA": ("Western allies", "W", Standing.REPORTED, "A2"),
        "ME": ("Analyst", "A", Standing.ANALYST, None),
    }
    assert sorted(p.colour for p in MAP.participants.values()) == list(range(6))


def test_every_claim_has_its_role_and_its_voice() -> None:
    assert len(MAP.claims) == 35
    for role, keys in ROLES.items():
        assert {key for key, claim in MAP.claims.items() if role_of(MAP, claim) is role} == set(keys.split())
    for voice, keys in VOICES.items():
        assert {key for key, claim in MAP.claims.items() if claim.participant == voice} == set(keys.split())
    assert MAP.claims[RecordId("q1")].kind is ClaimKind.QUESTION
    assert all(claim.label and len(claim.label) <= 34 for claim in MAP.claims.values())
    assert all(claim.tags for key, claim in MAP.claims.items() if key != "q1")


def test_the_analyst_believes_each_claim_to_its_degree() -> None:
    words = CREDENCES.split()
    given = dict(zip(words[::2], (int(word) / 100 for word in words[1::2]), strict=True))
    assert {key: claim.credence for key, claim in MAP.claims.items() if claim.credence is not None} == given


def test_the_relations_are_those_of_the_analysis() -> None:
    found = {f"{r.id} {'+'.join(r.premises)} {r.kind} {r.target}" for r in MAP.relations.values()}
    assert found == {line.strip() for line in RELATIONS.split(",")}
    assert all(relation.reading for relation in MAP.relations.values())
    assert {key for key, r in MAP.relations.items() if r.strength is Strength.STRONG} == {
        "s07",
        "s11",
        "s22",
        "l2",
    }
    assert {key for key, r in MAP.relations.items() if r.strength is Strength.WEAK} == {
        "s08",
        "s13",
        "s14",
        "l1",
    }


def test_two_relations_are_undercut_three_are_linked_and_one_conflict_is_mutual() -> None:
    relations = MAP.relations
    assert {key for key, r in relations.items() if is_undercut(MAP, r)} == {"x1", "x2"}
    assert {key for key, r in relations.items() if len(r.premises) > 1} == {"l1", "l2", "l3"}
    assert {key for key, r in relations.items() if conflict_partner(MAP, r)} == {"r4", "r5"}
    assert Counter(r.kind for r in relations.values()) == {
        RelationKind.SUPPORT: 26, RelationKind.ATTACK: 7, RelationKind.ANSWER: 3}  # fmt: skip


def test_every_claim_of_the_text_rests_on_exact_words_with_their_context() -> None:
    assert {x.element for x in MAP.excerpts.values()} == set(MAP.claims) - {"q1", "i1", "i2"}
    for excerpt in MAP.excerpts.values():
        assert is_exact(ESSAY, excerpt)
        assert ESSAY.body.count(excerpt.exact) == 1
        again = make_excerpt(ESSAY, (excerpt.start, excerpt.end), key=excerpt.id, element=excerpt.element)
        assert excerpt == again
    assert coverage(ESSAY, MAP.excerpts.values()) == pytest.approx(0.66, abs=0.005)


def test_every_excerpt_lies_in_the_paragraph_that_the_analysis_names() -> None:
    numbering = Numbering(ESSAY.body)
    for number, keys in PARAGRAPHS.items():
        found = {x.element for x in MAP.excerpts.values() if numbering.at(x.start) == number}
        assert found == set(keys.split())


def test_the_notes_are_the_analysts() -> None:
    notes = MAP.notes.values()
    assert Counter(note.kind for note in notes) == {
        NoteKind.NOTE: 11, NoteKind.SOURCE: 6, NoteKind.COMMENT: 5, NoteKind.QUESTION: 24}  # fmt: skip
    assert {(note.author, note.time, note.resolved) for note in notes} == {
        ("ME", "2026-11-24T09:00:00Z", False)
    }
    assert all(note.id.startswith(f"n-{note.element}-") for note in notes)
    question = next(note for note in MAP.notes_of(RecordId("c21")))
    assert question.body == "No reason is given anywhere in the essay: the map shows a gap here."


def test_the_date_in_c30_is_the_worked_example_of_an_annotation() -> None:
    assert {key: claim.flag for key, claim in MAP.claims.items() if claim.flag} == {"c30": Flag.DATE}
    kinds = [note.kind for note in MAP.notes_of(RecordId("c30"))]
    assert kinds == [NoteKind.NOTE, NoteKind.SOURCE, NoteKind.SOURCE, NoteKind.COMMENT, NoteKind.QUESTION]
    assert "**6 June 1944**" in MAP.notes_of(RecordId("c30"))[0].body


def test_every_claim_has_a_place_within_the_drawing() -> None:
    places = [MAP.placement(key) for key in MAP.claims]
    assert all(place and 0 <= place.x <= 1652 and 0 <= place.y <= 1128 for place in places)
    assert len({(place.x, place.y) for place in places if place}) == 35
    widths = {str(key): place.width for key in MAP.claims if (place := MAP.placement(key))}
    assert (widths["q1"], widths["c12"], widths["c14"], widths["c15"], widths["c24"]) == (
        440,
        None,
        None,
        272,
        148,
    )
