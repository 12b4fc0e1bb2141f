"""Names that the accounts of a story spell in two ways: "Rait" and "Raite", "Khaleal" and "Kahleal", "Elm Drive" and "Elm Lane"."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations
from typing import Final, Literal, NamedTuple

from twosource.compare.alignment.gather import Circle
from twosource.compare.alignment.wording import Word, words_of
from twosource.compare.between import conflict, ways
from twosource.compare.points.name_uses import Use, bare, is_told, name_runs
from twosource.compare.points.spelt_alike import SHORTEST, first_names_alike, is_rare, may_be_alike, spelt_alike
from twosource.compare.points.streets import alike_streets, is_street, one_street, other_kind, street_words
from twosource.model import Article, Conflict, ConflictSide, Difference, Place
from twosource.text.by_place import ByPlace
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_OFTEN: Final = 4
"""How often a name stands in a story that is spelt otherwise once, by a slip."""
_LONG: Final = 10
"""Letters of a name from which on another is nearly the same by no chance."""
_ACRONYM: Final = 5
"""Letters up to which a word in capitals is the short name of a body: another one is another body."""
_FIRST: Final = 2
"""First letters that a slip leaves as they are."""
_LAID: Final = 16
"""Statements of a point whose names are laid side by side."""
_COMPANY: Final = 60
"""Words that may stand beside one word of a name; a word beside which more stand is no name ("Police")."""
_BEFORE_LAST: Final = -2
"""Where the word before the surname stands."""
_BRIEF: Final = 2
"""Words of a street of which one is its kind: only the whole is laid beside others."""


class Spelling(NamedTuple):
    """One way in which a name stands."""

    word: str  # as it stands
    statements: tuple[str, ...]  # that have it, the first of each article
    places: tuple[Place, ...]  # the first in each article that has it

    @property
    def told_in(self) -> frozenset[str]:
        """All articles that have it."""
        return frozenset(place.article for place in self.places)


@dataclass(frozen=True, slots=True)
class Spelt:
    """One name in two spellings or more, in the order of their letters."""

    ways: tuple[Spelling, ...]
    kind: Literal["name", "place"]  # of which kind the difference is: a street is a place

    @property
    def members(self) -> tuple[str, ...]:
        """All statements that have one of the spellings."""
        return tuple(dict.fromkeys(statement for way in self.ways for statement in way.statements))

    def among(self, statements: Container[str]) -> "Spelt":
        """Those spellings that some of these statements have."""
        kept = (way._replace(statements=tuple(filter(statements.__contains__, way.statements))) for way in self.ways)
        return replace(self, ways=tuple(way for way in kept if way.statements))

    def detail(self, index: StoryIndex) -> Reason:
        """Who has which."""
        if len(frozenset.union(*(way.told_in for way in self.ways))) == 1:
            words = tuple(f"“{way.word}”" for way in self.ways)
            return Reason("points.one_name", article=index.names(self.ways[0].told_in), ways=len(words), words=words)
        told = ", ".join(map(index.worded, ways(((f"“{way.word}”", way.told_in) for way in self.ways), index)))
        return Reason(
            "points.street_named" if self.kind == "place" else "points.name_spelt", ways=len(self.ways), told=told
        )


def spellings(circles: Sequence[Circle], index: StoryIndex) -> list[Spelt]:
    """Names that a story's articles spell in two ways or more, each name once, in the order of the spellings.

    Statements that tell the same are evidence that they name the same. What stands in no statement is left out.
    """
    names = _Names(index)
    groups: dict[str, set[str]] = {}
    for one, other in names.neighbours(circles):
        joined = groups.get(one.word, {one.word}), groups.get(other.word, {other.word})
        if joined[0] is not joined[1] and _are_one(one, other, names):
            merged = joined[0] | joined[1]
            groups.update(dict.fromkeys(merged, merged))
    every = sorted({tuple(sorted(group)) for group in groups.values()})
    found = (names.spelt(group) for group in every)
    return [spelt for spelt in found if len(spelt.ways) > 1 and spelt.members]


def spelling_conflicts(
    spelt: Iterable[Spelt], points: Mapping[str, str], index: StoryIndex
) -> Iterator[Conflict | None]:
    """A conflict of kind name for each; ``points`` are the points of statements by id, of which one that has both is named."""
    for one in spelt:
        homes = [{points[name] for name in way.statements if name in points} for way in one.ways]
        both = [point for pair in combinations(homes, 2) for point in pair[0] & pair[1]]
        mark = one.kind, *(way.word for way in one.ways)
        sides = (ConflictSide(words=way.word, places=way.places, members=way.statements) for way in one.ways)
        yield conflict(
            one.kind, one.detail(index), one.members, index, *mark, point=min(both, default=None), sides=sides
        )


def spelling_differences(spelt: Iterable[Spelt], circle: Circle, index: StoryIndex) -> Iterator[Difference]:
    """Differences of kind name among the statements of one point."""
    ids = {said.statement.id for said in circle.all}
    for here in (one.among(ids) for one in spelt):
        if len(here.ways) > 1:
            yield Difference(kind=here.kind, members=here.members, detail=index.worded(here.detail(index)))


class _Names:
    """The words of a story's articles: which are names, beside which others, in which articles."""

    def __init__(self, index: StoryIndex) -> None:
        self._index = index
        self._shown: dict[str, str] = {}
        self.common: set[str] = set()
        self.articles: dict[str, set[str]] = defaultdict(set)
        runs: list[tuple[Article, list[Word], frozenset[str]]] = []
        for article in index.articles.values():
            told = (block.span for block in article.blocks if is_told(block, article.text))
            words = words_of(article.text, article.language, *told)
            for word in words:
                self.articles[bare(word.text)].add(article.id)
            self.common |= {bare(word.text) for word in words if not article.text[word.start].isupper()}
            runs += ((article, run, listed) for run, listed in name_runs(words, article))
        found = [use for article, run, listed in runs for use in self._uses_in(article, run, listed)]
        self._by_place = ByPlace(found, lambda use: use.word)
        self._uses: dict[str, list[Use]] = defaultdict(list)
        for use in sorted(found, key=lambda use: (use.article, use.start)):
            self._uses[use.word].append(use)
            self.articles[use.word].add(use.article)

    def _uses_in(self, article: Article, run: list[Word], listed: frozenset[str]) -> Iterator[Use]:
        whole = tuple(bare(word.text) for word in run)
        street = is_street(whole, article.language)
        left_out = (
            street_words(article.language).union(whole if len(whole) <= _BRIEF else ()) if street else self.common
        )
        for word, name in zip(run, whole, strict=True):
            shown = article.text[word.start : word.start + len(name)]
            short = len(name) < SHORTEST or (len(name) <= _ACRONYM and shown.isupper())
            if word.content and not short and name not in left_out:
                self._shown.setdefault(name, shown)
                yield Use(name, whole, article.id, word.start, article.language, listed)
        if street:
            name = " ".join(whole)
            self._shown.setdefault(name, " ".join(article.text[run[0].start : run[-1].end].split()))
            yield Use(name, whole, article.id, run[0].start, article.language)

    def neighbours(self, circles: Iterable[Circle]) -> Iterator[tuple[Use, Use]]:
        """Uses of two words that may be one name: beside one other word, in what tells the same, or one of them once."""
        beside: dict[str, dict[str, Use]] = defaultdict(dict)
        for use in chain.from_iterable(self._uses.values()):
            for near in (use.company | use.listed) - self.common:
                beside[near].setdefault(use.word, use)
        groups = (held.values() for held in beside.values() if len(held) <= _COMPANY)
        streets = [uses[0] for uses in self._uses.values() if uses[0].is_whole]
        for group in chain(groups, [streets[:_COMPANY]], map(self._told_in, circles)):
            yield from combinations({use.word: use for use in group}.values(), 2)
        yield from self._slips()
        yield from self._alone()
        yield from self._in_full()

    def _told_in(self, circle: Circle) -> list[Use]:
        places = ((one.article, span) for one in circle.all[:_LAID] for span in one.statement.content)
        return [use for article, span in places for use in self._by_place.between(article, span.start, span.end)]

    def _slips(self) -> Iterator[tuple[Use, Use]]:
        """Words that stand once, each with what stands often and begins alike."""
        often: dict[str, list[Use]] = defaultdict(list)
        for word, uses in self._uses.items():
            often[word[:_FIRST]] += uses[:1] if len(uses) >= _OFTEN else []
        once = ((word, uses[0]) for word, uses in self._uses.items() if len(uses) == 1)
        return ((use, other) for word, use in once for other in often.get(word[:_FIRST], ()))

    def _alone(self) -> Iterator[tuple[Use, Use]]:
        """Surnames of people whom one article names in full, each with what stands alone there and begins alike."""
        full: dict[tuple[str, str], dict[str, Use]] = defaultdict(dict)
        for use in chain.from_iterable(self._uses.values()):
            if use.ends_name:
                full[use.article, use.word[:_FIRST]].setdefault(use.word, use)
        for word, (use, *_) in self._uses.items():
            if self.stands_alone(word):
                yield from ((named, use) for named in full.get((use.article, word[:_FIRST]), {}).values())

    def _in_full(self) -> Iterator[tuple[Use, Use]]:
        """Last words of names in full, each with those of other names of which both words begin alike."""
        full: dict[tuple[str, str], dict[str, Use]] = defaultdict(dict)
        for use in chain.from_iterable(self._uses.values()):
            if use.ends_name:
                full[use.run[_BEFORE_LAST][:1], use.word[:_FIRST]].setdefault(use.word, use)
        for group in full.values():
            yield from combinations(group.values(), 2)

    def count(self, word: str) -> int:
        """How often a word stands in the story."""
        return len(self._uses[word])

    def stands_alone(self, word: str) -> bool:
        """Whether a word is nowhere in the story a part of a longer name."""
        return all(len(use.run) == 1 for use in self._uses[word])

    def in_capitals(self, *words: str) -> bool:
        """Whether words are in capitals throughout where they stand first."""
        return all(self._shown[word].isupper() for word in words)

    def used_in_both(self, one: Use, other: Use) -> bool:
        """Whether an article has both spellings."""
        return bool(self.articles[one.word] & self.articles[other.word])

    def side_by_side(self, one: Use, other: Use) -> bool:
        """Whether one sentence has both in longer names: two people; not "her name is Rait, not Raite"."""
        return not self._sentences(one.word).isdisjoint(self._sentences(other.word))

    def _sentences(self, word: str) -> set[tuple[str, int]]:
        named = (use for use in self._uses[word] if use.company)
        return {(use.article, self._index.sentence_number(use.article, use.start)) for use in named}

    def apart(self, one: Use, other: Use) -> bool:
        """Whether they stand in two articles, of which none has both spellings."""
        return one.article != other.article and not self.used_in_both(one, other)

    def spelt(self, words: Sequence[str]) -> Spelt:
        """The spellings with who has which, but for what stands in no statement, nor in a headline or a caption."""
        whole = self._uses[words[0]][0].is_whole
        found = (
            self._spelling(each) for each in (_in_full(words, self._uses) if whole else ([word] for word in words))
        )
        return Spelt(tuple(filter(None, found)), "place" if whole else "name")

    def _spelling(self, words: Sequence[str]) -> Spelling | None:
        """One way in which a name stands, shown by the first of its words; None for what is told nowhere."""
        first: dict[str, str] = {}
        places: dict[str, Place] = {}
        above = False
        for word in words:
            for use in self._uses[word]:
                end = use.start + len(self._shown[word])
                places.setdefault(use.article, Place(article=use.article, start=use.start, end=end))
                if statement := self._index.statement_beside(use.article, use.start):
                    first.setdefault(use.article, statement)
                above = above or bool(self._index.account(use.article, use.start)[1])
        if not first and not above:
            return None
        return Spelling(self._shown[words[0]], tuple(dict.fromkeys(first.values())), tuple(places.values()))


def _in_full(words: Iterable[str], uses: Mapping[str, Sequence[Use]]) -> list[list[str]]:
    """Streets, with those whose kind is told in short under the full name: "Elm Avenue" with "Elm Ave"."""
    found: list[list[str]] = []
    for word in sorted(words, key=lambda each: (-len(each), each)):
        home = next((full for full in found if one_street(uses[full[0]][0].run, uses[word][0].run)), None)
        if home is None:
            found.append([word])
        else:
            home.append(word)
    return sorted(found)


def _are_one(one: Use, other: Use, names: _Names) -> bool:
    """Whether two words, or two streets, are one name: a rule says so."""
    if one.is_whole != other.is_whole or not (one.is_whole or may_be_alike(one.word, other.word)):
        return False
    if is_street(one.run, one.language) != is_street(other.run, other.language):
        return False  # a street is named after somebody else
    if one.article == other.article and names.in_capitals(one.word, other.word):
        return False  # a transcript in capitals says of no word that it is a name
    return any(rule(one, other, names) for rule in RULES)


def _beside_one_word(one: Use, other: Use, names: _Names) -> bool:
    """Both stand beside the same other word of the name."""
    if one.is_whole or not any(word not in names.common for word in one.company & other.company):
        return False
    alike = spelt_alike(one.word, other.word, one.language, of_one=True)
    return alike and not names.side_by_side(one, other)  # "Garo and Haro Aldin", "Tolm Torl"


def _in_one_account(one: Use, other: Use, names: _Names) -> bool:
    """Both stand where the same is told, and no article has both."""
    if one.is_whole or not names.apart(one, other) or not spelt_alike(one.word, other.word, one.language):
        return False
    return _rests_fit(one, other)


def _rests_fit(one: Use, other: Use) -> bool:
    """Whether what else the names have does not tell them apart: "Keith Cheung" and "Cheng Hong" share nothing more."""
    rest = one.company, other.company
    return not all(rest) or any(a == b or spelt_alike(a, b, one.language) for a in rest[0] for b in rest[1])


def _both_words_alike(one: Use, other: Use, names: _Names) -> bool:
    """Both end a name in full of which the word before is alike as well, and no article has both: "Nur Hadik", "Noor Haddik"."""
    if not (one.ends_name and other.ends_name and names.apart(one, other)):
        return False
    alike = first_names_alike(one.run[_BEFORE_LAST], other.run[_BEFORE_LAST], one.language)
    return alike and spelt_alike(one.word, other.word, one.language)


def _in_one_list(one: Use, other: Use, names: _Names) -> bool:
    """Both stand in a list beside the same other name, in two articles of which neither has both."""
    if not one.listed or not other.listed or not (one.listed & other.listed) - names.common:
        return False
    return names.apart(one, other) and spelt_alike(one.word, other.word, one.language, of_one=True)


def _a_surname_alone(one: Use, other: Use, names: _Names) -> bool:
    """The one ends a full name, and the other stands alone in the same article and nowhere in a longer name."""
    if one.article != other.article or not one.ends_name or not names.stands_alone(other.word):
        return False
    return spelt_alike(one.word, other.word, one.language)


def _a_slip(one: Use, other: Use, names: _Names) -> bool:
    """The one stands once, the other often, and both are rare names."""
    counts = sorted(names.count(use.word) for use in (one, other))
    if counts[0] > 1 or counts[1] < _OFTEN or one.is_whole or not spelt_alike(one.word, other.word, one.language):
        return False
    long = min(len(use.word) for use in (one, other)) >= _LONG
    return is_rare(one.word, one.language) and is_rare(other.word, one.language) and (long or _rests_fit(one, other))


def _one_street(one: Use, other: Use, names: _Names) -> bool:
    """One street is called a drive here and a lane there, or by nearly the same name."""
    if not one.is_whole or names.used_in_both(one, other):
        return False
    return other_kind(one.run, other.run, one.language) or alike_streets(one.run, other.run)


Rule = Callable[[Use, Use, _Names], bool]
RULES: Final[tuple[Rule, ...]] = (
    _beside_one_word,
    _in_one_account,
    _both_words_alike,
    _in_one_list,
    _a_surname_alone,
    _a_slip,
    _one_street,
)
