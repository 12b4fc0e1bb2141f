import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.engine.words import hashed_runs, hashed_words, whole_hashes

WORDS = st.lists(st.text(st.characters(categories=("Ll", "Nd")), min_size=1, max_size=8), max_size=30)


def hashes_of(*texts: str) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in texts]
    for words, rows in hashed_words(texts):
        for value, row in zip(words.tolist(), rows.tolist(), strict=True):
            found[row].append(value)
    return found


@settings(max_examples=40, deadline=None)
@given(WORDS)
def test_a_word_has_one_hash_wherever_it_stands(words: list[str]) -> None:
    alone = [hashes_of(word)[0] for word in words]
    (together,) = hashes_of("  ".join(words))
    assert together == [value for one in alone for value in one]


@settings(max_examples=40, deadline=None)
@given(WORDS, WORDS)
def test_texts_are_hashed_together_as_they_are_alone(one: list[str], other: list[str]) -> None:
    first, second = " ".join(one), " ".join(other)
    assert hashes_of(first, second) == [hashes_of(first)[0], hashes_of(second)[0]]


def test_case_and_punctuation_do_not_matter_but_words_and_their_order_do() -> None:
    one, same, other, turned = hashes_of(
        "The ferry, aground.", "the FERRY “aground”", "the ferries aground", "ferry the aground"
    )
    assert one == same
    assert one != other
    assert sorted(one) == sorted(turned)
    assert one != turned


def test_no_run_reaches_from_one_text_into_the_next() -> None:
    texts = ["a b c d", "e f", "g h i"]
    ((words, rows),) = hashed_words(texts)
    runs, owners = hashed_runs(words, rows, 3)
    assert owners.tolist() == [0, 0, 2]
    assert len(set(runs.tolist())) == 3


def test_the_hash_of_a_whole_text_tells_its_words_and_their_order() -> None:
    ((words, rows),) = hashed_words(["a b c", "A, b: c!", "c b a", "", "a b"])
    hashes, places = whole_hashes(words, rows)
    assert places.tolist() == [0, 1, 2, 4]
    assert hashes[0] == hashes[1]
    assert len(np.unique(hashes)) == 3


def test_texts_without_words_and_broken_characters_do_no_harm() -> None:
    assert hashes_of("", "…", "\ud800", "😀") == [[], [], [], []]
    assert not list(hashed_words([]))
