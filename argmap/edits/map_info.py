"""Verbs for what the map says of itself."""

from __future__ import annotations

from msgspec.structs import replace

from argmap.model.transaction import Transaction


def set_title(transaction: Transaction, title: str) -> None:
    """Name the map."""
    transaction.put(replace(transaction.map.info, title=title))


def set_abstract(transaction: Transaction, abstract: str) -> None:
    """Say in a sentence or two what the map finds."""
    transaction.put(replace(transaction.map.info, abstract=abstract))
