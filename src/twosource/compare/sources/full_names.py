"""Phrases that one article has for somebody and in which another article's person stands with the full name."""

from collections.abc import Iterable, Sequence

from twosource.compare.sources.group import Group
from twosource.language.lexicon import lexicon_of
from twosource.model import Source
from twosource.text.names import fold, read_name
from twosource.text.reasons import Reason


def join_by_full_name(sources: Iterable[Source], people: Sequence[Group], language: str) -> list[Source]:
    """Join a phrase with a person's full name to that person, where the words around it only say what they are; those that joined nobody.

    A single name with a capital is the one person's who bears it as a surname. "Pavel Orel, an engineer", "Norvale Mayor Pavel
    Orel" and "Pavel Orel" alone are Pavel Orel if he is told of as a person in any article; "a friend of Pavel Orel" is
    somebody else.
    """
    bearers = _Bearers(people, language)
    left: list[Source] = []
    for source in sources:
        found = bearers.of(source) if source.kind in {"unnamed", "body"} else []
        if len(found) == 1:
            found[0].take([source], Reason("sources.full_name", name=source.name))
        else:
            left.append(source)
    return left


class _Bearers:
    """Who of a story's people bears which name."""

    def __init__(self, people: Sequence[Group], language: str) -> None:
        self._lexicon = lexicon_of(language)
        self._by_name: dict[tuple[str, ...], list[Group]] = {}
        for group in people:
            names = {member.name for member in group.members if read_name(member.name, language).given}
            for words in {_words(name) for name in names}:
                self._by_name.setdefault(words, []).append(group)
        self._by_surname: dict[str, list[Group]] = {}
        for words, groups in self._by_name.items():
            self._by_surname.setdefault(words[-1], []).extend(groups)

    def of(self, source: Source) -> list[Group]:
        """The people whose full name a phrase holds; else those whose surname it is, where it is one name alone."""
        full = [group for words in self._full_names(source.name) for group in self._by_name.get(words, ())]
        alone = source.kind == "unnamed" and source.name.istitle() and " " not in source.name
        found = full or (self._by_surname.get(fold(source.name), []) if alone else [])
        return list({id(group): group for group in found}.values())

    def _full_names(self, phrase: str) -> set[tuple[str, ...]]:
        """What of a phrase may be a full name: a part between commas, or the last words behind a title."""
        found = {_words(part) for part in phrase.split(",")}
        words, titles = _words(phrase), self._lexicon.names.titles
        others = self._lexicon.bodies.organ_of | self._lexicon.names.joints
        for size in (2, 3):
            if len(words) > size and words[-size - 1] in titles and not others & set(words[:-size]):
                found.add(words[-size:])
        return found


def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(word.strip(",;:")) for word in name.split())
