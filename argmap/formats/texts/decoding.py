"""Bytes into letters: a byte order mark, UTF-8, Western Europe's code page, and then second guesses.

Windows-1252 is right for nearly all old files in Western languages, where statistics are often wrong; for
others it gives itself away: its letters stand in long runs, or signs like ³ and ¹ stand inside words. Only
then do the guesses of charset-normalizer go before it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

from argmap.formats.errors import NotAText
from argmap.formats.texts.found_text import FittingEncoding
from argmap.formats.texts.previews import previews

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ENCODINGS: Mapping[str, str] = {
    "utf-8": "Unicode (UTF-8)",
    "utf-8-sig": "Unicode (UTF-8)",
    "utf-16": "Unicode (UTF-16)",
    "utf-16-le": "Unicode (UTF-16)",
    "utf-16-be": "Unicode (UTF-16, big-endian)",
    "utf-32": "Unicode (UTF-32)",
    "cp1252": "Western European (Windows-1252)",
    "cp1250": "Central European (Windows-1250)",
    "iso8859-2": "Central European (ISO 8859-2)",
    "cp1251": "Cyrillic (Windows-1251)",
    "koi8-r": "Cyrillic (KOI8-R)",
    "cp1253": "Greek (Windows-1253)",
    "cp1254": "Turkish (Windows-1254)",
    "cp1255": "Hebrew (Windows-1255)",
    "cp1256": "Arabic (Windows-1256)",
    "cp1257": "Baltic (Windows-1257)",
    "cp1258": "Vietnamese (Windows-1258)",
    "shift_jis": "Japanese (Shift JIS)",
    "cp932": "Japanese (Windows-932)",
    "euc_jp": "Japanese (EUC-JP)",
    "gb18030": "Chinese, simplified (GB 18030)",
    "big5": "Chinese, traditional (Big5)",
    "euc_kr": "Korean (EUC-KR)",
    "mac-roman": "Western European (Mac Roman)",
    "cp850": "Western European (DOS 850)",
}
"""The encodings that can be chosen, by Python's names, with their names for people."""

# Python has others: punycode, which takes quadratic time, or unicode_escape.
_FOR_TEXTS = re.compile(r"(utf-(8|16|32)|iso8859|iso2022|cp\d|mac|koi8|euc|gb|big5|shift|johab|hz|tis)")
_SAMPLE = 64 * 1024
_BEFORE = 20
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")
_FIRST_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_LONG_RUN = re.compile(r"[À-ÖØ-öø-ÿ]{3,}")
_SIGN_IN_WORD = re.compile(r"(?<=[^\W\d_])[¡-©«-´¶¸-¿×÷€‚„†-‰‹›™](?=[^\W\d_])")
_CASE_FLIP = re.compile(r"[a-zà-öø-ÿа-яё](?=[A-ZÀ-ÖØ-ÞА-ЯЁ])")
_ODD_SHARE = 0.1
_MOST_CONTROLS = 2


def decoded(data: bytes, encoding: str | None = None) -> tuple[str, tuple[FittingEncoding, ...]]:
    """The text, with the encodings that fit, best first; `NotAText` where the bytes are no text at all.

    An encoding that is asked for is used whatever comes of it: what does not fit it becomes U+FFFD.
    """
    fitting = _fitting(data)
    if encoding is None:
        return _read_as(data, fitting[0]), previews(data, [*fitting, *_others(data, fitting)], ENCODINGS)
    offered = [encoding, *fitting, *_others(data, fitting)]
    return _read_as(data, encoding), previews(data, offered, ENCODINGS)


def letters(data: bytes, encoding: str | None = None) -> str:
    """The text alone, for files that mostly say themselves what they are written in."""
    return _read_as(data, encoding or _fitting(data)[0])


def is_usable(name: str, data: bytes) -> bool:
    """Whether there is an encoding of that name, made for texts, and all the bytes fit it."""
    try:
        return bool(_FOR_TEXTS.match(codecs.lookup(name).name)) and _fits(data, name)
    except (LookupError, ValueError):
        return False


def _read_as(data: bytes, encoding: str) -> str:
    return data.decode(encoding, errors="replace")


def _fitting(data: bytes) -> list[str]:
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked:
        return [marked]
    wide = _wide(data[:_SAMPLE])
    if wide:
        return [wide]
    if _is_binary(data[:_SAMPLE]):
        raise NotAText(
            "This file holds no text that could be read. Choose a text, a Word file, a PDF or an EPUB."
        )
    if data.isascii():
        return ["utf-8"]
    return ["utf-8"] if _fits(data, "utf-8") else _guesses(data) or ["cp1252"]


def _others(data: bytes, fitting: list[str]) -> list[str]:
    """More encodings that the bytes fit, where anything is left to choose."""
    if data.isascii() or fitting[0].startswith(("utf-8-", "utf-16", "utf-32")):
        return []
    return [name for name in ENCODINGS if not name.startswith("utf") and _fits(_sample(data), name)]


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark, where every other byte of most letters is zero; None where it is not obvious."""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half and odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if half and even > 0.4 * half and odd < 0.05 * half else None


def _is_binary(sample: bytes) -> bool:
    return len(_CONTROL.findall(sample)) > _MOST_CONTROLS + len(sample) / 500


def _guesses(data: bytes) -> list[str]:
    """The best first; only where Windows-1252 reads badly do the statistics go before it."""
    # Imported here because it takes as long as the smaller half of the program, for files that are rare.
    from charset_normalizer import from_bytes

    sample = _sample(data)
    western = ["cp1252"] if _fits(data, "cp1252") else []
    found = [match.encoding for match in from_bytes(sample, enable_fallback=False)]
    known = [name for name in map(_known, found) if name and _fits(data, name)]
    # One Cyrillic code page read as another turns small letters into capitals, which the statistics overlook.
    known.sort(key=lambda name: len(_CASE_FLIP.findall(sample.decode(name, "replace"))))
    return western + known if western and _is_western(sample.decode("cp1252", "replace")) else known + western


def _known(name: str) -> str | None:
    """Our name of the encoding; None where it is not one of those that can be chosen."""
    wanted = codecs.lookup(name).name
    return next((ours for ours in ENCODINGS if codecs.lookup(ours).name == wanted), None)


def _is_western(text: str) -> bool:
    beyond = len(_BEYOND_ASCII.findall(text))
    odd = sum(map(len, _LONG_RUN.findall(text))) + len(_SIGN_IN_WORD.findall(text))
    return odd <= _ODD_SHARE * beyond


def _fits(data: bytes, encoding: str) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _sample(data: bytes) -> bytes:
    """A stretch that begins a little before the first byte beyond ASCII, so never inside a letter."""
    first = _FIRST_BEYOND_ASCII.search(data)
    start = max(first.start() - _BEFORE, 0) if first else 0
    return data[start : start + _SAMPLE]
