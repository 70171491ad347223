"""What a card and an arrow show of the map: worked out once per change, so that painting only looks up."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import (
    Anchoring,
    Claim,
    Flag,
    Note,
    NoteKind,
    Participant,
    Relation,
    Standing,
    Strength,
)
from argmap.model.roles import ArrowKind, Role, arrow_kind_of, role_of
from argmap.source.numbering import Numberings


class CardFace(Struct, frozen=True, kw_only=True, cache_hash=True):
    """All that one card shows."""

    claim: RecordId
    role: Role
    text: str
    label: str
    """For small scales; the text where the claim has none."""
    monogram: str = ""
    voice: str = ""
    """Name of the participant, empty where the claim has none."""
    via: str = ""
    """“via 1”: through whom the voice is known; empty for those who speak in the text."""
    is_reported: bool = False
    tint: int = 0
    """Which of the voice tints its monogram stands on."""
    flag: Flag | None = None
    """Why it wants a second look: a lost quote comes before what the analyst says."""
    place: str = ""
    """“¶7”: the paragraph of its first excerpt, “¶7?” where that is not sure; empty where it has none."""
    is_unstated: bool = False
    """Supplied by the analyst: “not in text”."""
    notes: int = 0
    sources: int = 0
    comments: int = 0
    credence: float | None = None
    width: float | None = None
    """Set by hand; None for the kind's own."""

    @property
    def has_footer(self) -> bool:
        """Whether there is anything to say below the claim."""
        counted = self.notes or self.sources or self.comments
        return bool(self.place or self.is_unstated or counted) or self.credence is not None


class ArrowFace(Struct, frozen=True, kw_only=True, cache_hash=True):
    """All that one arrow shows."""

    relation: RecordId
    kind: ArrowKind
    strength: Strength = Strength.NORMAL
    is_linked: bool = False
    """Several premises share it."""


def face_of(map_: ArgumentMap, claim: Claim, *, numberings: Numberings) -> CardFace:
    """What the card of the claim shows."""
    voice = map_.find(Participant, claim.participant)
    reporter = map_.find(Participant, voice.reported_by) if voice else None
    placement = map_.placement(claim.id)
    notes = map_.notes_of(claim.id)
    sources, comments = _count(notes, NoteKind.SOURCE), _count(notes, NoteKind.COMMENT)
    return CardFace(
        claim=claim.id,
        role=role_of(map_, claim),
        text=claim.text,
        label=claim.label or claim.text,
        monogram=voice.monogram if voice else "",
        voice=voice.name if voice else "",
        via=f"via {reporter.monogram}" if reporter else "",
        is_reported=voice is not None and voice.standing is Standing.REPORTED,
        tint=voice.colour if voice else 0,
        flag=Flag.QUOTE_LOST if _has_lost(map_, claim) else claim.flag,
        place=_place(map_, claim, numberings=numberings),
        is_unstated=claim.implicit,
        notes=len(notes) - sources - comments,
        sources=sources,
        comments=comments,
        credence=claim.credence,
        width=placement.width if placement else None,
    )


def _count(notes: Iterable[Note], kind: NoteKind) -> int:
    return sum(note.kind is kind for note in notes)


def _place(map_: ArgumentMap, claim: Claim, *, numberings: Numberings) -> str:
    """The paragraph its first excerpt begins in; the heading of a source is paragraph 0."""
    standing = (held for held in map_.excerpts_of(claim.id) if held.anchoring is not Anchoring.LOST)
    first = next(standing, None)
    source = map_.sources.get(first.source) if first else None
    if first is None or source is None:
        return ""
    doubt = "?" if first.anchoring is Anchoring.MOVED else ""
    return f"¶{numberings.of(source).at(first.start)}{doubt}"


def _has_lost(map_: ArgumentMap, claim: Claim) -> bool:
    return any(held.anchoring is Anchoring.LOST for held in map_.excerpts_of(claim.id))


def arrow_face_of(map_: ArgumentMap, relation: Relation) -> ArrowFace:
    """What the arrow of the relation shows."""
    return ArrowFace(
        relation=relation.id,
        kind=arrow_kind_of(map_, relation),
        strength=relation.strength,
        is_linked=len(relation.premises) > 1,
    )
