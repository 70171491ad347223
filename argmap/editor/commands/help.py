"""Commands that explain the program."""

from __future__ import annotations

from functools import partial

from argmap.editor.commands.command import Command, Context, Scope


def show(page: str, context: Context) -> None:
    """Open the manual at a page."""
    context.host.show_help(page)


COMMANDS: tuple[Command, ...] = (
    Command(
        id="help.manual",
        title="Manual",
        run=partial(show, "index"),
        keys=("F1",),
        menu="Help/1",
        icon="circle-question-mark",
    ),
    Command(
        id="help.keys",
        title="Keys",
        run=partial(show, "keys"),
        keys=("?", "Shift+?"),
        scope=Scope.CANVAS,
        menu="Help/1",
        icon="keyboard",
        keywords=("shortcuts",),
    ),
    Command(id="help.about", title="About argmap", run=partial(show, "about"), menu="Help/2", icon="info"),
)
"""Help."""
