"""Earlier versions of the open file: a list, and the chosen one as a picture beside it, to be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from argmap.editor.versions import Version
from argmap.editor.words import count
from argmap.formats.errors import Problem
from argmap.model.argument_map import ArgumentMap
from argmap.ui.export_image import small_picture
from argmap.ui.look import Look

PICTURE = QSize(640, 440)
_LIST_WIDTH, _ROW = 216, 44


class VersionBrowser(QDialog):
    """Shows the versions of one file. Gone when it is closed."""

    def __init__(
        self,
        versions: Sequence[Version],
        *,
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
        self._read = read
        self._take_back = restore
        self._open = open_beside
        self._look = look
        self._map: ArgumentMap | None = None
        self._list = QListWidget()
        self._list.setObjectName("version_list")
        self._list.setAccessibleName("Versions, the latest first")
        self._list.setFixedWidth(_LIST_WIDTH)
        self._picture = QLabel()
        self._picture.setObjectName("version_picture")
        self._picture.setFixedSize(PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setWordWrap(True)
        self._words = QLabel()
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
        self._lay_out()
        for version in versions:
            item = QListWidgetItem(_named(version), self._list)
            item.setSizeHint(QSize(0, _ROW))
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
            claims, relations = len(self._map.claims), len(self._map.relations)
            self._words.setText(f"{count(claims, 'claim')}, {count(relations, 'relation')}")
        for button in (self._restore, self._beside):
            button.setEnabled(self._map is not None)

    def _on_beside(self) -> None:
        self.accept()
        self._open(self._versions[self._list.currentRow()])

    def _on_restore(self) -> None:
        if self._map is not None:
            self._take_back(self._map)
            self.accept()


def _named(version: Version) -> str:
    """When it was saved, on this place's clock, and how large it is."""
    at = version.at.astimezone()
    return f"{at:%Y-%m-%d, %H:%M:%S}\n{max(1, round(version.size / 1000)):,} KB"
