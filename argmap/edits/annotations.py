"""Verbs for annotations made elsewhere: passages with what others say of them come into the map.

A passage that another program marked becomes a claim in the words of the text, as if it had been dragged onto
the map, and what people say about it a comment on the passage: comments are remarks about a text, seldom
propositions of it, and a comment keeps its author, its day and its Markdown. Only what is given as the
passage's content, and no comment, becomes the words of a claim. What comes in twice is there once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec.structs import replace

from argmap.edits.claims import placed_claim
from argmap.edits.participants import participant_named
from argmap.formats.web_annotations import Remark, WebAnnotation, text_of
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, AnyRecord, Claim, ClaimKind, Excerpt, Note, NoteKind, Source
from argmap.model.rules import Violation
from argmap.model.text import normalized
from argmap.model.transaction import Transaction
from argmap.source.anchor import Place, placed
from argmap.source.quote import Quote, words_of
from argmap.source.turns import voice_at

Spot = Callable[[str], tuple[float, float]]
"""Where on the map a new claim with these words goes."""

_Span = tuple[RecordId, int, int]
"""A source with the offsets of a passage."""

_KINDS = {kind.value: kind for kind in (ClaimKind.EVIDENCE, ClaimKind.QUESTION)}


class Found(NamedTuple):
    """An annotation with the place of its passage in a text of the map; the place is not lost."""

    annotation: WebAnnotation
    source: RecordId
    place: Place


@dataclass(slots=True)
class Imported:
    """What came in."""

    claims: list[RecordId] = field(default_factory=list)
    """New ones."""
    passages: list[RecordId] = field(default_factory=list)
    """New excerpts, those of new claims too."""
    notes: list[RecordId] = field(default_factory=list)
    voices: list[RecordId] = field(default_factory=list)
    tags: list[tuple[RecordId, str]] = field(default_factory=list)
    """What claims are tagged with that were not, new ones too."""


def import_annotations(transaction: Transaction, found: Iterable[Found], *, at: Spot) -> Imported:
    """Take annotations into the map; what came in."""
    intake = _Intake(transaction, at)
    for each in found:
        intake.take(each)
    transaction.put(*intake.records())
    return intake.imported


class _Intake:
    """Annotations that are being taken in, with what has become of those before.

    The records are made first and put all at once, and what is there is looked up once: a map that is changed
    for every annotation, and asked again, would cost the square of their number.
    """

    def __init__(self, transaction: Transaction, at: Spot) -> None:
        self._transaction = transaction
        self._at = at
        self._before = transaction.map
        self._made: dict[RecordId, AnyRecord] = {}
        self._names: dict[RecordId, RecordId] = {}
        """The claims made of elements of another map."""
        self._voices = {voice.name: voice.id for voice in self._before.participants.values()}
        self._resting: dict[_Span, dict[str, RecordId]] = {}
        """The claims that have a passage, by their texts."""
        self._placed: dict[tuple[RecordId, _Span], Excerpt] = {}
        """The excerpts by their elements and places."""
        self._unsure: dict[tuple[RecordId, RecordId, str], Excerpt] = {}
        """Those whose places are not sure, by their elements, sources and words."""
        self._bodies: dict[RecordId, set[str]] = {}
        """What is said of a passage already."""
        self._tags: dict[RecordId, dict[str, None]] = {}
        for excerpt in self._before.excerpts.values():
            self._note(excerpt)
        self.imported = Imported()

    def take(self, found: Found) -> None:
        """Take one annotation in."""
        annotation = found.annotation
        source = self._transaction.get(Source, found.source)
        start, end = _within(source, found.place)
        span = source.id, start, end
        element = self._element(annotation, self._resting.get(span, {}))
        if element is None:
            element = self._new_claim(annotation, Quote(*span), source)
        for tag in annotation.tags:
            self._tag(element, normalized(tag))
        excerpt = self._placed.get((element, span)) or self._unsure.get(
            (element, source.id, annotation.exact)
        )
        if excerpt is None:
            excerpt = self._new_excerpt(found, source, element)
        for remark in annotation.remarks:
            self._remark(excerpt.id, remark)

    def records(self) -> Iterator[AnyRecord]:
        """What is new, and the claims that are tagged."""
        for claim in dict.fromkeys(claim for claim, _ in self.imported.tags):
            self._made[claim] = replace(self._claim(claim), tags=tuple(self._tags[claim]))
        yield from self._made.values()

    def _claim(self, key: RecordId) -> Claim:
        found = self._made.get(key)
        return found if isinstance(found, Claim) else self._before.claims[key]

    def _fresh(self, prefix: str) -> RecordId:
        while (key := self._transaction.ids(prefix)) in self._made:
            pass
        return key

    def _element(self, annotation: WebAnnotation, here: Mapping[str, RecordId]) -> RecordId | None:
        """What the passage belongs to: the element it was written from, or a claim that has it already."""
        named = annotation.element
        if named in self._names:
            return self._names[named]
        if named is not None and self._is_named(named, annotation):
            return named
        return here.get(annotation.text) if annotation.text else next(iter(here.values()), None)

    def _is_named(self, element: RecordId, annotation: WebAnnotation) -> bool:
        """Whether an element of the map is the one that the annotation was written from."""
        # One that has just been added may have been given an id of theirs by chance.
        claim = self._before.find(Claim, element)
        if claim is None and element not in self._before.relations:
            return False
        is_of_text = text_of(annotation.source) in self._before.sources
        return is_of_text or (claim is not None and claim.text == annotation.text)

    def _new_claim(self, annotation: WebAnnotation, quote: Quote, source: Source) -> RecordId:
        words = annotation.text if annotation.text.strip() else words_of(source, quote)
        claim, placement = placed_claim(
            self._fresh("c"),
            words,
            at=self._at(words),
            kind=_KINDS.get(annotation.role, ClaimKind.CLAIM) if annotation.element else ClaimKind.CLAIM,
            participant=voice_at(source, quote.start),
        )
        self._made |= {claim.id: claim, placement.id: placement}
        if annotation.element is not None:
            self._names[annotation.element] = claim.id
        self.imported.claims.append(claim.id)
        return claim.id

    def _tag(self, element: RecordId, tag: str) -> None:
        if element in self._before.relations:
            return
        tags = self._tags.setdefault(element, dict.fromkeys(self._claim(element).tags))
        if tag not in tags:
            tags[tag] = None
            self.imported.tags.append((element, tag))

    def _new_excerpt(self, found: Found, source: Source, element: RecordId) -> Excerpt:
        (start, end), annotation = _within(source, found.place), found.annotation
        blank = Excerpt(
            id=self._fresh("x"),
            element=element,
            source=source.id,
            exact=annotation.exact or source.body[start:end],
            prefix=annotation.prefix,
            suffix=annotation.suffix,
            start=start,
            end=end,
        )
        excerpt = placed(source, blank, found.place)
        self._made[excerpt.id] = excerpt
        self._note(excerpt)
        self.imported.passages.append(excerpt.id)
        return excerpt

    def _note(self, excerpt: Excerpt) -> None:
        span = excerpt.source, excerpt.start, excerpt.end
        self._placed.setdefault((excerpt.element, span), excerpt)
        if excerpt.anchoring is not Anchoring.KEPT:
            self._unsure.setdefault((excerpt.element, excerpt.source, excerpt.exact), excerpt)
        if excerpt.element not in self._before.relations:
            claims = self._resting.setdefault(span, {})
            claims.setdefault(self._claim(excerpt.element).text, excerpt.element)

    def _remark(self, excerpt: RecordId, remark: Remark) -> None:
        body = normalized(remark.text)
        if excerpt not in self._bodies:
            self._bodies[excerpt] = {note.body for note in self._before.notes_of(excerpt)}
        if body in self._bodies[excerpt]:
            return
        self._bodies[excerpt].add(body)
        note = Note(
            id=self._fresh("n"),
            element=excerpt,
            kind=NoteKind.QUESTION if remark.is_question else NoteKind.COMMENT,
            body=body,
            author=self._voice(remark.creator) if remark.creator else None,
            time=remark.created,
        )
        self._made[note.id] = note
        self.imported.notes.append(note.id)

    def _voice(self, name: str) -> RecordId:
        # Not as an analyst: the first of these is who makes this map.
        if name not in self._voices:
            colour = len(self._before.participants) + len(self.imported.voices)
            voice = participant_named(name, key=self._fresh("p"), colour=colour)
            self._made[voice.id] = voice
            self._voices[name] = voice.id
            self.imported.voices.append(voice.id)
        return self._voices[name]


def _within(source: Source, place: Place) -> tuple[int, int]:
    if not 0 <= place.start < place.end <= len(source.body):
        raise Violation("There is no such passage in the text.")
    return place.start, place.end
