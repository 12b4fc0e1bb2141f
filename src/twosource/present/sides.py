"""What is contested, and one side of it: its words, on whose word, in which articles, and the sentences it rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Literal

from twosource.model import ConflictSide
from twosource.present.evidence import Evidence, evidence_at, evidence_of, narrowed
from twosource.present.index import Index
from twosource.present.side_words import Words, content, is_quoted
from twosource.present.wording import clip
from twosource.text.pieces import key_of
from twosource.text.prose import inside, listed
from twosource.text.story_index import Member

_WORDS: Final = 90  # code points of one side on one line
_BOTH: Final = 2
_ABOUT: Final = 400  # code points of the claim it is about
EDGE: Final = " ,;:"
"""What may stand behind the words that are answered, and is none of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One account."""

    words: str  # verbatim, on one line; a time is followed by what it was taken for
    quoted: bool  # whether they were said so by somebody
    who: str  # on whose word, names before counts; empty where nobody is named
    articles: tuple[str, ...]  # ids of the articles that have it, in the story's order
    evidence: tuple[Evidence, ...]  # the sentence of the first of them, and of one other at most
    # How this side stands to the one before: ``≠``, ``denied``, ``disputed``, ``corrected``; empty for the first.
    answer: str = ""

    @property
    def is_account(self) -> bool:
        """Whether it tells what happened, and does not only answer who does."""
        return self.answer in {"", "≠"}


ContestKind = Literal["conflict", "retraction", "denial"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """One thing that is contested. ``what`` is the kind of conflict, ``about`` the claim, ``detail`` the whole reason."""

    id: str
    kind: ContestKind
    what: str
    about: str
    point: str | None
    sides: tuple[Side, ...]
    detail: str

    @property
    def articles(self) -> frozenset[str]:
        """Ids of the articles on any side."""
        return frozenset(article for side in self.sides for article in side.articles)


def whole(claim: str) -> str:
    """A claim on one line, as much of it as is shown."""
    return clip(" ".join(claim.split()).rstrip(EDGE), _ABOUT)


def side_of(index: Index, group: Sequence[Member], words: Words, detail: str, *, answer: str = "") -> Side:
    """The members of one account as one side, the most telling first: its words, everybody named, every article."""
    told = ordered(index, group)
    return Side(
        words=clip(words(index, told[0], detail), _WORDS),
        quoted=is_quoted(told[0]) and words is content,
        who=named(index, told),
        articles=articles_of(index, group),
        evidence=tuple(narrowed(one, words(index, told[0], detail)) for one in sentences_of(index, told)),
        answer=answer,
    )


def side_of_words(index: Index, way: ConflictSide, *, named_too: bool) -> Side:
    """One account by the words in which it was read; of a name in two ways nobody is asked who says it."""
    places = sorted(way.places, key=lambda one: index.rank.get(one.article, 0))
    found = (evidence_at(index, one.article, one.start, one.end) for one in places if one.article in index.articles)
    return Side(
        words=clip(way.words, _WORDS),
        quoted=False,
        who=named(index, ordered(index, index.members_named(way.members))) if named_too else "",
        articles=tuple(one.article for one in places),
        evidence=tuple(islice(found, _BOTH)),
    )


def ordered(index: Index, group: Sequence[Member]) -> list[Member]:
    """Those of somebody named first, then as articles stand in the story."""
    return sorted(group, key=lambda one: (one.source is None, index.rank.get(one.article, 0), one.start))


def named(index: Index, members: Iterable[Member]) -> str:
    """On whose word they stand, two names at most; empty where nobody is named."""
    names = list(dict.fromkeys(inside(name) for one in members if (name := index.speaker(one))))
    return listed(names, _BOTH)


def articles_of(index: Index, group: Iterable[Member]) -> tuple[str, ...]:
    """Ids of the articles, in the story's order."""
    return tuple(index.in_order(one.article for one in group))


def sentences_of(index: Index, members: Sequence[Member]) -> tuple[Evidence, ...]:
    """The sentences of an account: one from each of two articles, no two of the same words."""
    found: dict[str, Evidence] = {}
    seen: set[str] = set()
    for member in members:
        one = evidence_of(index, member) if member.article not in seen else None
        seen.add(member.article)
        if one:
            found.setdefault(key_of(one.sentence), one)
    return tuple(found.values())[:_BOTH]


def first_place(index: Index, group: Sequence[Member]) -> tuple[int, int]:
    """Where the first of them stands: the number of its article, and a code point of that."""
    return min((index.rank.get(one.article, 0), one.start) for one in group)
