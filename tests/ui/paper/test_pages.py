"""The text on paper: its words can be copied, its passages are seen, and its links lead about in it."""

from __future__ import annotations

import re

import pypdfium2
import pypdfium2.raw as raw
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from argmap.editor.annotated import annotated
from argmap.formats.annotated.annotated_text import AnnotatedText, Entry, Mark, Paragraph, Piece
from argmap.formats.errors import Cancelled
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Claim, Excerpt, Source
from argmap.model.roles import Role
from argmap.ui.annotated_colours import TINT
from argmap.ui.fonts import load_fonts
from argmap.ui.paper.pages import annotated_pdf
from argmap.ui.theme import LIGHT, mixed
from tests.builders import sample, with_fields
from tests.ui.paper.printed import colours_of, left_of, links_of, pages_of

ESSAY = RecordId("essay")


@pytest.fixture(scope="module", autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


@pytest.fixture(scope="module")
def essay(_fonts: None) -> bytes:
    """The sample's text with one passage that is unsure and one that is lost."""
    map_ = sample()
    excerpts = sorted(map_.excerpts.values(), key=lambda x: x.start)
    map_ = with_fields(map_, excerpts[4].id, anchoring=Anchoring.MOVED)
    map_ = with_fields(map_, excerpts[9].id, anchoring=Anchoring.LOST)
    return annotated_pdf(annotated(map_, ESSAY))


def test_printing_tells_how_far_it_is_and_can_be_stopped() -> None:
    shares: list[float] = []

    def stop(share: float) -> bool:
        shares.append(share)
        return len(shares) < 3

    with pytest.raises(Cancelled):
        annotated_pdf(annotated(sample(), ESSAY), stop)
    assert 0 == shares[0] < shares[1] < shares[2] < 1


def test_laying_out_can_be_stopped_before_the_first_page() -> None:
    entries = tuple(Entry(number=n, role=Role.REASON, kind="Reason", text="Words.") for n in range(1, 200))
    paragraph = Paragraph(number=1, pieces=(Piece(text="Words"),))
    text = AnnotatedText(title="T", paragraphs=(paragraph,), entries=entries)
    shares: list[float] = []

    def watch(share: float) -> bool:
        shares.append(share)
        return True

    pages = len(pages_of(annotated_pdf(text, watch)))
    assert shares == sorted(set(shares))
    assert shares[0] == 0
    assert shares[-1] < 1
    before = len(shares) - pages
    assert before > 20
    for number in (0, before - 1):
        heard: list[float] = []

        def stop(share: float, heard: list[float] = heard, number: int = number) -> bool:
            heard.append(share)
            return len(heard) <= number

        with pytest.raises(Cancelled):
            annotated_pdf(text, stop)
        assert heard == shares[: number + 1]


def test_passages_are_only_on_the_pages_that_their_own_lines_stand_on() -> None:
    marks = [Mark(passage=n, entry=n, role=Role.REASON, says="", is_moved=False) for n in range(1, 81)]
    pieces = [
        piece
        for m in marks
        for piece in (Piece(text="marked words, " * 20, marks=(m,)), Piece(text="free. "))
    ]
    paragraph = Paragraph(number=1, pieces=tuple(pieces))
    data = annotated_pdf(AnnotatedText(title="T", paragraphs=(paragraph,)))
    tint = mixed(LIGHT.tint(Role.REASON), LIGHT.read, share=TINT)
    document = pypdfium2.PdfDocument(data)
    try:
        assert len(document) > 3
        for number, page in enumerate(document):
            height = page.get_size()[1]
            bounds = [each.get_bounds() for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])]
            assert len(bounds) > 20
            # One that goes over the edge of a page has its few other lines there too.
            assert [box for box in bounds if box[3] < -100 or box[1] > height + 100] == []
            assert any(_is_near(tint, colour) for colour in colours_of(data, number))
    finally:
        document.close()


def _is_near(wanted: QColor, seen: tuple[int, int, int]) -> bool:
    told = wanted.red(), wanted.green(), wanted.blue()
    return max(abs(a - b) for a, b in zip(told, seen, strict=True)) <= 1


def straight(words: str) -> str:
    """The words, spaces aside, with signs that share a shape taken for one."""
    return re.sub(r"\s", "", words).translate(str.maketrans("ʼˮ", "’”"))


def test_the_words_of_the_text_can_be_copied(essay: bytes) -> None:
    whole = straight(" ".join(pages_of(essay)))
    for line in (
        "However, this remorseless concern with absolute power (while attempting to maintain",
        "Between November 28 and December 1, 1943, Stalin took part in the Tehran Conference.",
        "His personal goal was to gain and keep as much power as he could.",
    ):
        assert straight(line) in whole


def test_signs_that_the_interface_font_would_join_stay_as_they_are() -> None:
    claim = "a -> b <- c, 10x20 != 3:4 (c) fi ffl"
    entry = Entry(number=1, role=Role.REASON, kind="Reason", text=claim)
    paragraph = Paragraph(number=1, pieces=(Piece(text=claim),))
    text = AnnotatedText(title=claim, paragraphs=(paragraph,), entries=(entry,))
    (page,) = pages_of(annotated_pdf(text))
    assert page.count(claim) == 4  # title, paragraph, entry and the foot of the page


def test_every_passage_leads_to_its_claim_and_every_claim_back(essay: bytes) -> None:
    links = links_of(essay)
    assert len(links) > 100
    (to_claim,) = [link for link in links if link.words.startswith("He was ruthless in dealing with enem")]
    assert "He was ruthless with enemies" in to_claim.aim
    assert to_claim.aimed_page > to_claim.page
    back = [link for link in links if re.fullmatch(r"¶\d+", link.words)]
    assert len(back) == 31
    assert {link.aimed_page for link in back} == {0, 1}
    first = min(back, key=lambda link: link.page)
    assert first.aim.endswith("Stalin had a personal goal to gain as much power")


def test_claims_lead_to_each_other(essay: bytes) -> None:
    (link,) = [link for link in links_of(essay) if link.words.startswith("11. Stalin wanted two things")][:1]
    assert link.aim.startswith("Thesis · First answerer")
    assert "Stalin wanted two things" in link.aim


def test_a_citation_leads_to_the_web() -> None:
    paragraph = Paragraph(number=1, pieces=(Piece(text="Words"),))
    citation = "*Works*, [there](https://example.org/a)"
    data = annotated_pdf(AnnotatedText(title="T", citation=citation, paragraphs=(paragraph,)))
    assert "Works, there" in pages_of(data)[0]
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[0]
        assert raw.FPDFPage_GetAnnotCount(page) == 1
        note = raw.FPDFPage_GetAnnot(page, 0)
        action = raw.FPDFLink_GetAction(raw.FPDFAnnot_GetLink(note))
        length = raw.FPDFAction_GetURIPath(document, action, None, 0)
        held = bytes(length)
        raw.FPDFAction_GetURIPath(document, action, held, length)
        raw.FPDFPage_CloseAnnot(note)
        assert held.rstrip(b"\0") == b"https://example.org/a"
    finally:
        document.close()


def test_passages_are_tinted_in_the_colours_of_their_roles(essay: bytes) -> None:
    seen = colours_of(essay, 0)
    for role in (Role.REASON, Role.EVIDENCE, Role.THESIS):
        tint = mixed(LIGHT.tint(role), LIGHT.read, share=TINT)
        assert any(_is_near(tint, colour) for colour in seen), role


def test_pages_are_numbered_and_paragraphs_and_claims_are_too(essay: bytes) -> None:
    pages = pages_of(essay)
    assert len(pages) > 4
    for number, words in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in words
    assert all(f"¶{number}" in " ".join(pages) for number in range(1, 8))


def test_unsure_and_lost_passages_are_told(essay: bytes) -> None:
    whole = " ".join(pages_of(essay))
    assert whole.count("please check") == 2
    assert "No longer in the text: “" in whole.replace("ˮ", "”")


def test_no_entry_is_torn_where_a_page_can_hold_it() -> None:
    paragraph = Paragraph(number=1, pieces=(Piece(text="Words"),))
    entries = tuple(
        Entry(number=n, role=Role.REASON, kind=f"Kind{n}.", text=f"Head{n}. {'words ' * 60}Tail{n}.")
        for n in range(1, 40)
    )
    pages = pages_of(annotated_pdf(AnnotatedText(title="T", paragraphs=(paragraph,), entries=entries)))
    assert len(pages) > 3
    for number in range(1, 40):
        (home,) = [page for page in pages if f"Kind{number}." in page]
        assert f"Tail{number}." in home


def test_an_entry_that_no_page_can_hold_goes_over_several() -> None:
    paragraph = Paragraph(number=1, pieces=(Piece(text="Words"),))
    entry = Entry(number=1, role=Role.REASON, kind="Reason", text="words " * 3000 + "End.")
    data = annotated_pdf(AnnotatedText(title="T", paragraphs=(paragraph,), entries=(entry,)))
    pages = pages_of(data)
    assert len(pages) > 2
    stripe = LIGHT.ink(Role.REASON)
    for number in range(len(pages)):
        assert (stripe.red(), stripe.green(), stripe.blue()) in colours_of(data, number)
    assert "Claims" in pages[0]
    assert "End." in pages[-1]


def test_signs_outside_the_first_plane_do_not_shift_passages() -> None:
    body = "😀 e\u0301 \U0001f468\u200d\U0001f469 All men are mortal.\nNext"
    start = body.index("men")
    source = Source(id=ESSAY, title="Signs", body=body)
    claim = Claim(id=RecordId("c"), text="Of men")
    excerpt = Excerpt(
        id=RecordId("x"), element=claim.id, source=ESSAY, exact="men", start=start, end=start + 3
    )
    other = replace(excerpt, id=RecordId("y"), exact="mortal", start=body.index("mor"), end=body.index("."))
    data = annotated_pdf(annotated(ArgumentMap([source, claim, excerpt, other]), ESSAY))
    assert [link.words for link in links_of(data) if link.words in ("men", "mortal")] == ["men", "mortal"]


def test_a_long_number_is_printed_whole() -> None:
    lefts = []
    for number in (4, 44, 4444):
        paragraph = Paragraph(number=number, pieces=(Piece(text="Words alone."),))
        lefts.append(left_of(annotated_pdf(AnnotatedText(title="Bare", paragraphs=(paragraph,))), 0))
    digit = lefts[0] - lefts[1]
    assert digit > 3
    assert lefts[1] - lefts[2] == pytest.approx(2 * digit, abs=1)


def test_a_text_without_a_claim_is_printed_too() -> None:
    paragraph = Paragraph(number=1, pieces=(Piece(text="Words alone."),))
    (page,) = pages_of(annotated_pdf(AnnotatedText(title="Bare", paragraphs=(paragraph,))))
    assert "Words alone." in page
