"""Where sentences begin and end."""

from __future__ import annotations

from hypothesis import given

from argmap.source.sentences import sentences
from argmap.source.text import paragraphs
from tests.strategies import texts


def cut(body: str, language: str = "en") -> list[str]:
    return [body[start:end] for start, end in sentences(body, language)]


def test_a_heading_and_every_sentence_of_a_paragraph() -> None:
    assert cut(
        "In: Economics\n\n He said so 👩\u200d🔬. “Is it?” Dr. Smith e\u0301 came, see p. 5. End\n"
    ) == [
        "In: Economics",
        "He said so 👩\u200d🔬.",
        "“Is it?”",
        "Dr. Smith e\u0301 came, see p. 5.",
        "End",
    ]


def test_another_language_has_its_own_abbreviations() -> None:
    assert cut("Das gilt z. B. am 3. Oktober. Ja.", "de") == ["Das gilt z. B. am 3. Oktober.", "Ja."]


def test_no_text_has_no_sentence() -> None:
    assert sentences("") == ()
    assert sentences(" \n\n ") == ()


@given(texts(60))
def test_sentences_stand_apart_and_leave_out_only_white_space(body: str) -> None:
    known = paragraphs(body)
    end = 0
    for sentence in sentences(body):
        assert not body[end : sentence.start].strip()
        assert body[sentence.start : sentence.end].strip() == body[sentence.start : sentence.end] != ""
        assert any(line.start <= sentence.start and sentence.end <= line.end for line in known)
        end = sentence.end
    assert not body[end:].strip()
