"""What the panel shows while its text is edited: that it is, and passages where they would stand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from argmap.model.argument_map import ArgumentMap
from argmap.model.delta import Delta
from argmap.model.records import Source
from argmap.source.lines import lines_of
from argmap.source.listing import listed
from argmap.ui.chrome.announce import announce
from argmap.ui.parts.document_words import words_in
from argmap.ui.parts.writer import Writer
from argmap.ui.source.head import SourceHead
from argmap.ui.source.passages import passages_of
from argmap.ui.source.shown_text import numbers_of
from argmap.ui.source.source_text import SourceText
from argmap.ui.source.strip import EditingStrip
from argmap.ui.source.text_editing import TextEditing


class Drafting(QObject):
    """Keeps a panel in step with the text that is typed into it."""

    def __init__(
        self, text: SourceText, head: SourceHead, *, strip: EditingStrip, map_: Callable[[], ArgumentMap]
    ) -> None:
        super().__init__(text)
        self._text, self._head, self._strip = text, head, strip
        self._map = map_
        writer: Writer = head.details.writer
        self.editing = TextEditing(text, writer)
        self.editing.begun.connect(self._show_state)
        self.editing.ended.connect(self._show_state)
        self.editing.reshaped.connect(self._show_lines)
        strip.done.clicked.connect(self.editing.end)

    def show_typed(self, typed: Delta) -> None:
        """Show the passages where they would stand if what is being typed were committed now."""
        made = self.editing.source
        if made is None:
            return
        map_ = self._map().apply(typed)
        if map_.sources[made.id].body == made.body:
            self._text.set_passages(passages_of(map_, made, self.editing.offsets))
            self._head.show_sources(listed(map_), made, numbers_of(map_, made))

    def show_as_it_is(self, source: Source) -> None:
        """Have nothing on screen that the map does not have: what could not be kept was given up."""
        words = words_in(self._text.document())
        if words != source.body:
            self._text.change_text(words, source.body, lines_of(self._map(), source))

    def _show_state(self) -> None:
        is_on = self.editing.is_on
        self._strip.setVisible(is_on)
        self._head.header.edit.setEnabled(not is_on)
        announce(self._text, "Editing the text" if is_on else "Reading the text")

    def _show_lines(self) -> None:
        """The text being typed has other paragraphs than before."""
        if self.editing.source is not None:
            self._text.set_lines(lines_of(self._map(), self.editing.source))
