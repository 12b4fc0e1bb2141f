"""What may go back to one text is shown with its evidence, and never counted."""

from dataclasses import replace

import pytest

from invented import article
from reuse_stories import REPORTED, REWRITTEN, bare
from twosource.compare.passages import find_passages
from twosource.model import Check, Source, SourceKind, Span, Statement, Story
from twosource.settings import DEFAULTS
from twosource.weigh import find_origins
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
    assert _checks(_story(words, words, kind=None)) == ()
    assert _checks(_story(words, words, outlets=("weir", "weir"))) == ()


def _sharing(texts: tuple[str, ...], outlets: tuple[str, ...]) -> Story:
    found = tuple(bare(text, outlet) for text, outlet in zip(texts, outlets, strict=True))
    passages = find_passages(found, DEFAULTS)
    origins = find_origins(found, passages)
    articles = tuple(one.article for one in found)
    return Story(title="x", version="0", articles=articles, passages=passages, origins=origins)


def test_short_runs_that_say_what_no_other_report_would_are_shown_and_not_counted() -> None:
    (check,) = _checks(_sharing(REWRITTEN, ("a.example", "b.example")))
    assert "a.example and b.example both have" in check.detail
    assert "weld rusted hinges shut" in check.detail
    assert "not counted" in check.detail


def test_short_runs_of_what_any_report_says_and_those_of_one_newsroom_are_not_shown() -> None:
    assert not _checks(_sharing(REPORTED, ("a.example", "b.example")))
    assert not _checks(_sharing(REWRITTEN, ("a.example", "a.example")))


def test_of_three_that_share_one_text_each_is_shown_once_and_not_every_two() -> None:
    third = """Boats were late all day and the quay stood empty until the evening bell rang twice.
Somebody hid cracked pontoons beneath tarpaulins before inspectors came, and slept.
There are no plans for another bridge before the year is out, said the council.
Then workmen weld rusted hinges shut and paint over the seams as they please."""
    checks = _checks(_sharing((*REWRITTEN, third), ("a.example", "b.example", "c.example")))
    assert len(checks) == 2
    assert all(any(f"{name}.example" in check.detail for check in checks) for name in "abc")


def test_what_a_third_gives_to_a_named_speaker_was_heard() -> None:
    words = "come away from the water before it takes you too"
    story = _story(words, words, words)
    named = replace(story.sources[2], kind="person", name="Ada Holl")
    assert _checks(replace(story, sources=(*story.sources[:2], named))) == ()


FOUND = """A keeper in Brask counted 46 drowned sheep after the Ilm broke its bank on Friday.
The water stood 19 feet above the mark of Velden, the highest since 1948.
Orsolya Vint lost 212 hens and a tractor, and slept on a hayrick.
Pumps from Corl were switched off for 14 hours since the cable lay in the mud.
The union of Halm growers puts what was lost at 700,000 crowns.
A promise of help after the flood of 2027 was kept in 11 cases.
No rain is due."""
RETOLD = """Forty-six sheep are dead in the parish of Brask, and it was on Friday that the Ilm came over.
At Velden nothing like those 19 feet was seen since the year 1948.
One farmer alone, Orsolya Vint, is short of 212 hens; her bed was hay.
For 14 hours nobody could pump, because the current from Corl had failed.
Halm growers speak of damage of 700,000 crowns.
Of all who were promised money in 2027 just 11 saw it."""


def _beside(text: str, *others: str) -> Story:
    return _sharing((FOUND, text, *others), ("a.example", "b.example", "c.example")[: 2 + len(others)])


def test_who_tells_the_same_names_and_numbers_in_the_same_order_is_shown_with_them() -> None:
    (check,) = _checks(_beside(RETOLD))
    assert "a.example and b.example tell the same in the same order, in 6 of the 6 sentences" in check.detail
    assert "not counted" in check.detail
    assert "700,000" in check.detail


def test_another_order_own_facts_between_or_a_third_who_has_them_too_show_nothing() -> None:
    lines = RETOLD.splitlines()
    assert not _checks(_beside("\n".join(lines[::-1])))
    own = [f"Nobody at {place} was asked." for place in ("Mirren", "Ostrad", "Pell", "Quorn")]
    assert not _checks(_beside("\n".join(line for both in zip(lines, own, strict=False) for line in both)))
    third = "Brask, Friday: the Ilm took 46 sheep. In 1948 it stood at Velden as it does now. Orsolya Vint has 212 hens fewer. Corl had no current for 14 hours. Halm lost 700,000."
    assert not _checks(_beside(RETOLD, third))
