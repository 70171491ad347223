"""What is asked of a text format: a file's bytes and name, and how to go about reading it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePath
from typing import Protocol

from argmap.formats.errors import BrokenText, Cancelled, TextProblem, TextTooLarge
from argmap.formats.texts.found_text import FoundText
from argmap.model.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One file to be read."""

    data: bytes
    name: str = ""
    """The file's own name, without a folder; empty where the text comes from no file."""
    encoding: str | None = None
    """Chosen by the person; None lets the bytes decide."""
    password: str | None = None
    progress: Progress | None = None

    @property
    def stem(self) -> str:
        """The name without its ending: the title where the file tells none."""
        return PurePath(self.name).stem

    def report(self, share: float) -> None:
        """Tell how far it has come; `Cancelled` where that is enough."""
        if self.progress is not None and not self.progress(min(max(share, 0.0), 1.0)):
            raise Cancelled


class TextFormat(Protocol):
    """One format that texts come in."""

    @property
    def title(self) -> str:
        """The format's name for people."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of its files, each with its dot, the usual one first."""

    def can_read(self, data: bytes) -> bool:
        """Whether the bytes show that they are of this format; False where only the name could tell."""

    def read(self, request: Request) -> FoundText:
        """The text; a `TextProblem` where there is none, `Cancelled` where the person stopped it."""


@contextmanager
def foreign_code(kind: str) -> Iterator[None]:
    """Turn whatever a library raises over a file into `BrokenText`; `kind` is the format with its article."""
    try:
        yield
    except (TextProblem, Cancelled):
        raise
    except MemoryError:
        raise TextTooLarge from None
    except Exception as error:  # on damaged bytes the parsers raise anything, AttributeErrors and all
        raise BrokenText(kind) from error
