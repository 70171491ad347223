"""PDF files: paragraphs, pages and their numbers; and words for those that give no text."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QImage, QPageSize, QPainter, QPdfWriter
from pytestqt.qtbot import QtBot

from argmap.formats.errors import BrokenText, Cancelled, Locked, TextProblem, TextTooLarge, WithoutText
from argmap.formats.texts import pdf as pdf_module
from argmap.formats.texts.registry import read_text
from tests.formats.texts.made import pdf, pdf_of

LEFT, TOP, PITCH = 50, 550, 14
Sheet = list[tuple[float, float, str]]


def sheet(*lines: str, top: float = TOP, left: float = LEFT) -> Sheet:
    """Lines below each other; an empty one leaves a gap, spaces at the front indent."""
    return [
        (left + 5 * (len(line) - len(line.lstrip())), top - PITCH * number, line.strip())
        for number, line in enumerate(lines)
        if line
    ]


LONG = (
    "All that can be said for it is that it has been thought so",
    "by many, and that those who thought so were neither fools",
    "nor knaves, but people like us who had to find their way.",
)
SHEET = sheet(*LONG)
JOINED = " ".join(LONG)
OWN = (
    "One has its own words.",
    "Two is not like it.",
    "three goes on.",
    "Four ends here.",
    "Five comes after.",
)


def different_sheets(count: int) -> list[Sheet]:
    """Pages that begin and end with lines of their own, the third in the midst of a sentence."""
    return [sheet(OWN[number], "", *LONG, "", *LONG, "", OWN[-number]) for number in range(count)]


def test_lines_become_paragraphs_by_gaps_indents_and_short_ends() -> None:
    lines = ("A Heading", "", *LONG, "", *LONG, f"   {LONG[0]}", *LONG[1:2], "It ends.", *LONG)
    assert read_text(pdf([sheet(*lines)]), "a.pdf").body.split("\n") == [
        "A Heading",
        JOINED,
        JOINED,
        f"{LONG[0]} {LONG[1]} It ends.",
        JOINED,
    ]


def test_columns_are_read_one_after_the_other() -> None:
    halves = ("Half of this goes on", "over to another column")
    page = sheet(*halves) + sheet("where it comes at last", "to its very end.", left=220)
    assert (
        read_text(pdf([page]), "a.pdf").body == " ".join(halves) + " where it comes at last to its very end."
    )


def test_a_column_that_ends_a_sentence_ends_a_paragraph() -> None:
    page = sheet("Half of this goes on", "to the end of here.") + sheet(
        "Another one begins", "and ends.", left=220
    )
    assert read_text(pdf([page]), "a.pdf").body.split("\n") == [
        "Half of this goes on to the end of here.",
        "Another one begins and ends.",
    ]


def test_words_cut_at_a_line_end_are_whole_again_and_compounds_keep_their_hyphen() -> None:
    page = sheet(
        "Here stands a well-known word, and this one too is a very well-",
        "known word, but here an argu-",
        "ment is cut, and that is how Anglo-",
        "Saxons do it, by the way.",
    )
    body = read_text(pdf([page]), "a.pdf").body
    assert "too is a very well-known word" in body
    assert "here an argument is cut" in body.replace("\n", " ")
    assert "how Anglo-Saxons do it" in body


def test_each_page_says_where_it_begins_and_paragraphs_run_across() -> None:
    pages = [sheet(*LONG[:2]), [], sheet(LONG[2], "", "And more \u20ac of it.")]
    found = read_text(pdf(pages), "essay.pdf")
    assert found.body == JOINED + "\nAnd more € of it."
    assert [(found.body[page.start :][:7], page.label) for page in found.pages] == [
        ("All tha", "1"),
        ("nor kna", "2"),
        ("nor kna", "3"),
    ]
    assert found.citation == "*essay*, pp. 1–3"
    assert read_text(pdf(pages[:1]), "essay.pdf").citation == "*essay*, p. 1"


def test_pages_begin_in_the_right_place_behind_cut_words() -> None:
    first = sheet(
        "What is said of MacDonald here is an argu-", "ment of some length, though not of Mac-", "Donald."
    )
    found = read_text(pdf([first, sheet("Then it goes on.")]), "a.pdf")
    assert found.body.startswith(
        "What is said of MacDonald here is an argument of some length, though not of MacDonald."
    )
    assert found.body[found.pages[1].start :] == "Then it goes on."


def test_pages_are_called_what_the_file_calls_them() -> None:
    labels = "0 << /S /r /St 3 >> 2 << /S /D /St 10 >>"
    found = read_text(pdf([SHEET] * 3, labels=labels), "a.pdf")
    assert [page.label for page in found.pages] == ["iii", "iv", "10"]
    assert found.citation.endswith("pp. iii–10")


@pytest.mark.parametrize("form", ["{}", "– {} –", "Page {} of 99", "Journal of Doubt 12 (1986) {}"])
@pytest.mark.parametrize("bottom", [580, 20])
def test_running_page_numbers_are_dropped_and_name_the_pages(form: str, bottom: int) -> None:
    pages = []
    for number, own in enumerate(different_sheets(5)):
        running: Sheet = [(180, bottom, form.format(number + 212))]
        pages.append(running + own if bottom > TOP else own + running)
    found = read_text(pdf(pages), "a.pdf")
    kept = [[OWN[number], JOINED, JOINED, OWN[-number]] for number in range(5)]
    assert found.body.split("\n") == [line for page in kept for line in page]
    assert [page.label for page in found.pages] == ["212", "213", "214", "215", "216"]


def test_running_titles_are_dropped_where_they_stand_at_one_height() -> None:
    head: Sheet = [(180, 580, "ON DOUBT")]
    assert "DOUBT" not in read_text(pdf([head + own for own in different_sheets(3)]), "a.pdf").body
    assert read_text(pdf([head + own for own in different_sheets(2)]), "a.pdf").body.count("DOUBT") == 2
    assert read_text(pdf([head + SHEET] * 3), "a.pdf").body.count("DOUBT") == 3


@pytest.mark.parametrize("numbers", [(7, 3, 19, 4), (1, 1, 1, 1), (5, 6, 99, 100)])
def test_numbers_that_do_not_count_the_pages_stay(numbers: tuple[int, ...]) -> None:
    pages = [
        [*SHEET, (100.0 + 9 * place, 20.0 + 9 * place, str(number))] for place, number in enumerate(numbers)
    ]
    body = read_text(pdf(pages), "a.pdf").body
    assert [int(word) for word in body.split() if word.isdecimal()] == list(numbers)


def drawn(pages: int, *, title: str, text: str) -> bytes:
    """A PDF that Qt writes: each page has the text, or, where there is none, a picture."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    painter = QPainter(writer)
    try:
        painter.setFont(QFont(painter.font().family(), 11))
        for number in range(pages):
            if number:
                writer.newPage()
            if text:
                painter.drawText(200, 400, f"{text} {number + 1}.")
            else:
                painter.drawImage(200, 400, QImage(40, 40, QImage.Format.Format_RGB32))
    finally:
        painter.end()
    buffer.close()
    return bytes(buffer.data().data())


def test_a_file_that_another_program_wrote_is_read(qtbot: QtBot) -> None:
    found = read_text(drawn(2, title="Über Zweifel", text="Fünf Äpfel – naïve Señor"), "a.pdf")
    assert found.body == "Fünf Äpfel – naïve Señor 1.\nFünf Äpfel – naïve Señor 2."
    assert found.title == "Über Zweifel"
    assert read_text(drawn(1, title="Microsoft Word - x.doc", text="x"), "name.pdf").title == "name"


def test_the_day_on_which_a_file_was_made_is_not_taken_for_that_of_its_text(qtbot: QtBot) -> None:
    data = drawn(1, title="Über Zweifel", text="x")
    assert b"/CreationDate" in data
    found = read_text(data, "a.pdf")
    assert (found.date, found.citation) == ("", "*Über Zweifel*, p. 1")


@pytest.mark.parametrize(
    "title", ["untitled", "(anonymous)", "Document1", "PowerPoint Presentation", "x.indd"]
)
def test_a_title_that_a_program_filled_in_is_none(title: str, qtbot: QtBot) -> None:
    assert read_text(drawn(1, title=title, text="x"), "name.pdf").title == "name"


@pytest.mark.parametrize("title", ["Document of the Month", "The Unknown Citizen", "Slides and Letters"])
def test_a_title_of_its_own_is_kept(title: str, qtbot: QtBot) -> None:
    assert read_text(drawn(1, title=title, text="x"), "name.pdf").title == title


@pytest.mark.parametrize(("author", "told"), [("Ann Other", "Ann Other"), ("Microsoft Office User", "")])
def test_an_author_is_taken_unless_a_program_filled_it_in(author: str, told: str) -> None:
    found = read_text(pdf([SHEET], author=author), "a.pdf")
    assert (found.author, found.citation) == (told, f"{told}, *a*, p. 1".removeprefix(", "))


def test_pictures_of_pages_ask_for_text_recognition(qtbot: QtBot) -> None:
    with pytest.raises(WithoutText, match=r"pictures of pages and no text: run it through .*\(OCR\) first"):
        read_text(drawn(2, title="Scan", text=""), "scan.pdf")


def test_a_locked_file_opens_with_its_password_only() -> None:
    data = pdf([SHEET], password="sesame")
    assert read_text(data, "a.pdf", password="sesame").body == JOINED
    with pytest.raises(Locked, match=r"locked with a password\. Save a copy without one") as caught:
        read_text(data, "a.pdf")
    assert caught.value.asks_for_password
    with pytest.raises(Locked, match="not its password"):
        read_text(data, "a.pdf", password="simsalabim")


@pytest.mark.parametrize("data", [b"%PDF-1.7 and then nothing", b"words", b"", pdf([SHEET])[:300]])
def test_a_broken_file_says_so(data: bytes) -> None:
    with pytest.raises(BrokenText, match="a PDF that is damaged"):
        read_text(data, "a.pdf")


def test_text_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_module, "LONGEST_SOURCE", 100)
    with pytest.raises(TextTooLarge):
        read_text(pdf([SHEET]), "a.pdf")


def test_every_page_is_reported_and_reading_can_be_stopped() -> None:
    data = pdf([SHEET] * 40)
    shares: list[float] = []
    read_text(data, "a.pdf", progress=lambda share: shares.append(share) or True)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1], len(shares) > 40) == (0, 1, True)
    pages = 0

    def three_pages(share: float) -> bool:
        nonlocal pages
        pages += 1
        return pages < 3

    with pytest.raises(Cancelled):
        read_text(data, "a.pdf", progress=three_pages)
    assert pages == 3


WHOLE = pdf([SHEET] * 2, labels="0 << /S /r >>")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=20),
    st.integers(0, 3000),
)
def test_damaged_files_only_raise_problems(hits: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(WHOLE)
    for place, value in hits:
        data[place % len(data)] = value
    with suppress(TextProblem):
        read_text(bytes(data[: cut or len(data)]), "a.pdf")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_way_to_draw_a_page_ends_in_a_body_or_a_problem(stream: bytes) -> None:
    with suppress(TextProblem):
        read_text(pdf_of([b"BT /F1 9 Tf 9 9 Td (Words) Tj ET " + stream] * 4), "a.pdf").body.encode()
