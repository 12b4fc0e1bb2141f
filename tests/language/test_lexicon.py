"""Word lists are typed, checked when they are read, and empty where a language has none."""

from pathlib import Path

import pytest

from twosource.errors import LexiconError
from twosource.language import Lexicon, lexicon_of
from twosource.language.word_files import NEVER, Pattern, WordFile, typed


class Days(WordFile, frozen=True, kw_only=True):
    """A file with a list and patterns, as rooms have them."""

    days: frozenset[str] = frozenset()
    last: Pattern = NEVER
    next: Pattern = NEVER


def test_english_words_are_read_as_words_even_where_yaml_would_see_truth_values() -> None:
    assert "no" in lexicon_of("en").factuality.negative_determiners
    assert "on" in lexicon_of("en").predicates.aimed["fire"]


def test_a_language_without_lists_knows_no_words() -> None:
    assert not lexicon_of("xx").factuality.negators


def test_a_list_of_another_form_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "factuality.yml").write_text("negators: {ne: 1}", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"qq/factuality\.yml.*negators"):
        _ = Lexicon("qq", tmp_path).factuality


def test_a_list_that_nobody_reads_is_told(tmp_path: Path) -> None:
    (tmp_path / "factuality.yml").write_text("negaters: [ne]", encoding="utf-8")
    with pytest.raises(LexiconError, match="negaters"):
        _ = Lexicon("qq", tmp_path).factuality


def test_a_pattern_names_lists_of_its_own_file() -> None:
    days = typed({"days": ["Mor", "Mor-A"], "last": r"\bvo (?P<day><days>)\b"}, Days)
    assert [match["day"] for match in days.last.finditer("vo Mor, vo Mor-A, vo Tam")] == ["Mor", "Mor-A"]


def test_a_pattern_that_a_language_does_not_have_finds_nothing() -> None:
    assert typed({}, Days).next.search("") is None


@pytest.mark.parametrize("pattern", ["vo (", "vo <weeks>"])
def test_a_pattern_that_is_none_or_names_no_list_is_told_with_its_place(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"last.*no pattern|no pattern.*last"):
        typed({"days": [], "last": pattern}, Days)
