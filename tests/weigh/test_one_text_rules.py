"""What may go back to one text is shown with its evidence, and never counted."""

import pytest

from invented import article
from twosource.model import Check, Source, SourceKind, Span, Statement, Story
from twosource.weigh.checks import find_checks

LEAD = "The keeper was led out of the lock house by two women, as a film shows. One of them tells him "
OTHER = "A film shows the man who kept the lock, with a cup in his hands. A woman says "


def _story(
    *words: str, kind: SourceKind | None = "unnamed", outlets: tuple[str, ...] = ("weir", "lock", "quay")
) -> Story:
    articles = [
        article(f"{lead}“{said}”.", outlet=f"{outlet}.example")
        for lead, said, outlet in zip((LEAD, OTHER, "We heard "), words, outlets, strict=False)
    ]
    sources = [Source(id=f"s{at}", name="one of the women", kind=kind) for at in range(len(words)) if kind]
    statements = [
        Statement(
            id=f"t{at}", article=one.id, kind="quotation", start=(at_words := one.text.index(said)),
            end=at_words + len(said), content=(Span(start=at_words, end=at_words + len(said)),),
            source=f"s{at}" if kind else None,
        )
        for at, (one, said) in enumerate(zip(articles, words, strict=True))
    ]  # fmt: skip
    return Story(title="x", version="0", articles=tuple(articles), sources=tuple(sources), statements=tuple(statements))


def _checks(story: Story) -> tuple[Check, ...]:
    return find_checks(story, codes=["C120"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nothing his lost", "nothing is lost"),
        ("come away from the water before it takes you too", "come away from the water before it takes you too"),
    ],
)
def test_a_quotation_of_nobody_by_name_that_only_two_have_is_shown_with_both_wordings(one: str, other: str) -> None:
    (check,) = _checks(_story(one, other))
    assert one in check.detail
    assert other in check.detail
    assert "not counted" in check.detail
    assert len(_checks(_story(one, other, kind=None))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nothing is lost", "nothing is lost"),
        ("nothing was lost", "nothing is lost"),
        ("30 are lost here", "31 are lost here"),
        ("is lost", "his lost"),
        ("come away from the water", "stay away from the river"),
    ],
)
def test_a_few_words_that_are_alike_or_far_from_alike_say_nothing(one: str, other: str) -> None:
    assert _checks(_story(one, other)) == ()


def test_what_a_third_has_or_a_named_speaker_said_or_one_outlet_printed_twice_was_heard() -> None:
    words = "come away from the water before it takes you too"
    assert _checks(_story(words, words, words)) == ()
    assert _checks(_story(words, words, kind="person")) == ()
    assert _checks(_story(words, words, outlets=("weir", "weir"))) == ()
