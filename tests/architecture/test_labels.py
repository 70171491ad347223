"""One act has one name in the history, wherever it is done: `argmap/editor/labels.py` holds them all."""

from __future__ import annotations

import ast

from argmap.editor import labels
from tests.architecture.checkout import ROOT, python_files

_STEPS = {"commit", "edit"}


def _named_here(path: str) -> list[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [
        f"{path}:{call.lineno}"
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in _STEPS
        and len(call.args) > 1
        and (isinstance(call.args[0], ast.JoinedStr) or _is_text(call.args[0]))
    ]


def _named_in_a_variable(path: str) -> list[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return [
        f"{path}:{node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == "label" for target in node.targets)
        and any(_is_text(part) or isinstance(part, ast.JoinedStr) for part in ast.walk(node.value))
    ]


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_no_step_is_named_where_it_is_done() -> None:
    assert [place for path in python_files("argmap") for place in _named_here(str(path))] == []


def test_no_step_is_named_in_a_variable_of_a_command_or_tool() -> None:
    paths = python_files("argmap/editor")
    assert [place for path in paths for place in _named_in_a_variable(str(path))] == []


def test_names_begin_with_one_capital_and_differ() -> None:
    names = [value for key, value in vars(labels).items() if key.isupper()]
    assert len(names) > 30
    assert len(set(names)) == len(names)
    assert [name for name in names if name[0].islower() or name[1:] != name[1:].lower()] == []
