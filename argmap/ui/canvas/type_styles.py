"""The type of the canvas: every size, weight and line height that is painted on the map."""

from __future__ import annotations

from argmap.ui.text_shaper import TextStyle

CLAIM = TextStyle(px=14, line_height=19, weight=500, letter_spacing=-0.006)
CLAIM_UNSTATED = CLAIM._replace(italic=True)
THESIS = TextStyle(px=17, line_height=23, weight=600, letter_spacing=-0.011)
QUESTION = TextStyle(px=15, line_height=21, weight=600, letter_spacing=-0.006)
VOICE = TextStyle(px=11.5, line_height=18)
MONOGRAM = TextStyle(px=10, line_height=18, weight=600)
META = TextStyle(px=11, line_height=16)
TAG = TextStyle(px=10, line_height=18, weight=700, letter_spacing=0.08)
FLAG = TextStyle(px=11, line_height=18, weight=600)
PUCK = TextStyle(px=11.5, line_height=24, weight=600)
ARROW_LABEL = TextStyle(px=11, line_height=20, weight=600)

SMALL_MONOGRAM = TextStyle(px=10, line_height=13, weight=600)
LABELS = (
    TextStyle(px=12, line_height=14.5, weight=600),
    TextStyle(px=11.5, line_height=14, weight=600),
    TextStyle(px=11, line_height=13.5, weight=600),
    TextStyle(px=10.5, line_height=13, weight=600),
)
"""Short labels on screen, from the wished size to the smallest."""
THESIS_LABELS = (TextStyle(px=13, line_height=15.5, weight=700), *LABELS)
SHAPE_LABEL = TextStyle(px=10.5, line_height=12, weight=700)
TERRAIN_LABEL = TextStyle(px=11.5, line_height=14, weight=700)
