"""Parts of speech and lemmas, each distinct word form asked for once.

What spaCy's attribute ruler and lemmatizer say of a token depends on its form, tag and dependency alone, but for a
few rules over two words in a row. Asked for every token of every text they cost a quarter of the whole parse; here
they are asked once for each combination, the ruler only of words that some rule names: to all others of one tag and dependency
it says the same. Texts in which a rule over two words could apply go through them as they are.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

BYPASSED = ("attribute_ruler", "lemmatizer")
"""The pipes whose work is done here."""

_MOST = 1 << 18  # combinations kept; then all are forgotten

_OF_NO_WORD: Final = frozenset({"TAG", "DEP", "IS_SPACE"})
"""What a rule may ask that does not tell one word from another of its tag and dependency."""
_UNNAMED: Final = "qvx"
"""Stands for all words that no rule names."""

Form = tuple[str, str, str, str]
"""Part of speech, tag, dependency and lemma of a token."""


class Forms:
    """Remembers what the ruler and the lemmatizer said of each word form.

    Args:
        language: The pipeline, with both pipes in it.
    """

    def __init__(self, language: "Language") -> None:
        """Look at the ruler's patterns; ask nothing yet."""
        self._language = language
        self._pipes: list[Any] = [pipe for name, pipe in language.pipeline if name in BYPASSED]
        self._rulers = [pipe for pipe in self._pipes if hasattr(pipe, "patterns")]
        self._lemmatizers = [pipe for pipe in self._pipes if pipe not in self._rulers]
        self._known: dict[tuple[int, int, int], Form] = {}
        rules = _rules_of(self._pipes)
        self._pairs = [pair for tokens in rules for pair in pairwise(tokens)]
        # A rule over two words of which it names neither could hold for every word.
        self._bare = not all(map(_names_a_word, self._pairs))
        self._of_pairs = _Named(asked for asked in chain.from_iterable(self._pairs) if "LOWER" in asked)
        self._of_any = _Named(asked for asked in chain.from_iterable(rules) if asked.keys() - _OF_NO_WORD)
        self._unnamed: dict[tuple[str, str], tuple[str, str, str, str]] = {}
        self._asked: dict[int, bool] = {}
        self._pairs_asked: dict[tuple[int, int, int, int], bool] = {}

    def of(self, docs: "Sequence[Doc]") -> list[list[Form]]:
        """What the two pipes would say of each token of texts, as if they had gone over the whole of each.

        Args:
            docs: Tagged and parsed, neither ruled nor lemmatized yet. They may be changed.

        Returns:
            For each text one form a token; empty for an empty text.
        """
        from spacy.attrs import DEP, LOWER, ORTH, TAG  # noqa: PLC0415 - only where something is parsed

        if len(self._known) > _MOST:
            self._known.clear()
        known, read = self._known, []
        for doc in docs:
            columns: Any = doc.to_array([ORTH, TAG, DEP, LOWER]).reshape(-1, 4).T.tolist()
            orths, tags, deps, lowers = columns
            keys = None if self._may_hold_pair(deps, lowers) else list(zip(orths, tags, deps, strict=True))
            read.append((doc, keys))
        self._ask([key for key in dict.fromkeys(key for _, keys in read for key in keys or ()) if key not in known])
        return [self._in_whole(doc) if keys is None else [known[key] for key in keys] for doc, keys in read]

    def _in_whole(self, doc: "Doc") -> list[Form]:
        for pipe in self._pipes:
            doc = pipe(doc)
        return [_form(token) for token in doc]

    def _ask(self, keys: list[tuple[int, int, int]]) -> None:
        """Have the pipes say it of word forms not met before."""
        strings = self._language.vocab.strings
        told = {key: (strings[key[0]], strings[key[1]], strings[key[2]]) for key in keys}
        unnamed = {key: row for key, row in told.items() if not self._is_named_anywhere(row[0])}
        named = {key: row for key, row in told.items() if key not in unnamed}
        labels = dict.fromkeys(row[1:] for row in unnamed.values() if row[1:] not in self._unnamed)
        for label, token in zip(
            labels, self._through(self._rulers, [(_UNNAMED, *label) for label in labels]), strict=True
        ):
            self._unnamed[label] = (token.tag_, token.dep_, token.pos_, str(token.morph))
        ruled = [(row[0], *self._unnamed[row[1:]]) for row in unnamed.values()]
        self._known.update(zip(unnamed, map(_form, self._through(self._lemmatizers, ruled)), strict=True))
        self._known.update(zip(named, map(_form, self._through(self._pipes, list(named.values()))), strict=True))

    def _through(self, pipes: Sequence[Any], rows: Sequence[tuple[str, ...]]) -> "list[Token]":
        """Words as pipes leave them, each before a comma, so that none has a neighbour, where rules ask for such.

        Args:
            pipes: The pipes.
            rows: Word, tag, dependency and, where they are known, part of speech and morphology; none gives none.
        """
        from spacy.tokens import Doc  # noqa: PLC0415 - only where something is parsed

        if not rows:
            return []
        apart = [(",", ",", "punct", "PUNCT", "")] if any(pipe in self._rulers for pipe in pipes) else []
        words, tags, deps, pos, morphs = (
            list(column) for column in zip(*(one for row in rows for one in ((*row, "", "")[:5], *apart)), strict=True)
        )
        heads = list(range(len(words)))
        doc = Doc(self._language.vocab, words=words, tags=tags, deps=deps, pos=pos, morphs=morphs, heads=heads)
        for pipe in pipes:
            doc = pipe(doc)
        return list(doc)[:: 1 + len(apart)]

    def _is_named_anywhere(self, word: str) -> bool:
        """Whether some rule may ask for this very word; white space has rules of its own."""
        return word.isspace() or self._of_any.holds(word.lower())

    def _may_hold_pair(self, deps: list[int], lowers: list[int]) -> bool:
        """Whether a rule over several words may apply: two of its words stand in a row, whatever else it asks."""
        # Only a word that some rule names makes it worth asking about the other.
        named = [at for at, lower in enumerate(lowers) if self._is_named(lower)]
        firsts = sorted({first for at in named for first in (at - 1, at) if 0 <= first < len(lowers) - 1})
        return any(self._is_pair((deps[at], lowers[at], deps[at + 1], lowers[at + 1])) for at in firsts)

    def _is_pair(self, key: tuple[int, int, int, int]) -> bool:
        found = self._pairs_asked.get(key)
        if found is None:
            if len(self._pairs_asked) > _MOST:
                self._pairs_asked.clear()
            dep, lower, next_dep, next_lower = (self._language.vocab.strings[part] for part in key)
            one, other = {"LOWER": lower, "DEP": dep}, {"LOWER": next_lower, "DEP": next_dep}
            found = any(_may_match(first, one) and _may_match(second, other) for first, second in self._pairs)
            self._pairs_asked[key] = found
        return found

    def _is_named(self, lower: int) -> bool:
        found = self._asked.get(lower)
        if found is None:
            found = self._asked[lower] = self._bare or self._of_pairs.holds(self._language.vocab.strings[lower])
        return found


def _rules_of(pipes: Iterable[Any]) -> list[list[dict[str, Any]]]:
    """What rules ask of the words that they are for, a pattern a word."""
    return [tokens for pipe in pipes for rule in getattr(pipe, "patterns", ()) for tokens in rule["patterns"]]


def _names_a_word(tokens: Iterable[Mapping[str, Any]]) -> bool:
    return any("LOWER" in asked for asked in tokens)


class _Named:
    """The words that some patterns of a rule may mean: listed, of some form, or any."""

    def __init__(self, patterns: Iterable[Mapping[str, Any]]) -> None:
        wanted = [asked.get("LOWER") for asked in patterns]
        self._listed = {word for some in wanted for word in _listed(some)}
        forms = [some["REGEX"] for some in wanted if isinstance(some, dict) and set(some) == {"REGEX"}]
        self._form = re.compile("|".join(f"(?:{form})" for form in forms)) if forms else None
        self._any = sum(map(bool, map(_listed, wanted))) + len(forms) < len(wanted)

    def holds(self, lower: str) -> bool:
        """Whether a word in lower case may be meant."""
        return self._any or lower in self._listed or bool(self._form and self._form.search(lower))


def _listed(wanted: object) -> tuple[str, ...]:
    """The words that a pattern asks for; none where it asks in another way."""
    if isinstance(wanted, str):
        return (wanted,)
    return tuple(wanted["IN"]) if isinstance(wanted, dict) and set(wanted) == {"IN"} else ()


def _may_match(asked: Mapping[str, Any], word: dict[str, str]) -> bool:
    """Whether a word may be what a rule asks for, as far as the word is described; what is not understood is met."""
    for attribute, found in word.items():
        wanted = asked.get(attribute)
        if isinstance(wanted, str) and found != wanted:
            return False
        if isinstance(wanted, dict) and set(wanted) == {"IN"} and found not in wanted["IN"]:
            return False
        if isinstance(wanted, dict) and set(wanted) == {"REGEX"} and not re.search(wanted["REGEX"], found):
            return False
    return True


def _form(token: "Token") -> Form:
    return (token.pos_, token.tag_, token.dep_, token.lemma_.lower())
