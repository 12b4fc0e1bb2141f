"""Which figures are worth a point: one woman, two loud bangs and two people who know are numbers, but no news."""

from typing import Final

from twosource.compare.alignment.wording import words_of
from twosource.compare.points.figures.joining import Tally
from twosource.model import Figure, Statement
from twosource.text.story_index import StoryIndex

_SCENE: Final = 10  # smaller counts of things in somebody's words set a scene
_BEFORE: Final = 4  # code points: an article in front of the number


def names_a_source(figure: Figure, index: StoryIndex) -> bool:
    """Whether the number belongs to the name of those who speak: "Two people familiar with the matter said"."""
    near = index.source_spans(figure.article, figure.start - _BEFORE, figure.start)
    return any(figure.end <= span.end for span in near)


def tells(tally: Tally, index: StoryIndex) -> bool:
    """Whether a count is a point: not where nobody counts, unless the values differ.

    Somebody who is merely there ("a captured soldier") is one without being counted; a small number of things in
    a quotation ("two bangs") is told by the quotation.
    """
    if len(tally.values) > 1:
        return True
    figures = [count.figure for count in tally.members]
    return not (all(implied(f, index) for f in figures) or all(_scene(f, index) for f in figures))


def implied(figure: Figure, index: StoryIndex) -> bool:
    """Whether a figure is one for no number's sake: "a woman was killed"."""
    if not figure.low == figure.high == 1:
        return False
    text = index.articles[figure.article].text
    words = [
        word for word in words_of(text, index.language, figure.span) if text[word.end : word.end + 1] != "-"
    ]  # no "1-year-old"
    return not any(word.stem == "1" or word.text in index.lexicon.counted.singling for word in words)


def _scene(figure: Figure, index: StoryIndex) -> bool:
    """Whether it is a small number of things, told in a quotation."""
    statement = index.by_id.get(figure.statement or "")
    quoted = isinstance(statement, Statement) and statement.kind == "quotation"
    return quoted and figure.measure is None and figure.unit is None and figure.high < _SCENE
