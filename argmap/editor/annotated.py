"""Makes of a map's text what can be written out for readers: see `formats.annotated`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from argmap.editor.words import ROLE_NAMES, title_of
from argmap.formats.annotated.annotated_text import (
    AnnotatedText,
    Bearing,
    Entry,
    Mark,
    Paragraph,
    Phrase,
    Piece,
    Speaker,
    Spot,
)
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, Participant, Relation, Source
from argmap.model.roles import ArrowKind, arrow_kind_of, role_of_element
from argmap.source.lines import Line, lines_of
from argmap.source.numbering import Numbering
from argmap.source.pages import page_words
from argmap.source.passages import Passage, Segments, passages_of
from argmap.source.text import Paragraph as Stretch
from argmap.source.text import paragraphs

_FEW = 72
"""So many letters of a claim stand where another names it."""
_DOES: Mapping[ArrowKind, str] = {
    ArrowKind.SUPPORT: "Supports",
    ArrowKind.ATTACK: "Attacks",
    ArrowKind.CONFLICT: "Attacks",
    ArrowKind.UNDERCUT: "Undercuts",
    ArrowKind.ANSWER: "Answers",
    ArrowKind.WARRANT: "Backs",
}
_SUFFERS: Mapping[ArrowKind, str] = {
    ArrowKind.SUPPORT: "Supported by",
    ArrowKind.ATTACK: "Attacked by",
    ArrowKind.CONFLICT: "Attacked by",
    ArrowKind.UNDERCUT: "Undercut by",
    ArrowKind.ANSWER: "Answered by",
    ArrowKind.WARRANT: "Backed by",
}


def annotated(map_: ArgumentMap, source: RecordId) -> AnnotatedText:
    """One text of a map, with its passages and all claims that they bear on, at whatever remove."""
    return _Reading(map_, map_.sources[source]).text()


class _Reading:
    """One text in the making: passages and elements have their numbers."""

    def __init__(self, map_: ArgumentMap, source: Source) -> None:
        self._map = map_
        self._source = source
        self._names: dict[RecordId, str] = {}
        found = passages_of(map_, source)
        self._numbering = Numbering(source.body)
        self._lines = [
            (line, stretch)
            for line, stretch in zip(lines_of(map_, source), paragraphs(source.body), strict=True)
            if line.number is not None
        ]
        shown = _with_words(found, source.body)
        self._passages = {passage.excerpt: n for n, passage in enumerate(shown, start=1)}
        self._segments = Segments(shown)
        own = [x for x in map_.excerpts.values() if x.source == source.id]
        self._lost = [excerpt for excerpt in own if excerpt.id not in self._passages]
        self._resting = list(dict.fromkeys([*(p.element for p in shown), *(x.element for x in self._lost)]))
        self._further = list(_joined_to(map_, self._resting))
        every = enumerate([*self._resting, *self._further], start=1)
        self._entries = {element: number for number, element in every}

    def text(self) -> AnnotatedText:
        source = self._source
        return AnnotatedText(
            title=title_of(source),
            author=source.author,
            date=source.date,
            citation=source.citation,
            map_title=self._map.info.title,
            paragraphs=tuple(self._paragraphs()),
            entries=tuple(map(self._entry, self._resting)),
            others=tuple(map(self._entry, self._further)),
        )

    def _paragraphs(self) -> Iterator[Paragraph]:
        pieces = self._pieces()
        for line, stretch in self._lines:
            number = line.number or None  # a heading is told apart by having none
            yield Paragraph(number=number, pieces=tuple(pieces[stretch]), speaker=_speaker(line))

    def _pieces(self) -> dict[Stretch, list[Piece]]:
        """The pieces of each paragraph; a passage begins and ends where it has its first and last words."""
        found = [(stretch, *cut) for _, stretch in self._lines for cut in self._cuts(stretch)]
        first: dict[RecordId, int] = {}
        last: dict[RecordId, int] = {}
        for index, (_, _, passages) in enumerate(found):
            for passage in passages:
                first.setdefault(passage.excerpt, index)
                last[passage.excerpt] = index
        made: dict[Stretch, list[Piece]] = {stretch: [] for _, stretch in self._lines}
        for index, (stretch, text, passages) in enumerate(found):
            begun = [p for p in passages if first[p.excerpt] == index]
            ended = [p for p in passages if last[p.excerpt] == index]
            made[stretch].append(
                Piece(
                    text=text,
                    marks=tuple(map(self._mark, passages)),
                    begun=tuple(map(self._mark, begun)),
                    ended=tuple(sorted(map(self._mark, ended), key=lambda mark: mark.entry)),
                )
            )
        return made

    def _cuts(self, stretch: Stretch) -> Iterator[tuple[str, tuple[Passage, ...]]]:
        """The words of a paragraph, cut where passages begin and end."""
        body, at = self._source.body, stretch.start
        for segment in self._segments.between(stretch.start, stretch.end):
            start, end = max(segment.start, stretch.start), min(segment.end, stretch.end)
            if at < start:
                yield body[at:start], ()
            yield body[start:end], segment.passages
            at = end
        if at < stretch.end:
            yield body[at : stretch.end], ()

    def _mark(self, passage: Passage) -> Mark:
        return Mark(
            passage=self._passages[passage.excerpt],
            entry=self._entries[passage.element],
            role=passage.role,
            says=self._named(passage.element),
            is_moved=self._map.excerpts[passage.excerpt].anchoring is Anchoring.MOVED,
            is_step=passage.element in self._map.relations,
        )

    def _entry(self, element: RecordId) -> Entry:
        role = role_of_element(self._map, element)
        claim = self._map.claims.get(element)
        voice = self._map.find(Participant, claim.participant if claim else None)
        credence = claim.credence if claim else None
        return Entry(
            number=self._entries[element],
            role=role,
            kind=ROLE_NAMES[role] if claim else "Step",
            text=claim.text if claim else self._step(self._map.relations[element]),
            voice=voice.name if voice else "",
            credence="" if credence is None else f"{round(100 * credence)}%",
            spots=tuple(self._spots(element)),
            lost=tuple(x.exact for x in self._lost if x.element == element),
            bearings=tuple(self._bearings(element)),
        )

    def _spots(self, element: RecordId) -> Iterator[Spot]:
        held = [x for x in self._map.excerpts_of(element) if x.id in self._passages]
        for excerpt in sorted(held, key=lambda x: self._passages[x.id]):
            yield Spot(
                passage=self._passages[excerpt.id],
                words=self._where(excerpt),
                is_moved=excerpt.anchoring is Anchoring.MOVED,
            )

    def _where(self, excerpt: Excerpt) -> str:
        """“¶7”, “¶7–8, p. 12”; “heading” for what stands there alone."""
        source = self._source
        first, last = self._numbering.between(excerpt.start, excerpt.end)
        if first == 0:
            words = "heading" if last == 0 else f"heading to ¶{last}"
        else:
            words = f"¶{first}" if first == last else f"¶{first}–{last}"
        pages = page_words(source, excerpt.start, excerpt.end)
        return f"{words}, {pages}" if pages else words

    def _bearings(self, element: RecordId) -> Iterator[Bearing]:
        map_ = self._map
        ways: dict[str, list[tuple[Phrase, ...]]] = {}
        for relation in map_.leaving(element) if element in map_.claims else ():
            said = ways.setdefault(_DOES[arrow_kind_of(map_, relation)], [])
            said.append((*self._aim(relation.target), *self._with(relation, element)))
        for relation in map_.arriving(element):
            said = ways.setdefault(_SUFFERS[arrow_kind_of(map_, relation)], [])
            said.append(self._joined(relation.premises))
        yield from (Bearing(words=words, others=tuple(others)) for words, others in ways.items())

    def _aim(self, target: RecordId) -> tuple[Phrase, ...]:
        relation = self._map.relations.get(target)
        if relation is None:
            return (self._phrase(target),)
        between = (Phrase(text=" to "), *self._aim(relation.target))
        return (Phrase(text="the step from "), *self._joined(relation.premises), *between)

    def _with(self, relation: Relation, element: RecordId) -> tuple[Phrase, ...]:
        """The premises that a claim is linked with."""
        rest = [premise for premise in relation.premises if premise != element]
        return (Phrase(text=", together with "), *self._joined(rest)) if rest else ()

    def _joined(self, claims: Iterable[RecordId]) -> tuple[Phrase, ...]:
        found: list[Phrase] = []
        for claim in claims:
            found += [Phrase(text=" and ")] if found else []
            found.append(self._phrase(claim))
        return tuple(found)

    def _phrase(self, claim: RecordId) -> Phrase:
        return Phrase(text=self._named(claim), entry=self._entries.get(claim))

    def _named(self, element: RecordId) -> str:
        if element not in self._names:
            self._names[element] = self._few_words(element)
        return self._names[element]

    def _few_words(self, element: RecordId) -> str:
        claim = self._map.claims.get(element)
        if claim is None:
            return self._step(self._map.relations[element])
        few = textwrap.shorten(claim.text, _FEW, placeholder="…").removesuffix(".")
        return few or claim.label or "an empty claim"

    def _step(self, relation: Relation) -> str:
        """“From ‘…’ to ‘…’”."""
        words = (
            "".join(f"‘{phrase.text}’" if phrase.entry else phrase.text for phrase in said)
            for said in (self._joined(relation.premises), self._aim(relation.target))
        )
        return "From {} to {}".format(*words)


def _with_words(passages: Iterable[Passage], body: str) -> list[Passage]:
    """Those that cover anything a reader sees."""
    return [passage for passage in passages if body[passage.start : passage.end].strip()]


def _joined_to(map_: ArgumentMap, elements: Iterable[RecordId]) -> Iterable[RecordId]:
    """The claims that relations join to elements, at whatever remove, in the order of the map."""
    resting = set(elements)
    seen = set(resting)
    waiting = list(resting)
    while waiting:
        key = waiting.pop()
        relation = map_.relations.get(key)
        near = [other.id for other in map_.arriving(key)]
        near += [other.id for other in map_.leaving(key)]
        near += [*relation.premises, relation.target] if relation else []
        fresh = set(near) - seen
        seen |= fresh
        waiting += fresh
    further = seen - resting
    return [claim for claim in map_.claims if claim in further]


def _speaker(line: Line) -> Speaker | None:
    if line.heading is None or line.voice is None:
        return None
    inferred = "voice change inferred" if line.heading.inferred else "voice change"
    change = inferred if line.is_change else ""
    return Speaker(name=line.voice.name, monogram=line.voice.monogram, change=change)
