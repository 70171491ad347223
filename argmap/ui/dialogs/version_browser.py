"""Earlier versions of the open file: a list, and the chosen one as a picture beside it, to be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from argmap.editor.changes import told_changes
from argmap.editor.versions import Version
from argmap.editor.words import count
from argmap.formats.errors import Problem
from argmap.model.argument_map import ArgumentMap
from argmap.ui.dialogs.version_list import VersionList
from argmap.ui.export_image import small_picture
from argmap.ui.look import Look

PICTURE = QSize(640, 440)


class VersionBrowser(QDialog):
    """Shows the versions of one file. Gone when it is closed."""

    def __init__(
        self,
        versions: Sequence[Version],
        *,
        now: ArgumentMap,
        read: Callable[[Version], ArgumentMap],
        restore: Callable[[ArgumentMap], None],
        open_beside: Callable[[Version], None],
        look: Look,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("versions")
        self.setWindowTitle("Versions")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._versions = versions
        self._now = now
        self._read = read
        self._take_back = restore
        self._open = open_beside
        self._look = look
        self._map: ArgumentMap | None = None
        self._list = VersionList(versions, read, theme=look.theme)
        self._picture = QLabel()
        self._picture.setObjectName("version_picture")
        self._picture.setFixedSize(PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setWordWrap(True)
        self._words = QLabel()
        self._words.setObjectName("version_words")
        self._words.setFixedWidth(PICTURE.width())
        self._words.setWordWrap(True)
        self._words.setMinimumHeight(2 * self._words.fontMetrics().lineSpacing())
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._beside = self._buttons.addButton("Open beside", QDialogButtonBox.ButtonRole.ActionRole)
        self._beside.setObjectName("version_beside")
        self._beside.setToolTip("Look at this version in a window of its own, and copy from it")
        self._beside.clicked.connect(self._on_beside)
        self._restore = self._buttons.addButton("Restore", QDialogButtonBox.ButtonRole.AcceptRole)
        self._restore.setObjectName("version_restore")
        self._restore.setToolTip("Take this version back, as one step that can be undone")
        self._restore.clicked.connect(self._on_restore)
        self._buttons.rejected.connect(self.reject)
        for button in self._buttons.buttons():
            button.setIcon(QIcon())  # the desktop's are made for its own colours
        self._lay_out()
        self._list.currentRowChanged.connect(self._show)
        self._list.setCurrentRow(0)

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.addWidget(self._picture)
        beside.addWidget(self._words)
        row = QHBoxLayout()
        row.addWidget(self._list)
        row.addLayout(beside)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self._buttons)

    def _show(self, row: int) -> None:
        self._map = None
        try:
            self._map = self._read(self._versions[row])
        except Problem as problem:
            self._picture.setText(str(problem))
            self._words.setText("")
        else:
            image = small_picture(self._map, self._look.theme, PICTURE, dpr=self.devicePixelRatioF())
            self._picture.setPixmap(QPixmap.fromImage(image))
            self._words.setText(_told(self._map, self._now))
        for button in (self._restore, self._beside):
            button.setEnabled(self._map is not None)

    def _on_beside(self) -> None:
        self.accept()
        self._open(self._versions[self._list.currentRow()])

    def _on_restore(self) -> None:
        if self._map is not None:
            self._take_back(self._map)
            self.accept()


def _told(version: ArgumentMap, now: ArgumentMap) -> str:
    """What a version holds, and what has changed from it to the map that is open now."""
    claims, relations = len(version.claims), len(version.relations)
    since = told_changes(version, now)
    compared = f"Since then: {since}" if since else "The same as the open map"
    return f"{count(claims, 'claim')}, {count(relations, 'relation')}\n{compared}"
