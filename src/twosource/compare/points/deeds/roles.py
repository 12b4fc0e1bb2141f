"""Who takes part in a deed, read so that two can be held against each other."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from rapidfuzz.fuzz import ratio

from twosource.compare.points.figures.counts import are_kinds_of_persons, kind_of, kinds_apart
from twosource.compare.points.wording import Word, is_number, lexicon, stem, words_of
from twosource.language.resources import load
from twosource.model import Participant
from twosource.text.story_index import StoryIndex

NAMED: Final = 1.0  # what it is worth as evidence that two have one name or one age
_THING: Final = 0.8  # ... are things of one name
_PERSON: Final = 0.6  # ... are persons of one kind
_KIND: Final = 0.3  # ... persons
_PRONOUN: Final = 0.2  # ... where a pronoun stands for one of them
_MORE: Final = 0.2  # ... and are described by another word in common
_SPELLING: Final = 80.0  # of 100: names more alike than this are one name spelt in two ways
_SHORT: Final = 4  # letters: shorter names are a letter away from another name
_AGE: Final = re.compile(r"[\s-]years?[\s-]olds?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody or something that takes part.

    Attributes:
        names: The words of their name, in lower case, in order.
        stems: The stems of the words that name or describe them.
        heads: The stems of what they are called.
        ages: As numbers.
        count: How many there are, as far as it is said.
        which: Words that tell one of several ("another", "third").
        pronoun: The pronoun, if only that stands there.
        label: Of what the name is, as the parser saw it; empty for none.
        definite: It stands with "the" or the like: somebody who was named before, or whom everybody knows.
    """

    names: tuple[str, ...] = ()
    stems: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    count: str = ""
    which: frozenset[str] = frozenset()
    pronoun: str = ""
    definite: bool = False
    label: str = ""

    @property
    def person(self) -> bool:
        """Whether it is surely a person, or several."""
        return bool(self.ages) or self._named_person or any(are_kinds_of_persons(head) for head in self.heads)

    @property
    def _named_person(self) -> bool:
        return self.label == "PERSON" or (len(self.names) > 1 and not self.label)

    @property
    def known(self) -> bool:
        """Whether a name or an age tells them from others."""
        return bool(self.names or self.ages)

    def with_all_of(self, other: "Role") -> "Role":
        """The same with what is known of the other, who is the same."""
        names = self.names if len(self.names) >= len(other.names) else other.names
        return replace(
            self,
            label=self.label or other.label,
            names=names,
            heads=self.heads | other.heads,
            ages=self.ages | other.ages,
            stems=self.stems | set(names),
        )


def read_role(part: Participant | None, article: str, index: StoryIndex) -> Role | None:
    """Read a participant; None for none."""
    if part is None:
        return None
    text = index.articles[article].text
    words = _own_words(words_of(text, part.span))
    if len(words) == 1 and words[0].text in roles_list("pronouns"):
        return Role(pronoun=words[0].text)
    part = part if part.named or not _known_name(part, words, text, index) else replace(part, named=True)
    aged = [word for word in words if is_number(word.stem) and _AGE.match(text, word.end)]
    numbers = [word.stem for word in words if is_number(word.stem) and word not in aged and word.content]
    ages = frozenset(word.stem for word in aged if not numbers)
    names = _name_in(text, words, part)
    telling = frozenset(word.stem for word in words if word.content and word.stem not in lexicon("ages")) - ages
    heads = {stem(part.head)} if not part.named else set()
    return Role(
        names=tuple(dict.fromkeys(names)),
        stems=telling - frozenset(numbers),
        heads=frozenset(heads | {s for s in telling if are_kinds_of_persons(s)}) if part.named else frozenset(heads),
        ages=ages,
        count=numbers[0] if numbers else "",
        which=frozenset(word.text for word in words) & roles_list("which"),
        definite=bool(words) and words[0].text in roles_list("definite"),
        label=part.label,
    )


def _own_words(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words behind whose they are: of "the six-year-old boy's father" only the last."""
    whose = max((at for at, word in enumerate(words[:-1]) if word.text.endswith("'s")), default=-1)
    return words[whose + 1 :]


def _known_name(part: Participant, words: tuple[Word, ...], text: str, index: StoryIndex) -> bool:
    """Whether a word that begins a sentence, and so its capital says nothing, is a name elsewhere in the story."""
    word = next(
        (
            each
            for each in words
            if text[each.start : each.end].lower().removesuffix("s") == part.head.removesuffix("s")
        ),
        None,
    )
    return word is not None and text[word.start].isupper() and word.text in index.name_words


def _name_in(text: str, words: tuple[Word, ...], part: Participant) -> tuple[str, ...]:
    """The words of a name: the capitalised ones around its head, titles left out."""
    at = next((row for row, word in enumerate(words) if word.text.removesuffix("'s") == part.head), None)
    if not part.named or at is None:
        return ()
    first = last = at
    while first > 0 and _capital(text, words[first - 1], words[first]):
        first -= 1
    while last + 1 < len(words) and _capital(text, words[last + 1], words[last]):
        last += 1
    kept = [word.text.removesuffix("'s") for word in words[first : last + 1]]
    return tuple(dict.fromkeys(word for word in kept if word not in roles_list("titles"))) or (part.head,)


def _capital(text: str, word: Word, beside: Word) -> bool:
    """Whether a word is one of the name that the word beside it belongs to: no comma stands between."""
    first, second = sorted((word, beside), key=lambda each: each.start)
    near = text[first.end : second.start].strip(".-’' ") == ""
    return near and text[word.start].isupper() and word.text not in lexicon("function") | lexicon("weekdays")


def fit(left: Role | None, right: Role | None) -> float | None:
    """What it is worth that two may be the same, 0 to 1; None where they are not, as far as their words can say."""
    if left is None or right is None:
        return 0.0
    if left.pronoun or right.pronoun:
        return _pronoun_fit(left, right)
    if _told_apart(left, right):
        return None
    if left.names and right.names:
        return NAMED if one_name(left.names, right.names) else None
    if left.ages & right.ages:
        return NAMED
    return _described(left, right)


def _described(left: Role, right: Role) -> float | None:
    shared = left.heads & right.heads
    if shared:
        more = _MORE if len(left.stems & right.stems) > 1 else 0.0
        if shared <= roles_list("vague"):
            return _PRONOUN
        return (_PERSON if any(are_kinds_of_persons(head) for head in shared) else _THING) + more
    if left.names or right.names:
        return _somebody_named(*((left, right) if left.names else (right, left)))
    if left.person and right.person:
        return _KIND
    return _KIND if left.heads & right.stems or right.heads & left.stems else None


def _somebody_named(named: Role, other: Role) -> float | None:
    """A name here, a description there: nothing says that they are one, and little that they are not."""
    if named.stems & other.heads or set(named.names) <= other.stems:  # "Lumo" or "Lumo game", "the Lumo game"
        return _THING
    if other.person or other.heads & roles_list("anybody"):
        return 0.0
    return None


def _told_apart(left: Role, right: Role) -> bool:
    """Whether their sex, age, number, or a word like "another" says that they are not the same."""
    if any(kinds_apart(one, two) for one in left.heads for two in right.heads) and not (left.heads & right.heads):
        return True
    if left.which != right.which or (left.ages and right.ages and not left.ages & right.ages):
        return True
    return (left.count or "1") != (right.count or "1") and not set(left.names) & set(right.names)


def alike(left: Role | None, right: Role | None) -> bool:
    """Whether a reader could take the one for the other: both are called by one word, or one of them by none."""
    if left is None or right is None:
        return False
    kinds = [{kind_of(head) or head for head in role.heads} for role in (left, right)]
    return bool(kinds[0] & kinds[1]) or not all(kinds)


def one_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names may be one: every word of the shorter has its like in the longer."""
    fewer, more = sorted((left, right), key=len)
    return all(any(_alike(word, other) for other in more) for word in fewer)


def _alike(one: str, two: str) -> bool:
    return one == two or (min(len(one), len(two)) > _SHORT and ratio(one, two) >= _SPELLING)


def _pronoun_fit(left: Role, right: Role) -> float | None:
    for pronoun, other in ((left.pronoun, right), (right.pronoun, left)):
        if pronoun in roles_list("of_persons") and not (other.pronoun or other.person or other.names):
            return None
        if pronoun and of_other_sex(pronoun, other):
            return None
    return _PRONOUN


def of_other_sex(pronoun: str, role: Role) -> bool:
    """Whether a pronoun cannot stand for somebody, for their sex."""
    kinds = {kind_of(head) for head in role.heads}
    return (pronoun in {"he", "him", "his"} and "women" in kinds) or (pronoun in {"she", "her"} and "men" in kinds)


@cache
def roles_list(name: str) -> frozenset[str]:
    """A list of ``language/en/roles.yml``; some as stems."""
    words: Any = load("roles")[name]
    return frozenset(stem(word) for word in words) if name in {"anybody", "many", "vague"} else frozenset(words)
