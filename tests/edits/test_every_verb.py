"""Whatever a verb is asked for, it refuses and leaves no trace, or it keeps all that an edit must keep to."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap.edits
from argmap.model.argument_map import ArgumentMap
from argmap.model.transaction import Transaction
from tests.builders import editor_of, furnished, sample
from tests.edits.sense import is_sensible
from tests.edits.verbs import VERBS, edits
from tests.oracles import check_either
from tests.strategies import maps

SAMPLE = sample()
Verb = Callable[..., object]


def _name(verb: Verb) -> str:
    return verb.__name__


@pytest.mark.parametrize("verb", VERBS, ids=_name)
@settings(max_examples=20)
@given(data=st.data(), map_=maps())
def test_on_any_map(verb: Verb, data: st.DataObject, map_: ArgumentMap) -> None:
    editor = editor_of(map_)
    check_either(editor, data.draw(edits(map_, verb)))
    assert is_sensible(editor.map) or not is_sensible(map_)


@pytest.mark.parametrize("verb", VERBS, ids=_name)
@settings(max_examples=20)
@given(data=st.data())
def test_on_a_map_with_one_of_everything(verb: Verb, data: st.DataObject) -> None:
    editor = editor_of(furnished())
    check_either(editor, data.draw(edits(editor.map, verb)))
    assert is_sensible(editor.map)


@pytest.mark.parametrize("verb", VERBS, ids=_name)
@settings(max_examples=5)
@given(data=st.data())
def test_on_the_sample(verb: Verb, data: st.DataObject) -> None:
    editor = editor_of(SAMPLE)
    check_either(editor, data.draw(edits(SAMPLE, verb)))
    assert is_sensible(editor.map)


def test_no_verb_is_left_out() -> None:
    rooms = [
        importlib.import_module(f"argmap.edits.{m.name}") for m in pkgutil.iter_modules(argmap.edits.__path__)
    ]
    found = {
        function
        for room in rooms
        for name, function in inspect.getmembers(room, inspect.isfunction)
        if function.__module__ == room.__name__ and not name.startswith("_") and _is_verb(function)
    }
    assert found == set(VERBS)


def _is_verb(function: Verb) -> bool:
    first = next(iter(inspect.get_annotations(function).items()), ("", ""))
    return first[1] in (Transaction, "Transaction")
