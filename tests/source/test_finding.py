"""Passages found again in another version of their text, and never silently wrong."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, Source
from argmap.model.text import normalized
from argmap.source.alignment import Alignment
from argmap.source.anchor import Place, make_excerpt
from argmap.source.finding import LARGE, Finder, find_again
from argmap.source.text import cuts_edge
from tests.source.corpora import MICROTEXTS, essay, microtexts
from tests.source.rewriting import Rewrite, passages, vocabulary

KEPT, MOVED, LOST = Anchoring.KEPT, Anchoring.MOVED, Anchoring.LOST
OLD = (
    "He was ruthless 😀 in dealing with enemies, real and imagined. People were afraid. "
    "The cafe\u0301 was closed by then.\n"
    "People were afraid to challenge him. He was liable to turn on those closest to him.\n"
)


def excerpt(words: str, body: str = OLD) -> Excerpt:
    start = body.index(words)
    source = Source(id=RecordId("t"), title="", body=body)
    return make_excerpt(source, (start, start + len(words)), key=RecordId("x"), element=RecordId("c"))


def found(words: str, new: str, *, old: str = OLD) -> tuple[str, Anchoring]:
    """What a passage of the old text quotes in the new one, and how sure that is."""
    place = search(excerpt(words, old), new, old=old)
    return new[place.start : place.end], place.anchoring


def search(passage: Excerpt, new: str, *, old: str = OLD) -> Place:
    return find_again([passage], old, new)[passage.id]


def test_words_that_stand_once_are_kept_wherever_they_went() -> None:
    words = "real and imagined"
    assert found(words, "A title\n" + OLD) == (words, KEPT)
    first, second, _ = OLD.split("\n")
    assert found(words, f"{second}\n{first}\n") == (words, KEPT)
    assert found("afraid to challenge him", "They were afraid to challenge him 😀.") == (
        "afraid to challenge him",
        MOVED,
    )
    long = "were afraid to challenge him"
    assert found(long, f"They {long} 😀.") == (long, KEPT)


def test_context_tells_one_place_from_the_others() -> None:
    passage = excerpt("People were afraid")
    new = OLD.replace("He was ruthless", "Stalin was very ruthless")
    place = search(passage, new)
    assert (place.start, place.anchoring) == (new.index("People were afraid"), KEPT)


def test_one_of_several_places_is_only_a_guess() -> None:
    old = "Yes. No. It was so. Maybe it was. Yes. No.\n"
    assert found("It was so", "It was so and It was so there", old=old) == ("It was so", MOVED)
    refrain = "So it goes.\nHere is a verse.\n" * 3
    assert found("So it goes", refrain + refrain, old=refrain)[1] is MOVED


def test_the_only_one_left_of_several_may_be_another() -> None:
    words = "and of course this is surely so"
    old = f"One thing is true, {words}, says Ada. Another thing is wrong, {words}, says Bob here."
    new = f"Another thing is wrong, {words}, says Bob here."
    assert found(words, new, old=old) == (words, MOVED)


def test_a_refrain_that_is_left_once_is_only_a_guess() -> None:
    song = "We sang of the sea, of the wind and of rain, and of all that was lost on the way to the shore; "
    refrain = f"{song}{song}so it goes; {song}{song}\n"
    assert found("so it goes", refrain, old=refrain + refrain) == ("so it goes", MOVED)


def test_new_surroundings_on_one_side_do_not_tell_a_place() -> None:
    front, back = "It was a bright cold day in April and ", " when the clocks were striking thirteen."
    new = f"{front}it rained, though nobody had looked for that. 123456, it rained, 7890 XYZ, 34 QQ!"
    place = search(excerpt("it rained", front + "it rained" + back), new, old=front + "it rained" + back)
    assert (place.start, place.anchoring) == (len(front), MOVED)


def test_wider_surroundings_tell_where_the_nearest_were_changed() -> None:
    old = essay().body
    assert old.count("Stalin") > 5
    new = old.replace("As pohnpei remarks, Stalin had a personal", "As he remarks, Stalin had a private")
    place = search(excerpt("Stalin", old), new, old=old)
    assert (place.start, place.anchoring) == (new.index("Stalin"), KEPT)


@pytest.mark.parametrize(
    ("words", "wrote", "now", "reads"),
    [
        ("He was ruthless 😀 in dealing with enemies", "ruthless", "cruel", None),
        ("The cafe\u0301 was closed by then.", "closed by", "shut by", None),
        ("He was liable to turn on those closest to him.", "liable", "lible", None),
        ("closest to him", "closest to him", "closest of all to him", "closest of all to him"),
    ],
)
def test_changed_words_are_marked(words: str, wrote: str, now: str, reads: str | None) -> None:
    assert found(words, OLD.replace(wrote, now)) == (reads or words.replace(wrote, now), MOVED)


def test_changed_words_are_found_in_another_place() -> None:
    first, second, _ = OLD.split("\n")
    new = f"{second}\nAnd so it went on.\n{first}\n".replace("liable", "likely")
    words = "He was liable to turn on those closest to him."
    assert found(words, new) == (words.replace("liable", "likely"), MOVED)


def test_what_is_gone_is_lost_and_keeps_its_offsets() -> None:
    words = "The cafe\u0301 was closed by then."
    passage = excerpt(words)
    new = OLD.replace(words, "")
    assert search(passage, new) == Place(passage.start, passage.end, LOST, 0.0)
    assert search(passage, "") == Place(passage.start, passage.end, LOST, 0.0)


def test_a_lost_passage_comes_back_with_its_words() -> None:
    words = "The cafe\u0301 was closed by then."
    lost = replace(excerpt(words), anchoring=LOST, start=5000, end=5029)
    place = search(lost, OLD, old=OLD.replace(words, ""))
    assert OLD[place.start : place.end] == words
    assert place.anchoring is KEPT
    assert search(lost, OLD.replace("closed", "shut"), old="").anchoring is MOVED


@pytest.mark.parametrize("grown", ["closeded", "foreclosed", "closed\u0308", "closed-off"])
def test_words_that_grew_are_not_the_same_words(grown: str) -> None:
    assert found("The cafe\u0301 was closed", OLD.replace("closed", grown))[1] is MOVED


def test_a_place_that_was_only_a_guess_does_not_speak_for_itself() -> None:
    guess = replace(excerpt("challenge him"), exact="People", prefix="", suffix="", anchoring=MOVED)
    assert search(guess, OLD + "More.").anchoring is MOVED


def test_a_quote_that_its_text_never_had_is_not_kept() -> None:
    wrong = replace(excerpt("real and imagined"), exact="real or imagined")
    place = search(wrong, OLD)
    assert (OLD[place.start : place.end], place.anchoring) == ("real and imagined", MOVED)


def test_the_score_is_better_the_less_has_changed() -> None:
    passage = excerpt("He was liable to turn on those closest to him.")
    scores = [
        search(passage, OLD.replace(*change)).score
        for change in (("ruthless", "cruel"), ("liable", "lible"), ("liable to turn", "known to spring"))
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3
    assert all(0 < score <= 1 for score in scores)


def test_a_long_passage_is_found_by_its_ends() -> None:
    old = essay().body
    words = old[old.index("His motivation") : old.index("Between November") - 1]
    new = old.replace("Stalin", "Dzhugashvili")
    assert found(words, new, old=old) == (words.replace("Stalin", "Dzhugashvili"), MOVED)


def test_offsets_go_with_the_words_behind_them_and_stay_in_order() -> None:
    side_by_side = Alignment("One two.\nThree four.\nFive.", "Zero.\nOne two.\nThree and four.\nFive. Six.")
    assert [side_by_side.offset(offset) for offset in (0, 9, 15, 21)] == [6, 15, 25, 31]


def long_text() -> list[str]:
    """More lines than two texts can be laid side by side in one go; each has one number of its own."""
    chance = random.Random(1)
    kinds = [f"{chance.choice('abcdefgh')}{number}ing" for number in range(400)]
    return [" ".join(["It", str(number), *chance.choices(kinds, k=10), "so."]) for number in range(3000)]


def test_words_of_long_texts_are_laid_side_by_side_though_every_line_has_changed() -> None:
    lines = long_text()
    new = [line.replace("It", "That") for line in lines]
    side_by_side = Alignment("\n".join(lines), "\n".join(new))
    at = len("\n".join(lines[:2000])) + 1 + len("It ")
    there = len("\n".join(new[:2000])) + 1 + len("That ")
    assert side_by_side.offset(at) == there
    assert side_by_side.span(at, at + 4) == (there, there + 4)


def test_changed_words_are_found_in_another_place_of_a_long_text() -> None:
    lines = long_text()
    words = lines[700]
    changed = words.replace("It", "That").replace("so.", "thus.")
    moved = [*lines[1500:], *lines[:700], changed, *lines[701:1500]]
    assert len("\n".join(moved)) > LARGE
    assert found(words, "\n".join(moved), old="\n".join(lines)) == (changed, MOVED)


@given(st.text(alphabet="ab .\n", max_size=30), st.text(alphabet="ab .\n", max_size=30))
def test_no_offset_overtakes_another(old: str, new: str) -> None:
    side_by_side = Alignment(old, new)
    offsets = [side_by_side.offset(offset) for offset in range(len(old) + 1)]
    assert offsets == sorted(offsets)
    assert 0 <= offsets[0] <= offsets[-1] <= len(new)


WORDS = st.lists(st.sampled_from(["ab", "a", "😀", "cafe\u0301", "b.", "\n", "of"]), max_size=14).map(
    " ".join
)


@given(st.data(), WORDS.filter(bool), WORDS)
def test_what_is_kept_has_the_very_words(data: st.DataObject, old: str, new: str) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    source = Source(id=RecordId("t"), title="", body=old)
    passage = make_excerpt(source, (start, end), key=RecordId("x"), element=RecordId("c"))
    place = search(passage, new, old=old)
    if place.anchoring is KEPT:
        assert new[place.start : place.end] == passage.exact
        assert cuts_edge(old, start, end) or not cuts_edge(new, place.start, place.end)
    if place.anchoring is not LOST:
        assert 0 <= place.start < place.end <= len(new)
    assert search(passage, old, old=old) == (start, end, KEPT, 1.0)


def test_newer_versions_of_the_essay() -> None:
    _, body, marked = essay()
    source = Source(id=RecordId("t"), title="", body=body)
    words = vocabulary(body)
    survived = near = 0
    for seed in range(5):
        rewrite = Rewrite(body, seed, words=words)
        for span in {*marked, *passages(body, seed=seed)}:
            passage = make_excerpt(source, span, key=RecordId("x"), element=RecordId("c"))
            place, truth = search(passage, rewrite.new, old=body), rewrite.truth(*span)
            assert place.anchoring is not KEPT or (place.start, place.end) == truth
            survived += truth is not None
            near += truth is not None and abs(place.start - truth[0]) < 20 and place.anchoring is not LOST
    assert survived > 300
    assert near >= 0.97 * survived


@pytest.mark.skipif(not MICROTEXTS.is_dir(), reason="the arg-microtexts are not beside the checkout")
@pytest.mark.parametrize("folder", ["en", "de", "part2"])
def test_every_segment_of_the_microtexts_is_found_after_a_reload(folder: str) -> None:
    """The text is read anew, with other line ends, and once with a heading more."""
    count = 0
    for text in microtexts(folder):
        source = Source(id=RecordId("t"), title="", body=text.body)
        passages_ = [
            make_excerpt(source, span, key=RecordId(f"x{number}"), element=RecordId("c"))
            for number, span in enumerate(text.segments)
        ]
        for heading in ("", "A heading\n"):
            new = normalized("\ufeff" + heading + text.body.replace("\n", "\r\n"))
            places = find_again(passages_, text.body, new)
            for passage in passages_:
                start = passage.start + len(heading)
                assert places[passage.id][:3] == (start, passage.end + len(heading), KEPT)
                count += 1
    assert count > 1000


WAR = "War is hell. We say again that the cost of War outweighs all."


def sought(exact: str, body: str = WAR, **known: object) -> tuple[int, Anchoring]:
    """Where a quote that another program has made stands in a text, and how sure that is."""
    place = Finder(body, body).find_quote(exact, **known)  # type: ignore[arg-type]
    assert place.anchoring is LOST or body[place.start : place.end] == exact
    return place.start, place.anchoring


@pytest.mark.parametrize("near", [None, (0, 3), (43, 46), (7, 10), (4000, 4003)])
def test_the_surroundings_of_a_quote_tell_its_place_whatever_position_it_has(
    near: tuple[int, int] | None,
) -> None:
    assert sought("War", prefix="the cost of ", suffix=" outweighs", near=near) == (43, KEPT)
    assert sought("War", prefix="cost of ", suffix=" outweig", near=near) == (43, KEPT)


def test_a_quote_that_stands_at_several_places_is_a_guess_even_where_its_position_is_known() -> None:
    assert sought("War") == (0, MOVED)
    assert sought("War", near=(43, 46)) == (43, MOVED)
    refrain = "So it goes.\nHere is a verse, and one more.\n" * 3
    again = refrain.index("So it goes.", 50)
    around = {"prefix": "verse, and one more.\n", "suffix": "\nHere is a verse"}
    assert sought("So it goes.", refrain, **around, near=(again, again + 11)) == (again, MOVED)


def test_a_quote_that_stands_once_is_sure_where_it_is_long_or_its_surroundings_are_there() -> None:
    assert sought("again that the cost of War") == (20, KEPT)
    assert sought("hell", near=(7, 11)) == (7, MOVED)
    assert sought("hell", suffix=". We say again") == (7, KEPT)


def test_words_that_stand_among_all_others_than_was_said_are_a_guess() -> None:
    elsewhere = {"prefix": "Nobody ever told a child ", "suffix": "; but geese fly 123"}
    assert sought("again that the cost of War", **elsewhere) == (20, MOVED)


def test_a_quote_in_other_words_is_looked_for_where_it_should_stand_and_then_everywhere() -> None:
    line = "All men are mortal, as everybody knows."
    body, other = f"{line}\n{line}\n", "All men were mortal, as everybody knew."
    finder = Finder(body, body)
    for near, start in ((None, 0), ((0, 39), 0), ((40, 79), 40)):
        place = finder.find_quote(other, near=near)
        assert (place.start, place.end, place.anchoring) == (start, start + len(line), MOVED)
    assert finder.find_quote("Entirely different sentences about geese").anchoring is LOST
