"""Word files and EPUB books: their text in order, and no bomb, lock or damage that goes unsaid."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats.errors import BrokenText, Cancelled, Locked, TextProblem, TextTooLarge
from argmap.formats.texts.registry import read_text
from argmap.formats.texts.request import foreign_code
from tests.formats.texts.made import docx, epub, packed, paragraph, word_document

NOTED = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>, says he.</w:t></w:r>'
TABLE = f"<w:tbl><w:tr><w:tc>{paragraph('Name')}</w:tc><w:tc>{paragraph('Age')}</w:tc></w:tr></w:tbl>"
CHANGED = (
    "<w:p><w:r><w:t>It </w:t></w:r><w:ins><w:r><w:t>is</w:t></w:r></w:ins>"
    "<w:del><w:r><w:delText>was</w:delText></w:r></w:del><w:r><w:t> so.</w:t></w:r></w:p>"
)
WORD = docx(
    paragraph("A Title") + paragraph("All men are mortal", NOTED) + TABLE + CHANGED,
    title="On Death",
    author="Ann Other",
    note="Not all agree.",
)
BOOK = epub(
    [
        "<header><h1>One</h1></header><p>It <em>beg</em>ins.</p><script>SECRET</script>",
        "<nav>CONTENTS</nav><section><header><h2>Two</h2></header><p>It ends.</p></section>",
    ]
)
BOMB = b" " * (40 * 1024 * 1024)
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
ENTITY = word_document(paragraph("§").replace("§", "&b;"))
ENCRYPTED = (
    '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
    '<enc:EncryptionMethod Algorithm="{}"/></enc:EncryptedData></encryption>'
)


def test_a_word_file_keeps_text_tables_notes_and_accepted_changes() -> None:
    found = read_text(WORD, "essay.docx")
    assert found.body.split("\n") == [
        "A Title",
        "All men are mortal[1], says he.",
        "Name | Age",
        "It is so.",
        "1. Not all agree.",
    ]
    assert (found.title, found.author, found.date) == ("On Death", "Ann Other", "2021-03-04")
    assert found.citation == "Ann Other, *On Death*, 2021-03-04"


def test_a_book_is_read_in_the_order_of_its_spine() -> None:
    found = read_text(BOOK, "book.epub")
    assert found.body == "It begins.\n\nTwo\nIt ends."
    assert (found.title, found.author, found.date) == ("A Book", "Ann Other", "1999")


@pytest.mark.parametrize(("data", "name"), [(WORD, "a.epub"), (BOOK, "a.docx"), (WORD, "a.txt"), (BOOK, "a")])
def test_the_content_counts_before_the_name(data: bytes, name: str) -> None:
    assert read_text(data, name).title in ("On Death", "A Book")


@pytest.mark.parametrize(
    "data",
    [
        docx("", **{"word/styles.xml": BOMB}),
        docx("", **{"word/document.xml": b"<w:document>" + b"<w:p/>" * 1_000_001}),
        epub(["x"], **{"OEBPS/text 0.xhtml": BOMB}),
        packed({f"{number}": "" for number in range(20_001)} | {"META-INF/container.xml": ""}),
    ],
    ids=["white space", "elements", "book", "parts"],
)
def test_what_unpacks_to_too_much_is_refused(data: bytes) -> None:
    assert len(data) < 3_000_000
    with pytest.raises(TextTooLarge):
        read_text(data, "bomb.docx")


@pytest.mark.parametrize(
    "data",
    [
        docx("", **{"word/document.xml": ENTITIES + ENTITY}),
        docx("", **{"word/document.xml": (ENTITIES + ENTITY).encode("utf-16")}),
        docx(paragraph("x"), **{"docProps/core.xml": f"{ENTITIES}<title>&b;</title>"}),
        epub(["x"], title="&b;", doctype=ENTITIES),
    ],
)
def test_files_that_declare_entities_are_refused(data: bytes) -> None:
    with pytest.raises(BrokenText):
        read_text(data, "bomb")


def test_a_protected_book_is_told_from_one_with_protected_fonts() -> None:
    method = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
    with pytest.raises(Locked, match="copy protection"):
        read_text(epub(["x"], **{"META-INF/encryption.xml": ENCRYPTED.format(method)}), "a.epub")
    fonts = ENCRYPTED.format("http://www.idpf.org/2008/embedding")
    assert read_text(epub(["x"], **{"META-INF/encryption.xml": fonts}), "a.epub").body == "x"


def test_a_zip_with_a_password_says_so() -> None:
    data = bytearray(WORD)
    for part in zipfile.ZipFile(BytesIO(WORD)).infolist():
        data[part.header_offset + 6] |= 1
    central = data.find(b"PK\x01\x02")
    while central >= 0:
        data[central + 8] |= 1
        central = data.find(b"PK\x01\x02", central + 1)
    with pytest.raises(Locked, match="password"):
        read_text(bytes(data), "a.docx")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (WORD[: len(WORD) // 2], "a.docx"),
        (BOOK[: len(BOOK) // 2], "a.epub"),
        (b"words", "a.docx"),
        (b"words", "a.epub"),
        (epub([]), "a.epub"),
        (packed({"mimetype": "application/epub+zip"}), "a.epub"),
        (docx("<w:p>" * 5000 + "</w:p>" * 5000), "a.docx"),
    ],
)
def test_broken_files_are_said_to_be_broken(data: bytes, name: str) -> None:
    with pytest.raises(BrokenText, match=r"damaged, or not whole.*Get the file again"):
        read_text(data, name)


def test_memory_that_runs_out_is_told_as_size() -> None:
    with pytest.raises(TextTooLarge), foreign_code("a Word file"):
        raise MemoryError


def test_reading_reports_how_far_it_is_and_can_be_stopped() -> None:
    chapters = epub([f"<p>Chapter {number}.</p>" for number in range(50)])
    paragraphs = docx(paragraph("Words.") * 500)
    for data, most in ((chapters, 50), (paragraphs, 10)):
        shares: list[float] = []
        read_text(data, "a", progress=lambda share, seen=shares: seen.append(share) or True)
        assert shares == sorted(shares)
        assert (shares[0], shares[-1], len(shares) >= most) == (0, 1, True)
        with pytest.raises(Cancelled):
            read_text(data, "a", progress=lambda share: share < 0.5)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([WORD, BOOK]),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=30),
    st.integers(0, 10**6),
)
def test_damaged_files_only_raise_problems(whole: bytes, hits: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(whole)
    for place, value in hits:
        data[place % len(data)] = value
    with suppress(TextProblem):
        read_text(bytes(data[: cut or len(data)]), "a.docx")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_parts_only_raise_problems(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([WORD, BOOK]))
    package = zipfile.ZipFile(BytesIO(whole))
    parts = {name: bytearray(package.read(name)) for name in package.namelist()}
    part = parts[data.draw(st.sampled_from(sorted(parts)))]
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, max(len(part) - 1, 0)))
        part[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=4))
    with suppress(TextProblem):
        read_text(packed({name: bytes(content) for name, content in parts.items()}), "a.docx")
