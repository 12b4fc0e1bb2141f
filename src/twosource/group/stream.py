"""Articles as they arrive, each joining a story or starting one."""

from collections.abc import Iterable

from twosource.group.explain import corrected, joined, started, too_short
from twosource.group.fits import fits, line, new_story
from twosource.group.held import Change, Held, Placed
from twosource.group.likeness import Likeness
from twosource.group.repair import repaired
from twosource.group.table import Table
from twosource.group.traits import Traits
from twosource.group.window import Window
from twosource.settings import Settings
from twosource.text.word_rarity import hashed


class Stream:
    """Groups articles one after the other, and mends what later articles show to be wrong.

    What a stream does next follows from the articles in its window, their order and their stories alone: one that is
    begun again from ``known`` goes on as the one before would have.
    """

    def __init__(
        self,
        settings: Settings,
        known: Iterable[Placed] = (),
        held: Iterable[Held] = (),
        *,
        weights: Table | None = None,
        likeness: Likeness | None = None,
    ) -> None:
        """Begin, or go on.

        Args:
            settings: Those that begin with ``group_``.
            known: Articles that are in a story already, in the order in which they came. The window's are enough.
            held: Corrections by hand.
            weights: Another table than the package's, to measure with.
            likeness: What was found out elsewhere of the articles that will come; all is found out here if None.
        """
        self._settings = settings
        self._window = Window(likeness or Likeness(int(settings.group_nearest), weights))
        self._held = {one.article: one.story for one in held}
        self._fresh: list[int] = []
        self.learn(known)

    def learn(self, known: Iterable[Placed]) -> None:
        """Take over what was done elsewhere, as if it had been done here.

        Args:
            known: Articles that came after all of this stream's, in the order in which they came, and articles of its own
                that are in another story now.
        """
        for placed in known:
            number = self._window.number.get(placed.traits.article)
            if number is None:
                number = self._take(placed.traits)
                self._fresh.append(number)
                self._fresh = [] if self._due(placed.traits.article) else self._fresh
            self._window.put(number, placed.story)
        self._forget()

    def look_at(self, articles: Iterable[str]) -> None:
        """Let the next repair look at these and no others, in the order in which they came; others were looked at elsewhere."""
        self._fresh = []
        for article in articles:
            number = self._window.number.get(article)
            if number is not None:
                self._fresh.append(number)
                self._fresh = [] if self._due(article) else self._fresh

    @property
    def size(self) -> int:
        """How many articles the window holds."""
        return len(self._window.article)

    def holds(self, article: str) -> bool:
        """Whether the window holds an article, by its id."""
        return article in self._window.number

    def add(self, traits: Traits) -> tuple[Change, ...]:
        """Place an article; nothing if it is placed already.

        Returns:
            Where it went, and what that changed for others.
        """
        window = self._window
        if traits.article in window.number:
            return ()
        number = self._take(traits)
        change = self._corrected(number) or self._place(number, traits)
        window.put(number, change.story)
        self._fresh.append(number)
        mended = self.repair() if self._due(traits.article) else ()
        self._forget()
        return (change, *mended)

    def repair(self, *, everything: bool = False, also: Iterable[str] = ()) -> tuple[Change, ...]:
        """Move articles and merge or split stories where that fits better; ``add`` does so itself from time to time.

        Args:
            everything: Look at all articles of the window, not only at those since the last repair.
            also: Look at these articles too.
        """
        if everything:
            self._fresh = sorted(self._window.article)
        more = (self._window.number.get(article) for article in also)
        self._fresh = sorted({*self._fresh, *(number for number in more if number is not None)})
        fresh, self._fresh = self._fresh, []
        return repaired(self._window, fresh, self._settings)

    def hold(self, held: Held) -> tuple[Change, ...]:
        """Correct by hand: the article goes to a story and stays there.

        Returns:
            The move; nothing if it is there already or is not in the window (it will be held when it comes).
        """
        self._held[held.article] = held.story
        number = self._window.number.get(held.article)
        if number is None:
            return ()
        self._window.keep(number)
        before = self._window.story[number]
        if before == held.story:
            return ()
        if not held.story and len(self._window.members[before]) == 1:
            self._held[held.article] = before
            return ()
        change = self._corrected(number)
        if change is None:
            return ()
        self._window.put(number, change.story)
        return (change,)

    def stories(self) -> dict[str, tuple[str, ...]]:
        """The stories of the window with their articles, each in order of arrival; the largest story first."""
        found = {
            story: tuple(self._window.article[number] for number in members)
            for story, members in self._window.members.items()
        }
        return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))

    def _take(self, traits: Traits) -> int:
        number = self._window.take(traits, silent=is_silent(traits, self._settings))
        if _is_short(traits, self._settings) or traits.article in self._held:
            self._window.keep(number)
        return number

    def _place(self, number: int, traits: Traits) -> Change:
        settings = self._settings
        own = new_story(self._window, number)
        if _is_short(traits, settings):
            return too_short(traits, own)
        found = fits(self._window, number, self._window.near(number))
        if found and found[0].odds > line(settings):
            return joined(self._window, number, found)
        return started(self._window, number, own, found)

    def _corrected(self, number: int) -> Change | None:
        article = self._window.article[number]
        if article not in self._held:
            return None
        story = self._held[article] or new_story(self._window, number)
        self._held[article] = story
        return corrected(article, story, self._window.story.get(number))

    def _due(self, article: str) -> bool:
        """Whether it is time to repair: an article's own id says so, that a stream begun again does it where this one does."""
        return hashed(article) % int(self._settings.group_repair_every) == 0

    def _forget(self) -> None:
        self._window.forget(int(self._settings.group_window), int(self._settings.group_window_undated))
        self._fresh = [number for number in self._fresh if number in self._window.article]


def is_silent(traits: Traits, settings: Settings) -> bool:
    """Whether an article draws no other to it: it is too short to say what it is about, or tells of several events."""
    return _is_short(traits, settings) or traits.round_up


def _is_short(traits: Traits, settings: Settings) -> bool:
    return traits.size < settings.group_least_words
