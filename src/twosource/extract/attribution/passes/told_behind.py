"""Who tells a whole sentence at its end, in the plural and behind a comma: "The wall was built on sand, court records show."."""

from collections.abc import Iterator, Sequence
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading
from twosource.language import Row, Tree, labels
from twosource.model import Span
from twosource.text.reasons import Reason

_SCORE: Final = 0.9
_REASON: Final = Reason("attribution.told_behind")
_PLAIN: Final = frozenset({labels.PRESENT_FORM, labels.BASE_FORM, labels.SINGULAR_NOUN})
"""What the tagger takes such a verb for: "media *report*" looks like a noun."""
_LEAST: Final = 3
_COMMA: Final = ","


def told_behind(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts, and one for each sentence that ends in a noun of who tells and a plain verb of saying.

    By their order and not by their tree: the parser hangs the last words as a clause or a noun from what they tell.
    Nobody is added where words of saying stand there already, or in a sentence that quotes.
    """
    yield from drafts
    taken = [draft.cue for draft in drafts if draft.cue is not None]
    for tree in reading.document.trees:
        for first, last in tree.sentences:
            told, whole = _told(tree, range(first, last)), tree.span(first, last - 1)
            if told is not None and not _is_taken(told, taken) and not any(map(whole.overlaps, reading.outers)):
                yield told


def _is_taken(told: Draft, taken: Sequence[Span]) -> bool:
    return told.cue is not None and any(map(told.cue.overlaps, taken))


def _told(tree: Tree, sentence: range) -> Draft | None:
    """What a sentence tells on whose word, where both stand at its end."""
    if len(sentence) <= 2 * _LEAST or tree.words[sentence[-1]] != ".":
        return None
    verb, noun = Row(sentence[-2]), Row(sentence[-3])
    comma = next((row for row in reversed(sentence[:-2]) if tree.words[row] == _COMMA), sentence[0])
    named = range(comma + 1, verb)
    told = range(sentence[0], comma)
    if not (told and _says(tree, verb) and _is_source(tree, noun, named)):
        return None
    if not any(tree.tags[row] in labels.FINITE_FORMS for row in told):
        return None
    return Draft(
        cue=tree.span(verb, verb), source=tree.span(named[0], noun), content=(tree.span(told[0], told[-1]),),
        score=_SCORE, reason=_REASON,
    )  # fmt: skip


def _says(tree: Tree, verb: Row) -> bool:
    return tree.tags[verb] in _PLAIN and tree.lowered[verb] in tree.lexicon.frames.clause


def _is_source(tree: Tree, noun: Row, named: range) -> bool:
    """Whether the words behind the comma are one phrase that ends in a plural noun of a source."""
    nouns = tree.lexicon.source_nouns
    several = tree.tags[noun] in labels.PLURAL_TAGS or tree.lemmas[noun] in nouns.always_several
    phrase = all(tree.pos[row] in _OF_PHRASE and tree.tags[row] not in _OF_CLAUSE for row in named)
    return several and phrase and nouns.kind_of(tree.lemmas[noun]) is not None


_OF_PHRASE: Final = frozenset(
    {*labels.NOUNS, labels.ADJECTIVE, labels.ADVERB, labels.VERB, labels.DETERMINER, labels.NUMERAL}
)
_OF_CLAUSE: Final = frozenset({*labels.FINITE_FORMS, *labels.RELATIVE_PRONOUNS, labels.RELATIVE_DETERMINER})
