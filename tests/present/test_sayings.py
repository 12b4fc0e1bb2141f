"""What an article says on a point is shown once on each word, the fuller form first."""

from dataclasses import replace

from invented import article as make_article
from present.build import source, statement
from twosource.model import Conflict, Difference, Figure, Point, Source, Standing, Statement, Story
from twosource.present.index import Index
from twosource.present.sayings import Heading, Saying, heading, sayings

TEXT = 'The keeper said the lamp was "very old and tired" and "never cleaned". The mayor said the lamp was old.'
ARTICLE = make_article(TEXT, outlet="a.example")
KEEPER, MAYOR = source("the keeper", "person"), source("the mayor", "person")


def whole(who: Source = KEEPER) -> Statement:
    words = 'the lamp was "very old and tired" and "never cleaned"'
    return statement(ARTICLE, words, words, kind="paraphrase", source=who)


def quoted(words: str) -> Statement:
    return statement(ARTICLE, f'"{words}"', words, source=KEEPER)


def shown(*told: Statement, kind: str = "claim", conflict: Conflict | None = None) -> tuple[Saying, ...]:
    odd = Difference(kind="wording", members=(told[-1].id,), detail="other words")
    point = Point(
        id="q1",
        kind=kind,  # type: ignore[arg-type] # the tests name kinds that exist
        label="the lamp was old",
        relation="differs",
        statements=tuple(one.id for one in told),
        standing=Standing(),
        differences=(odd,),
    )
    story = Story(title="", version="0", articles=(ARTICLE,), statements=told, points=(point,), sources=(KEEPER, MAYOR))
    return sayings(Index(replace(story, conflicts=(conflict,) if conflict else ())), point)


def story_of(*points: Point) -> Index:
    return Index(Story(title="", version="0", articles=(ARTICLE,), points=points))


def test_a_quotation_within_what_its_speaker_is_reported_to_have_said_needs_no_line_of_its_own() -> None:
    (one,) = shown(whole(), quoted("very old and tired"))
    assert one.text == 'the lamp was "very old and tired" and "never cleaned"'
    assert one.differs == ("wording",), "what sets the part apart is told of the whole"


def test_where_the_words_themselves_are_the_point_the_one_quotation_is_shown() -> None:
    (one,) = shown(whole(), quoted("very old and tired"), kind="quotation")
    assert one.text == "very old and tired"


def test_where_there_are_two_quotations_the_whole_is_shown_so_that_neither_is_hidden() -> None:
    (one,) = shown(whole(), quoted("very old and tired"), quoted("never cleaned"), kind="quotation")
    assert one.text == 'the lamp was "very old and tired" and "never cleaned"'


def test_what_stands_on_another_word_keeps_its_line() -> None:
    assert len(shown(whole(MAYOR), quoted("very old and tired"))) == 2


def test_a_contradiction_of_the_part_is_told_of_the_whole() -> None:
    part = quoted("very old and tired")
    clash = Conflict(id="c1", kind="polarity", point="q1", members=(part.id,), detail="they say the opposite")
    (one,) = shown(whole(), part, conflict=clash)
    assert one.conflict


def test_a_few_words_of_a_quotation_are_shown_with_those_around_them() -> None:
    (one,) = shown(whole(), quoted("never cleaned"), kind="quotation")
    assert one.text == 'the lamp was "very old and tired" and "never cleaned"'


def test_the_heading_of_a_few_quoted_words_is_the_fuller_saying_and_not_set_in_marks() -> None:
    found = shown(whole(), quoted("never cleaned"), kind="quotation")
    brief = Point(id="q1", kind="quotation", label="never cleaned", label_quoted=True, relation="same")
    assert heading(story_of(), brief, found) == Heading(
        words='the lamp was "very old and tired" and "never cleaned"', quoted=False
    )


def test_the_heading_of_a_longer_quotation_is_the_quotation() -> None:
    label = "the lamp was very old and tired"
    point = Point(id="q1", kind="quotation", label=label, label_quoted=True, relation="same")
    assert heading(story_of(), point, shown(whole(), kind="quotation")) == Heading(words=label, quoted=True)


def test_the_heading_of_a_remark_that_nobody_quotes_is_not_set_in_marks() -> None:
    label = "the lamp was very old and tired"
    point = Point(id="q1", kind="quotation", label=label, relation="same")
    assert heading(story_of(), point, shown(whole(), kind="quotation")) == Heading(words=label, quoted=False)


def test_of_several_counts_in_one_sentence_each_is_called_by_its_number() -> None:
    at = TEXT.index("lamp")
    lamps = Figure(id="f1", article=ARTICLE.id, start=at, end=at + 4, low=1, high=1, counted="")
    one = Point(id="q1", kind="figure", label=TEXT, relation="same", figures=("f1",))
    other = replace(one, id="q2")
    story = Story(title="", version="0", articles=(ARTICLE,), points=(one, other), figures=(lamps,))
    index = Index(story)
    assert heading(index, one, sayings(index, one)).words == f"lamp in “{TEXT}”"
    alone = Index(replace(story, points=(one,)))
    assert heading(alone, one, sayings(alone, one)).words == TEXT
