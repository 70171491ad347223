"""Pictures of a map for files: the right size and colours, words that stay words, nothing half written."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from argmap.layout.geometry import bounding
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import MAP_ID, RecordId
from argmap.model.records import Claim, MapInfo
from argmap.ui.canvas.geometry import MapGeometry
from argmap.ui.export_image import MARGIN, PAPERS, PictureOptions, export_picture
from argmap.ui.fonts import load_fonts
from argmap.ui.text_shaper import TextShaper
from argmap.ui.theme import DARK, LIGHT
from tests.builders import sample, sketch, with_fields

LIGHT_PICTURE = PictureOptions(theme=LIGHT)
TEXT = (
    "Kraków & “Łódź” <west> — 斯大林, e\u0301tude; a claim that is long enough for several lines on its card"
)


@pytest.fixture(scope="module", autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


@pytest.fixture
def small() -> ArgumentMap:
    """A thesis with a reason of several lines."""
    map_ = sketch("thesis <- reason", MapInfo(id=MAP_ID, title="A & B"))
    return with_fields(map_, "reason", text=TEXT)


def size_of(map_: ArgumentMap) -> tuple[float, float]:
    """Width and height of a map with its margins, in pixels at 100 %."""
    bounds = bounding(MapGeometry(map_, TextShaper()).boxes.values())
    assert bounds is not None
    return bounds.width + 2 * MARGIN, bounds.height + 2 * MARGIN


# PNG


@pytest.mark.parametrize("scale", [0.5, 1.0, 1.5, 2.0, 3.0])
def test_a_png_is_as_large_as_its_scale_says(tmp_path: Path, small: ArgumentMap, scale: float) -> None:
    path = tmp_path / "map.png"
    export_picture(small, path, PictureOptions(theme=LIGHT, scale=scale))
    image, (width, height) = QImage(str(path)), size_of(small)
    assert image.format() is not QImage.Format.Format_Invalid
    assert abs(image.width() - width * scale) <= 1
    assert abs(image.height() - height * scale) <= 1
    assert image.dotsPerMeterX() == pytest.approx(96 * scale / 0.0254, abs=1)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_png_wears_its_theme(tmp_path: Path, small: ArgumentMap, theme: object) -> None:
    path = tmp_path / "map.png"
    export_picture(small, path, PictureOptions(theme=theme, scale=1.0))  # type: ignore[arg-type]
    image = QImage(str(path))
    boxes = MapGeometry(small, TextShaper()).boxes
    thesis = next(iter(boxes.values()))
    assert image.pixelColor(8, 8).name() == theme.canvas.name()  # type: ignore[attr-defined]
    card = image.pixelColor(round(MARGIN + thesis.width / 2), round(MARGIN + thesis.height - 6))
    assert card.name() == theme.card.name()  # type: ignore[attr-defined]


def test_a_png_shows_the_whole_sample_and_ends_in_its_margin(tmp_path: Path) -> None:
    path = tmp_path / "map.png"
    export_picture(sample(), path, PictureOptions(theme=LIGHT, scale=1.0))
    image = QImage(str(path))
    ground = {LIGHT.canvas.name(), LIGHT.dot.name()}
    edges = [(x, y) for x in range(0, image.width(), 3) for y in (0, image.height() - 1)]
    edges += [(x, y) for y in range(0, image.height(), 3) for x in (0, image.width() - 1)]
    assert all(_is_ground(image.pixelColor(x, y), ground) for x, y in edges)
    inked = sum(
        not _is_ground(image.pixelColor(x, y), ground) for x in range(0, 400, 7) for y in range(0, 400, 7)
    )
    assert inked > 50


def _is_ground(colour: QColor, ground: set[str]) -> bool:
    return colour.name() in ground or colour.lightness() >= LIGHT.dot.lightness()


def test_a_png_beyond_what_qt_can_hold_is_refused(tmp_path: Path, small: ArgumentMap) -> None:
    path = tmp_path / "map.png"
    with pytest.raises(ValueError, match="smaller scale"):
        export_picture(small, path, PictureOptions(theme=LIGHT, scale=400.0))
    assert not path.exists()


# SVG


def words_of(svg: Path) -> str:
    """All words of an SVG in the order they stand there."""
    found = ElementTree.parse(svg).iter("{http://www.w3.org/2000/svg}text")
    return " ".join("".join(element.itertext()) for element in found)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_an_svg_holds_each_claim_as_text(tmp_path: Path) -> None:
    path, map_ = tmp_path / "map.svg", sample()
    export_picture(map_, path, LIGHT_PICTURE)
    said = squeezed(words_of(path))
    for claim in map_.claims.values():
        assert squeezed(claim.text) in said


def test_an_svg_spells_odd_letters_and_signs(tmp_path: Path, small: ArgumentMap) -> None:
    path = tmp_path / "map.svg"
    export_picture(small, path, LIGHT_PICTURE)
    assert squeezed(TEXT).replace(" ", "") in words_of(path).replace(" ", "")


def test_an_svg_is_named_and_as_large_as_the_map(tmp_path: Path, small: ArgumentMap) -> None:
    path = tmp_path / "map.svg"
    export_picture(small, path, LIGHT_PICTURE)
    root = ElementTree.parse(path).getroot()
    title = root.find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == "A & B"
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    assert (width, height) == pytest.approx(size_of(small), abs=1)


def test_what_looks_like_a_script_in_a_map_is_words_in_an_svg(tmp_path: Path) -> None:
    path, trap = tmp_path / "map.svg", "</title></text><script>alert(1)</script>"
    claim = Claim(id=RecordId("c"), text=trap)
    map_ = ArgumentMap([MapInfo(title=trap), claim])
    export_picture(map_, path, LIGHT_PICTURE)
    kinds = {element.tag.rpartition("}")[2] for element in ElementTree.parse(path).iter()}
    assert kinds.isdisjoint({"script", "foreignObject", "a", "use"})
    assert "<script>" in words_of(path)
    title = ElementTree.parse(path).getroot().find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == trap


def test_an_svg_wears_its_theme(tmp_path: Path, small: ArgumentMap) -> None:
    path = tmp_path / "map.svg"
    export_picture(small, path, PictureOptions(theme=DARK))
    written = path.read_text(encoding="utf-8").lower()
    assert DARK.canvas.name() in written
    assert LIGHT.canvas.name() not in written


# PDF


def run_poppler(tool: str, path: Path) -> str:
    """What one of poppler's tools says of a PDF; the test is left out where there is no poppler."""
    found = shutil.which(tool)
    if found is None:
        pytest.skip(f"{tool} of poppler is not installed: what is in the PDF cannot be read")
    target = [] if tool == "pdfinfo" else ["-"]
    done = subprocess.run([found, str(path), *target], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def sheets(pdf: Path) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf.read_bytes()))


def test_a_pdf_is_one_page_of_the_maps_own_size(tmp_path: Path, small: ArgumentMap) -> None:
    path = tmp_path / "map.pdf"
    export_picture(small, path, LIGHT_PICTURE)
    assert path.read_bytes().startswith(b"%PDF")
    assert sheets(path) == 1
    box = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", path.read_bytes())
    assert box is not None
    width, height = size_of(small)
    assert (float(box[1]), float(box[2])) == pytest.approx((width * 0.75, height * 0.75), abs=1.5)


def test_the_words_of_a_pdf_can_be_found(tmp_path: Path) -> None:
    path, map_ = tmp_path / "map.pdf", sample()
    export_picture(map_, path, LIGHT_PICTURE)
    # Inter has one glyph for the closing quote and for the letter U+02BC, and Qt notes down the latter.
    said = "".join(run_poppler("pdftotext", path).split()).replace("\u02bc", "’")
    for claim in map_.claims.values():
        assert all(word in said for word in claim.text.split())
    assert map_.info.title in run_poppler("pdfinfo", path)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_map_is_fitted_on_one_sheet_that_lies_as_it_does(tmp_path: Path, paper: str) -> None:
    path = tmp_path / "map.pdf"
    export_picture(sample(), path, PictureOptions(theme=LIGHT, paper=paper))
    assert sheets(path) == 1
    box = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", path.read_bytes())
    assert box is not None
    width, height = size_of(sample())
    assert (float(box[1]) > float(box[2])) == (width > height)
    short, long = {"A4": (595, 842), "A3": (842, 1191), "Letter": (612, 792)}[paper]
    assert sorted((float(box[1]), float(box[2]))) == pytest.approx([short, long], abs=1)


def test_a_tiled_map_takes_as_many_sheets_as_it_needs(tmp_path: Path) -> None:
    path, (width, height) = tmp_path / "map.pdf", size_of(sample())
    export_picture(sample(), path, PictureOptions(theme=LIGHT, paper="A4", tiled=True))
    long, short = (842 - 56.7) / 0.75, (595 - 56.7) / 0.75
    across, down = (long, short) if width > height else (short, long)
    assert sheets(path) == -(-width // across) * -(-height // down)
    assert sheets(path) > 1


def test_a_small_tiled_map_takes_one_sheet(tmp_path: Path, small: ArgumentMap) -> None:
    path = tmp_path / "map.pdf"
    export_picture(small, path, PictureOptions(theme=LIGHT, paper="A4", tiled=True))
    assert sheets(path) == 1


# What cannot be done


@pytest.mark.parametrize("name", ["map.jpg", "map", "map.png.txt"])
def test_other_kinds_of_pictures_are_refused(tmp_path: Path, small: ArgumentMap, name: str) -> None:
    with pytest.raises(ValueError, match=r"\.png, \.svg, \.pdf"):
        export_picture(small, tmp_path / name, LIGHT_PICTURE)
    assert list(tmp_path.iterdir()) == []


def test_the_suffix_may_be_in_capitals(tmp_path: Path, small: ArgumentMap) -> None:
    path = tmp_path / "MAP.PNG"
    export_picture(small, path, LIGHT_PICTURE)
    assert path.read_bytes().startswith(b"\x89PNG")


def test_unknown_paper_is_refused_and_the_known_is_named(tmp_path: Path, small: ArgumentMap) -> None:
    with pytest.raises(ValueError, match="A4, A3, Letter"):
        export_picture(small, tmp_path / "map.pdf", PictureOptions(theme=LIGHT, paper="Foolscap"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["map.png", "map.svg", "map.pdf"])
def test_an_empty_map_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="empty"):
        export_picture(ArgumentMap(), tmp_path / name, LIGHT_PICTURE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["map.png", "map.svg", "map.pdf"])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, small: ArgumentMap, name: str) -> None:
    with pytest.raises(OSError, match="could not be written"):
        export_picture(small, tmp_path / "nowhere" / name, LIGHT_PICTURE)


def test_a_file_that_is_there_is_replaced_whole(tmp_path: Path, small: ArgumentMap) -> None:
    path = tmp_path / "map.svg"
    path.write_text("old " * 100_000, encoding="utf-8")
    export_picture(small, path, LIGHT_PICTURE)
    assert "old" not in path.read_text(encoding="utf-8")
    assert [file.name for file in tmp_path.iterdir()] == ["map.svg"]


def test_a_file_that_is_there_is_left_alone_by_a_failure(tmp_path: Path, small: ArgumentMap) -> None:
    path = tmp_path / "map.pdf"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(ValueError, match="paper"):
        export_picture(small, path, PictureOptions(theme=LIGHT, paper="Foolscap"))
    assert path.read_text(encoding="utf-8") == "old"


@pytest.mark.skipif(sys.platform == "win32", reason="a folder cannot be closed to writing there")
def test_a_closed_folder_keeps_its_file(tmp_path: Path, small: ArgumentMap) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    path = folder / "map.png"
    path.write_text("old", encoding="utf-8")
    folder.chmod(0o500)
    try:
        if _can_write(folder):
            pytest.skip("this user may write anywhere")
        with pytest.raises(OSError, match="could not be written"):
            export_picture(small, path, LIGHT_PICTURE)
        assert path.read_text(encoding="utf-8") == "old"
    finally:
        folder.chmod(0o700)


def _can_write(folder: Path) -> bool:
    try:
        (folder / "trial").touch()
    except OSError:
        return False
    return True


def test_a_folder_of_that_name_is_told(tmp_path: Path, small: ArgumentMap) -> None:
    path = tmp_path / "map.png"
    path.mkdir()
    with pytest.raises(OSError, match="could not be written"):
        export_picture(small, path, LIGHT_PICTURE)
    assert path.is_dir()
