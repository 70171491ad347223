"""What the map says of itself."""

from __future__ import annotations

from argmap.edits.map_info import set_abstract, set_title
from argmap.model.argument_map import ArgumentMap
from tests.builders import editor_of, furnished
from tests.oracles import check_edit


def test_a_map_is_named_whether_it_had_a_name_or_not() -> None:
    for map_ in (ArgumentMap(), furnished()):
        editor = editor_of(map_)
        check_edit(editor, lambda t: set_title(t, "New"))
        check_edit(editor, lambda t: set_abstract(t, "In short."))
        assert (editor.map.info.title, editor.map.info.abstract) == ("New", "In short.")
        assert editor.map.info.theses == map_.info.theses
