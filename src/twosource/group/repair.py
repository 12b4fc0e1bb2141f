"""Mends what later articles show to be wrong: single articles move, stories split and merge."""

from collections.abc import Iterator, Sequence

import numpy as np

from twosource.group.explain import left, merged, moved, split_off
from twosource.group.fits import between, fit, fits, line, new_story
from twosource.group.held import Change
from twosource.group.window import Window
from twosource.settings import Settings


def repaired(window: Window, fresh: Sequence[int], settings: Settings) -> tuple[Change, ...]:
    """Look again at articles and the stories around them, and mend the window.

    Args:
        window: Is changed.
        fresh: The articles to look at, by number.
        settings: ``group_chance``, ``group_margin``, ``group_nearest``, ``group_split_most``.

    Returns:
        What changed, one change an article, in order.
    """
    mender = _Mender(window, fresh, settings)
    looked = mender.with_doubtful(fresh)
    changes = [change for number in looked for change in mender.move(number)]
    for story in dict.fromkeys(window.story[number] for number in looked):
        changes += mender.split(story)
    for number in looked:
        changes += mender.merge(number)
    return tuple(changes)


class _Mender:
    """One pass of repair."""

    def __init__(self, window: Window, fresh: Sequence[int], settings: Settings) -> None:
        self._window = window
        self._line = line(settings)
        self._margin = settings.group_margin
        self._most = int(settings.group_nearest)
        self._behind = self._found_by(fresh)
        self._largest = int(settings.group_split_most)
        self._apart: set[tuple[str, int, str, int]] = set()

    def with_doubtful(self, fresh: Sequence[int]) -> list[int]:
        """The articles to look at, with the ones near them that sit in other stories though they are alike."""
        found = {number for number in fresh if self._window.free(number)}
        for number in sorted(found):
            found.update(filter(self._window.free, self._astray(number)))
        return sorted(found)

    def _astray(self, number: int) -> list[int]:
        """The articles near one that are in other stories though they are alike."""
        story = self._window.story
        near = [other for other in self._near(number) if story[other] != story[number]]
        odds = self._window.all_odds(number, near)
        return [other for other, value in zip(near, odds, strict=True) if value > self._line]

    def _near(self, number: int) -> list[int]:
        """The articles near one when it came, and of those that came since the newest ones that it is near to."""
        return list(dict.fromkeys((*self._window.near(number), *self._behind.get(number, ())[-self._most :])))

    def _found_by(self, fresh: Sequence[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for number in filter(self._window.draws, fresh):
            for other in self._window.near(number):
                found.setdefault(other, []).append(number)
        return found

    def move(self, number: int) -> Iterator[Change]:
        """Put an article where it fits better, by a margin; out of a story that it does not fit."""
        window, before = self._window, self._window.story[number]
        own = fit(window, number, before)
        if own is None:
            return  # a story of one article merges, so that the older story's id stays
        others = [
            one for one in fits(window, number, self._near(number)) if one.story != before and self._open(one.story)
        ]
        best = others[0] if others else None
        if best and best.odds > max(self._line, own.odds + self._margin):
            change = moved(window, number, best, own)
        elif own.odds < self._line - self._margin:
            change = left(window, number, new_story(window, number), own)
        else:
            return
        window.put(number, change.story)
        yield change

    def split(self, story: str) -> Iterator[Change]:
        """Part a story whose articles fall into groups that do not fit each other."""
        window = self._window
        # What a person put there stays, and does not drive out those that were there.
        members = [number for number in window.judges(story) if window.free(number)] if story in window.members else []
        if not 2 < len(members) <= self._largest:  # noqa: PLR2004 - two are parted by moving one
            return
        parts = _parts(window, members, self._line - self._margin)
        if len(parts) == 1:
            return
        stay = max(parts, key=lambda part: (len(part), -part[0]))
        for part in parts:
            if part is stay:
                continue
            target = new_story(window, part[0])
            changes = [split_off(window, number, target, stay) for number in part]
            for number in part:
                window.put(number, target)
            yield from changes

    def merge(self, number: int) -> Iterator[Change]:
        """Join the article's story with one that fits it: the younger goes into the older."""
        window = self._window
        for other in self._astray(number):
            one, two = window.story[number], window.story[other]
            if one == two or window.kept_in(one) or window.kept_in(two):
                continue
            pair = (one, len(window.members[one]), two, len(window.members[two]))  # while merging, stories only grow
            if pair in self._apart:
                continue
            odds = between(window, one, two)
            if odds <= self._line:
                self._apart.add(pair)
                continue
            old, young = sorted((one, two), key=lambda story: window.members[story][0])
            members = list(window.members[young])
            changes = [merged(window, member, old, (number, other), odds) for member in members]
            for member in members:
                window.put(member, old)
            yield from changes

    def _open(self, story: str) -> bool:
        """Whether any of its articles came there by itself: what a person set apart is not followed by the others."""
        return self._window.kept_in(story) < len(self._window.members[story])


def _parts(window: Window, members: list[int], least: float) -> list[list[int]]:
    """Members gathered from the most alike pair down while two groups are alike enough on average."""
    sums = np.full((len(members), len(members)), np.inf)
    for row, number in enumerate(members[:-1], 1):
        sums[row - 1, row:] = sums[row:, row - 1] = window.all_odds(number, members[row:])
    if sums.min() > least:
        return [members]
    np.fill_diagonal(sums, -np.inf)
    parts, sizes = [[number] for number in members], np.ones(len(members))
    for _ in range(len(members) - 1):
        means = sums / np.outer(sizes, sizes)
        i, j = divmod(int(means.argmax()), len(members))
        if means[i, j] <= least:
            break
        parts[i], parts[j] = sorted(parts[i] + parts[j]), []
        sizes[i] += sizes[j]
        sums[i] = sums[:, i] = sums[i] + sums[j]
        sums[j] = sums[:, j] = sums[i, i] = -np.inf
    return [part for part in parts if part]
