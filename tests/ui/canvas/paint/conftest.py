"""The real painter, in the light theme, and the sample map."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from argmap.formats.native import read
from argmap.resources import resource
from argmap.ui.canvas.geometry import MapGeometry
from argmap.ui.canvas.paint.map_painter import MapPainter
from argmap.ui.fonts import load_fonts
from argmap.ui.icons import Icons
from argmap.ui.text_shaper import TextShaper
from argmap.ui.theme import LIGHT


@pytest.fixture(scope="session")
def shaper(qapp: QApplication) -> TextShaper:
    load_fonts()
    return TextShaper()


@pytest.fixture(scope="session")
def painter(shaper: TextShaper) -> MapPainter:
    return MapPainter(LIGHT, Icons(), shaper=shaper)


@pytest.fixture(scope="session")
def sample(shaper: TextShaper) -> MapGeometry:
    return MapGeometry(read(resource("examples", "stalins-goals.argmap").read_bytes()), shaper)
