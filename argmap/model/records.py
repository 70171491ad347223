"""The records an argument map is made of: small frozen values that refer to each other by id.

Every kind of record has one table in the map and one tag in the file. A field left at its default is
not written. `extra` keeps what a file says about a record and this version does not know.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from argmap.model.ids import MAP_ID, RecordId


class ClaimKind(StrEnum):
    """What the analyst says a claim is; every other role follows from its relations."""

    CLAIM = "claim"
    EVIDENCE = "evidence"
    QUESTION = "question"


class RelationKind(StrEnum):
    """How premises bear on a target."""

    SUPPORT = "support"
    ATTACK = "attack"
    ANSWER = "answer"


class Strength(StrEnum):
    """How much a relation carries, in the analyst's judgement."""

    WEAK = "weak"
    NORMAL = "normal"
    STRONG = "strong"


class NoteKind(StrEnum):
    """What an annotation is for."""

    NOTE = "note"
    QUESTION = "question"
    FACT_CHECK = "fact-check"
    SOURCE = "source"
    COMMENT = "comment"


class Flag(StrEnum):
    """Why a claim wants a second look."""

    DATE = "date"
    FACT = "fact"
    QUOTE_LOST = "quote-lost"
    DISPUTED = "disputed"
    TO_DO = "to-do"


class Standing(StrEnum):
    """How a participant speaks: in the text itself, as reported by another, or about the text."""

    AUTHOR = "author"
    REPORTED = "reported"
    ANALYST = "analyst"


class Anchoring(StrEnum):
    """How sure it is that a passage stands where its excerpt says, after its text was changed."""

    KEPT = "kept"
    """Its words stand there, to the letter."""
    MOVED = "moved"
    """The likeliest place, to be checked: other words stand there, or the same ones elsewhere too."""
    LOST = "lost"
    """Nowhere in the text; words and offsets are those it had before."""


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="record"):
    """What all records share."""

    id: RecordId
    """Unique in the map, over all kinds."""
    extra: dict[str, object] = msgspec.field(default_factory=dict)
    """Fields of the file that this version does not know, written back unchanged."""


class MapInfo(Record, frozen=True, kw_only=True, omit_defaults=True, tag="map"):
    """What the map is about."""

    id: RecordId = MAP_ID
    title: str = ""
    """Shown as the map's name."""
    abstract: str = ""
    """One or two sentences on what the map finds."""
    authors: tuple[str, ...] = ()
    """Who made the map."""
    question: RecordId | None = None
    """The claim, of kind question, that the map turns on."""
    theses: tuple[RecordId, ...] = ()
    """Claims that count as theses even where they answer no question."""


class Claim(Record, frozen=True, kw_only=True, omit_defaults=True, tag="claim"):
    """One proposition, in the analyst's words."""

    text: str
    """The proposition: plain text, may break lines."""
    label: str = ""
    """A short form for small scales; the text stands in where it is empty."""
    kind: ClaimKind = ClaimKind.CLAIM
    """Set by hand; reason, objection, undercutter and thesis follow from the relations."""
    participant: RecordId | None = None
    """Whose claim it is."""
    credence: float | None = None
    """The analyst's own degree of belief, 0 to 1; None where it is not set."""
    implicit: bool = False
    """Supplied by the analyst: the text never says it."""
    tags: tuple[str, ...] = ()
    """Free words to sort by."""
    flag: Flag | None = None
    """Why it wants a second look."""


class Relation(Record, frozen=True, kw_only=True, omit_defaults=True, tag="relation"):
    """One step of the argument, from premises to a target."""

    premises: tuple[RecordId, ...]
    """Claims; several are linked: none of them carries the step alone."""
    target: RecordId
    """A claim, or the relation that is supported (a warrant) or undercut."""
    kind: RelationKind = RelationKind.SUPPORT
    strength: Strength = Strength.NORMAL
    reading: str = ""
    """How the analyst reads the step, in a word or two: “cause”, “example”."""
    scheme: str = ""
    """The argumentation scheme it follows, by its name; empty where none is given."""


class VoiceTurn(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """From here on a source speaks with this voice."""

    start: int
    """Offset into the body, in code points."""
    participant: RecordId
    inferred: bool = False
    """The text does not mark the change: the analyst infers it."""


class PageStart(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """From here on a source is on this page of the book or file it was read from."""

    start: int
    """Offset into the body, in code points; a page without text begins where the next one does."""
    label: str
    """Its number as a reader would cite it: “12”, “xiv”."""


class Source(Record, frozen=True, kw_only=True, omit_defaults=True, tag="source"):
    """A text that claims rest on."""

    title: str
    author: str = ""
    date: str = ""
    """When it was written or published, as one would cite it: “1924”, “2026-11-05”."""
    citation: str = ""
    """How to cite it, as one line of Markdown."""
    file: str = ""
    """The file's own name it was read from, without a folder."""
    body: str
    """The whole text, lines ended by a newline, one paragraph a line."""
    voices: tuple[VoiceTurn, ...] = ()
    """Who speaks where, in order."""
    pages: tuple[PageStart, ...] = ()
    """Where its pages begin, in order; none where it has no pages."""


class Excerpt(Record, frozen=True, kw_only=True, omit_defaults=True, tag="excerpt"):
    """A passage of a source that an element rests on (W3C TextQuoteSelector and TextPositionSelector)."""

    element: RecordId
    """The claim or relation."""
    source: RecordId
    exact: str
    """The passage itself, as it read when a person last chose or confirmed it."""
    prefix: str = ""
    """Some words before it."""
    suffix: str = ""
    """Some words after it."""
    start: int
    """Offset of its first code point in the source's body."""
    end: int
    """Offset behind its last code point."""
    anchoring: Anchoring = Anchoring.KEPT
    """How sure its place is. A lost passage has none: its offsets may even lie beyond the text."""


class Note(Record, frozen=True, kw_only=True, omit_defaults=True, tag="note"):
    """An annotation."""

    element: RecordId
    """The claim, relation or excerpt it speaks of."""
    kind: NoteKind = NoteKind.NOTE
    body: str
    """Markdown."""
    author: RecordId | None = None
    """The participant who wrote it."""
    time: str = ""
    """When it was written: ISO 8601 in UTC, to the second; empty where it is not known."""
    resolved: bool = False
    """Dealt with."""


class Participant(Record, frozen=True, kw_only=True, omit_defaults=True, tag="participant"):
    """A voice in the argument."""

    name: str
    monogram: str
    """One or two characters for its mark."""
    colour: int = 0
    """Which of the voice tints its mark has: an index that wraps round."""
    standing: Standing = Standing.AUTHOR
    reported_by: RecordId | None = None
    """The participant through whom it is known."""


class Group(Record, frozen=True, kw_only=True, omit_defaults=True, tag="group"):
    """A frame with a title round some claims."""

    title: str
    members: tuple[RecordId, ...] = ()
    """Claims."""


class Placement(Record, frozen=True, kw_only=True, omit_defaults=True, tag="placement"):
    """Where an element stands; evaluation never looks at it."""

    element: RecordId
    """The claim; the placement's id is `placement_id` of it."""
    x: float
    """Left edge, in pixels at 100 %."""
    y: float
    """Top edge, in pixels at 100 %."""
    width: float | None = None
    """Set by hand; None where the card takes its kind's own width."""
    pinned: bool = False
    """Tidying leaves it where it is."""


AnyRecord = MapInfo | Claim | Relation | Source | Excerpt | Note | Participant | Group | Placement
"""The closed union of all records."""

RECORD_KINDS: tuple[type[Record], ...] = (
    MapInfo,
    Participant,
    Source,
    Claim,
    Relation,
    Excerpt,
    Note,
    Group,
    Placement,
)
"""All kinds, in the order in which a file lists them."""
