"""The words the inspector uses: names, days and shortened texts."""

from __future__ import annotations

from datetime import date, datetime

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Claim, ClaimKind, NoteKind, Participant, Relation, Standing

KIND_NAMES = {ClaimKind.CLAIM: "Claim", ClaimKind.EVIDENCE: "Evidence", ClaimKind.QUESTION: "Question"}
NOTE_NAMES = {
    NoteKind.NOTE: "Note",
    NoteKind.QUESTION: "Question",
    NoteKind.FACT_CHECK: "Fact check",
    NoteKind.SOURCE: "Source",
    NoteKind.COMMENT: "Comment",
}
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def shortened(text: str, most: int) -> str:
    """The text on one line, cut at a word and ended by … where it is longer than `most` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    head = line[:most].rsplit(" ", 1)[0]
    return f"{head.rstrip(' ,;:.')}…"


def day_of(time: str, now: str) -> str:
    """The day of a time as people say it: “Today”, “Yesterday”, “3 May 2026”; empty where it is not known.

    Both are ISO 8601; days are those of the reader's own time zone.
    """
    then, today = _local_day(time), _local_day(now)
    if then is None:
        return ""
    gone = (today - then).days if today else -1
    if gone in (0, 1):
        return ("Today", "Yesterday")[gone]
    return f"{then.day} {_MONTHS[then.month - 1]} {then.year}"


def _local_day(time: str) -> date | None:
    try:
        return datetime.fromisoformat(time).astimezone().date()
    except ValueError:
        return None


def standing_words(map_: ArgumentMap, voice: Participant) -> str:
    """How a voice comes to be in the map, in two or three words; empty for one that writes in a text."""
    if voice.standing is Standing.ANALYST:
        return "you"
    if voice.standing is Standing.REPORTED:
        reporter = map_.find(Participant, voice.reported_by)
        return f"quoted by {reporter.monogram}" if reporter else "quoted"
    return ""


def voice_name(map_: ArgumentMap, claim: Claim) -> str:
    """The name of the voice whose claim it is; empty where it has none."""
    voice = map_.find(Participant, claim.participant)
    return voice.name if voice else ""


def element_words(map_: ArgumentMap, element: RecordId, most: int = 72) -> str:
    """What an element is called in a list: a claim's text, or a relation told as “the step from … to …”."""
    claim = map_.find(Claim, element)
    if claim is not None:
        return shortened(claim.text, most) or "An empty claim"
    relation = map_.relations[element]
    return f"the step {step_words(map_, relation)}"


def step_words(map_: ArgumentMap, relation: Relation) -> str:
    """A relation as “‘premise’ → ‘target’”."""
    premise = _label(map_, relation.premises[0])
    more = f" and {len(relation.premises) - 1} more" if len(relation.premises) > 1 else ""
    target = relation.target
    aim = f"‘{_label(map_, target)}’" if target in map_.claims else "another step"
    return f"‘{premise}’{more} → {aim}"


def _label(map_: ArgumentMap, claim: RecordId) -> str:
    held = map_.claims[claim]
    return shortened(held.label or held.text, 40)
