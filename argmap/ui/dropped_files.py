"""Files that are dropped on a window: one map, or some texts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from argmap.formats.texts.registry import TextFormats


def dropped_files(data: QMimeData) -> list[Path]:
    """The files, where they are one map or texts alone; else none."""
    urls = data.urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    if not paths or len(paths) != len(urls):
        return []
    if len(paths) == 1 and is_map(paths[0]):
        return paths
    endings = TextFormats().suffixes
    return paths if all(path.suffix.lower() in endings for path in paths) else []


def is_map(path: Path) -> bool:
    """Whether it is named as a map."""
    return path.suffix.lower() == ".argmap"
