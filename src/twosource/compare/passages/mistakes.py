"""Rare mistakes that two articles share: strong evidence that one text lies behind both.

Source: Dong, Berti-Equille, Hu, Srivastava: Integrating Conflicting Data: The Role of Source Dependence (VLDB 2009) -
sources that share false values are likelier dependent than sources that share true ones.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter

from twosource.compare.passages.readings import Part, Reading
from twosource.language.lexicon import lexicon_of
from twosource.text.reasons import Reason

_LEAST_LETTERS = 5
_HOLDERS = 2


class Spellings:
    """How the words of a story are spelled, and by whom: read when first asked, for each two articles after that."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        """Take the story's articles."""
        self._readings = readings
        self._known: dict[str, str | None] = {}
        self._rows: dict[str, frozenset[int]] = {}

    @cached_property
    def _used(self) -> dict[str, set[int]]:
        """The rows of the articles that use a form outside quotations."""
        found: dict[str, set[int]] = defaultdict(set)
        for row, reading in enumerate(self._readings):
            own = {form for form, part in zip(reading.forms, reading.parts, strict=True) if part <= Part.ATTRIBUTION}
            for form in own:
                if len(form) >= _LEAST_LETTERS and form.isalpha():
                    found[form].add(row)
        return found

    @cached_property
    def _near(self) -> dict[str, list[str]]:
        """Forms by themselves without one letter, where two articles may share an odd one."""
        found: dict[str, list[str]] = defaultdict(list)
        for form in sorted(self._used):
            for key in _without_one(form):
                found[key].append(form)
        return found

    def _around(self, form: str) -> set[tuple[str, str]]:
        """What stands on both sides of a form, wherever it is used."""
        rows = (self._readings[row].forms for row in self._used[form])
        beside = (near for forms in rows for near in zip(("", *forms), forms, (*forms[1:], ""), strict=False))
        return {(before, behind) for before, one, behind in beside if one == form}

    def shared_mistake(self, one: Reading, pairs: Sequence[tuple[int, int]], parts: Sequence[int]) -> Reason | None:
        """The first mistake that both articles make, outside quotations, among the rows of the words that are the same; None where nothing is odd."""
        suspected = self._suspected(one)
        if suspected.isdisjoint(map(itemgetter(0), pairs)):
            return None
        words = lexicon_of(one.article.language).misspellings
        for at, (pair, part) in enumerate(zip(pairs, parts, strict=True)):
            if pair[0] not in suspected or part > Part.ATTRIBUTION:
                continue
            form = one.forms[pair[0]]
            follows = at > 0 and pairs[at - 1] == (pair[0] - 1, pair[1] - 1)
            if follows and form == one.forms[pair[0] - 1] and form in words.doubled:
                return Reason("passages.doubled", form=form)
            if form in words.forms:
                return Reason("passages.spelt", form=form)
            usual = self._usual(form)
            if usual:
                return Reason("passages.spelt_unlike_others", form=form, usual=usual)
        return None

    def _suspected(self, one: Reading) -> frozenset[int]:
        """The rows of an article with a word that may be a mistake: one that is often doubled or spelt wrong, or rare."""
        if one.article.id not in self._rows:
            words = lexicon_of(one.article.language).misspellings
            often = words.doubled | words.forms
            self._rows[one.article.id] = frozenset(
                row for row, form in enumerate(one.forms) if form in often or self._is_rare(form)
            )
        return self._rows[one.article.id]

    def _is_rare(self, form: str) -> bool:
        """Whether two articles use a form, and there are others that may not."""
        return len(self._used.get(form, ())) == _HOLDERS and len(self._readings) >= _HOLDERS + _HOLDERS

    def _usual(self, form: str) -> str | None:
        """How others spell a word that only two articles spell so, in the same surroundings; looked up once a word."""
        if form not in self._known:
            others = sorted({near for key in _without_one(form) for near in self._near[key]} - {form})
            usual = (other for other in others if self._stands_for(form, other))
            self._known[form] = next(usual, None) if self._is_rare(form) else None
        return self._known[form]

    def _stands_for(self, form: str, other: str) -> bool:
        inflected = form[:-2] == other[: len(form) - 2] or other[:-2] == form[: len(other) - 2]
        elsewhere = len(self._used[other] - self._used[form]) >= _HOLDERS
        return not inflected and elsewhere and bool(self._around(form) & self._around(other))


def _without_one(form: str) -> Iterator[str]:
    """The form, and the form without each of its letters: forms one edit apart share one of these."""
    yield form
    yield from {form[:i] + form[i + 1 :] for i in range(len(form))}
