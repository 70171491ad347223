"""What floating panels leave free of the canvas: what can be seen, and how to frame cards clear of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from argmap.layout.geometry import Rect, bounding
from argmap.ui.canvas.camera import Camera, Insets
from argmap.ui.canvas.text_editor import CardTextEditor
from argmap.ui.canvas.view import View

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_TOP, _BOTTOM, _SIDE, _DEEP = 36.0, 48.0, 224.0, 208.0
_INSETS = (
    Insets(top=_TOP, bottom=_BOTTOM),
    Insets(top=_TOP, bottom=2 * _BOTTOM),
    Insets(top=_TOP, bottom=_BOTTOM, right=_SIDE),
    Insets(top=_TOP, bottom=2 * _BOTTOM, right=_SIDE),
    Insets(top=_TOP, bottom=_DEEP),
)
"""Ways to keep clear of the panels, from the least that is given up to the most."""


def covers(canvas: QWidget) -> list[QRect]:
    """The parts of the widget, in pixels, that floating panels cover."""
    panels = canvas.findChildren(QWidget, options=_DIRECT)
    return [p.geometry() for p in panels if p.isVisible() and not isinstance(p, CardTextEditor)]


def is_clear(canvas: QWidget, part: QRect) -> bool:
    """Whether a part of the widget, in pixels, is in view and uncovered."""
    return canvas.rect().contains(part) and not any(cover.intersects(part) for cover in covers(canvas))


def clear_view(canvas: QWidget, camera: Camera, boxes: Sequence[Rect]) -> View | None:
    """The view that shows all the boxes as large as they fit clear of the panels; None without boxes.

    Where the panels cannot be kept clear of, they may cover some.
    """
    whole = bounding(boxes)
    if whole is None:
        return None
    panels = covers(canvas)
    views = [camera.framed(whole, insets) for insets in _INSETS]
    for view in sorted(views, key=lambda view: -view.zoom):
        shown = [view.rect_to_view(box).toAlignedRect() for box in boxes]
        if not any(panel.intersects(part) for panel in panels for part in shown):
            return view
    return views[0]
