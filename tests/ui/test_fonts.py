from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from argmap.ui.fonts import INTER, MONO, SERIF, font, load_fonts


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


def test_all_three_families_are_bundled(qapp: QApplication) -> None:
    assert {INTER, MONO, SERIF} <= set(load_fonts())


@pytest.mark.parametrize("family", [INTER, MONO, SERIF])
def test_a_font_is_the_bundled_one_and_no_stand_in(family: str) -> None:
    made = font(14, family=family)
    assert QFontInfo(made).family() == family
    assert made.hintingPreference() is QFont.HintingPreference.PreferNoHinting
    assert made.featureValue(QFont.Tag("calt")) == 0


def test_every_weight_is_a_face_of_its_own() -> None:
    widths = [
        QFontMetricsF(font(40, weight)).horizontalAdvance("He was determined")
        for weight in (400, 500, 600, 700)
    ]
    assert widths == sorted(set(widths))


def test_metrics_are_those_that_cards_are_measured_with() -> None:
    metrics = QFontMetricsF(font(14, 500))
    assert metrics.ascent() == pytest.approx(13.56, abs=0.05)
    assert metrics.descent() == pytest.approx(3.38, abs=0.05)
