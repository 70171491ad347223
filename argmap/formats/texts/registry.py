"""The formats that texts come in: found by what a file holds, or else by how its name ends."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from argmap.formats.errors import TextTooLarge
from argmap.formats.native import LARGEST
from argmap.formats.texts.epub import Epub
from argmap.formats.texts.found_text import FoundText
from argmap.formats.texts.markdown import Markdown
from argmap.formats.texts.pdf import Pdf
from argmap.formats.texts.plain import PlainText
from argmap.formats.texts.request import Request, TextFormat
from argmap.formats.texts.web_page import WebPage
from argmap.formats.texts.word_file import WordFile
from argmap.model.progress import Progress


@dataclass(frozen=True, slots=True)
class TextFormats:
    """Formats, the one that takes anything last."""

    formats: tuple[TextFormat, ...] = (Pdf(), Epub(), WordFile(), WebPage(), Markdown(), PlainText())

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of all files that can be brought in."""
        return tuple(suffix for format_ in self.formats for suffix in format_.suffixes)

    def for_file(self, data: bytes, name: str) -> TextFormat:
        """The format that the bytes show, or else that the name stands for, or else plain text."""
        ending = PurePath(name).suffix.lower()
        shown = (format_ for format_ in self.formats if format_.can_read(data))
        named = (format_ for format_ in self.formats if ending in format_.suffixes)
        return next(shown, None) or next(named, self.formats[-1])


def read_text(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    password: str | None = None,
    progress: Progress | None = None,
) -> FoundText:
    """The text in a file's bytes; a `TextProblem` where there is none, `Cancelled` where `progress` says no.

    `name` is the file's own; `encoding` one of `decoding.ENCODINGS`, for plain text, Markdown and web pages.
    It may be called in any thread, but by one at a time: the PDF library bears no more.
    """
    if len(data) > LARGEST:
        raise TextTooLarge
    own_name = PurePath(name).name
    request = Request(data=data, name=own_name, encoding=encoding, password=password, progress=progress)
    return TextFormats().for_file(data, own_name).read(request)
