"""Steps that bring the file of an older version up to date, each a pure function from document to document.

    version | in argmap | what changed
    --------+-----------+--------------------------------------
          1 | 0.1       | the first: records in one sorted list

A step that was published is never edited: files of its version are out there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

Json = dict[str, object]
"""A whole file, as JSON: `format`, `version`, `records`."""

Migration = Callable[[Json], Json]
"""Takes a document of one version and gives it as one of the next."""

CURRENT_VERSION = 1
"""The version that is written."""

MIGRATIONS: Mapping[int, Migration] = MappingProxyType({})
"""Which step leads away from which version."""


def migrated(
    document: Json,
    version: int,
    *,
    steps: Mapping[int, Migration] = MIGRATIONS,
    current: int = CURRENT_VERSION,
) -> Json:
    """The document as one of the current version; the one given is left as it is."""
    for number in range(version, current):
        document = {**steps[number](document), "version": number + 1}
    return document
