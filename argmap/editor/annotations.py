"""The map's passages as annotations for other programs, and theirs as passages of the map."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from argmap.editor import labels
from argmap.editor.editor import Editor
from argmap.editor.placing import Columns
from argmap.editor.words import count
from argmap.edits.annotations import Found, Imported, import_annotations
from argmap.formats import web_annotations
from argmap.formats.errors import Cancelled
from argmap.formats.web_annotations import (
    Annotations,
    Remark,
    WebAnnotation,
    fingerprint_of,
    text_iri,
    text_of,
)
from argmap.layout.geometry import Point, Rect
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.progress import Progress
from argmap.model.records import Anchoring, Claim, Excerpt, Note, NoteKind, Participant, Source
from argmap.model.roles import role_of_element
from argmap.source.anchor import Place
from argmap.source.finding import Finder

_FINDING, _ALL_BUT_DONE = 0.9, 0.99
"""The shares of an import that are done once the passages are found, and once they can be committed."""
_T = TypeVar("_T")


def annotations_file(map_: ArgumentMap) -> bytes:
    """All excerpts of a map as a file, by text and then in reading order."""
    iris = {source.id: text_iri(source.id, _fingerprint(source)) for source in map_.sources.values()}
    order = {source: number for number, source in enumerate(map_.sources)}
    excerpts = sorted(map_.excerpts.values(), key=lambda x: (order[x.source], x.start, x.end, x.id))
    made = [_annotation(map_, excerpt, iri=iris[excerpt.source]) for excerpt in excerpts]
    return web_annotations.write(made, title=map_.info.title or "Argument map", creators=map_.info.authors)


def _annotation(map_: ArgumentMap, excerpt: Excerpt, *, iri: str) -> WebAnnotation:
    claim = map_.find(Claim, excerpt.element)
    is_lost = excerpt.anchoring is Anchoring.LOST
    return WebAnnotation(
        key=excerpt.id,
        source=iri,
        title=map_.sources[excerpt.source].title,
        exact=excerpt.exact,
        prefix=excerpt.prefix,
        suffix=excerpt.suffix,
        span=None if is_lost else (excerpt.start, excerpt.end),
        text=claim.text if claim else "",
        element=excerpt.element,
        role=role_of_element(map_, excerpt.element),
        tags=claim.tags if claim else (),
        remarks=tuple(_remark(map_, note) for note in map_.notes_of(excerpt.id)),
    )


def _remark(map_: ArgumentMap, note: Note) -> Remark:
    author = map_.find(Participant, note.author)
    is_question = note.kind in (NoteKind.QUESTION, NoteKind.FACT_CHECK)
    name = author.name if author else ""
    return Remark(text=note.body, creator=name, created=note.time, is_question=is_question)


def _fingerprint(source: Source) -> str:
    """What tells a text from others, whatever map it is in."""
    return hashlib.sha256(source.body.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of the annotations of a file."""

    imported: Imported
    found: int
    to_check: int
    """How many stand elsewhere than they say, or in other words."""
    not_found: int
    left_aside: int

    @property
    def is_empty(self) -> bool:
        """Whether the map is as it was."""
        new = self.imported
        return not (new.claims or new.passages or new.notes or new.voices or new.tags)

    def told(self, name: str) -> str:
        """All of it, in a sentence or two; `name` is that of the file."""
        new = self.imported
        parts = [
            count(len(new.claims), "new claim") if new.claims else "",
            count(len(new.passages), "passage") if new.passages else "",
            count(len(new.notes), "comment") if new.notes else "",
            count(len(new.tags), "tag") if new.tags else "",
            count(len(new.voices), "voice") if new.voices else "",
        ]
        came = "Imported " + ", ".join(part for part in parts if part)
        if self.is_empty:
            is_whole = not self.not_found and not self.left_aside
            all_of_it = "Everything in" if is_whole else "All that was found of"
            came = f"{all_of_it} “{name}” is on the map already"
        rest = [
            f"{self.to_check:,} to be checked" if self.to_check else "",
            f"{self.not_found:,} not found" if self.not_found else "",
            f"{self.left_aside:,} not about a passage" if self.left_aside else "",
        ]
        more = ", ".join(part for part in rest if part)
        return came + (f"; {more}" if more else "")


def bring_in(
    editor: Editor,
    read: Annotations,
    source: RecordId,
    *,
    boxes: Mapping[RecordId, Rect],
    middle: Point,
    progress: Progress,
) -> Outcome:
    """Take in, as one step, the annotations whose passages are found in a text of the map.

    Those that were written from another of its texts are looked for there. New claims go below all cards, or
    about `middle`. Raises `Violation`, and `Cancelled` where `progress` said so, which is asked until all is
    ready to be committed: then nothing is changed.
    """
    searched = _reported(read.passages, progress, begun=0.0, done=_FINDING)
    found = list(_found(editor.map, searched, source))
    transaction = editor.transaction()
    columns = Columns(boxes.values(), middle, len(found))
    taken = _reported(found, progress, begun=_FINDING, done=_ALL_BUT_DONE)
    imported = import_annotations(transaction, taken, at=columns.place)
    if not progress(_ALL_BUT_DONE):
        raise Cancelled
    editor.commit(labels.IMPORT_ANNOTATIONS, transaction, gesture=object(), select=imported.claims or None)
    return Outcome(
        imported=imported,
        found=len(found),
        to_check=sum(each.place.anchoring is Anchoring.MOVED for each in found),
        not_found=len(read.passages) - len(found),
        left_aside=read.left_aside,
    )


def _reported(things: Sequence[_T], progress: Progress, *, begun: float, done: float) -> Iterator[_T]:
    """All things, telling before each how far one has come between two shares."""
    for number, thing in enumerate(things):
        if not progress(begun + (done - begun) * number / len(things)):
            raise Cancelled
        yield thing


def _found(map_: ArgumentMap, passages: Iterable[WebAnnotation], chosen: RecordId) -> Iterator[Found]:
    searches: dict[RecordId, _Search] = {}
    for annotation in passages:
        source = map_.find(Source, text_of(annotation.source)) or map_.sources[chosen]
        if source.id not in searches:
            searches[source.id] = _Search(source)
        place = searches[source.id].place_of(annotation)
        if place.anchoring is not Anchoring.LOST:
            yield Found(annotation, source.id, place)


class _Search:
    """Looks for the passages of annotations in one text."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._fingerprint = _fingerprint(source)
        self._finder = Finder(source.body, source.body)

    def place_of(self, annotation: WebAnnotation) -> Place:
        """Where the passage stands; one without words is never sure: nothing tells that the text is its."""
        body, span = self._source.body, annotation.span
        if span is not None and not annotation.exact:
            is_there = span[1] <= len(body) and body[slice(*span)].strip()
            return Place(*span, Anchoring.MOVED if is_there else Anchoring.LOST, 0.0)
        if span is not None and self._is_of_this_body(annotation) and body[slice(*span)] == annotation.exact:
            return Place(*span, Anchoring.KEPT, 1.0)
        return self._finder.find_quote(
            annotation.exact, prefix=annotation.prefix, suffix=annotation.suffix, near=span
        )

    def _is_of_this_body(self, annotation: WebAnnotation) -> bool:
        """Whether we wrote it, and of this text as it is to the letter: then its place was chosen here."""
        return fingerprint_of(annotation.source) == self._fingerprint
