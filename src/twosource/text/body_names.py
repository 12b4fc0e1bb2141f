"""Names of bodies: what is compared of them, and whether two names are one body's."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from twosource.language.lexicon import lexicon_of
from twosource.language.words_entities import BodyWords
from twosource.text.agencies import agency_names
from twosource.text.names import fold, name_key
from twosource.text.reasons import Reason

_WORD: Final = re.compile(r"[^\W_][\w.&'’-]*")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_PARENTHESIS: Final = re.compile(r"\s*\([^()]*\)?")
_SHORTEST_ACRONYM: Final = 2
_LONGEST_ACRONYM: Final = 8


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name as it is compared."""

    words: frozenset[str]  # its words of weight, states under one name, spellings levelled; empty for no words
    head: str = ""  # the word that says what it is ("ministry"); the last word of a name that has no such place
    known: str = ""  # the body of the table whose name it is; "" for any other
    acronym: str = ""  # its letters in lower case, where it is one word in capitals
    initials: frozenset[str] = frozenset()  # what could stand for it in short, with and without its small words


@lru_cache(maxsize=20_000)
def read_body_name(name: str, language: str) -> BodyName:
    """What is compared of a name, its article and what stands in parentheses left out.

    Example:
        >>> read_body_name("the U.N. refugee agency", "en").known, sorted(read_body_name("Russia's Ministry of Defense", "en").words)
        ('UNHCR', ['defence', 'ministry', 'russia'])
    """
    words = lexicon_of(language).bodies
    plain = _PARENTHESIS.sub("", name) or name.strip("()")
    tokens = [folded for word in _WORD.findall(name_key(plain, language)) if (folded := fold(word.strip("-")))]
    kept = _with_states(tokens, words)
    weighty, head = _of_weight(kept, words), _head(kept, words)
    # "Federal and local police", "Holl and Brindle Police" are no one body that "police" could be short for.
    generic = head in words.weightless_beside or not weighty - words.no_names - {head}
    several = generic and not words.joined.isdisjoint(kept)
    return BodyName(
        words=weighty,
        head="" if several or (len(weighty) == 1 and head in words.not_alone) else head,
        known=_known(plain, tokens, kept, words),
        acronym=_acronym(plain, words),
        initials=frozenset(_initials(tokens, words)),
    )


def same_body(left: BodyName, right: BodyName) -> Reason | None:
    """Why two names are one body's, whatever else the text says; None where they need not be.

    Example:
        >>> same_body(read_body_name("Russian Defense Ministry", "en"), read_body_name("the Ministry of Defence of Russia", "en"))
        Reason('sources.same_words')
    """
    if left.known or right.known:
        if left.known == right.known:
            return Reason("sources.known_as", body=_as_shown(left.known))
        if left.known and right.known:
            return None
    if left.words and left.words == right.words:
        return Reason("sources.same_words")
    for short, full in ((left, right), (right, left)):
        if short.acronym and short.acronym in full.initials and not full.acronym:
            return Reason("sources.acronym", letters=short.acronym.upper())
    return None


def _as_shown(known: str) -> str:
    return known if known != known.lower() else known.title()


def is_shorter(left: BodyName, right: BodyName) -> bool:
    """Whether the first name has some of the words of the second, and the same head: "the Sheriff's Office".

    That both are one body is then for the caller to see to: nobody else may be meant.
    """
    return bool(left.head) and left.words < right.words and left.head == right.head and not left.known


def _with_states(tokens: list[str], words: BodyWords) -> list[str]:
    """The words with states of one or two words under one name, and spellings levelled."""
    found: list[str] = []
    place = 0
    while place < len(tokens):
        for size in (3, 2, 1):
            run = " ".join(tokens[place : place + size])
            state = words.inside_names.get(run) or (run if run in words.states else "")
            if not state and found and tokens[place - 1] in words.located:
                state = words.capitals.get(run, "")  # "the foreign ministry in Berlin"
            if state:
                found.append(state)
                place += size
                break
        else:
            found.append(words.variants.get(tokens[place], tokens[place]))
            place += 1
    return found


def _known(name: str, tokens: list[str], kept: list[str], words: BodyWords) -> str:
    """The body of the table, or the state, that a name means; of "the refugee agency UNHCR" what its acronym means."""
    if not any(letter.isupper() for letter in name):
        return ""
    spelled = " ".join(tokens)
    whole = words.whole_names.get(spelled) or words.whole_names.get(" ".join(kept)) or agency_names().get(spelled)
    last = name.rsplit(maxsplit=1)[-1] if name.split() else ""
    alone = last.upper() in words.known and not words.joined & set(tokens)
    by_acronym = words.whole_names.get(_acronym(last, words), "") if alone else ""
    return whole or by_acronym or _as_state(kept, words)


def _as_state(kept: list[str], words: BodyWords) -> str:
    """The state that a name means: "the Russian government"; "" for any other body."""
    if not kept or (kept[0] not in words.states and kept[0] not in words.state_names.values()):
        return ""
    rest = [word for word in kept[1:] if word not in words.small]
    return kept[0] if len(kept) == 1 or (rest and all(word in words.of_a_state for word in rest)) else ""


def _of_weight(kept: list[str], words: BodyWords) -> frozenset[str]:
    weightless = {w for key, beside in words.weightless_beside.items() if key in kept for w in beside}
    found = frozenset(kept) - words.small - weightless
    bare = found - words.legal_forms
    return bare or found or frozenset(kept)


def _head(kept: list[str], words: BodyWords) -> str:
    """The word before "of" or "for", else the last one of weight."""
    for place, word in enumerate(kept):
        weightless = words.weightless_beside.get(word, frozenset())
        owned = kept[place - 2] if place > 1 and kept[place - 1] in words.organ_of else ""  # "an order of police"
        if weightless and not set(kept[place + 1 :]) - weightless - words.small and (not owned or owned in weightless):
            return word
    of = next((place for place, word in enumerate(kept) if word in words.organ_of and place), len(kept))
    weighty = [word for word in kept[:of] if word in _of_weight(kept, words)]
    return weighty[-1] if weighty else ""


def _acronym(name: str, words: BodyWords) -> str:
    word = name.replace(".", "").strip()
    word = _POSSESSIVE.sub("", words.article.sub("", word))
    letters = word.isalpha() and word.isupper() and _SHORTEST_ACRONYM <= len(word) <= _LONGEST_ACRONYM
    return word.lower() if letters else ""


def _initials(tokens: list[str], words: BodyWords) -> set[str]:
    """First letters, small words left out and left in; of a police also as the department that it is ("NPD")."""
    weighty = [token for token in tokens if token not in words.small]
    if len(weighty) < _SHORTEST_ACRONYM:
        return set()
    short = "".join(token[0] for token in weighty)
    found = {short, "".join(token[0] for token in tokens)}
    departments = words.weightless_beside.get(weighty[-1], frozenset()) & words.departments
    found |= {short + word[0] for word in departments}
    return found
