"""What a journal is told of a document: the map on screen with what is being typed would come back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from argmap.editor.document import Document
from argmap.editor.journal import Journal
from argmap.editor.journal_files import JournalFiles
from argmap.editor.leftovers import Leftover, read_leftover
from argmap.editor.recorder import Recorder
from argmap.edits import claims
from argmap.edits.map_info import set_title
from argmap.formats.native import read, write
from argmap.formats.registry import CodecRegistry
from argmap.model.argument_map import ArgumentMap
from argmap.model.delta import EMPTY_DELTA, Delta
from argmap.model.ids import RecordId, counting_ids
from argmap.model.rules import Violation
from tests.builders import sketch
from tests.edits.verbs import edits
from tests.strategies import maps

LONG = 20.0
"""More seconds than any of this takes; it is never waited out."""
CLAIM = RecordId("claim")
SPELL = {"record": "spell", "id": "s1"}


class Recorded:
    """A document whose steps go to a journal."""

    def __init__(self, file: Path, folder: Path) -> None:
        self.folder = folder
        self.document = Document.open(file, counting_ids(10_000), CodecRegistry())
        self.journal = Journal(JournalFiles(folder, write), tell=print, pause=0.005)
        self.recorder = Recorder(self.document, self.journal, clock=lambda: "2026-11-24T14:00:00Z")
        self.document.editor.subscribe(self.recorder.follow)

    def typing(self, text: str, claim: RecordId = CLAIM) -> Delta:
        """What committing a text would change."""
        transaction = self.document.editor.transaction()
        claims.reword(transaction, claim, text)
        return transaction.finish()

    def reword(self, text: str, claim: RecordId = CLAIM) -> None:
        self.document.editor.edit("Reword claim", lambda t: claims.reword(t, claim, text))

    @property
    def left(self) -> Leftover | None:
        """What would come back now."""
        assert self.journal.wait(LONG)
        return read_leftover(self.folder, CodecRegistry())

    @property
    def wording(self) -> str:
        left = self.left
        assert left is not None
        return left.map.claims[CLAIM].text


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "essay.argmap"
    path.write_bytes(write(sketch("claim <- reason")))
    return path


@pytest.fixture
def recorded(file: Path, tmp_path: Path) -> Iterator[Recorded]:
    """A saved map of two claims."""
    recorded = Recorded(file, tmp_path / "journal")
    yield recorded
    recorded.journal.close(LONG)


def test_what_is_typed_comes_back_and_goes_again(recorded: Recorded) -> None:
    recorded.recorder.note_typing(recorded.typing("on"))
    recorded.recorder.note_typing(recorded.typing("one"))
    assert recorded.wording == "one"
    recorded.recorder.note_typing(EMPTY_DELTA)
    assert recorded.left is None, "nothing is left that the file does not have"


def test_what_was_typed_and_given_up_leaves_the_steps_before_it(recorded: Recorded) -> None:
    recorded.reword("committed")
    recorded.recorder.note_typing(recorded.typing("typed"))
    recorded.recorder.note_typing(EMPTY_DELTA)
    assert recorded.wording == "committed"


def test_a_save_leaves_what_is_typed(recorded: Recorded) -> None:
    recorded.reword("committed")
    recorded.recorder.note_typing(recorded.typing("typed"))
    recorded.document.save()
    assert recorded.wording == "typed"
    left = recorded.left
    assert left is not None
    assert left.is_file_unchanged
    assert left.changes == 1


def act_at_random(recorded: Recorded, data: DataObject) -> Delta:
    """Type, commit and undo; what is being typed at the end."""
    editor, typed = recorded.document.editor, EMPTY_DELTA
    for act in data.draw(st.lists(st.sampled_from(("type", "drop", "edit", "undo", "redo")), max_size=12)):
        before = editor.map
        if act == "drop" or (act == "type" and not before.claims):
            typed = EMPTY_DELTA
            recorded.recorder.note_typing(typed)
        elif act == "type":
            claim = data.draw(st.sampled_from(sorted(before.claims)))
            typed = recorded.typing(data.draw(st.text("ab", max_size=3)), claim)
            recorded.recorder.note_typing(typed)
        elif act == "edit":
            with suppress(Violation, ValueError):
                editor.edit("Edit", data.draw(edits(before)))
        else:
            getattr(editor, act)()
        typed = typed if editor.map is before else EMPTY_DELTA
    return typed


@given(map_=maps(), data=st.data())
def test_whatever_is_typed_committed_and_undone_the_journal_has_what_is_on_screen(
    map_: ArgumentMap, data: DataObject
) -> None:
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, "any.argmap")
        file.write_bytes(write(map_))
        recorded = Recorded(file, Path(name, "journal"))
        try:
            typed = act_at_random(recorded, data)
            left, shown = recorded.left, recorded.document.editor.map.apply(typed)
        finally:
            recorded.journal.close(LONG)
    assert (left.map if left is not None else read(write(map_))) == read(write(shown))


def test_the_journal_belongs_to_the_file_that_was_merged_with(recorded: Recorded, file: Path) -> None:
    recorded.reword("mine")
    assert recorded.wording == "mine"
    file.write_bytes(write(sketch("claim <- other")))
    recorded.document.merge()
    left = recorded.left
    assert left is not None
    assert left.is_file_unchanged, "the file is as it was when it was merged with"
    assert left.map == recorded.document.editor.map
    assert left.latest == "2026-11-24T14:00:00Z"


def test_the_journal_belongs_to_the_file_that_was_loaded_again(recorded: Recorded, file: Path) -> None:
    recorded.reword("mine")
    file.write_bytes(write(sketch("claim <- other")))
    recorded.document.load_again()
    assert recorded.left is None, "the map is what the file holds"
    recorded.reword("mine again")
    left = recorded.left
    assert left is not None
    assert left.is_file_unchanged
    assert left.changes == 1


def test_what_cannot_be_read_comes_back_with_the_step_that_brought_it(recorded: Recorded, file: Path) -> None:
    theirs = ArgumentMap(recorded.document.editor.map.values(), unread=(SPELL,))
    recorded.reword("mine")
    assert recorded.wording == "mine"
    file.write_bytes(write(theirs))
    recorded.document.merge()
    left = recorded.left
    assert left is not None
    assert left.map.unread == (SPELL,)
    recorded.document.editor.undo()
    left = recorded.left
    assert left is not None
    assert left.map.unread == ()
    assert left.map.claims[CLAIM].text == "mine"


def test_a_journal_is_called_as_the_map_is(tmp_path: Path, recorded: Recorded) -> None:
    recorded.document.path = None
    recorded.document.editor.edit("Rename map", lambda t: set_title(t, "Goals"))
    left = recorded.left
    assert left is not None
    assert left.heading.name == "Goals"
    assert left.heading.path == ""
