"""Verbs for annotations made elsewhere: passages with what others say of them come into the map.

A passage that another program marked becomes a claim in the words of the text, as if it had been dragged onto
the map, and what people say about it a comment on the passage: comments are remarks about a text, seldom
propositions of it, and a comment keeps its author, its day and its Markdown. Only what is given as the
passage's content, and no comment, becomes the words of a claim. What comes in twice is there once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.edits.claims import add_claim, add_tag
from argmap.edits.notes import add_note
from argmap.edits.participants import add_participant
from argmap.formats.web_annotations import Remark, WebAnnotation, text_of
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Claim, ClaimKind, Excerpt, NoteKind, Source
from argmap.model.rules import Violation
from argmap.model.text import normalized
from argmap.model.transaction import Transaction
from argmap.source.anchor import Place, placed
from argmap.source.quote import Quote, words_of
from argmap.source.turns import voice_at

Spot = Callable[[str], tuple[float, float]]
"""Where on the map a new claim with these words goes."""

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


def import_annotations(transaction: Transaction, found: Iterable[Found], *, at: Spot) -> Imported:
    """Take annotations into the map; what came in."""
    intake = _Intake(transaction, at)
    for each in found:
        intake.take(each)
    return intake.imported


class _Intake:
    """Annotations that are being taken in, with what has become of those before."""

    def __init__(self, transaction: Transaction, at: Spot) -> None:
        self._transaction = transaction
        self._at = at
        self._before = transaction.map
        self._names: dict[RecordId, RecordId] = {}
        """The claims made of elements of another map."""
        self._voices = {voice.name: voice.id for voice in transaction.map.participants.values()}
        self._standing: dict[tuple[RecordId, int, int], list[Excerpt]] = {}
        for excerpt in transaction.map.excerpts.values():
            self._note(excerpt)
        self.imported = Imported()

    def take(self, found: Found) -> None:
        source = self._transaction.get(Source, found.source)
        span = _within(source, found.place)
        here = self._standing.get((source.id, *span), [])
        element = self._element(found.annotation, here)
        if element is None:
            element = self._new_claim(found.annotation, Quote(source.id, *span), source)
        if element in self._transaction.map.claims:
            for tag in found.annotation.tags:
                add_tag(self._transaction, [element], normalized(tag))
        excerpt = self._held(element, found)
        if excerpt is None:
            excerpt = self._new_excerpt(found, source, element)
        for remark in found.annotation.remarks:
            self._remark(excerpt.id, remark)

    def _element(self, annotation: WebAnnotation, here: Iterable[Excerpt]) -> RecordId | None:
        """What the passage belongs to: the element it was written from, or a claim that has it already."""
        map_ = self._transaction.map
        named = annotation.element
        if named in self._names:
            return self._names[named]
        if named is not None and self._is_named(named, annotation):
            return named
        for excerpt in here:
            claim = map_.find(Claim, excerpt.element)
            if claim is not None and annotation.text in ("", claim.text):
                return claim.id
        return None

    def _is_named(self, element: RecordId, annotation: WebAnnotation) -> bool:
        """Whether an element of the map is the one that the annotation was written from."""
        # One that has just been added may have been given an id of theirs by chance.
        claim = self._before.find(Claim, element)
        if claim is None and element not in self._before.relations:
            return False
        is_of_text = text_of(annotation.source) in self._before.sources
        return is_of_text or (claim is not None and claim.text == annotation.text)

    def _held(self, element: RecordId, found: Found) -> Excerpt | None:
        """The excerpt that the element has of the passage: there, or of these words at an unsure place."""
        for excerpt in self._transaction.map.excerpts_of(element):
            if excerpt.source != found.source:
                continue
            if (excerpt.start, excerpt.end) == (found.place.start, found.place.end):
                return excerpt
            if excerpt.anchoring is not Anchoring.KEPT and excerpt.exact == found.annotation.exact:
                return excerpt
        return None

    def _new_claim(self, annotation: WebAnnotation, quote: Quote, source: Source) -> RecordId:
        words = annotation.text if annotation.text.strip() else words_of(source, quote)
        claim = add_claim(
            self._transaction,
            words,
            at=self._at(words),
            kind=_KINDS.get(annotation.role, ClaimKind.CLAIM) if annotation.element else ClaimKind.CLAIM,
            participant=voice_at(source, quote.start),
        )
        if annotation.element is not None:
            self._names[annotation.element] = claim
        self.imported.claims.append(claim)
        return claim

    def _new_excerpt(self, found: Found, source: Source, element: RecordId) -> Excerpt:
        (start, end), annotation = _within(source, found.place), found.annotation
        blank = Excerpt(
            id=self._transaction.ids("x"),
            element=element,
            source=source.id,
            exact=annotation.exact or source.body[start:end],
            prefix=annotation.prefix,
            suffix=annotation.suffix,
            start=start,
            end=end,
        )
        excerpt = placed(source, blank, found.place)
        self._transaction.put(excerpt)
        self._note(excerpt)
        self.imported.passages.append(excerpt.id)
        return excerpt

    def _note(self, excerpt: Excerpt) -> None:
        key = excerpt.source, excerpt.start, excerpt.end
        self._standing.setdefault(key, []).append(excerpt)

    def _remark(self, excerpt: RecordId, remark: Remark) -> None:
        body = normalized(remark.text)
        if any(note.body == body for note in self._transaction.map.notes_of(excerpt)):
            return
        kind = NoteKind.QUESTION if remark.is_question else NoteKind.COMMENT
        author = self._voice(remark.creator) if remark.creator else None
        note = add_note(self._transaction, excerpt, body, kind=kind, author=author, time=remark.created)
        self.imported.notes.append(note)

    def _voice(self, name: str) -> RecordId:
        # Not as an analyst: the first of these is who makes this map.
        if name not in self._voices:
            self._voices[name] = add_participant(self._transaction, name)
        return self._voices[name]


def _within(source: Source, place: Place) -> tuple[int, int]:
    if not 0 <= place.start < place.end <= len(source.body):
        raise Violation("There is no such passage in the text.")
    return place.start, place.end
