"""Locks by which programs of ours hear of each other: each is a file that names the program that holds it."""

from __future__ import annotations

from PySide6.QtCore import QLockFile


def lock_at(path: str) -> QLockFile:
    """A lock, not held yet. It is stale when no living program holds it, however old it is."""
    lock = QLockFile(path)
    lock.setStaleLockTime(0)
    return lock
