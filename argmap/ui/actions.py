"""One action for each row of the command table: named after it, with its keys, on or off as it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from argmap.editor.commands.command import Command, Context, Scope
from argmap.editor.commands.table import TABLE, titled
from argmap.model.rules import Violation
from argmap.ui.look import Look
from argmap.ui.marks import check_mark, choice_mark

_MENU_ROLES = {
    "file.quit": QAction.MenuRole.QuitRole,
    "help.about": QAction.MenuRole.AboutRole,
}

_CHOICES = ("View/2", "View/4", "Claim/1", "Claim/5", "Claim/6")
"""Sections of menus of which one command at most is on: tools, themes, kinds, strengths."""


class CommandAction(QAction):
    """The action of one command; its object name is the command's id."""

    def __init__(self, command: Command, run: Callable[[Command], None], parent: QObject) -> None:
        super().__init__(command.title, parent)
        self.command = command
        self._run = run
        self.setObjectName(command.id)
        self.setShortcuts([QKeySequence(key) for key in command.keys])
        self.setCheckable(command.checked is not None)
        self.setMenuRole(_MENU_ROLES.get(command.id, QAction.MenuRole.NoRole))
        if command.scope is not Scope.WINDOW:
            self.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.triggered.connect(self._start)

    def _start(self) -> None:
        self._run(self.command)


class Actions(QObject):
    """All actions of a window. `run` is the one place where a verb's refusal is caught and told."""

    def __init__(
        self,
        context: Context,
        commands: Iterable[Command] = TABLE,
        *,
        before: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """`before` is run ahead of every command, to keep what is being typed; none runs where it cannot."""
        super().__init__(parent)
        self._context = context
        self._before = before
        self.by_id = {command.id: CommandAction(command, self.run, self) for command in commands}
        self._group_choices()

    @property
    def context(self) -> Context:
        """What the commands work on."""
        return self._context

    def set_context(self, context: Context) -> None:
        """Let the commands work on another map."""
        self._context = context
        self.refresh()

    def set_look(self, look: Look) -> None:
        """Draw the icons in another theme's colours; what is on or off has a mark instead, as in menus."""
        choice, mark = choice_mark(look), check_mark(look)
        for action in self.by_id.values():
            if action.isCheckable():
                action.setIcon(choice if action.command.menu in _CHOICES else mark)
            elif action.command.icon:
                action.setIcon(look.icons.icon(action.command.icon, look.theme))

    def _group_choices(self) -> None:
        """Let one switch the others off, as those who hear the screen are told too."""
        for section in _CHOICES:
            group = QActionGroup(self)
            group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
            for action in self.by_id.values():
                if action.command.menu == section:
                    group.addAction(action)

    def listen(self, window: QWidget, canvas: QWidget, text: QWidget) -> None:
        """Let keys be heard: in the whole window, on the canvas alone, or in the text alone."""
        places = {Scope.WINDOW: window, Scope.CANVAS: canvas, Scope.SOURCE: text}
        for action in self.by_id.values():
            places[action.command.scope].addAction(action)

    def run(self, command: Command) -> None:
        """Run a command that can run now; an edit that the rules refuse changes nothing and is told."""
        if not self._before():
            return
        if command.when(self._context):
            try:
                command.run(self._context)
            except Violation as refusal:
                self._context.host.show_toast(str(refusal))
        self.refresh()

    def run_id(self, key: str) -> None:
        """Run the command with this id."""
        self.run(self.by_id[key].command)

    def refresh(self) -> None:
        """Bring every action in line with the map and the window as they are now."""
        history = self._context.editor.history
        undo, redo = (step.label if step else None for step in (history.last, history.next))
        for action in self.by_id.values():
            command = action.command
            action.setEnabled(command.when(self._context))
            action.setText(titled(command, undo=undo, redo=redo))
            if command.checked is not None:
                action.setChecked(command.checked(self._context))
