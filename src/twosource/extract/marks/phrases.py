"""Marks that set phrases make: "no independent confirmation", "if true", "proved false", "earlier reports said"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.extract.marks.about import About, about
from twosource.extract.marks.signal import Back, Signal
from twosource.extract.marks.view import OBJECTS, View, words
from twosource.language.resources import load
from twosource.model import MarkKind

BACK: Final = Back(row=None)
LONGEST_SENTENCE: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A set phrase, what it says, and how to find what it is about."""

    kind: MarkKind
    pattern: re.Pattern[str]
    scope: str


@cache
def phrases() -> tuple[Phrase, ...]:
    """The phrases of ``marks.yml``, compiled once."""
    return tuple(
        Phrase(
            kind=entry["kind"],
            pattern=re.compile(r"\b(?:" + entry["words"].replace(" ", r"\s+") + r")(?!\w)", re.IGNORECASE),
            scope=entry["scope"],
        )
        for entry in load("marks")["phrases"]
    )


def phrase_signals(view: View, text: str) -> Iterator[Signal]:
    """All marks that set phrases make in a sentence. Only its first 2,000 characters are read."""
    tree = view.tree
    start, end = tree.starts[view.first], tree.ends[view.last - 1]
    end = min(end, start + LONGEST_SENTENCE)
    for phrase in phrases():
        for match in phrase.pattern.finditer(text, start, end):
            first = bisect_right(tree.starts, match.start()) - 1
            last = bisect_left(tree.starts, match.end()) - 1
            found = _found(view, phrase, max(first, view.first), min(last, view.last - 1))
            if found:
                yield found
    yield from _at_first(view)


def _found(view: View, phrase: Phrase, first: int, last: int) -> Signal | None:
    scope, back = _SCOPES[phrase.scope](view, first, last)
    if scope is None and back is None:
        return None
    said = " ".join(view.tree.words[first : last + 1])
    holder = (
        _subject_of(view, first, last)
        if phrase.scope in {"evidence", "object", "either", "under"} or phrase.kind == "denied"
        else None
    )
    if phrase.kind == "disputed" and phrase.scope == "subject":
        holder = _what_follows(view, last)
    if phrase.kind == "unverified" or "conflicting" in said.lower():
        holder = None
    return Signal(
        kind=phrase.kind,
        view=view,
        first=first,
        last=last,
        scope=scope,
        back=back,
        holder=holder,
        aside=phrase.scope == "if",
        reason=f"“{said}”",
    )


def _verb_of(view: View, first: int, last: int) -> int | None:
    """The verb of a phrase, or the one it hangs from."""
    tree = view.tree
    for row in range(first, last + 1):
        if tree.pos[row] in {"VERB", "AUX"}:
            return row
    row = first
    for _ in range(6):
        head = view.head(row)
        if head is None:
            return None
        if tree.pos[head] in {"VERB", "AUX"}:
            return head
        row = head
    return None


def _subject_of(view: View, first: int, last: int) -> int | None:
    verb = _verb_of(view, first, last)
    if verb is None:
        return None
    agent = view.agent(verb) if view.passive(verb) else None
    if agent is not None or view.passive(verb):
        return agent
    subject = view.subject(verb)
    return None if subject is None or view.tree.lemmas[subject] in {"there", "it", "that", "this"} else subject


def _what_follows(view: View, last: int) -> int | None:
    """The noun behind "at odds with"; of "what survivors told" the survivors."""
    tree = view.tree
    row = tree.child(last, "pobj", "pcomp")
    if row is None:
        return None
    if tree.pos[row] in {"VERB", "AUX"}:
        return tree.child(row, "nsubj")
    return row


def _clause(view: View, first: int, last: int) -> About:
    """The whole sentence but for what a contrast sets against it."""
    tree = view.tree
    end = view.last - 1
    for row in range(last + 1, view.last):
        if tree.words[row] == ";" or (tree.lemmas[row] in {"but", "though", "although", "while"} and row > last + 1):
            end = row - 1
            break
    del first
    return (view.first, end), None


def _back(view: View, first: int, last: int) -> About:
    """What an earlier clause says, or an earlier sentence."""
    tree = view.tree
    del last
    for row in range(first, view.first, -1):
        if tree.lemmas[row] in {"but", "though", "although", "and", ";"} and row - view.first > 3:  # noqa: PLR2004
            return (view.first, row - 1), BACK
    return None, BACK


def _evidence(view: View, first: int, last: int) -> About:
    """Reads "said, without evidence, that …" in its sentence; "offered no evidence for the assertion" points back."""
    tree = view.tree
    if tree.lemmas[first] == "without":
        return (view.first, view.last - 1), None
    noun = last
    clause = tree.child(noun, "acl", "ccomp")
    if clause is not None and tree.child(clause, "mark") is not None:
        return (tree.lefts[clause], tree.rights[clause]), None
    verb = _verb_of(view, first, last)
    if verb is None or tree.lemmas[verb] not in words("offering"):
        return None, None
    prep = tree.child(noun, "prep") or tree.child(verb, "prep")
    thing = None if prep is None else tree.child(prep, "pobj")
    return about(view, thing) if thing is not None and prep is not None and prep > noun else (None, BACK)


def _if(view: View, first: int, last: int) -> About:
    """The clause that the condition hangs on; what was said before, where that clause only speaks of "it"."""
    tree = view.tree
    if first == view.first and any(tree.lemmas[r] in {"it", "this", "that", "they"} for r in range(first, last + 1)):
        return None, BACK
    verb = _verb_of(view, first, last)
    main = view.head(verb) if verb is not None else None
    if main is None:
        main = next((r for r in range(view.first, view.last) if tree.deps[r] == "ROOT"), None)
    if main is None:
        return None, BACK
    subject = tree.child(main, "nsubj", "nsubjpass")
    if subject is not None and tree.pos[subject] == "PRON":
        return None, BACK
    if first == view.first:
        return (min(last + 1, view.last - 1), view.last - 1), None
    return (view.first, view.last - 1), None


def _under(view: View, first: int, last: int) -> About:
    """What hangs from the phrase."""
    tree = view.tree
    end = max((tree.rights[r] for r in range(first, last + 1)), default=last)
    return ((last + 1, end), None) if end > last else (None, BACK)


def _object(view: View, first: int, last: int) -> About:
    """What the phrase takes for an object."""
    tree = view.tree
    del first
    row = tree.child(last, "pobj", "pcomp", *OBJECTS)
    if row is None:
        verb = view.head(last)
        row = tree.child(verb, *OBJECTS) if verb is not None else None
    return about(view, row) if row is not None else (None, BACK)


def _subject(view: View, first: int, last: int) -> About:
    """What the phrase says of its subject."""
    tree = view.tree
    verb = _verb_of(view, first, last)
    subject: int | None = None if verb is None else tree.child(verb, "nsubj", "nsubjpass")
    if subject is None and verb is not None:
        subject = view.subject(verb)
    return about(view, subject) if subject is not None else (None, BACK)


def _either(view: View, first: int, last: int) -> About:
    verb = _verb_of(view, first, last)
    return _subject(view, first, last) if verb is not None and view.passive(verb) else _object(view, first, last)


_SCOPES: Final = {
    "clause": _clause,
    "back": _back,
    "evidence": _evidence,
    "if": _if,
    "under": _under,
    "object": _object,
    "subject": _subject,
    "either": _either,
}


def _at_first(view: View) -> Iterator[Signal]:
    """Reads "initially said …, but …": what was said at first and is set against something later."""
    tree = view.tree
    for row in range(view.first, view.last):
        if tree.lemmas[row] not in words("at_first"):
            continue
        verb = view.head(row)
        later = any(tree.lemmas[r] in words("later_words") for r in range(row + 1, view.last))
        if verb is None or tree.lemmas[verb] not in words("saying") or not later:
            continue
        clause = tree.child(verb, "ccomp", "xcomp", *OBJECTS)
        if clause is not None:
            yield Signal(
                kind="corrected", view=view, first=min(row, verb), last=max(row, verb),
                scope=(tree.lefts[clause], tree.rights[clause]), reason=f"“{tree.words[row]} {tree.words[verb]}”, set against what is said later",
            )  # fmt: skip
