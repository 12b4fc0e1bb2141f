"""English stands in ``language/`` alone; the list of modules that still hold some only shrinks."""

import ast

import pytest

from english_words import english_in, found, listed


@pytest.fixture(scope="module")
def now() -> dict[str, int]:
    return found()


def test_no_module_holds_english_but_those_that_always_did(now: dict[str, int]) -> None:
    assert sorted(now.keys() - listed().keys()) == []


def test_none_of_those_holds_more_than_it_did(now: dict[str, int]) -> None:
    assert {name: count for name, count in now.items() if count > listed().get(name, 0)} == {}


def test_a_module_without_english_is_off_the_list(now: dict[str, int]) -> None:
    assert sorted(listed().keys() - now.keys()) == []


@pytest.mark.parametrize(
    ("source", "held"),
    [
        ('DAYS = {"monday", "friday"}', ["monday", "friday"]),
        ('if word == "never": pass', ["never"]),
        ('TOLD = re.compile(r"\\bsaid\\s+that\\b")', ["said", "that"]),
        ('SUBJECTS = ("nsubj", "NNP")', ["nsubj", "NNP"]),
        ('WORDS = "not nor".split()', ["not", "nor"]),
        ('words = lexicon_of("en").names', ["en"]),
        ('word.endswith("ing")', ["ing"]),
        ('reason = "both have it from one text"', ["both have it from one text"]),
        ('reason = f"{outlet} has it from {other}"', [" has it from "]),
    ],
)
def test_words_patterns_labels_and_languages_are_seen(source: str, held: list[str]) -> None:
    assert english_in(ast.parse(source)) == held


@pytest.mark.parametrize(
    "source",
    [
        'kind in {"share", "count"}',
        'SIGNS = {"-", "–"}',
        'DIGITS = re.compile(r"(?P<number>\\d+)\\s*$")',
        'FORM: Literal["share", "count"] = "count"',
        'raise ValueError("no number stands here")',
        '__all__ = ["found"]',
        '__slots__ = ("found",)',
        'reason = Reason("origins.has_it_from", outlet=outlet, other="no one else here")',
        'name = f"other {kind}"',
        'def rule():\n    """Both have it from one text."""',
        "AGED = re.compile(any_of(words, patterns=True))",
    ],
)
def test_codes_signs_and_messages_are_no_english_of_a_rule(source: str) -> None:
    assert english_in(ast.parse(source), frozenset({"share", "count"})) == []
