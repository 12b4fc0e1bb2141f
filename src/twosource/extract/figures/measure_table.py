"""The table of measures, turned into look-ups by word form."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.language.lexicon import Lexicon
from twosource.language.words_figures import Measure, MeasureWords, noun_forms

_GERUND: Final = 2
"""Place of the form in -ing among a verb's forms; those of the past stand behind it."""
Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureTable:
    """Word forms to names of measures. Where two measures share a form, the earlier of the table has it."""

    objects: dict[str, str]  # forms of verbs whose object, or passive subject, the measure happens to
    participles: dict[str, str]  # of these, the forms a passive can have
    gerunds: frozenset[str]  # of these, the forms in -ing
    subjects: dict[str, str]  # forms of verbs whose subject it happens to
    # Counted nouns, and adjectives.
    nouns: dict[str, str]
    states: dict[str, str]
    clauses: Phrases  # phrases of several words, by their first word: (words, measure)
    tolls: Phrases  # phrases whose value is the count, by their last word
    toll_words: frozenset[str]  # words of which one stands before the value of a count
    triggers: frozenset[str]  # words of which one stands in every sentence that tells of a measure
    leading: frozenset[str]  # of these, those of measures of which an article puts a number first


@cache
def measure_table(lexicon: Lexicon) -> MeasureTable:
    """The table of a language, made once; empty where the language has none."""
    words = lexicon.measures
    named = words.measures.items()
    verbs = [(name, words.verb_forms(verb)) for name, measure in named for verb in measure.object]
    tolls = _phrases(((name, phrase) for name, measure in named for phrase in measure.tolls), place=-1)
    beside = words.claiming | words.losing | words.fatal
    return MeasureTable(
        objects=_first(verbs),
        participles=_first((name, forms[_GERUND + 1 :]) for name, forms in verbs),
        gerunds=frozenset(forms[_GERUND] for _, forms in verbs),
        subjects=_first((name, words.verb_forms(verb)) for name, measure in named for verb in measure.subject),
        nouns=_first((name, noun_forms(noun)) for name, measure in named for noun in measure.nouns),
        states=_first((name, measure.states) for name, measure in named),
        clauses=_phrases(((name, phrase) for name, measure in named for phrase in measure.clauses), place=0),
        tolls=tolls,
        toll_words=words.count_nouns | tolls.keys(),
        triggers=beside.union(*(_words_of(measure, words) for _, measure in named)),
        leading=beside.union(*(_words_of(measure, words) for _, measure in named if measure.leads)),
    )


def _words_of(measure: Measure, words: MeasureWords) -> set[str]:
    """Words of which one stands wherever the measure is told of."""
    forms = {form for verb in (*measure.object, *measure.subject) for form in words.verb_forms(verb)}
    nouns = {form.rpartition(" ")[2] for noun in measure.nouns for form in noun_forms(noun)}
    ends = {phrase.rpartition(" ")[2] for phrase in measure.tolls}
    return forms | nouns | ends | {*measure.states} | {phrase.partition(" ")[0] for phrase in measure.clauses}


def _first(rows: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Each form with the first measure that has it."""
    found: dict[str, str] = {}
    for name, forms in rows:
        for form in forms:
            found.setdefault(form, name)
    return found


def _phrases(rows: Iterable[tuple[str, str]], *, place: int) -> Phrases:
    """Phrases with their measures, by the word at ``place``, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, phrase in rows:
        words = tuple(phrase.split())
        found.setdefault(words[place], []).append((words, name))
    return {word: tuple(sorted(phrases, key=lambda row: -len(row[0]))) for word, phrases in found.items()}
