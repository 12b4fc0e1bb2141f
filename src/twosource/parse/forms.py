"""Parts of speech and lemmas, each distinct word form asked for once.

What spaCy's attribute ruler and lemmatizer say of a token depends on its form, tag and dependency alone, but for a
few rules over two words in a row. Asked for every token of every text they cost a quarter of the whole parse; here
they are asked once for each combination. Texts in which a rule over two words could apply go through them as they are.
"""

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

BYPASSED = ("attribute_ruler", "lemmatizer")
"""The pipes whose work is done here."""

_MOST = 1 << 18  # combinations kept; then all are forgotten

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
        self._pipes = [pipe for name, pipe in language.pipeline if name in BYPASSED]
        self._known: dict[tuple[int, int, int], Form] = {}
        rules = [
            tokens for pipe in self._pipes for rule in getattr(pipe, "patterns", ()) for tokens in rule["patterns"]
        ]
        self._pairs = [pair for tokens in rules for pair in pairwise(tokens)]
        self._asked: dict[int, bool] = {}
        self._pairs_asked: dict[tuple[int, int, int, int], bool] = {}

    def of(self, doc: "Doc") -> list[Form]:
        """What the two pipes would say of each token, as if they had gone over the whole text.

        Args:
            doc: Tagged and parsed, neither ruled nor lemmatized yet. It may be changed.

        Returns:
            One form a token; empty for an empty text.
        """
        from spacy.attrs import DEP, LOWER, ORTH, TAG  # noqa: PLC0415 - only where something is parsed

        columns: Any = doc.to_array([ORTH, TAG, DEP, LOWER]).reshape(-1, 4).T.tolist()
        orths, tags, deps, lowers = columns
        if self._may_hold_pair(deps, lowers):
            for pipe in self._pipes:
                doc = pipe(doc)
            return [_form(token) for token in doc]
        if len(self._known) > _MOST:
            self._known.clear()
        known, keys = self._known, list(zip(orths, tags, deps, strict=True))
        self._ask([key for key in dict.fromkeys(keys) if key not in known])
        return [known[key] for key in keys]

    def _ask(self, keys: list[tuple[int, int, int]]) -> None:
        """Have the pipes say it of word forms not met before, each between two commas so that none has a neighbour."""
        from spacy.tokens import Doc  # noqa: PLC0415 - only where something is parsed

        if not keys:
            return
        strings = self._language.vocab.strings
        told = [tuple(strings[part] for part in key) for key in keys]
        words, tags, deps = zip(*(row for one in told for row in (one, (",", ",", "punct"))), strict=True)
        rows = list(range(len(words)))
        doc = Doc(self._language.vocab, words=list(words), tags=list(tags), deps=list(deps), heads=rows)
        for pipe in self._pipes:
            doc = pipe(doc)
        self._known.update(zip(keys, (_form(doc[row]) for row in rows[::2]), strict=True))

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
            word = {"LOWER": self._language.vocab.strings[lower]}
            named = [asked for pair in self._pairs for asked in pair if "LOWER" in asked]
            # A rule that names no word at all could hold for every word.
            bare = any(not any("LOWER" in asked for asked in pair) for pair in self._pairs)
            found = self._asked[lower] = bare or any(_may_match(asked, word) for asked in named)
        return found


def _may_match(asked: dict[str, Any], word: dict[str, str]) -> bool:
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
