"""What scrolls in the inspector: the pages, of which one shows, as high as its text needs."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from argmap.ui.inspector.page import Page

_ROUNDS = 3
"""How often the layouts are gone through until they hold still."""


class PageColumn(QWidget):
    """Fits itself to its content, which a scroll area does only after some turns of the event loop."""

    def __init__(self, area: QScrollArea, pages: Iterable[Page]) -> None:
        super().__init__()
        self.setObjectName("inspectorColumn")
        self._area = area
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 12)
        self._layout.setSpacing(0)
        for page in pages:
            page.hide()
            self._layout.addWidget(page)
        self._layout.addStretch()
        area.setWidget(self)

    def event(self, event: QEvent) -> bool:
        """Fit after a new layout."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def settle(self, page: Page) -> None:
        """Lay out a page, which shows, now.

        Text decides heights only once it has its width, and Qt passes such a change up one layout a turn of
        the event loop: left to itself the page would be seen to twitch.
        """
        parts = [page, *page.findChildren(QWidget)]
        for _ in range(_ROUNDS):
            for part in reversed(parts):
                layout = part.layout()
                if layout is not None and not part.isHidden():
                    layout.activate()
            self._layout.activate()
            self.fit()

    def fit(self) -> None:
        """Be as high as the content, and fill what shows of it."""
        view = self._area.viewport()
        high = max(self._layout.totalHeightForWidth(view.width()), view.height())
        if self.height() != high:
            self.resize(view.width(), high)
