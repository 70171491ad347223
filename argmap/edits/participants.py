"""Verbs for participants: the voices of the argument."""

from __future__ import annotations

from msgspec.structs import replace

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Participant, Standing
from argmap.model.transaction import Transaction


def add_participant(
    transaction: Transaction,
    name: str,
    *,
    monogram: str = "",
    standing: Standing = Standing.AUTHOR,
    reported_by: RecordId | None = None,
) -> RecordId:
    """Add a voice; its id. The monogram follows from the name where none is given."""
    voice = participant_named(name, key=transaction.ids("p"), colour=len(transaction.map.participants))
    voice = replace(voice, monogram=monogram or voice.monogram, standing=standing, reported_by=reported_by)
    transaction.put(voice)
    return voice.id


def participant_named(name: str, *, key: RecordId, colour: int) -> Participant:
    """A voice with the monogram of its name, not yet on any map."""
    return Participant(id=key, name=name, monogram=monogram_of(name), colour=colour)


def monogram_of(name: str) -> str:
    """One or two letters for a name: the initials of its first two words."""
    initials = [word[0].upper() for word in name.split() if word[0].isalnum()]
    return "".join(initials[:2]) or "?"


def rename_participant(transaction: Transaction, participant: RecordId, name: str) -> None:
    """Give a voice another name; a monogram made from the old name is made from the new one."""
    held = transaction.get(Participant, participant)
    follows = held.monogram == monogram_of(held.name)
    monogram = monogram_of(name) if follows else held.monogram
    transaction.update(Participant, participant, name=name, monogram=monogram)


def remove_participant(transaction: Transaction, participant: RecordId) -> None:
    """Remove a voice; its claims stay, without a voice."""
    transaction.get(Participant, participant)
    transaction.remove(participant)


def analyst_of(map_: ArgumentMap) -> RecordId | None:
    """The voice of whoever makes the map, if it has one."""
    for participant in map_.participants.values():
        if participant.standing is Standing.ANALYST:
            return participant.id
    return None


def ensure_analyst(transaction: Transaction) -> RecordId:
    """The analyst's voice, added where the map has none yet."""
    return analyst_of(transaction.map) or add_participant(transaction, "Analyst", standing=Standing.ANALYST)
