import numpy as np

from twosource.text.grams import gram_hashes, word_hash, words_of


def test_words_are_folded_and_keep_their_places() -> None:
    text = "“It’s 1,200 metres,” SHE said."
    words = words_of(text)
    assert words.forms == ("it's", "1,200", "metres", "she", "said")
    assert [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)] == [
        "It’s",
        "1,200",
        "metres",
        "SHE",
        "said",
    ]


def test_the_same_run_of_words_has_one_hash_and_another_order_has_another() -> None:
    row = np.array([word_hash(w) for w in "abcabcba"], dtype=np.uint64)
    grams = gram_hashes(row, 2).tolist()
    assert grams[0] == grams[3]
    assert grams[0] != grams[6]


def test_a_text_shorter_than_a_gram_has_none() -> None:
    assert len(gram_hashes(np.array([1, 2], dtype=np.uint64), 3)) == 0


def test_word_hashes_are_the_same_on_every_machine() -> None:
    assert word_hash("weir") == 0x56DCD550137685A2
