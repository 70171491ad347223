"""Random small maps that keep every rule, for Hypothesis."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from argmap.edits.annotations import Found
from argmap.formats.web_annotations import Remark, WebAnnotation
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId, placement_id
from argmap.model.records import (
    Anchoring,
    AnyRecord,
    Claim,
    ClaimKind,
    Excerpt,
    Flag,
    Group,
    MapInfo,
    Note,
    NoteKind,
    Participant,
    Placement,
    Relation,
    RelationKind,
    Source,
    Standing,
    Strength,
    VoiceTurn,
)
from argmap.source.anchor import Place

ODD = (
    "",
    "e\u0301",
    "👩\u200d🔬 says",
    "\u202eright to left",
    "two\nlines",
    "nul\0",
    '“quoted” \\ "',
    "\u2028",
    "\U0010ffff",
)
"""Texts that have tripped programs up."""


def texts(largest: int = 12) -> SearchStrategy[str]:
    """Any text that UTF-8 can hold, the odd ones often."""
    return st.sampled_from(ODD) | st.text(max_size=largest)


def coordinates() -> SearchStrategy[float]:
    """Places as a file holds them: to a tenth of a pixel."""
    return st.integers(-100_000, 100_000).map(lambda tenths: round(tenths / 10, 1))


def found_annotations(source: RecordId, elements: SearchStrategy[RecordId]) -> SearchStrategy[Found]:
    """Annotations of others with a place in a text, or outside it."""
    remark = st.builds(Remark, text=texts(), creator=texts())
    annotation = st.builds(
        WebAnnotation,
        exact=texts(),
        text=texts(),
        element=st.none() | elements,
        role=st.sampled_from(["", "evidence", "question", "reason"]),
        tags=st.lists(texts(), max_size=2).map(tuple),
        remarks=st.lists(remark, max_size=2).map(tuple),
    )
    anchorings, offsets = st.sampled_from([Anchoring.KEPT, Anchoring.MOVED]), st.integers(-2, 50)
    return st.builds(
        Found, annotation, st.just(source), st.builds(Place, offsets, offsets, anchorings, st.just(1.0))
    )


@st.composite
def maps(draw: DrawFn, most_claims: int = 6) -> ArgumentMap:
    """A small map: every kind of record, linked premises, undercuts, warrants and odd texts may be in it."""
    participants = draw(_participants())
    sources = draw(_sources(_ids(participants)))
    claims = draw(_claims(_ids(participants), most_claims))
    relations = draw(_relations(claims)) if claims else []
    elements = [*_ids(claims), *_ids(relations)]
    excerpts = draw(_excerpts(elements, sources)) if elements else []
    notes = draw(_notes([*elements, *_ids(excerpts)], _ids(participants))) if elements else []
    return ArgumentMap(
        [
            *draw(_infos(claims)),
            *participants,
            *sources,
            *claims,
            *relations,
            *excerpts,
            *notes,
            *draw(_groups(_ids(claims))),
            *draw(_placements(_ids(claims))),
        ]
    )


def _ids(records: Sequence[AnyRecord]) -> list[RecordId]:
    return [record.id for record in records]


def _numbered(prefix: str, count: int) -> list[RecordId]:
    return [RecordId(f"{prefix}{number}") for number in range(1, count + 1)]


def _some(keys: Sequence[RecordId], most: int = 3) -> SearchStrategy[tuple[RecordId, ...]]:
    if not keys:
        return st.just(())
    return st.lists(st.sampled_from(keys), unique=True, max_size=most).map(tuple)


def _one_or_none(keys: Sequence[RecordId]) -> SearchStrategy[RecordId | None]:
    return st.none() | st.sampled_from(keys) if keys else st.none()


@st.composite
def _infos(draw: DrawFn, claims: Sequence[Claim]) -> list[AnyRecord]:
    if not draw(st.booleans()):
        return []
    questions = [claim.id for claim in claims if claim.kind is ClaimKind.QUESTION]
    return [
        MapInfo(
            title=draw(texts()),
            abstract=draw(texts()),
            authors=tuple(draw(st.lists(texts(), max_size=2))),
            question=draw(_one_or_none(questions)),
            theses=draw(_some(_ids(claims))),
        )
    ]


@st.composite
def _participants(draw: DrawFn) -> list[Participant]:
    keys = _numbered("p", draw(st.integers(0, 3)))
    return [
        Participant(
            id=key,
            name=draw(texts()),
            monogram=draw(texts(2)),
            colour=draw(st.integers(0, 20)),
            standing=draw(st.sampled_from(Standing)),
            reported_by=draw(_one_or_none(keys)),
        )
        for key in keys
    ]


@st.composite
def _sources(draw: DrawFn, participants: Sequence[RecordId]) -> list[Source]:
    return [
        Source(
            id=key,
            title=draw(texts()),
            author=draw(texts()),
            citation=draw(texts()),
            file=draw(texts()),
            body=body,
            voices=tuple(
                VoiceTurn(
                    start=draw(st.integers(0, len(body))), participant=who, inferred=draw(st.booleans())
                )
                for who in draw(_some(participants))
            ),
        )
        for key in _numbered("t", draw(st.integers(0, 2)))
        for body in [draw(texts(60))]
    ]


@st.composite
def _claims(draw: DrawFn, participants: Sequence[RecordId], most: int) -> list[Claim]:
    return [
        Claim(
            id=key,
            text=draw(texts(40)),
            label=draw(texts()),
            kind=draw(st.sampled_from(ClaimKind)),
            participant=draw(_one_or_none(participants)),
            credence=draw(st.none() | st.floats(0, 1)),
            implicit=draw(st.booleans()),
            tags=tuple(draw(st.lists(texts(), max_size=2))),
            flag=draw(st.none() | st.sampled_from(Flag)),
        )
        for key in _numbered("c", draw(st.integers(0, most)))
    ]


@st.composite
def _relations(draw: DrawFn, claims: Sequence[Claim]) -> list[Relation]:
    """Relations point at claims or at earlier relations, so that no undercut runs in a circle."""
    questions = {claim.id for claim in claims if claim.kind is ClaimKind.QUESTION}
    found: list[Relation] = []
    for key in _numbered("r", draw(st.integers(0, 2 * len(claims)))):
        target = draw(st.sampled_from([*_ids(claims), *_ids(found)]))
        premises = draw(_some([claim.id for claim in claims if claim.id != target]))
        if not premises:
            continue
        kinds = [kind for kind in RelationKind if kind is not RelationKind.ANSWER or target in questions]
        found.append(
            Relation(
                id=key,
                premises=premises,
                target=target,
                kind=draw(st.sampled_from(kinds)),
                strength=draw(st.sampled_from(Strength)),
                reading=draw(texts()),
                scheme=draw(texts()),
            )
        )
    return found


@st.composite
def _excerpts(draw: DrawFn, elements: Sequence[RecordId], sources: Sequence[Source]) -> list[Excerpt]:
    found: list[Excerpt] = []
    filled = [source for source in sources if source.body]
    for key in _numbered("x", draw(st.integers(0, 3)) if filled else 0):
        source = draw(st.sampled_from(filled))
        start = draw(st.integers(0, len(source.body) - 1))
        end = draw(st.integers(start + 1, len(source.body)))
        anchoring = draw(st.sampled_from(Anchoring))
        beyond = draw(st.integers(0, 100)) if anchoring is Anchoring.LOST else 0
        found.append(
            Excerpt(
                id=key,
                element=draw(st.sampled_from(elements)),
                source=source.id,
                exact=source.body[start:end],
                prefix=source.body[max(0, start - 32) : start],
                suffix=source.body[end : end + 32],
                start=start + beyond,
                end=end + beyond,
                anchoring=anchoring,
            )
        )
    return found


@st.composite
def _notes(draw: DrawFn, elements: Sequence[RecordId], participants: Sequence[RecordId]) -> list[Note]:
    return [
        Note(
            id=key,
            element=draw(st.sampled_from(elements)),
            kind=draw(st.sampled_from(NoteKind)),
            body=draw(texts(30)),
            author=draw(_one_or_none(participants)),
            time=draw(st.sampled_from(("", "2026-11-24T09:00:00Z"))),
            resolved=draw(st.booleans()),
        )
        for key in _numbered("n", draw(st.integers(0, 4)))
    ]


@st.composite
def _groups(draw: DrawFn, claims: Sequence[RecordId]) -> list[Group]:
    keys = _numbered("g", draw(st.integers(0, 2)))
    return [Group(id=key, title=draw(texts()), members=draw(_some(claims))) for key in keys]


@st.composite
def _placements(draw: DrawFn, claims: Sequence[RecordId]) -> list[Placement]:
    return [
        Placement(
            id=placement_id(claim),
            element=claim,
            x=draw(coordinates()),
            y=draw(coordinates()),
            width=draw(st.none() | st.sampled_from((160.0, 224.0, 300.5))),
            pinned=draw(st.booleans()),
        )
        for claim in draw(_some(claims, most=len(claims)))
    ]
