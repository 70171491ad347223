"""Plain text, from a file or pasted: any usual encoding, lines wrapped by hand made into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from argmap.formats.errors import Locked, NotAText
from argmap.formats.texts.decoding import decoded
from argmap.formats.texts.found_text import FoundText, checked, cited, one_line, tidied
from argmap.formats.texts.request import Request

_WIDEST, _NARROWEST = 100, 40
_FULL = 0.9
_MOSTLY = 0.8
_FEWEST_WRAPS = 3
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_OWN_LINE = re.compile(r"\s|[-*•–—>#|]|\(?\w{1,3}[.)]\s")
_LONGEST_HEADING = 100
_SAVE_AS = "Open it in its own program, save it as Word (.docx) or as text, and bring that in."
_FOREIGN: Mapping[bytes, str] = {
    b"{\\rtf": f"This is a rich text file (RTF). {_SAVE_AS}",
    b"PK\x03\x04": f"This is a packed file, or a format that argmap does not read. {_SAVE_AS}",
    b"\x89PNG": "This is a picture. Run it through text recognition (OCR) first.",
    b"\xff\xd8\xff": "This is a picture. Run it through text recognition (OCR) first.",
    b"GIF8": "This is a picture. Run it through text recognition (OCR) first.",
}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class PlainText:
    """The format that is tried when no other knows the bytes."""

    title = "Plain text"
    suffixes = (".txt", ".text", ".asc")

    def can_read(self, data: bytes) -> bool:
        """Never: anything might be plain text."""
        return False

    def read(self, request: Request) -> FoundText:
        """The text, its first line as its title where that looks like one, and the encodings that fit."""
        refuse_foreign(request.data)
        request.report(0)
        text, encodings = decoded(request.data, request.encoding)
        request.report(0.5)
        body = checked(unwrapped(tidied(text)))
        request.report(1)
        title = _heading(body) or request.stem
        return FoundText(
            title=title, body=body, citation=cited(title), file=request.name, encodings=encodings
        )


def pasted(text: str) -> FoundText:
    """What was pasted, as plain text; a `TextProblem` where that is nothing, or too much."""
    body = checked(unwrapped(tidied(text)))
    title = _heading(body)
    return FoundText(title=title, body=body, citation=cited(title))


def refuse_foreign(data: bytes) -> None:
    """`NotAText` or `Locked`, in words of its own, for kinds that are often tried in vain."""
    if data.startswith(_OLD_OFFICE):
        if _ENCRYPTED in data:
            raise Locked("This file is locked with a password. Save a copy without one, and bring that in.")
        raise NotAText(f"This is a file of an old Office version (.doc). {_SAVE_AS}")
    found = next((words for signature, words in _FOREIGN.items() if data.startswith(signature)), None)
    if found:
        raise NotAText(found)


def unwrapped(text: str) -> str:
    """The text with lines that were wrapped to a width joined into paragraphs, where that is certain.

    A line break is a wrap where the next word would not have fitted: line, space and word are together longer
    than nine tenths of the longest line of several words. Breaks before an empty, an indented or a listed
    line never are. The text is taken for wrapped where its longest line has 40 to 100 characters, four in
    five of its breaks between lines of text are wraps, at least three, and at most half of these end a
    sentence; else it stays as it is. Then each wrap becomes a space, or nothing behind a hyphen; other breaks
    stay.
    """
    lines = text.split("\n")
    width = max((len(line) for line in lines if " " in line.strip()), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return text
    inner = [at for at in range(len(lines) - 1) if lines[at].strip() and _is_running_on(lines[at + 1])]
    wraps = [at for at in inner if _is_full(lines[at], lines[at + 1], width)]
    ends = sum(bool(_SENTENCE_END.search(lines[at])) for at in wraps)
    if len(wraps) < max(_FEWEST_WRAPS, _MOSTLY * len(inner)) or ends > len(wraps) / 2:
        return text
    return _joined(lines, set(wraps))


def _is_running_on(line: str) -> bool:
    return bool(line) and not _OWN_LINE.match(line)


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > _FULL * width


def _joined(lines: list[str], wraps: set[int]) -> str:
    parts = []
    for at, line in enumerate(lines):
        parts += [line, ("" if line.endswith("-") else " ") if at in wraps else "\n"]
    return "".join(parts[:-1])


def _heading(body: str) -> str:
    """The first line, where it is short and no sentence; else nothing."""
    first, _, rest = body.lstrip().partition("\n")
    is_heading = len(first) <= _LONGEST_HEADING and bool(rest) and not _SENTENCE_END.search(first.rstrip())
    return one_line(first) if is_heading else ""
