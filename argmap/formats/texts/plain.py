"""Plain text, from a file or pasted: any usual encoding, lines wrapped by hand made into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from argmap.formats.errors import Locked, NotAText
from argmap.formats.texts.decoding import decoded
from argmap.formats.texts.found_text import FoundText, checked, cited, one_line, tidied
from argmap.formats.texts.request import Request

_WIDEST, _NARROWEST = 100, 40
_FULL = 0.9
_MOSTLY = 0.8
_FEWEST_WRAPS = 3
_SHORTEST_WRAPPED, _FEWEST_WORDS = 20, 3
_STANZAS, _LONG_STANZAS = 3, 2
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_PROSE_BEGINS = re.compile(r"[\"'“‘«(\[]*[^\W\d_]")
_PROSE_ENDS = re.compile(r"[.!?…][\"'”’»)\]\d]*$")
_MID_SENTENCE = re.compile(r"[^\W_][\"'”’»)\]]*[,-]?$")
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
        body = checked(without_separators(unwrapped(tidied(text))))
        request.report(1)
        title = _heading(body) or request.stem
        return FoundText(
            title=title, body=body, citation=cited(title), file=request.name, encodings=encodings
        )


def pasted(text: str) -> FoundText:
    """What was pasted, as plain text; a `TextProblem` where that is nothing, or too much."""
    body = checked(without_separators(unwrapped(tidied(text))))
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


def without_separators(text: str) -> str:
    """One paragraph a line, where empty lines do nothing but part paragraphs; a poem's stanzas stay apart."""
    lines = text.split("\n")
    are_all_parted = all(not (line and following) for line, following in pairwise(lines))
    return "\n".join(filter(None, lines)) if are_all_parted else text


def unwrapped(text: str) -> str:
    """The text with lines that were wrapped to a width joined into paragraphs, where that is certain.

    A line break is a wrap where the next word would not have fitted: line, space and word are together longer
    than nine tenths of the longest line of several words. Breaks before an empty, an indented or a listed
    line never are. The text is taken for wrapped where its longest line has 40 to 100 characters, four in
    five of its breaks between lines of text are wraps, at least three, and at most half of these end a
    sentence. Then each wrap becomes a space, or nothing behind a hyphen; other breaks stay. A text that is
    not taken for wrapped stays as it is, but for what `_wrapped_paragraphs` is sure of.
    """
    lines = text.split("\n")
    width = max((len(line) for line in lines if " " in line.strip()), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return _joined(lines, _wrapped_paragraphs(lines))
    inner = [at for at in range(len(lines) - 1) if lines[at].strip() and _is_running_on(lines[at + 1])]
    wraps = [at for at in inner if _is_full(lines[at], lines[at + 1], width)]
    ends = sum(bool(_SENTENCE_END.search(lines[at])) for at in wraps)
    if len(wraps) < max(_FEWEST_WRAPS, _MOSTLY * len(inner)) or ends > len(wraps) / 2:
        return _joined(lines, _wrapped_paragraphs(lines))
    return _joined(lines, set(wraps))


def _is_running_on(line: str) -> bool:
    return bool(line) and not _OWN_LINE.match(line)


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > _FULL * width


def _wrapped_paragraphs(lines: list[str]) -> set[int]:
    """The line breaks inside paragraphs that can only be wraps, in a text with empty lines between them.

    Such a paragraph is a sentence or more, from its capital to its full stop, and each of its breaks stands
    in the midst of a sentence where the next word would not have fitted. One break of the text in the midst
    of a sentence where it would have fitted shows that all may be meant. Stanzas are alike in their number of
    lines, and a salutation is a line with a comma.
    """
    blocks = _blocks(lines)
    several = [block for block in blocks if len(block) > 1]
    width = max((len(lines[at]) for block in several for at in block), default=0)
    if len(blocks) < 2 or not _SHORTEST_WRAPPED <= width <= _WIDEST or _are_stanzas(blocks):
        return set()
    inside = {at for block in several for at in block[:-1] if _is_mid_sentence(lines[at], lines[at + 1])}
    if not all(_is_cut(lines[at], lines[at + 1], width) for at in inside):
        return set()
    prose = [block for block in several if inside.issuperset(block[:-1])]
    return {at for block in prose if _is_whole([lines[at] for at in block]) for at in block[:-1]}


def _blocks(lines: list[str]) -> list[range]:
    """The places of the lines between empty ones."""
    ends = [at for at, line in enumerate([*lines, ""]) if not line.strip()]
    starts = [0, *(end + 1 for end in ends)]
    return [range(start, end) for start, end in zip(starts, ends, strict=False) if end > start]


def _are_stanzas(blocks: list[range]) -> bool:
    sizes = {len(block) for block in blocks}
    fewest = _STANZAS if sizes == {2} else _LONG_STANZAS
    return len(sizes) == 1 and sizes != {1} and len(blocks) >= fewest


def _is_mid_sentence(line: str, following: str) -> bool:
    return bool(_MID_SENTENCE.search(line)) and following[0].islower()


def _is_cut(line: str, following: str, width: int) -> bool:
    """Whether a line of several words is broken only because the next word is too long for it."""
    is_full = len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
    return is_full and len(line.split()) >= _FEWEST_WORDS


def _is_whole(lines: list[str]) -> bool:
    """Whether lines are a sentence or more; two of which the first ends in a comma may be a letter's."""
    begin, end = _PROSE_BEGINS.match(lines[0]), _PROSE_ENDS.search(lines[-1])
    is_letter = len(lines) == 2 and lines[0].endswith(",")
    return bool(begin and begin[0][-1].isupper() and end) and not is_letter


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
