"""Plain text: its encoding is found, or offered; wrapped lines become paragraphs; nothing odd raises."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.errors import Locked, NotAText, TextProblem, TextTooLarge, WithoutText
from argmap.formats.texts import registry
from argmap.formats.texts.decoding import ENCODINGS
from argmap.formats.texts.plain import pasted, unwrapped, without_separators
from argmap.formats.texts.registry import read_text
from argmap.model.limits import LONGEST_SOURCE
from argmap.model.text import normalized
from tests.architecture.checkout import ROOT

FRENCH = "L’été où l’âme s’élève, « déjà vu », coûte 5 € — peut-être.\nÇa ira.\n"
GERMAN = "Größere Übel müssen äußerst sorgfältig geprüft werden.\n"
POLISH = "Był to wielki błąd, że książkę wydano. Źródło jest żółte, a więc może być różne.\n" * 3
RUSSIAN = "Все счастливые семьи похожи друг на друга, каждая несчастлива по-своему.\n" * 3
JAPANESE = "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。\n" * 3
LETTERS = ROOT.parent / "shared" / "data" / "arg-microtexts"
PROSE = (
    "It is often said that the argument turns on one premise, and that whoever denies it must deny a lot "
    "more besides. That may well be so, but nobody has shown it yet, and until somebody does we are free to "
    "doubt the premise and keep what rests on it for other reasons."
)


@pytest.mark.parametrize("text", [FRENCH, GERMAN])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_a_western_text_is_read_in_any_usual_encoding(text: str, encoding: str) -> None:
    assert read_text(text.encode(encoding), "a.txt").body == text.strip()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (JAPANESE, "shift_jis")],
)
def test_a_text_that_is_not_western_is_guessed(text: str, encoding: str) -> None:
    found = read_text(text.encode(encoding), "a.txt")
    assert found.body == text.strip()
    assert text.startswith(found.encodings[0].preview[:15])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (POLISH, "iso8859-2"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (FRENCH, "mac-roman"),
    ],
)
def test_the_right_encoding_is_offered_with_a_preview_that_shows_it(text: str, encoding: str) -> None:
    data = ("Plain beginning. " * 9000 + "\n" + text).encode(encoding)
    offered = read_text(data, "a.txt").encodings
    right = [choice for choice in offered if " ".join(text.split())[:40] in choice.preview]
    assert right
    assert read_text(data, "a.txt", encoding=right[0].name).body.endswith(text.strip())
    assert all(choice.title == ENCODINGS[choice.name] for choice in offered)


def test_a_chosen_encoding_is_used_and_comes_first_even_where_it_fits_badly() -> None:
    found = read_text(GERMAN.encode("cp1252"), "a.txt", encoding="utf-8")
    assert "Gr\ufffd\ufffdere" in found.body
    assert found.encodings[0].name == "utf-8"
    assert read_text(GERMAN.encode(), "a.txt", encoding="cp1252").body.startswith("GrÃ¶ÃŸere")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_unicode_that_shows_itself_leaves_nothing_to_choose(encoding: str) -> None:
    assert [choice.name for choice in read_text(GERMAN.encode(encoding), "a.txt").encodings] == [encoding]


def test_ascii_leaves_nothing_to_choose() -> None:
    assert [choice.name for choice in read_text(b"Plain words.", "a.txt").encodings] == ["utf-8"]


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x7fELF\x02\x01\x01" + b"\0" * 900 + b"\x03\x07" * 50]
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(NotAText, match="no text that could be read"):
        read_text(data, "a.txt")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{\\rtf1\\ansi Hello}", r"RTF.*save it as Word"),
        (b"\x89PNG\r\n\x1a\n", "picture.*OCR"),
        (b"PK\x03\x04 something", "packed file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, r"old Office version.*\.docx"),
    ],
)
def test_other_kinds_of_file_are_named_with_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(NotAText, match=words):
        read_text(data, "a.txt")


def test_a_word_file_with_a_password_says_so() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(Locked, match="locked with a password"):
        read_text(data, "essay.docx")


@pytest.mark.parametrize("data", [b"", b" \n\n\t", b"\xef\xbb\xbf", b"***\n"])
def test_a_file_without_a_word_is_refused(data: bytes) -> None:
    with pytest.raises(WithoutText):
        read_text(data, "a.txt")


def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TextTooLarge):
        read_text(b"word " * (LONGEST_SOURCE // 5 + 2), "a.txt")
    monkeypatch.setattr(registry, "LARGEST", 10)
    with pytest.raises(TextTooLarge):
        read_text(b"eleven byte", "a.txt")


def test_the_body_has_single_empty_lines_and_no_control_characters() -> None:
    found = read_text(b"\n\nOne.\x07\r\nNext. \r\n\r\n \r\n\r\nTwo.\fThree.\x1a", "a.txt")
    assert found.body == "One.\nNext.\n\nTwo.\n\nThree."


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("One.\n\nTwo.\n\nThree.", "One.\nTwo.\nThree."),
        ("A rose\nis a rose.\n\nIs a rose\nis a rose.", "A rose\nis a rose.\n\nIs a rose\nis a rose."),
        ("One.", "One."),
    ],
)
def test_empty_lines_that_only_part_paragraphs_are_no_paragraphs(text: str, body: str) -> None:
    assert read_text(text.encode(), "a.txt").body == pasted(text).body == body


def test_a_short_first_line_is_the_title_and_else_the_name() -> None:
    assert read_text(b"On Liberty\n\nThe subject is this.", "mill.txt").title == "On Liberty"
    found = read_text(b"The subject is this. It goes on.\nAnd on.", "folder/mill_1859.txt")
    assert (found.title, found.file, found.citation) == ("mill_1859", "mill_1859.txt", r"*mill\_1859*")


@pytest.mark.parametrize("width", [60, 72, 79])
def test_hand_wrapped_paragraphs_become_lines(width: int) -> None:
    written = "\n\n".join(["A Title", PROSE, PROSE.upper()])
    wrapped = "\n\n".join(textwrap.fill(part, width, break_on_hyphens=True) for part in written.split("\n\n"))
    assert unwrapped(wrapped) == written


def test_compounds_that_are_wrapped_keep_their_hyphen_only() -> None:
    wrapped = "\n".join(
        [*textwrap.wrap(PROSE, 60), "", "Many of the claims that stand here are only half-", "true."]
    )
    assert unwrapped(wrapped).endswith("are only half-true.")


def test_wrapped_paragraphs_keep_lists_and_indented_lines_apart() -> None:
    wrapped = textwrap.fill(PROSE, 70) + "\n- one thing\n- another\n    a verse\n    and its second line"
    assert unwrapped(wrapped) == PROSE + "\n- one thing\n- another\n    a verse\n    and its second line"


@pytest.mark.parametrize(
    "text",
    [
        "The curfew tolls the knell of parting day,\nThe lowing herd wind slowly o'er the lea,\n"
        "The ploughman homeward\nplods his weary way,\nAnd leaves the world to darkness and to me.",
        f"{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}",
        "\n".join(["All sentences here have a line of their own."] * 9),
        textwrap.fill(PROSE, 70) + "\nA short verse" * 9,
        "Milk\nBread\nEggs\nFlour",
        "One line wraps after so many words that nobody would\nknow.",
    ],
)
def test_lines_that_are_not_clearly_wrapped_stay(text: str) -> None:
    assert unwrapped(text) == text


BRIEF = "A short paragraph that was wrapped in the\nmiddle of its only sentence."
LETTER = (
    "12 High Street\nLondon\n\nDear Professor Jonathan Smith,\n\n"
    "We have received the long letter that you\nsent us, and thank you for it.\n\nYours sincerely,\nAnn Other"
)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        (
            "Pasted first paragraph\nwrapped hard here.\n\nSecond paragraph.",
            "Pasted first paragraph wrapped hard here.\n\nSecond paragraph.",
        ),
        (
            f"{BRIEF}\n\nThe next paragraph is wrapped in a well-\nknown way, too.",
            f"{BRIEF}\n\nThe next paragraph is wrapped in a well-\nknown way, too.".replace(
                "-\n", "-"
            ).replace("the\n", "the "),
        ),
        (f"A Title\n\n{BRIEF}", f"A Title\n\n{BRIEF}".replace("the\n", "the ")),
        (f"“{BRIEF}”\n\nYes.", f"“{BRIEF}”\n\nYes.".replace("the\n", "the ")),
        (LETTER, LETTER.replace("you\nsent", "you sent")),
    ],
)
def test_short_paragraphs_between_empty_lines_are_joined_where_a_break_can_only_be_a_wrap(
    text: str, joined: str
) -> None:
    assert unwrapped(text) == joined
    assert pasted(text).body == without_separators(joined)


@pytest.mark.parametrize(
    "text",
    [
        BRIEF,
        "so much depends\nupon\n\na red wheel\nbarrow\n\nglazed with rain\nwater\n\n"
        "beside the white\nchickens.",
        "Because I told the sea of all my grief\nand it was kind.\n\nBecause I told the wind of my belief\n"
        "and it was blind.\n\nBecause I told the earth of all I know\nand let it go.",
        "Because I told the sea of all my grief\nit heard it without any great relief\nand was not kind.\n\n"
        "Because I told the wind of my belief\nit heard it without any great relief\nand was so blind.",
        "Sing to me of the man of twists and turns\ndriven off course.\n\n"
        "Many were the cities of men that he saw with his own eyes\nin those years.",
        "“Where were you when the lights went out?”\n“in the cellar, with the others.”\n\n“I see.”",
        "ANN: I never said that it was he who did\nBOB: you did.\n\nANN: No.",
        "For the journey we shall need these things\nbread\ncheese\nwater.\n\nThat is all.",
        "For the journey we shall need these things:\nbread and cheese.\n\nThat is all.",
        "Professor Jonathan Smith\nc/o the Department of History\nUniversity of London.\n\nIt is here.",
        "Dear Professor Jonathan Smith,\nwe thank you.\n\nIt was a very long letter.",
        "Chapter One of the Book\nwhich tells of a journey\n\nIt began on a Monday.",
        "It is said that all of this was known\nBefore the war.\n\nIt was not.",
        "It is said that all of this was known.\nbefore the war.\n\nIt was not.",
        "    It is said that all of this was known\n    before the war.\n\nIt was not.",
        f"A line of its own that is not wrapped at all {'and goes on ' * 9}here\nand ends.\n\nIt was not.",
        "Yes he was here\ntoday.\n\nYes.",
        "milk and bread for the children\nand some more cheese.\n\nThat is all.",
        "Gesellschaftsordnungen\nund anderes.\n\nThat is all.",
    ],
)
def test_a_break_between_empty_lines_that_may_be_meant_stays(text: str) -> None:
    assert unwrapped(text) == text


def test_pasted_text_is_read_like_a_file() -> None:
    found = pasted("Heading\r\n\r\n\r\nA half \ud83d face.\r\n")
    assert (found.title, found.body, found.file) == ("Heading", "Heading\nA half \ufffd face.", "")
    with pytest.raises(WithoutText):
        pasted(" \n ")


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_bytes_end_in_a_clean_body_or_a_problem(data: bytes, name: str) -> None:
    try:
        body = read_text(data, name).body
    except TextProblem:
        return
    assert body == normalized(body).strip("\n")
    assert "\n\n\n" not in body
    body.encode()


def real_texts() -> list[Path]:
    return sorted(LETTERS.rglob("*.txt"))[::10]


@pytest.mark.skipif(not LETTERS.exists(), reason="the collected texts are not beside this checkout")
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_texts_that_others_wrote_come_through_whole(encoding: str) -> None:
    texts = [path.read_text(encoding="utf-8-sig") for path in real_texts()]
    assert texts
    for text in texts:
        found = read_text(text.encode(encoding), "micro.txt")
        assert found.body.split() == text.split()
