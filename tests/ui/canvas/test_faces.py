from __future__ import annotations

import pytest

from argmap.formats.native import read
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import (
    Anchoring,
    Claim,
    Excerpt,
    Flag,
    Note,
    NoteKind,
    Relation,
    RelationKind,
    Source,
    Strength,
)
from argmap.model.roles import ArrowKind, Role
from argmap.resources import resource
from argmap.source.numbering import Numberings
from argmap.ui.canvas.faces import CardFace, arrow_face_of, face_of
from tests.builders import with_fields


@pytest.fixture(scope="module")
def sample() -> ArgumentMap:
    return read(resource("examples", "stalins-goals.argmap").read_bytes())


def _face(sample: ArgumentMap, claim: str) -> CardFace:
    return face_of(sample, sample.claims[RecordId(claim)], numberings=Numberings())


def test_the_card_of_a_flagged_piece_of_evidence(sample: ArgumentMap) -> None:
    face = _face(sample, "c30")
    assert (face.role, face.flag, face.place) == (Role.EVIDENCE, Flag.DATE, "¶7")
    assert (face.monogram, face.voice, face.via, face.is_reported) == ("2", "Second answerer", "", False)
    assert face.label == "France invaded, May 1944"
    assert (face.sources, face.comments, face.credence) == (2, 1, 0.3)
    assert face.notes >= 1
    assert not face.is_unstated


def test_the_card_of_a_reported_thesis(sample: ArgumentMap) -> None:
    face = _face(sample, "c15")
    assert (face.role, face.monogram, face.via, face.is_reported) == (Role.THESIS, "P", "via 1", True)
    assert face.place == "¶3"


def test_the_card_of_an_implicit_premise(sample: ArgumentMap) -> None:
    face = _face(sample, "i1")
    assert (face.role, face.is_unstated, face.place) == (Role.IMPLICIT, True, "")
    assert face.has_footer


def test_a_card_says_that_its_quote_is_lost_or_may_stand_elsewhere(sample: ArgumentMap) -> None:
    (excerpt,) = sample.excerpts_of(RecordId("c30"))
    moved = with_fields(sample, excerpt.id, anchoring=Anchoring.MOVED)
    assert (_face(moved, "c30").flag, _face(moved, "c30").place) == (Flag.DATE, "¶7?")
    lost = with_fields(sample, excerpt.id, anchoring=Anchoring.LOST)
    assert (_face(lost, "c30").flag, _face(lost, "c30").place) == (Flag.QUOTE_LOST, "")


def test_a_bare_claim_shows_only_its_text() -> None:
    claim = Claim(id=RecordId("a"), text="Rain falls.")
    face = face_of(ArgumentMap([claim]), claim, numberings=Numberings())
    assert face == CardFace(claim=claim.id, role=Role.CLAIM, text="Rain falls.", label="Rain falls.")
    assert not face.has_footer


def test_notes_are_counted_by_what_they_are_for() -> None:
    claim = Claim(id=RecordId("a"), text="Rain falls.", credence=0.0)
    kinds = [NoteKind.NOTE, NoteKind.QUESTION, NoteKind.FACT_CHECK, NoteKind.SOURCE, NoteKind.COMMENT]
    notes = [
        Note(id=RecordId(f"n{number}"), element=claim.id, kind=kind, body="x")
        for number, kind in enumerate([*kinds, NoteKind.COMMENT])
    ]
    face = face_of(ArgumentMap([claim, *notes]), claim, numberings=Numberings())
    assert (face.notes, face.sources, face.comments) == (3, 1, 2)
    assert face.has_footer


def test_the_heading_of_a_source_is_paragraph_nought_and_blank_lines_are_none() -> None:
    claim = Claim(id=RecordId("a"), text="Rain falls.")
    source = Source(id=RecordId("s"), title="", body="Title\n\nFirst.\nSecond.")

    def place(start: int) -> str:
        excerpt = Excerpt(
            id=RecordId("e"), element=claim.id, source=source.id, exact="x", start=start, end=start + 1
        )
        return face_of(ArgumentMap([claim, source, excerpt]), claim, numberings=Numberings()).place

    assert [place(0), place(7), place(14)] == ["¶0", "¶1", "¶2"]


def test_every_kind_of_arrow_of_the_sample(sample: ArgumentMap) -> None:
    def kind(relation: str) -> ArrowKind:
        return arrow_face_of(sample, sample.relations[RecordId(relation)]).kind

    assert kind("a1") is ArrowKind.ANSWER
    assert kind("s01") is ArrowKind.SUPPORT
    assert kind("r1") is ArrowKind.ATTACK
    assert kind("x2") is ArrowKind.UNDERCUT
    assert kind("r4") is kind("r5") is ArrowKind.CONFLICT


def test_a_support_of_an_arrow_is_its_warrant(sample: ArgumentMap) -> None:
    warrant = Relation(id=RecordId("w"), premises=(RecordId("c13"),), target=RecordId("s01"))
    map_ = ArgumentMap([*sample.values(), warrant])
    assert arrow_face_of(map_, warrant).kind is ArrowKind.WARRANT


def test_an_arrow_knows_strength_and_links(sample: ArgumentMap) -> None:
    face = arrow_face_of(sample, sample.relations[RecordId("l2")])
    assert (face.strength, face.is_linked) == (Strength.STRONG, True)
    assert sample.relations[RecordId("l2")].kind is RelationKind.SUPPORT
    assert not arrow_face_of(sample, sample.relations[RecordId("s07")]).is_linked
