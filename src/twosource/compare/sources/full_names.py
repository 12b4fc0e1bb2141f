"""Phrases that one article has for somebody and in which another article's person stands with the full name."""

from collections.abc import Iterable, Sequence
from typing import Final

from twosource.compare.sources.group import Group
from twosource.language.lexicon import lexicon_of
from twosource.language.resources import load
from twosource.model import Source
from twosource.text.names import fold, read_name

_OTHERS: Final = lexicon_of("en").bodies.organ_of | {"and"}
"""Words by which a phrase is about somebody else than the name it ends in ("a friend of …"), or about others too."""


def join_by_full_name(sources: Iterable[Source], people: Sequence[Group]) -> list[Source]:
    """Join a phrase with a person's full name to that person, where the words around it only say what they are.

    A single name with a capital is the one person's who bears it as a surname. "Pavel Orel, an engineer", "Norvale Mayor Pavel Orel" and "Pavel Orel" alone are Pavel Orel if he is told of as a person
    in any article; "a friend of Pavel Orel" is somebody else.

    Args:
        sources: Those that are no persons by themselves.
        people: Groups of people; what joins one is added to it.

    Returns:
        Those that joined nobody, in their order.
    """
    by_name: dict[tuple[str, ...], list[Group]] = {}
    for group in people:
        for words in {_words(member.name) for member in group.members if read_name(member.name).given}:
            by_name.setdefault(words, []).append(group)
    by_surname: dict[str, list[Group]] = {}
    for words, groups in by_name.items():
        by_surname.setdefault(words[-1], []).extend(groups)
    left: list[Source] = []
    for source in sources:
        found = {id(group): group for words in _full_names(source.name) for group in by_name.get(words, ())}
        if not found and source.kind == "unnamed" and source.name.istitle() and " " not in source.name:
            found = {id(group): group for group in by_surname.get(fold(source.name), ())}
        if len(found) == 1 and source.kind in {"unnamed", "body"}:
            group = next(iter(found.values()))
            group.members.append(source)
            group.reasons.append(f"“{source.name}” holds the name of nobody else")
        else:
            left.append(source)
    return left


def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(word.strip(",;:")) for word in name.split())


def _full_names(phrase: str) -> set[tuple[str, ...]]:
    """What of a phrase may be a full name: a part between commas, or the last words behind a title."""
    found = {_words(part) for part in phrase.split(",")}
    words, titles = _words(phrase), load("names")["titles"]
    for size in (2, 3):
        if len(words) > size and words[-size - 1] in titles and not _OTHERS & set(words[:-size]):
            found.add(words[-size:])
    return found
