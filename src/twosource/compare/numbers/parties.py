"""Whether two numbers are told of what two different parties did, or of what befell two: two players' runs of some yards."""

from typing import Final, NamedTuple

from twosource.compare.alignment.said import deed_around
from twosource.compare.alignment.wording import content_stems, stem, words_of
from twosource.language.lexicon import Lexicon, lexicon_of
from twosource.model import Happening, Participant, Span
from twosource.text.story_index import StoryIndex

_ANTECEDENT: Final = 300
"""Code points before a "he" in which the name stands that it means."""


class Clause(NamedTuple):
    """Where a number stands: the deed that the clause around it tells, and the words of its sentence or statement."""

    deed: Happening | None
    text: str
    lexicon: Lexicon
    start: int
    stems: frozenset[str]


def clause_at(index: StoryIndex, article: str, offset: int, sentence: Span) -> Clause:
    """The clause around a place of an article, in a sentence."""
    text, lexicon = index.articles[article].text, lexicon_of(index.articles[article].language)
    stems = frozenset(content_stems(words_of(text, lexicon.code, sentence)))
    return Clause(deed_around(index.happenings_of(article), offset), text, lexicon, sentence.start, stems)


def of_two_parties(one: Clause, other: Clause) -> bool:
    """Whether each clause has somebody else in one part, of whom one at least has a name, and none is named beside the other."""
    if one.deed is None or other.deed is None:
        return False
    return _are_two(one.deed.doer, other.deed.doer, one, other) or _are_two(
        one.deed.done_to, other.deed.done_to, one, other
    )


def _are_two(here: Participant | None, there: Participant | None, one: Clause, other: Clause) -> bool:
    if here is None or there is None:
        return False
    named = [_is_named(here, one), _is_named(there, other)]
    if not any(named) or not all(
        name or _is_pronoun(*each) for name, each in zip(named, ((here, one), (there, other)), strict=True)
    ):
        return False
    mine, yours = _stems(here.span, one), _stems(there.span, other)
    common = mine & _told_with(there, other) | yours & _told_with(here, one)
    # Two navies are two: of one kind, each with a name of its own.
    kind = {stem(here.head, one.lexicon.code)} if here.head == there.head and all(named) else set[str]()
    return not common or (common == kind and kind < mine and kind < yours)


def _told_with(part: Participant, clause: Clause) -> frozenset[str]:
    """The words around it, and of what stands before them where it only says "he"."""
    before = Span(start=max(0, clause.start - _ANTECEDENT), end=clause.start)
    return clause.stems | _stems(before, clause) if _is_pronoun(part, clause) else clause.stems


def _is_pronoun(part: Participant, clause: Clause) -> bool:
    return clause.lexicon.pronouns.is_pronoun(part.head)


def _is_named(part: Participant, clause: Clause) -> bool:
    """Whether a name is among its words: "the nation's best scorer, Ivo Lanz"."""
    return part.named or any(word[:1].isupper() for word in part.span.of(clause.text).split()[1:])


def _stems(span: Span, clause: Clause) -> frozenset[str]:
    return frozenset(content_stems(words_of(clause.text, clause.lexicon.code, span)))
