"""One page of the manual: a column of text no wider than reads well, with pictures and keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument, QTextImageFormat
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from argmap.ui.dialogs.key_caps import key_caps
from argmap.ui.dialogs.page_type import set_type

COLUMN = 680
"""The widest that the text becomes, in pixels."""
KEY_SCHEME = "key"
_MARGIN_SIDE, _MARGIN_TOP = 36, 30
_DIALECT = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_RESTYLED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


class ManualPage(QTextBrowser):
    """Shows Markdown; pictures are read from a folder, `key:` pictures are drawn."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._text = ""
        self._caps: dict[str, QImage] = {}
        self._wholes: dict[str, QImage] = {}
        self.setObjectName("manual_page")
        bar = self.verticalScrollBar()
        bar.setObjectName("slim_bar")
        bar.style().unpolish(bar)  # the style has looked up its rules before it had a name
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)

    def show_text(self, text: str) -> None:
        """Show another page, from its top."""
        self._text = text
        self._set()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """The picture of a key, or one of the folder's."""
        name = QUrl(name)
        if name.scheme() == KEY_SCHEME:
            return self._cap(name.path(QUrl.ComponentFormattingOption.FullyDecoded))
        if name.isRelative():
            return self._whole(name.path())
        return super().loadResource(kind, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Set the page anew in other colours, at the same place."""
        super().changeEvent(event)
        if event.type() in _RESTYLED and self._text:
            place = self.verticalScrollBar().value()
            self._set()
            self.verticalScrollBar().setValue(place)

    def _set(self) -> None:
        self._caps.clear()
        self.document().setMarkdown(self._text, _DIALECT)
        set_type(self.document(), self.palette())
        self._fit()

    def _whole(self, path: str) -> QImage:
        if path not in self._wholes:
            self._wholes[path] = QImage(str(self._folder / path))
        return self._wholes[path]

    def _picture(self, whole: QImage, column: int) -> QImage:
        """A picture no wider than the column: scaled here, smoothly, as the document would not."""
        ratio = self.devicePixelRatioF()
        if whole.width() <= column * ratio:
            return whole
        scaled = whole.scaledToWidth(round(column * ratio), Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def _cap(self, combination: str) -> QImage:
        if combination not in self._caps:
            self._caps[combination] = key_caps(combination, self.palette(), dpr=self.devicePixelRatioF())
        return self._caps[combination]

    def _column(self) -> int:
        """How wide the text is set, in pixels."""
        return min(COLUMN, max(1, self.viewport().width() - 2 * _MARGIN_SIDE))

    def _fit(self) -> None:
        room = self.viewport().width() - 2 * _MARGIN_SIDE
        column = self._column()
        root = self.document().rootFrame()
        shape = root.frameFormat()
        side = _MARGIN_SIDE + (room - column) / 2
        shape.setLeftMargin(side)
        shape.setRightMargin(side)
        shape.setTopMargin(_MARGIN_TOP)
        shape.setBottomMargin(_MARGIN_TOP)
        root.setFrameFormat(shape)
        for cursor, image in self._images():
            self._fit_image(cursor, image, column)

    def _images(self) -> list[tuple[QTextCursor, QTextImageFormat]]:
        found = []
        block = self.document().begin()
        while block.isValid():
            step = block.begin()
            while not step.atEnd():
                fragment = step.fragment()
                if fragment.charFormat().isImageFormat():
                    cursor = QTextCursor(block)
                    cursor.setPosition(fragment.position())
                    cursor.setPosition(
                        fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor
                    )
                    found.append((cursor, fragment.charFormat().toImageFormat()))
                step += 1
            block = block.next()
        return found

    def _fit_image(self, cursor: QTextCursor, image: QTextImageFormat, column: int) -> None:
        url = QUrl(image.name())
        if url.scheme() == KEY_SCHEME:
            size = self._cap(url.path(QUrl.ComponentFormattingOption.FullyDecoded)).deviceIndependentSize()
        else:
            picture = self._picture(self._whole(url.path()), column)
            size = picture.deviceIndependentSize()
            self.document().addResource(QTextDocument.ResourceType.ImageResource.value, url, picture)
        if size.isEmpty():
            return
        image.setWidth(size.width())
        image.setHeight(size.height())
        image.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        cursor.setCharFormat(image)
