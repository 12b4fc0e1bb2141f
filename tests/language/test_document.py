"""Asking an article what stands at a place."""

from invented import document
from twosource.language import UNPARSED, Parsed, document_of
from twosource.model import Span

TEXT = "The mayor closed the old bridge.\nDivers who found the boat said that it had sunk."


def test_a_place_is_answered_with_its_block_sentence_clause_and_phrase() -> None:
    one = document(TEXT)
    offset = one.text.index("sunk")
    sentence, clause = one.sentence_at(offset), one.clause_at(offset)
    phrase = one.phrase_at(Span(start=one.text.index("the old"), end=one.text.index("bridge") + len("bridge")))
    assert one.block_at(offset) == 1
    assert sentence is not None
    assert sentence.span.of(one.text).startswith("Divers")
    assert clause is not None
    assert clause.lemma == "sink"
    assert phrase is not None
    assert (phrase.lemma, phrase.determiner, phrase.is_plural) == ("bridge", "the", False)


def test_who_stands_for_somebody_named_before_it() -> None:
    one = document(TEXT)
    clause = one.clause_at(one.text.index("found"))
    assert clause is not None
    assert clause.subject is not None
    assert clause.subject.lemma == "diver"
    assert clause.object is not None
    assert clause.object.lemma == "boat"


def test_a_place_outside_of_all_blocks_is_answered_with_none() -> None:
    one = document(TEXT)
    assert one.block_at(len(one.text) + 5) is None
    assert one.sentence_at(len(one.text) + 5) is None
    assert one.clause_at(len(one.text) + 5) is None
    assert one.phrase_at(Span(start=len(one.text) + 5, end=len(one.text) + 9)) is None


def test_where_nothing_was_parsed_stands_a_tree_without_words() -> None:
    one = document(TEXT)
    assert len(one.tree_at(0)) == 7
    assert one.tree_at(len(one.text) + 5) is UNPARSED
    unread = document_of(one.article, Parsed(trees=(None, one.trees[1])))
    assert [len(tree) > 0 for tree in unread.trees] == [False, True]
    assert unread.sentence_at(0) is None
    assert list(unread.tree_at(0).rows(Span(start=0, end=9))) == []


def test_an_article_without_text_has_no_sentences() -> None:
    assert list(document("").sentences) == []


def test_a_clause_ends_before_the_word_that_joins_the_next() -> None:
    one = document("An old dryer overheated and blew the roof off.")
    clause = one.clause_at(one.text.index("overheated"))
    assert clause is not None
    assert clause.span.of(one.text) == "An old dryer overheated"


def test_beyond_its_ends_and_for_no_word_a_tree_says_nothing() -> None:
    tree = next(tree for _, tree in document(TEXT).parsed.blocks)
    last = len(tree) - 1
    assert (tree.word(last), tree.lemma(last), tree.part(0), tree.form(0)) == (".", ".", "DET", "DT")
    assert [(tree.word(row), tree.lemma(row), tree.part(row), tree.form(row)) for row in (-1, last + 1)] == [
        ("",) * 4
    ] * 2
    assert (tree.part(None), tree.form(None), tree.lemma(None), tree.child(None, "det")) == ("", "", "", None)


def test_names_in_a_row_begin_where_no_other_stands_before() -> None:
    tree = next(tree for _, tree in document("Divers met Ada Quill Marsh there.").parsed.blocks)
    there = tree.lowered.index("there")
    assert tree.names_before(there) == tree.lowered.index("ada")
    assert tree.names_before(0) == 0


def test_a_piece_of_a_name_is_inside_it_and_the_whole_is_not() -> None:
    tree = next(tree for _, tree in document("Divers met Ada Quill Marsh there.").parsed.blocks)
    first = tree.lowered.index("ada")
    assert tree.is_inside_name(first, first, frozenset({"PERSON"}))
    assert not tree.is_inside_name(first, first + 2, frozenset({"PERSON"}))
    assert not tree.is_inside_name(first, first, frozenset({"ORG"}))
