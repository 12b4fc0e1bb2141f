"""The table of measures, turned into look-ups by word form."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from twosource.language.resources import load


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureTable:
    """Word forms to names of measures. Where two measures share a form, the earlier of the table has it.

    Attributes:
        objects: Forms of verbs whose object, or passive subject, the measure happens to.
        participles: Of these, the forms a passive can have.
        subjects: Forms of verbs whose subject it happens to.
        nouns, states: Counted nouns, and adjectives.
        clauses: Phrases of several words, by their first word: (words, measure).
        tolls: Phrases whose value is the count, by their last word.
    """

    objects: dict[str, str]
    participles: dict[str, str]
    subjects: dict[str, str]
    nouns: dict[str, str]
    states: dict[str, str]
    clauses: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    tolls: dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def measure_table() -> MeasureTable:
    """The table, read once."""
    found: dict[str, dict[str, str]] = {key: {} for key in ("objects", "participles", "subjects", "nouns", "states")}
    clauses: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    tolls: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, rooms in load("measures")["measures"].items():
        for verb in rooms.get("object") or ():
            forms = verb_forms(verb)
            _note(found["objects"], forms, name)
            _note(found["participles"], [form for form in forms[2:] if not form.endswith("ing")], name)
        for verb in rooms.get("subject") or ():
            _note(found["subjects"], verb_forms(verb), name)
        for noun in rooms.get("nouns") or ():
            _note(found["nouns"], _noun_forms(noun), name)
        _note(found["states"], rooms.get("states") or (), name)
        for phrase in rooms.get("clauses") or ():
            words = tuple(phrase.split())
            clauses.setdefault(words[0], []).append((words, name))
        for phrase in rooms.get("tolls") or ():
            words = tuple(phrase.split())
            tolls.setdefault(words[-1], []).append((words, name))
    return MeasureTable(
        **found,
        clauses={word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in clauses.items()},
        tolls={word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in tolls.items()},
    )


@cache
def words_of(room: str) -> frozenset[str]:
    """A plain list of the resource, as a set."""
    words: Any = load("measures")[room]
    return frozenset(str(word) for word in words)


def verb_forms(verb: str) -> list[str]:
    """First form, third person, the form in -ing, and past forms.

    Example:
        >>> verb_forms("injure")
        ['injure', 'injures', 'injuring', 'injured']
    """
    odd = load("measures")["irregular"].get(verb)
    if odd:
        return [verb, *odd]
    stem = verb.removesuffix("e")
    ending = "es" if verb.endswith(("s", "x", "z", "sh", "ch")) else "s"
    return [verb, verb + ending, stem + "ing", stem + "ed"]


@cache
def person_words() -> frozenset[str]:
    """Nouns for persons, singular and plural."""
    one = words_of("one")
    return one | words_of("plurals") | {form for noun in one for form in _noun_forms(noun)}


def _noun_forms(noun: str) -> list[str]:
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return [noun, plural]


def _note(room: dict[str, str], forms: Any, name: str) -> None:  # noqa: ANN401 - any run of words
    for form in forms:
        room.setdefault(form, name)
