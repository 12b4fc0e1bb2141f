"""Our own sentences stand in one table: every code of it is used, every one used is in it, and their parameters agree."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import twosource
from twosource.errors import LexiconError
from twosource.language.lexicon import add_language, forget_language, lexicon_of
from twosource.language.words_reasons import Template
from twosource.text.reasons import Reason, joined, limited, worded, wordings

SOURCES = Path(twosource.__file__).parent


def used() -> dict[str, set[frozenset[str]]]:
    """Each code that a rule answers with, with the parameters that it gives."""
    found: dict[str, set[frozenset[str]]] = {}
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Reason":
                code = node.args[0]
                if isinstance(code, ast.Constant):
                    found.setdefault(str(code.value), set()).add(frozenset(str(each.arg) for each in node.keywords))
    return found


def test_every_code_of_the_table_is_used_and_every_code_used_is_in_it() -> None:
    codes = set(wordings("en"))
    assert set(used()) <= codes
    assert codes - used().keys() <= written()


def written() -> set[str]:
    """All strings of the sources: a code may also reach its reason by a condition or a helper."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES.rglob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {node.value for node in nodes if isinstance(node.value, str)}


def test_the_parameters_of_a_code_are_those_of_its_sentence() -> None:
    table = wordings("en")
    assert {code: given for code, given in used().items() if given != {table[code].names}} == {}


def test_a_reason_within_a_reason_a_number_and_several_names_stand_in_its_sentence() -> None:
    inner = Reason("passages.each_names_the_other")
    assert worded(Reason("passages.unsure", why=inner), "en").endswith("is not clear: each names the other")
    assert worded(Reason("passages.one_sentence", words=14), "en") == "one whole sentence of 14 words is the same"
    assert worded(Reason("passages.named", first=limited("abcd", 2)), "en").startswith("a, b and 2 more had it first")
    assert worded(Reason("passages.named", first=("a", "b")), "en").startswith("a and b had it first")


def test_reasons_in_a_row_are_told_once() -> None:
    assert joined([Reason("passages.formula"), "a", None, "a", Reason("passages.formula")], "en").count(";") == 1
    assert joined([], "en") == ""


def test_reasons_that_say_the_same_are_equal() -> None:
    one, other = (Reason("passages.one_sentence", words=14) for _ in range(2))
    assert len({one, other, Reason("passages.one_sentence", words=15)}) == 2


def unlike_names() -> bool:
    """The two have no name in common.

    Nothing more is asked.
    """
    return True


def test_a_rule_without_parameters_says_its_docstrings_first_line() -> None:
    assert worded(Reason.of(unlike_names), "en") == "The two have no name in common"


@pytest.fixture
def tongue(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    forget_language("q1")


def test_another_language_words_the_same_codes_and_what_it_lacks_is_english(tongue: Path) -> None:
    (tongue / "wordings.yml").write_text(
        'passages: {one_sentence: "sen {words} {words:vort|vorta|vortu}"}\n'
        "rules: {test_reasons.unlike_names: nam nul}\n",
        encoding="utf-8",
    )
    (tongue / "reasons.yml").write_text('plurals: ["1", "[2-4]"]\nlast: e\nmore: "{count} plu"', encoding="utf-8")
    add_language("q1", tongue)
    assert [worded(Reason("passages.one_sentence", words=count), "q1") for count in (1, 3, 14)] == [
        "sen 1 vort",
        "sen 3 vorta",
        "sen 14 vortu",
    ]
    assert worded(Reason.of(unlike_names), "q1") == "nam nul"
    assert worded(Reason("passages.formula"), "q1") == worded(Reason("passages.formula"), "en")


@pytest.mark.parametrize("told", ["passages: {one_sentance: sen}", 'passages: {one_sentence: "{word}"}'])
def test_a_code_or_a_parameter_that_there_is_not_is_told(tongue: Path, told: str) -> None:
    (tongue / "wordings.yml").write_text(told, encoding="utf-8")
    add_language("q1", tongue)
    with pytest.raises(LexiconError, match=r"q1/wordings\.yml.*one_sent"):
        wordings("q1")


@pytest.mark.parametrize("text", ["{}", "{0}", "{words:inwards}", "{words"])
def test_a_sentence_with_a_place_that_says_nothing_is_refused(tongue: Path, text: str) -> None:
    (tongue / "wordings.yml").write_text(f'passages: {{one_sentence: "{text}"}}', encoding="utf-8")
    add_language("q1", tongue)
    with pytest.raises(LexiconError, match=r"q1/wordings\.yml"):
        _ = lexicon_of("q1").wordings


def test_forms_of_a_word_are_parted_by_bars() -> None:
    assert Template("{names:carries|carry} it").names == {"names"}
