"""What leaves no doubt whether two statements tell the same, one small rule each; its docstring is the reason shown."""

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import Final

from rapidfuzz.fuzz import ratio

from twosource.compare.alignment.features import Couple, share_of_longer, times_agree
from twosource.compare.alignment.said import numbers_part, times_part
from twosource.compare.alignment.source_names import other_people
from twosource.compare.alignment.telling import Telling
from twosource.compare.alignment.wording import lexicon
from twosource.language.resources import load
from twosource.model import Happening, Modality, Participant

_PHRASE: Final = 3
"""Words that two articles have from one source by no chance, however plain they are."""
_NOBODYS: Final = 4
"""Content words that two people say alike by no chance."""
_TWIN: Final = 0.9
"""Share of the longer of two people's remarks that must be the other's too: an answer or a parody exchanges some."""
_SLIP: Final = 2
"""Years between two ages that are given to one person by mistake, or for a birthday."""
_SPELLING: Final = 80.0
"""Of 100: names more alike than this are one name spelt in two ways."""
_SHORT: Final = 4
"""Letters: shorter names are a letter away from another name."""
_UNTOLD: Final = frozenset({Modality.QUESTIONED, Modality.NEARLY})

_PLACES: Final = frozenset({"GPE", "LOC", "DATE", "TIME"})
"""Labels of names that are no one's to whom a deed is done."""

Rule = Callable[[Couple], bool]


def sure_reason(two: Couple) -> str:
    """Why two statements surely tell the same; empty where only what was learned can say."""
    return _first(SURE, two)


def apart_reason(two: Couple) -> str:
    """Why two statements surely do not tell the same; empty where only what was learned can say."""
    return _first(APART, two)


def _first(rules: tuple[Rule, ...], two: Couple) -> str:
    return next(((rule.__doc__ or "").strip().rstrip(".") for rule in rules if rule(two)), "")


def _same_place(two: Couple) -> bool:
    """They are the same words of one article."""
    one, other = two.left.statement, two.right.statement
    return one.article == other.article and any(a.overlaps(b) for a in one.content for b in other.content)


def _same_words(two: Couple) -> bool:
    """They have the same words."""
    one, other = ([word.stem for word in each.said.words] for each in two.both)
    enough = _NOBODYS if _speakers_apart(two) else 1
    return one == other and len(one) >= _PHRASE and len(two.left.said.matter) >= enough


def _one_deed(two: Couple) -> bool:
    """They tell one deed, done to those of one name."""
    if times_agree(two) < 0 or two.left.article == two.right.article:
        return False
    return any(
        _told_alike(a, b)
        and _one_name(_names_of(a.done_to, two.left), _names_of(b.done_to, two.right))
        and not (_told_twice(a, two) or _told_twice(b, two))
        for a in two.left.events
        for b in two.right.events
        if a.kind == b.kind and a.kind not in of_something()
    )


def _told_alike(one: Happening, other: Happening) -> bool:
    """Whether both clauses stand by themselves and tell it as something that took place, or both that it did not."""
    return one.main and other.main and one.actual and other.actual and one.negated == other.negated


def _told_twice(event: Happening, two: Couple) -> bool:
    """Whether its article tells again that such a thing was done to somebody of that name: it may be another time."""
    who = event.done_to.head if event.done_to else ""
    every = [each.done_to for each in two.story.happenings_of(event.article) if each.kind == event.kind]
    return sum(part is None or not part.named or part.head == who for part in every) > 1


def _one_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a word of the one name is one of the other's, spelt in some way."""
    return any(a == b or (min(len(a), len(b)) > _SHORT and ratio(a, b) >= _SPELLING) for a in one for b in other)


@cache
def of_something() -> frozenset[str]:
    """Deeds of which who suffers them does not yet say which it was: charged with one thing, charged with another."""
    return frozenset(load("deeds")["of_something"])


def _names_of(part: Participant | None, telling: Telling) -> frozenset[str]:
    """The words of the name of who takes part; empty where they have none, or it is that of a place."""
    if part is None or part.label in _PLACES:
        return frozenset()
    words = (word.stem for word in telling.said.words if part.start <= word.start < part.end)
    return frozenset(words) & (telling.names | ({part.head} if part.named else set()))


def _other_numbers_and_times(two: Couple) -> bool:
    """Neither their numbers nor their times agree."""
    return numbers_part(two.left.said, two.right.said) and times_part(two.left.said, two.right.said, two.story)


def _other_speakers_words(two: Couple) -> bool:
    """Two people say it, and not in the same words."""
    return _both_quoted(two) and _speakers_apart(two) and share_of_longer(two) < _TWIN


def _everyday_words(two: Couple) -> bool:
    """Two people say it, in words that anybody says."""
    return _both_quoted(two) and _speakers_apart(two) and len(two.shared) < _NOBODYS


def _other_first_names(two: Couple) -> bool:
    """They tell what became of two people of one surname."""
    pairs = [
        (_first_name(a.done_to, two.left), _first_name(b.done_to, two.right))
        for a in two.left.events
        for b in two.right.events
        if a.kind == b.kind and a.done_to and b.done_to and a.done_to.head == b.done_to.head
    ]
    return bool(pairs) and all(one and other and one != other for one, other in pairs)


def _first_name(part: Participant | None, telling: Telling) -> str:
    """The word before the last of a person's name; empty where there is none."""
    if part is None or not part.named:
        return ""
    words = [word for word in telling.said.words if part.start <= word.start < part.end]
    capitals = telling.names | {telling.said.words[0].stem}
    return next((one.stem for one, word in pairwise(words) if word.text == part.head and one.stem in capitals), "")


def _other_ages(two: Couple) -> bool:
    """They tell of people of different ages."""
    one, other = (_ages(each) for each in two.both)
    if not one or not other or _people(two.left) & _people(two.right):
        return False
    return min(abs(a - b) for a in one for b in other) > _SLIP


def _asked_or_nearly(two: Couple) -> bool:
    """What one tells is asked or nearly happened in the other."""
    kinds = [
        (a.factuality.modality, b.factuality.modality)
        for a in two.left.events
        for b in two.right.events
        if a.kind == b.kind and a.main and b.main
    ]
    return bool(kinds) and all(one is not other and {one, other} & _UNTOLD for one, other in kinds)


def _both_quoted(two: Couple) -> bool:
    return all(each.statement.kind == "quotation" for each in two.both)


def _speakers_apart(two: Couple) -> bool:
    return other_people(two.left.statement.source, two.right.statement.source, two.story)


def _people(telling: Telling) -> set[str]:
    """The last words of the names of those who take part."""
    parts = (part for event in telling.events for part in (event.doer, event.done_to))
    return {part.head for part in parts if part and part.named}


def _ages(telling: Telling) -> set[int]:
    words = telling.said.words
    return {
        int(word.stem) for word, behind in pairwise(words) if word.stem.isdigit() and behind.text in lexicon("ages")
    }


SURE: Final[tuple[Rule, ...]] = (_same_place, _same_words, _one_deed)
APART: Final[tuple[Rule, ...]] = (
    _other_numbers_and_times,
    _other_speakers_words,
    _everyday_words,
    _other_first_names,
    _other_ages,
    _asked_or_nearly,
)
