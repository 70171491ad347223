"""JSON read strictly: no key twice, no NaN, no half characters, and a line number for what is wrong.

The standard library's reader is used because it lets us see these; msgspec, which is faster, passes over
some of them in silence.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from typing import NoReturn

import msgspec

from argmap.formats.errors import Damaged

DEEPEST = 32
"""How many levels of lists and objects may stand inside each other in what is kept unread."""


def parse(text: str) -> object:
    """The value that the text stands for; `Damaged` where it is not JSON."""
    try:
        value: object = json.loads(
            text, object_pairs_hook=_object, parse_constant=_refuse_constant, parse_float=_finite
        )
    except json.JSONDecodeError as error:
        raise Damaged(f"line {error.lineno}", _fault(text, error)) from None
    except RecursionError:
        raise Damaged("the file", "has too many brackets inside each other") from None
    except ValueError:
        raise Damaged("a number in the file", "has too many digits") from None
    _refuse_half_characters(text, value)
    return value


def is_too_deep(value: object, levels: int = DEEPEST) -> bool:
    """Whether lists and objects stand inside each other more than so many levels deep."""
    if not isinstance(value, dict | list):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(is_too_deep(each, levels - 1) for each in inner)


def _fault(text: str, error: json.JSONDecodeError) -> str:
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
        return "is where the file breaks off in the middle"
    return f"cannot be read at character {error.colno}"


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
    raise Damaged(f"{found.get('record', 'an object')} {found.get('id', '')}".strip(), f"has “{twice}” twice")


def _refuse_constant(name: str) -> NoReturn:
    raise Damaged(f"the value {name}", "is not a number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise Damaged(f"the number {digits}", "is out of reach")
    return number


def _refuse_half_characters(text: str, value: object) -> None:
    if "\\ud" not in text and "\\uD" not in text:
        return
    try:
        msgspec.json.encode(value)
    except UnicodeEncodeError:
        raise Damaged("a text in the file", "holds half a character (a lone surrogate)") from None
