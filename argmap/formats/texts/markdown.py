"""Markdown: made into HTML, in which no raw HTML is let through, and read as that."""

from __future__ import annotations

import re
from dataclasses import replace

from argmap.formats.texts.decoding import decoded
from argmap.formats.texts.found_text import FoundText, one_line
from argmap.formats.texts.plain import refuse_foreign
from argmap.formats.texts.request import Request, foreign_code
from argmap.formats.texts.web_page import read_markup
from argmap.model.text import normalized

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(title|author|date)[ \t]*:[ \t]*(\S.*)$", re.IGNORECASE | re.MULTILINE)
_RENDERED = 0.5
"""The share of the work that is done once a file is HTML."""
_LIST = re.compile(r"^\[(.*)\]$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class Markdown:
    """The format."""

    title = "Markdown"
    suffixes = (".md", ".markdown", ".mdown", ".mkd")

    def can_read(self, data: bytes) -> bool:
        """Never: it cannot be told from plain text."""
        return False

    def read(self, request: Request) -> FoundText:
        """The text without its signs; title, author and date from front matter, or its first heading."""
        refuse_foreign(request.data)
        request.report(0)
        letters, encodings = decoded(request.data, request.encoding)
        text = normalized(letters)
        front = _FRONT_MATTER.match(text)
        known = _fields(front[1]) if front else {}
        with foreign_code("a Markdown file"):
            markup = _as_markup(_COMMENT.sub("", text[front.end() :] if front else text), request)
            return replace(read_markup(markup, request, known=known, begun=_RENDERED), encodings=encodings)


def _fields(front_matter: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in _FIELD.findall(front_matter):
        plain = _LIST.sub(r"\1", value.strip()).strip("\"' ")
        found.setdefault(name.lower(), one_line(plain.replace('", "', ", ")))
    return found


def _as_markup(text: str, request: Request) -> str:
    # Imported here because it would cost every start of the program, see the package.
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

    lines = text.count("\n") + 1

    def read_lines(state: StateCore) -> None:
        """Read what stands within paragraphs, as the rule of this name does, telling how far it has come."""
        for token in state.tokens:
            if token.type == "inline":
                request.report(_RENDERED * (token.map[0] if token.map else 0) / lines)
                token.children = token.children or []
                state.md.inline.parse(token.content, state.md, state.env, token.children)

    reader = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    reader.core.ruler.at("inline", read_lines)
    tokens = reader.parse(text)
    request.report(_RENDERED)
    markup = str(reader.renderer.render(tokens, reader.options, {}))
    request.report(_RENDERED)
    return markup
