from dataclasses import replace

import pytest

from invented import article, english, parsed
from twosource.model import Block
from twosource.parse import EnglishParser
from twosource.settings import Settings


def test_words_stand_where_the_tree_says() -> None:
    one = article("The harbour master   resigned.\nNobody knows why.", headline="Harbour master goes")
    for tree in parsed(one).trees:
        assert tree is not None
        assert all(
            one.text[start:end] == word for word, start, end in zip(tree.words, tree.starts, tree.ends, strict=True)
        )
        assert not any(word.isspace() for word in tree.words)


def test_subtrees_and_heads_point_at_rows_of_the_same_tree() -> None:
    (tree,) = parsed(article("Asked by  reporters, the harbour master said that the pier was shut.")).trees
    assert tree is not None
    said = tree.words.index("said")
    subject = tree.child(said, "nsubj")
    assert subject is not None
    assert tree.subtree(subject).of("Asked by  reporters, the harbour master said") == "the harbour master"


def test_residue_and_repeats_are_not_parsed() -> None:
    one = article("The pier was shut.\nThe pier was shut.\nShare this article")
    first, second, third = one.blocks
    blocks = (
        first,
        replace(second, repeats=0),
        Block(kind="residue", start=third.start, end=third.end, reason="share line"),
    )
    trees = parsed(replace(one, blocks=blocks)).trees
    assert [tree is None for tree in trees] == [False, True, True]


def test_a_block_without_a_word_has_no_tree_and_leaves_the_others_theirs() -> None:
    one = article("The pier was shut.\n\u00a0\nNobody knows why.")
    (first, last), gap = one.blocks, one.text.index("\n")
    blocks = (first, Block(kind="paragraph", start=gap, end=last.start, reason="given so"), last)
    trees = EnglishParser()([replace(one, blocks=blocks)])[0].trees
    assert [tree is None for tree in trees] == [False, True, False]


def test_a_language_that_is_not_supported_is_a_gap_not_an_error() -> None:
    result = parsed(replace(article("Der Hafen war zu."), language="de"))
    assert result.trees == (None,)
    assert [gap.code for gap in result.gaps] == ["G301"]


def test_a_long_paragraph_is_parsed_in_pieces_and_says_so() -> None:
    one = article("The pier was shut. " * 40)
    (whole,) = parsed(one).trees
    result = EnglishParser(Settings(piece_characters=100))([one])[0]
    (tree,) = result.trees
    assert whole is not None
    assert tree is not None
    assert tree.words == whole.words
    assert tree.starts == whole.starts
    assert [gap.code for gap in result.gaps] == ["G302"]


def test_nothing_is_looked_for_behind_the_limit() -> None:
    result = EnglishParser(Settings(article_characters=10))([article("The pier was shut.\nNobody knows why.")])[0]
    assert [tree is None for tree in result.trees] == [False, True]
    assert [gap.code for gap in result.gaps] == ["G303"]


def test_no_articles_give_no_parses_and_load_nothing() -> None:
    assert EnglishParser()([]) == []


def test_the_same_paragraph_in_two_articles_gets_the_same_tree_at_its_own_place() -> None:
    one, other = article("The pier was shut."), article("The pier was shut.", headline="Pier shut again")
    first, second = (result.trees[-1] for result in english()([one, other]))
    assert first is not None
    assert second is not None
    assert first.words == second.words
    assert second.starts[0] - first.starts[0] == len("Pier shut again\n\n")


def test_paragraphs_read_together_have_the_trees_that_each_has_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read one by one, or by twos and threes of about one length."""
    text = "The pier was shut.\nNobody knows why.\nThe mayor said that it would open on Tuesday, and that nobody had been hurt.\nNo."
    (together,) = english()([article(text)])
    for characters in (1, 40):
        monkeypatch.setattr("twosource.parse.english._AT_ONCE", characters)
        assert EnglishParser()([article(text)]) == [together]


def test_a_not_behind_the_printers_apostrophe_is_a_not_and_stands_in_its_own_letters() -> None:
    text = "The board says the trains “bumped into each other” on Wednesday but didn{}t derail."
    printed, typed = (english()([article(text.format(sign))])[0].trees[-1] for sign in ("’", "'"))
    assert printed is not None
    assert typed is not None
    assert (printed.lemmas, printed.deps, printed.heads) == (typed.lemmas, typed.deps, typed.heads)
    assert printed.deps[printed.words.index("n’t")] == "neg"
