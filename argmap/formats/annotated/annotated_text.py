"""What an annotated text says: the paragraphs with their passages, and the claims that rest on them.

It is made from a map once and set out by each format in its own way. Passages and entries are known by their
numbers: those of passages are links only, those of entries are seen by the reader.
"""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One passage, as far as it lies over some words."""

    passage: int
    """Its number, in reading order, from 1."""
    entry: int
    """The number of the entry that rests on it."""
    role: Role
    says: str
    """What the entry says, in a few words."""
    is_moved: bool
    """Its place is no more than the likeliest: to be checked."""
    is_step: bool = False
    """Its entry is a step, and no claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words with the same passages over them."""

    text: str
    marks: tuple[Mark, ...] = ()
    """The innermost first: that one is shown."""
    begun: tuple[Mark, ...] = ()
    """Those that have their first words here."""
    ended: tuple[Mark, ...] = ()
    """Those that have their last words here, in the order of their entries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The voice that begins to speak with a paragraph."""

    name: str
    monogram: str
    change: str
    """“voice change”, or what else is to be said of its beginning; empty for the first voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One line of the text that is not empty."""

    number: int | None
    """As the reader counts; None for a heading."""
    pieces: tuple[Piece, ...]
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a passage of an entry stands."""

    passage: int
    words: str
    """“¶7”, with the page where the text has pages."""
    is_moved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Some words about an entry, linked to another where they name one."""

    text: str
    entry: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What an entry does to others, or others to it, in one way."""

    words: str
    """“Supports”, “Attacked by”."""
    others: tuple[tuple[Phrase, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A claim, or a step from claims to a claim, as the list shows it."""

    number: int
    role: Role
    kind: str
    """The role's name, or “Step”."""
    text: str
    voice: str = ""
    credence: str = ""
    spots: tuple[Spot, ...] = ()
    lost: tuple[str, ...] = ()
    """The words of passages that are no longer in the text."""
    bearings: tuple[Bearing, ...] = ()

    @property
    def is_step(self) -> bool:
        """Whether it is a step, and no claim."""
        return self.kind == "Step"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedText:
    """One text of a map."""

    title: str
    author: str = ""
    date: str = ""
    citation: str = ""
    """One line of Markdown."""
    map_title: str = ""
    paragraphs: tuple[Paragraph, ...]
    entries: tuple[Entry, ...] = ()
    """Those that rest on the text, in its order."""
    others: tuple[Entry, ...] = ()
    """Those that do not, and are joined to them by relations."""

    @property
    def body(self) -> tuple[Paragraph, ...]:
        """The paragraphs, without a heading that only says the title once more."""
        first = self.paragraphs[0] if self.paragraphs else None
        repeats = first is not None and first.number is None and first.pieces == (Piece(text=self.title),)
        return self.paragraphs[1:] if repeats else self.paragraphs

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that passages have, in the order in which a reader learns them."""
        marked = {m.role for p in self.paragraphs for piece in p.pieces for m in piece.marks}
        return tuple(role for role in Role if role in marked)
