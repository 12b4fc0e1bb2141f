"""People's names: their parts, and whether two forms can be one person's."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein

from twosource.language.lexicon import lexicon_of
from twosource.language.words_names import Gender, NameWords
from twosource.text.reasons import Reason

_POSSESSIVE = re.compile(r"['’‘`]s?$")
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
_NO_MARKS: Final = str.maketrans("", "", ".'`")
_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_LONGEST_TITLE: Final = 3
_SLIP: Final = 2  # letters by which two spellings of one surname differ
_STEM: Final = 4  # letters that "Ukraine" and "Ukrainian" share at the least


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person's name in parts."""

    titles: tuple[str, ...] = ()  # what stands before it ("president"), in lower case without full stops
    # Given and middle names, in ASCII lower case; empty for a bare surname or a single name.
    given: tuple[str, ...] = ()
    surname: str = ""  # the last part with its particles, in ASCII lower case; empty where nothing is a name
    suffix: str = ""  # "jr", "iii" …; empty where there is none
    language: str = ""  # the code of the language whose titles were read; empty of no name

    @property
    def gender(self) -> Gender:
        """By title, else by given name; empty where neither tells."""
        words = lexicon_of(self.language).names
        for title in self.titles:
            if title in words.male_titles:
                return "male"
            if title in words.female_titles:
                return "female"
        given = self.given[0] if self.given else ""
        male, female = given in words.male, given in words.female
        return "" if male == female else "male" if male else "female"


@lru_cache(maxsize=1 << 14)
def fold(word: str) -> str:
    """ASCII lower case, without possessive ending, full stops and apostrophes; of words, which are kept.

    Example:
        >>> fold("Müller’s")
        'muller'
    """
    return fold_text(word)


def fold_text(text: str) -> str:
    """The same of a text of any length."""
    bare = _POSSESSIVE.sub("", text)
    plain = bare if bare.isascii() else _NOT_ASCII.sub(lambda found: anyascii(found[0]), bare)
    return plain.lower().translate(_NO_MARKS).strip()


@lru_cache(maxsize=1 << 14)
def name_key(name: str, language: str) -> str:
    """A name as it is compared: no determiner, no possessive, ASCII, lower case; empty for no words.

    Example:
        >>> name_key("the  Harbour Police's", "en")
        'harbour police'
    """
    words = _POSSESSIVE.sub("", lexicon_of(language).names.determiner.sub("", " ".join(name.split()))).split()
    return " ".join(fold(word) for word in words)


def shares_a_root(word: str, words: Collection[str]) -> bool:
    """Whether a role's or a body's words hold a word, or the name it is made of; all in lower case.

    Example:
        >>> shares_a_root("ukrainian", {"president", "ukraine"}), shares_a_root("ukrainian", {"president"})
        (True, False)
    """
    return word in words or any(len(word) > _STEM < len(other) and other[:_STEM] == word[:_STEM] for other in words)


@cache
def read_name(text: str, language: str) -> Name:
    """A name's parts. Text without a letter gives an empty name.

    Example:
        >>> read_name("Maj. Gen. Iryna van Dahl Jr.", "en").surname
        'van dahl'
    """
    lists = lexicon_of(language).names
    words = [folded for word in _WORD.findall(text) if (folded := fold(word))]
    found = _titles(words, lists)
    words = words[sum(len(title.split()) for title in found) :]
    suffix = ""
    while len(words) > 1 and words[-1] in lists.suffixes:
        suffix = words.pop()
    titles = tuple(title for title in found if title in lists.titles)
    if not words:
        return Name(titles=titles, language=language)
    first = len(words) - 1
    while first > 1 and words[first - 1] in lists.particles:
        first -= 1
    return Name(
        titles=titles,
        given=tuple(words[:first]),
        surname=" ".join(words[first:]),
        suffix=suffix,
        language=language,
    )


def _titles(words: Sequence[str], lists: NameWords) -> list[str]:
    """The titles and articles that a name begins with, in order; at least one word is left over."""
    found: list[str] = []
    rest = list(words)
    while len(rest) > 1:
        longest = min(_LONGEST_TITLE, len(rest) - 1)
        size = next((n for n in range(longest, 0, -1) if " ".join(rest[:n]) in lists.titles), 0)
        size = size or int(rest[0] in lists.articles)
        if not size:
            break
        found.append(" ".join(rest[:size]))
        rest = rest[size:]
    return found


def without_titles(text: str, language: str) -> str:
    """A name as it stands, without what stands before it as a title.

    Example:
        >>> without_titles("Major General Olena Marsh", "en")
        'Olena Marsh'
    """
    words = text.split()
    left = sum(len(title.split()) for title in read_name(text, language).titles)
    if words and words[0].lower() in lexicon_of(language).names.articles:
        left += 1
    return " ".join(words[left:]) if left < len(words) else text


@cache
def levelled(part: str, language: str) -> str:
    """A folded name part with the letters levelled by which transliterations differ."""
    for old, new in lexicon_of(language).names.levels:
        part = part.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", part)


def spelled_alike(left: str, right: str, language: str) -> bool:
    """Whether two folded name parts can be spellings of one.

    Equal once the letters by which transliterations differ are levelled; or one edit apart in long parts with
    one first letter.

    Example:
        >>> [spelled_alike(*pair, "en") for pair in (("zelensky", "zelenskyy"), ("martin", "marten"), ("lee", "leo"))]
        [True, False, False]
    """
    if left == right:
        return True
    one, other = levelled(left, language), levelled(right, language)
    if one == other:
        return len(one) > 2  # noqa: PLR2004 - two letters are no evidence
    long_enough = min(len(one), len(other)) >= 8  # noqa: PLR2004 - shorter surnames one edit apart are often two families
    if not long_enough or one[0] != other[0]:
        return False
    distance: int = DamerauLevenshtein.distance(one, other, score_cutoff=1)
    return distance <= 1


def given_alike(left: Sequence[str], right: Sequence[str], language: str) -> bool:
    """Whether two lists of given names can be one person's: the first of each equal, initial, or short form.

    A later one may stand for the first, as a middle name does, or where words of an office were taken for names. Two empty lists, or one, cannot be told apart: True.
    """
    if not left or not right:
        return True
    forms = lexicon_of(language).names.short_forms
    first, second = forms.get(left[0], left[0]), forms.get(right[0], right[0])
    if spelled_alike(first, second, language) or left[0] == right[0]:
        return True
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) == 1:
        return longer.startswith(shorter)
    return right[0] in left[1:] or left[0] in right[1:]


def misspelt(left: Name, right: Name) -> Reason | None:
    """Why two full names can be one in two spellings or transliterations, beyond ``spelled_alike``; None where they cannot.

    The given names are the same, and the surnames have the same consonants and no more than two letters apart.

    Example:
        >>> misspelt(read_name("Anto Kolvaev", "en"), read_name("Anto Kolvayev", "en"))
        Reason('sources.misspelt')
        >>> misspelt(read_name("Ada Brand", "en"), read_name("Ada Brent", "en"))
    """
    if not left.given or left.given != right.given or len(left.given[0]) <= 1 or left.suffix != right.suffix:
        return None
    one, other = left.surname, right.surname
    distance: int = DamerauLevenshtein.distance(one, other, score_cutoff=_SLIP)
    alike = (
        one[:1] == other[:1]
        and _consonants(one, left.language) == _consonants(other, left.language)
        and distance <= _SLIP
    )
    return Reason("sources.misspelt") if alike else None


def _consonants(part: str, language: str) -> str:
    return lexicon_of(language).names.vowels.sub("", levelled(part, language))


def same_person(left: Name, right: Name) -> Reason | None:
    """Why two full or partial names can be one person's; None where they cannot.

    Whether another person fits as well is for the caller to see to.

    Example:
        >>> same_person(read_name("Ada Brook", "en"), read_name("Ms. Brook", "en"))
        Reason('sources.surname')
    """
    if not left.surname or not right.surname or not spelled_alike(left.surname, right.surname, left.language):
        return None
    for one, other in ((left.suffix, right.suffix), (left.gender, right.gender)):
        if one and other and one != other:
            return None
    if not given_alike(left.given, right.given, left.language):
        return None
    alike = Reason("sources.surname") if left.surname == right.surname else Reason("sources.surname_spelling")
    if not left.given or not right.given:
        return alike
    return Reason("sources.full_name_same") if left == right else Reason("sources.given_and_surname", surname=alike)
