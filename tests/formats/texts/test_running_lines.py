"""Running heads and feet of a PDF go, and no line of its text ever does."""

from __future__ import annotations

import pytest

from argmap.formats.texts.registry import read_text
from tests.formats.texts.made import pdf, pdf_of

Sheet = list[tuple[float, float, str]]
LEFT, TOP, PITCH = 50, 550, 14
TAILS = ("one sees at once", "two are needed", "three will do", "four at most", "five, as was said", "six")


def sheet(*lines: str, top: float = TOP) -> Sheet:
    """Lines below each other; an empty one leaves a gap."""
    return [(LEFT, top - PITCH * number, line) for number, line in enumerate(lines) if line]


def flowing(count: int) -> list[Sheet]:
    """Pages of one text, each of which ends and begins in the midst of a sentence."""
    return [
        sheet(
            "which is how it comes about that whoever says so must",
            f"mean something else, for {TAILS[number % 6]} when looking",
            "closely. There is more to be said of this, and those",
            "who say it are many; but what they say is not always",
            "what they mean, and what they mean is not always so.",
            "And with this it goes on to the next page, on which",
        )
        for number in range(count)
    ]


def words_of(pages: list[Sheet]) -> list[str]:
    return [word for page in pages for _, _, line in page for word in line.split()]


def read_words(pages: list[Sheet]) -> list[str]:
    return read_text(pdf(pages), "a.pdf").body.split()


def repeating(count: int, *, gap: int) -> list[Sheet]:
    """Pages that say the same but for numbers: three paragraphs each, with a page number below."""
    pages = []
    for page in range(1, count + 1):
        lines: list[str] = []
        for part in (1, 2, 3):
            lines += [
                f"On page {page}, paragraph {part} begins with a rather long statement",
                "that runs over several lines and is sure to be",
                "as long as typeset texts are wont to be. It then ends.",
                *[""] * gap,
            ]
        pages.append([*sheet(*lines), (180.0, 20.0, str(page))])
    return pages


@pytest.mark.parametrize("count", [3, 4, 9])
@pytest.mark.parametrize("gap", [0, 1, 2])
def test_pages_that_say_the_same_but_for_numbers_lose_their_page_number_only(count: int, gap: int) -> None:
    pages = repeating(count, gap=gap)
    found = read_text(pdf(pages), "a.pdf")
    assert found.body.split() == words_of([page[:-1] for page in pages])
    assert [page.label for page in found.pages] == [str(number + 1) for number in range(count)]


def test_left_and_right_pages_may_have_heads_of_their_own() -> None:
    heads = ("{} ANN OTHER", "ON DOUBT {}")
    pages = [
        [(60.0, 590.0, heads[number % 2].format(number + 40)), *page]
        for number, page in enumerate(flowing(8))
    ]
    assert read_words(pages) == words_of(flowing(8))


def test_chapters_may_have_heads_of_their_own() -> None:
    pages = [
        [(60.0, 590.0, "ON DOUBT" if number < 4 else "ON FAITH"), *page]
        for number, page in enumerate(flowing(8))
    ]
    assert read_words(pages) == words_of(flowing(8))


def test_two_lines_run_along_where_both_do_and_a_third_stays() -> None:
    head: Sheet = [(60, 594, "JOURNAL OF DOUBT"), (60, 582, "Ann Other")]
    assert read_words([head + page for page in flowing(4)]) == words_of(flowing(4))
    third: Sheet = [(60, 570, "a third")]
    far = [[(60.0, 618.0, "JOURNAL"), (60.0, 594.0, "Ann Other"), *third, *page] for page in flowing(4)]
    assert read_words(far) == words_of([third + page for page in flowing(4)])


def test_a_head_that_is_not_on_most_pages_stays() -> None:
    pages = flowing(8)
    pages[:3] = [[(60.0, 590.0, "ON DOUBT"), *page] for page in pages[:3]]
    assert read_words(pages) == words_of(pages)


def test_a_head_of_two_pages_stays() -> None:
    pages = [[(60.0, 590.0, f"ON DOUBT {number}"), *page] for number, page in enumerate(flowing(2))]
    assert read_words(pages) == words_of(pages)


def test_a_line_at_the_pitch_of_the_text_is_text() -> None:
    pages = [[(60.0, float(TOP + PITCH), "and that is the doubt"), *page] for page in flowing(5)]
    assert read_words(pages) == words_of(pages)


def test_a_line_that_goes_on_in_a_cut_word_is_text() -> None:
    pages = [[(float(LEFT), 590.0, "and that is the argu-"), *page] for page in flowing(5)]
    assert "argu" in " ".join(read_words(pages))


@pytest.mark.parametrize("head", ["Letter {}", "Dear Sir,"])
def test_what_heads_pages_that_each_begin_afresh_is_text(head: str) -> None:
    pages = [
        [
            (float(LEFT), 590.0, head.format(number + 1)),
            *sheet(f"We have {TAILS[number]} of them in the house.", "They are well."),
            (180.0, 20.0, str(number + 7)),
        ]
        for number in range(5)
    ]
    assert read_words(pages) == words_of([page[:-1] for page in pages])


def test_a_refrain_at_the_foot_of_each_page_is_text() -> None:
    pages = [
        sheet(f"The ship has {TAILS[number]}", "And all the crew is gay", "", "And so we go to sea")
        for number in range(5)
    ]
    assert read_words(pages) == words_of(pages)


def test_large_headings_that_count_are_text() -> None:
    body = b"BT /F1 10 Tf 50 550 Td (and so) Tj 0 -14 Td (it goes) Tj ET"
    streams = [b"BT /F1 16 Tf 50 590 Td (Part %d) Tj ET " % number + body for number in range(1, 6)]
    assert read_text(pdf_of(streams), "a.pdf").body.count("Part") == 5


def test_a_gap_that_is_usual_between_paragraphs_sets_nothing_apart() -> None:
    pages = [
        page + sheet("Once more it is so.", "", "And once more.", "", "So it is.", top=TOP - 7 * PITCH)
        for page in flowing(5)
    ]
    assert read_words(pages) == words_of(pages)
