"""The formats are found by content before name, and cost nothing until one is needed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from argmap.formats.texts.registry import TextFormats, read_text
from tests.architecture.checkout import ROOT

LIBRARIES = ("bs4", "charset_normalizer", "defusedxml", "mammoth", "markdown_it", "pypdfium2")


@pytest.mark.parametrize(
    ("data", "name", "title"),
    [
        (b"words", "a.txt", "Plain text"),
        (b"words", "a", "Plain text"),
        (b"words", "a.xyz", "Plain text"),
        (b"# words", "A.MD", "Markdown"),
        (b"words", "a.htm", "Web page (HTML)"),
        (b"\xef\xbb\xbf <!-- saved --> <!DOCTYPE html><p>", "a.txt", "Web page (HTML)"),
        (b"On <html> pages", "a.txt", "Plain text"),
        (b"junk %PDF-1.4", "a.txt", "PDF"),
        (b"", "a.pdf", "PDF"),
        (b"", "a.epub", "EPUB book"),
        (b"", "a.docx", "Word file"),
    ],
)
def test_the_content_tells_the_format_and_then_the_name(data: bytes, name: str, title: str) -> None:
    assert TextFormats().for_file(data, name).title == title


def test_every_ending_leads_to_one_format() -> None:
    suffixes = TextFormats().suffixes
    assert len(set(suffixes)) == len(suffixes)
    assert {".txt", ".md", ".html", ".docx", ".epub", ".pdf"} <= set(suffixes)


def test_a_file_name_loses_its_folder() -> None:
    assert read_text(b"Some words.", "one/two.txt").file == "two.txt"


def test_the_libraries_are_imported_when_they_are_needed_and_not_before() -> None:
    script = (
        "import sys; from argmap.formats.texts.registry import read_text\n"
        "read_text('Plain Größe.'.encode(), 'a.txt')\n"
        f"assert not [name for name in {LIBRARIES} if name in sys.modules], sys.modules\n"
        "read_text(b'# Words', 'a.md')\n"
        "assert 'markdown_it' in sys.modules and 'bs4' in sys.modules and 'mammoth' not in sys.modules"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}
    subprocess.run([sys.executable, "-c", script], check=True, env=environment)
