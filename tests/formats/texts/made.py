"""Files as other programs make them, as small as they can be: Word, EPUB and PDF."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
    "<dcterms:created>2021-03-04T05:06:07Z</dcterms:created></cp:coreProperties>"
)
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(name, content, compress_type=method)
    return file.getvalue()


def paragraph(text: str, inside: str = "") -> str:
    """A paragraph of a Word file, as XML."""
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>{inside}</w:p>'


def word_document(body: str) -> str:
    """The main part of a Word file."""
    return f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'


def docx(body: str, *, title: str = "", author: str = "", note: str = "", **parts: str | bytes) -> bytes:
    """A Word file with this XML as its body, a footnote of number 2, and more parts by name."""
    notes = (
        f'<w:footnotes xmlns:w="{_WORD}"><w:footnote w:id="2">{paragraph(note)}</w:footnote></w:footnotes>'
    )
    relation = f'<Relationship Id="r{{}}" Type="{_OFFICE}/{{}}" Target="{{}}"/>'
    relations = f'<Relationships xmlns="{_PACKAGE}/relationships">{{}}</Relationships>'
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": relations.format(relation.format(1, "officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relations.format(
                relation.format(2, "footnotes", "footnotes.xml")
            ),
            "word/document.xml": word_document(body),
            "word/footnotes.xml": notes,
            "docProps/core.xml": _CORE.format(title=title, author=author),
            **parts,
        }
    )


def epub(chapters: Sequence[str], *, title: str = "A Book", doctype: str = "", **parts: str | bytes) -> bytes:
    """A book whose chapters have these bodies, and more parts by name."""
    items = "".join(
        f'<item id="c{number}" href="text%20{number}.xhtml" media-type="application/xhtml+xml"/>'
        for number in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in range(len(chapters)))
    page = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html>'
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
            "<rootfiles>"
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
            "OEBPS/book.opf": doctype + '<package xmlns="http://www.idpf.org/2007/opf" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            f"<dc:title>{title}</dc:title><dc:creator>Ann Other</dc:creator><dc:date>1999</dc:date>"
            "</metadata>"
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
            **{f"OEBPS/text {number}.xhtml": page.format(body) for number, body in enumerate(chapters)},
            **parts,
        }
    )


def pdf(
    pages: Sequence[Sequence[tuple[float, float, str]]],
    *,
    labels: str = "",
    password: str = "",
    author: str = "",
) -> bytes:
    """A PDF with lines of 10-point Helvetica at (left, bottom); labels go into /PageLabels as they are."""
    streams = [
        b"".join(b"BT /F1 10 Tf %g %g Td (%s) Tj ET\n" % (x, y, _literal(text)) for x, y, text in lines)
        for lines in pages
    ]
    return pdf_of(streams, labels=labels, password=password, author=author)


def pdf_of(streams: Sequence[bytes], *, labels: str = "", password: str = "", author: str = "") -> bytes:
    """A PDF whose pages are drawn by these streams; with a password, locked as PDF 1.3 does it (RC4)."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(streams)))
    labelled = f" /PageLabels << /Nums [{labels}] >>" if labels else ""
    key, lock = _lock(password) if password else (b"", b"")
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R{labelled} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        place = 5 + 2 * number
        data = _rc4(_object_key(key, place), stream) if key else stream
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % place
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data))
    if author:
        objects.append(b"<< /Author (%s) >>" % _literal(author))
        lock += b" /Info %d 0 R" % len(objects)
    return _file(objects, lock)


def _file(objects: Sequence[bytes], lock: bytes) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, lock, len(data))
    )


def _literal(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _lock(password: str) -> tuple[bytes, bytes]:
    """The file's key and the end of its trailer: revision 2 of the standard security handler."""
    padded = (password.encode() + _PAD)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    name = b"0123456789abcdef"
    key = hashlib.md5(padded + owner + (-4).to_bytes(4, "little", signed=True) + name).digest()[:5]
    user = _rc4(key, _PAD)
    rules = f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> /U <{user.hex()}> >>"
    return key, f" /Encrypt {rules} /ID [<{name.hex()}> <{name.hex()}>]".encode()


def _object_key(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    result, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        result.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(result)
