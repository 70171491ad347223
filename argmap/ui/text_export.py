"""Writes a text of the map with its passages and claims, as a web page or on paper."""

from __future__ import annotations

from pathlib import Path

from argmap.editor.annotated import annotated
from argmap.formats.annotated.html_page import html_page
from argmap.formats.files import write_export
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.progress import Progress
from argmap.ui.annotated_colours import page_colours
from argmap.ui.paper.pages import annotated_pdf
from argmap.ui.theme import DARK, LIGHT

SUFFIXES = (".html", ".htm", ".pdf")


def export_text(map_: ArgumentMap, source: RecordId, path: Path, *, progress: Progress) -> None:
    """Write one text of the map; the suffix says how.

    Raises `FileProblem`, ValueError for another suffix, and `Cancelled` where `progress` says so. A file that
    is there is replaced, whole or not.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ValueError(f"“{path.name}” should end in .html or .pdf.")
    text = annotated(map_, source)
    if suffix == ".pdf":
        data = annotated_pdf(text, progress)
    else:
        data = html_page(text, light=page_colours(LIGHT), dark=page_colours(DARK))
    write_export(path, data)
