"""The passages that tell encodings apart: different in each, the same stretch of bytes, letters set off."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.texts.decoding import ENCODINGS
from argmap.formats.texts.found_text import FittingEncoding
from argmap.formats.texts.previews import previews

FILLING = "Plain words stand here, one after the other. " * 40
NAMES = ("cp1252", "cp1250", "cp1257", "mac-roman")
TEXT = f"Größe ist “alles”. {FILLING}Pericles was naïve. {FILLING}And so was Señor Peña, too. {FILLING}"
CJK = "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。" * 9


def previewed(text: str, encoding: str, *names: str) -> dict[str, FittingEncoding]:
    return {found.name: found for found in previews(text.encode(encoding), names, ENCODINGS)}


def marked(found: FittingEncoding) -> list[list[str]]:
    return [[passage.text[start:end] for start, end in passage.letters] for passage in found.passages]


def test_no_two_encodings_look_alike() -> None:
    found = previewed(TEXT, "cp1252", *NAMES)
    assert tuple(found) == NAMES
    for one, other in combinations(found.values(), 2):
        assert one.preview != other.preview


def test_all_show_the_same_few_passages_between_whole_words() -> None:
    found = previewed(TEXT, "cp1252", *NAMES)
    first = found["cp1252"]
    assert len(first.passages) == 3
    words = TEXT.split()
    assert all(word in words for passage in first.passages for word in passage.text.split())
    assert ["Größe" in first.passages[0].text, "naïve" in first.preview, "Señor" in first.preview] == [
        True
    ] * 3
    plain = [[word for word in p.text.split() if word.isascii()] for p in first.passages]
    for passages in (other.passages for other in found.values()):
        assert all(set(words) <= set(p.text.split()) for words, p in zip(plain, passages, strict=True))


def test_letters_that_read_differently_are_set_off_and_no_others() -> None:
    found = previewed("Ein süßer Brief. Ça va, señor?", "cp1252", "cp1252", "cp1250")
    assert marked(found["cp1252"]) == [["ñ"]]
    assert marked(found["cp1250"]) == [["ń"]]
    found = previewed("Ein süßer Brief. Ça va, señor?", "cp1252", "cp1252", "mac-roman")
    assert marked(found["cp1252"]) == [["üß", "Ç", "ñ"]]


def test_letters_behind_odd_ones_and_runs_of_spaces_are_set_off_in_their_place() -> None:
    found = previewed("One \t\n two\x07 ñandú  three", "cp1252", *NAMES)
    assert found["cp1252"].preview == "One two ñandú three"
    assert marked(found["cp1252"]) == [["ñ", "ú"]]


def test_where_most_letters_differ_none_is_set_off() -> None:
    assert marked(previewed("Все счастливые семьи похожи", "cp1251", "cp1251", "koi8-r")["koi8-r"]) == [[]]


def test_encodings_that_read_alike_throughout_are_one_with_the_likelier_name() -> None:
    assert list(previewed(f"Größe. {FILLING}", "cp1252", *NAMES)) == ["cp1252", "mac-roman"]
    assert list(previewed(f"Größe. {FILLING}", "cp1252", *NAMES[1:])) == ["cp1250", "mac-roman"]
    far = f"Größe. {FILLING * 50}Señor."
    assert list(previewed(far, "cp1252", *NAMES)) == ["cp1252", "cp1250", "mac-roman"]
    assert "Señor" in previewed(far, "cp1252", *NAMES)["cp1252"].preview


@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp", "gb18030"])
def test_letters_of_several_bytes_are_never_cut(encoding: str) -> None:
    found = previewed(f"{FILLING} a{CJK}\nb {CJK} {FILLING}", encoding, encoding, "cp850")
    for passage in found[encoding].passages:
        assert passage.text in " ".join(f"{FILLING} a{CJK}\nb {CJK} {FILLING}".split())
    assert CJK[:8] in found[encoding].preview


def test_plain_words_and_wide_encodings_show_how_they_begin() -> None:
    assert previewed("Only plain words.", "ascii", "utf-8")["utf-8"].preview == "Only plain words."
    assert previewed("Größe.", "utf-16", "utf-16")["utf-16"].preview == "Größe."


@given(st.binary(max_size=300))
def test_any_bytes_have_passages_whose_marks_lie_inside(data: bytes) -> None:
    for found in previews(data, [name for name in ENCODINGS if not name.startswith("utf-")], ENCODINGS):
        for passage in found.passages:
            assert "\n" not in passage.text
            assert all(0 <= start < end <= len(passage.text) for start, end in passage.letters)
