"""Finds words in a story's articles, and cuts out what stands around them."""

from collections.abc import Iterator
from typing import Final

from twosource.model import Article, Story
from twosource.present.anchors import anchor
from twosource.present.wording import clip
from twosource.text.grams import words_of
from twosource.web.shelf import Hit

_AROUND: Final = 110


def found_in(name: str, story: Story, words: str) -> Iterator[Hit]:
    """One hit for each article that has all the words (by their beginnings, whatever their case); none for no words."""
    wanted = words_of(words).forms
    if not wanted:
        return
    for article in story.articles:
        place = _place(article, wanted)
        if place:
            text, (start, end) = article.text, place
            head, tail = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
            yield Hit(
                story=name,
                title=story.title,
                outlet=article.outlet,
                anchor=anchor_of(article, start),
                before=clip(head[::-1], _AROUND)[::-1],
                words=text[start:end],
                after=clip(tail, _AROUND),
            )


def anchor_of(article: Article, start: int) -> str:
    """Where the paragraph about a place is on the story's page; the article, where no paragraph is."""
    rows = (row for row, block in enumerate(article.blocks) if block.start <= start < block.end)
    row = next(rows, None)
    return anchor("a", article.id) if row is None else anchor("b", article.id, str(row))


def _place(article: Article, wanted: tuple[str, ...]) -> tuple[int, int] | None:
    """The words side by side if they stand so, else the first of them; None unless all are there."""
    lowered = article.text.casefold()
    if not all(word in lowered for word in wanted):  # quick: most articles end here
        return None
    held = words_of(article.text)
    heads = []
    for word in wanted:
        rows = [row for row, form in enumerate(held.forms) if form.startswith(word)]
        if not rows:
            return None
        heads.append(rows)
    last = len(wanted) - 1
    for row in heads[0]:
        if all(row + step in heads[step] for step in range(1, last + 1)):
            return held.starts[row], held.ends[row + last]
    return held.starts[heads[0][0]], held.ends[heads[0][0]]
