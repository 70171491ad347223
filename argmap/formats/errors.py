"""What can go wrong with a file. The text of each is one sentence or two: what is wrong, and what to do.

Problem
├── FormatError            the bytes are no map that this version reads
│   ├── NotThisFormat      they are something else
│   ├── MadeByNewerVersion they are a map of a later argmap
│   ├── TooLarge           they are more than a map can be
│   └── Damaged            they were a map, and `where` tells where they stopped being one
├── TextProblem            the bytes give no text that could be brought in
│   ├── NotAText           they are something else, or in a format that is not read
│   ├── WithoutText        there is not one word in them
│   ├── Locked             a password or a copy protection is in the way
│   ├── BrokenText         they stop making sense
│   └── TextTooLarge       they are, or unpack to, more than a source can be
├── AnnotationProblem      the bytes give no annotations that could be brought in
│   ├── NotAnnotations     they are something else, or the annotations lie elsewhere
│   ├── BrokenAnnotations  they stop making sense
│   └── TooManyAnnotations there are more of them than one map should take in
└── FileProblem            the file system said no; no file has been changed
    ├── FileVanished       the file, or the folder to save in, is not there
    ├── NotAFile           a folder or a device stands there
    ├── NoPermission       the file or its folder may not be used
    ├── ReadOnly           the file or its disk may not be written
    ├── DiskFull           there is no room for the new version
    └── ChangedOnDisk      another program saved the file since it was opened

Cancelled is no problem, and stands beside the tree.
"""

from __future__ import annotations


class Problem(Exception):
    """Something is wrong with a file; `str()` of it is for the reader."""


class FormatError(Problem):
    """The bytes cannot be read as a map."""


class NotThisFormat(FormatError):
    """The bytes are something else."""

    def __init__(self) -> None:
        super().__init__("This is not an argument map. Choose a file that argmap has saved (.argmap).")


class MadeByNewerVersion(FormatError):
    """The map was saved by a later argmap, in a version of the format that this one does not know."""

    def __init__(self, version: int, *, known: int) -> None:
        super().__init__(
            f"A newer argmap saved this map: its format is version {version}, and this argmap reads up to "
            f"version {known}. Update argmap to open it."
        )
        self.version = version


class TooLarge(FormatError):
    """There is more of it than a map can be."""

    def __init__(self, most: str) -> None:
        super().__init__(
            f"This is too large for one map: at most {most} can be opened or saved. Split it up."
        )


class Damaged(FormatError):
    """The bytes were a map once. `where` is a line, or a record; `what` ends the sentence that it begins."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(
            f"This map is damaged: {where} {what}. "
            "Open an earlier version of it, or mend it in a text editor: its backup ends in .bak."
        )
        self.where = where
        self.what = what


class TextProblem(Problem):
    """The bytes give no text that could be brought in."""


class NotAText(TextProblem):
    """The bytes are something else, or in a format that is not read."""


class WithoutText(TextProblem):
    """There is not one word to be read in it."""


class Locked(TextProblem):
    """A password or a copy protection is in the way."""

    def __init__(self, what: str, *, asks_for_password: bool = False) -> None:
        super().__init__(what)
        self.asks_for_password = asks_for_password
        """Whether the right password would open it here."""


class BrokenText(TextProblem):
    """The bytes stop making sense; `kind` names the format with its article."""

    def __init__(self, kind: str) -> None:
        super().__init__(
            f"This is {kind} that is damaged, or not whole. "
            "Get the file again, or open it in its own program and save it anew."
        )


class TextTooLarge(TextProblem):
    """There is, or would be when unpacked, more of it than a source can be."""

    def __init__(self) -> None:
        super().__init__("This text is too large to bring in. Split it up, and bring in the part you need.")


class AnnotationProblem(Problem):
    """The bytes give no annotations that could be brought in."""


class NotAnnotations(AnnotationProblem):
    """The bytes are something else, or say that the annotations lie elsewhere."""


class BrokenAnnotations(AnnotationProblem):
    """The bytes stop making sense; `where` and `what` are those of `Damaged`."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(
            f"This is no file of annotations, or it is damaged: {where} {what}. "
            "Export the annotations again, as JSON in UTF-8, and import that file."
        )


class TooManyAnnotations(AnnotationProblem):
    """There are more annotations than one map should take in at once."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"There are too many annotations in this file: at most {most:,} can be imported at once. "
            "Split it up."
        )


class Cancelled(Exception):
    """The person stopped what took long: nothing was changed, and there is nothing to tell."""


class FileProblem(Problem):
    """A file cannot be read or written; itself raised for what the kinds below do not name."""


class FileVanished(FileProblem):
    """There is no such file, or no such folder to save in."""


class NotAFile(FileProblem):
    """A folder or a device stands where a file is wanted."""


class NoPermission(FileProblem):
    """The file or its folder may not be used."""


class ReadOnly(FileProblem):
    """The file or its disk may not be written."""


class DiskFull(FileProblem):
    """There is no room for the new version."""


class ChangedOnDisk(FileProblem):
    """Another program saved the file since it was opened."""

    def __init__(self, sentence: str, *, found: str) -> None:
        """`found` is the SHA-256 of what stands there now, in hexadecimal."""
        super().__init__(sentence)
        self.found = found
