"""A folder of stories, each as ``twosource compare`` writes it, with what it was made of and its corrections beside it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, replace
from pathlib import Path
from typing import Final

from twosource import __version__, pipeline
from twosource.errors import NoSuchStoryError, NothingToReadError, NothingToUndoError
from twosource.model import Article, Edit, Gap, Raw, Story, content_id, title_given
from twosource.pipeline import Options
from twosource.ports import Progress
from twosource.web.cards import card_of
from twosource.web.finding import found_in
from twosource.web.records import Input, Spot, lines_of, stories_in, write_lines, write_whole
from twosource.web.shelf import DELETED, Card, Hit, Made, move_of

_HITS: Final = 100
_UNTOUCHED: Final = "no correction was made to this story"


class Folder:
    """Stories in a folder. Whoever reads may do so at any time; one thread adds and corrects."""

    sorts = False
    gone = DELETED

    def __init__(self, path: Path, options: Options) -> None:
        """Use a folder; it is made where it is not there.

        Raises:
            OSError: If it cannot be made.
        """
        path.mkdir(parents=True, exist_ok=True)
        self.place = str(path)
        self._path = path
        self._options = options
        self._most = options.settings.web_story_bytes
        self._cards: dict[str, tuple[Story, Card]] = {}
        self._seen: dict[Path, tuple[tuple[int, int], tuple[Story, ...]]] = {}

    def cards(self) -> tuple[Card, ...]:
        """All stories, the newest first."""
        cards = [self._card(spot) for spot in self._spots() if not spot.deleted.exists()]
        return tuple(sorted(cards, key=lambda card: (card.last or "", card.id), reverse=True))

    def _card(self, spot: Spot) -> Card:
        """What the list says of a story, looked up again only where it has changed."""
        story = self._shown(spot)
        known = self._cards.get(spot.id)
        if known is None or known[0] is not story:
            known = self._cards[spot.id] = (story, card_of(spot.id, story))
        return known[1]

    def story(self, name: str) -> Story:
        """A story by its id."""
        return self._shown(self._spot(name))

    def search(self, words: str) -> tuple[Hit, ...]:
        """Where all the words stand in one article; the first of them is shown. None for no words."""
        listed = (spot for spot in self._spots() if not spot.deleted.exists())
        hits = (hit for spot in listed for hit in found_in(spot.id, self._shown(spot), words))
        return tuple(hit for hit, _ in zip(hits, range(_HITS), strict=False))

    def edits(self, story: str) -> tuple[Edit, ...]:
        """The corrections of a story."""
        return next((tuple(lines_of(spot.edits, Edit)) for spot in self._spots() if spot.id == story), ())

    def add(self, raws: Sequence[Raw | Gap], *, into: str, split: bool, progress: Progress) -> Made:
        """Lay the articles side by side, as a new story or with those of one that is there."""
        options = replace(self._options, progress=progress)
        spot = self._spot(into) if into else None
        inputs = _cleaned(raws, options)
        gaps = tuple(one.gap for one in inputs if one.gap)
        if not any(one.id for one in inputs):
            raise NothingToReadError(tuple(gap.line for gap in gaps))
        if spot:
            held = self._inputs(spot)
            known = {one.id for one in held if one.id}
            more = [one for one in inputs if one.id not in known]
            self._lay((spot,), (spot.inputs, [*held, *more]), options)
            return Made(stories=(spot.id,), gaps=gaps)
        groups = self._groups(inputs, options) if split else [inputs]
        return Made(stories=tuple(self._new(group, options).id for group in groups), gaps=gaps)

    def correct(self, story: str, edit: Edit, progress: Progress) -> str:
        """Keep a correction and make the stories anew that it bears on."""
        spot = self._spot(story)
        goals: tuple[Spot, ...] = ()
        if edit.kind == "move_article":
            goals = (self._spot(edit.target) if edit.target else self._own(edit.subject),)
            edit = replace(edit, target=goals[0].id)
        edits = [*lines_of(spot.edits, Edit), edit]
        self._lay((spot, *goals), (spot.edits, edits), replace(self._options, progress=progress))
        return goals[0].id if goals and not self._shown(spot).articles else spot.id

    def merge(self, story: str, into: str, progress: Progress) -> str:
        """Move all articles of a story into another one, and take it from the list."""
        spot, goal = self._spot(story), self._spot(into)
        moves = [move_of(article.id, goal.id, "the same event") for article in self._shown(spot).articles]
        edits = [*lines_of(spot.edits, Edit), *moves]
        self._lay((spot, goal), (spot.edits, edits), replace(self._options, progress=progress))
        self.delete(spot.id)
        return goal.id

    def split(self, story: str, progress: Progress) -> tuple[str, ...]:
        """Move the articles of each other event into a story of its own."""
        spot = self._spot(story)
        options = replace(self._options, progress=progress)
        articles = [article for one in self._members(spot) if (article := _article(one, options))]
        groups = [[article.id for article in one.articles] for one in pipeline.split(articles, options)]
        goals = [self._own(own[0]) for own in groups[1:]]
        moves = [
            move_of(name, goal.id, "another event") for goal, own in zip(goals, groups[1:], strict=True) for name in own
        ]
        if moves:
            edits = [*lines_of(spot.edits, Edit), *moves]
            self._lay((spot, *goals), (spot.edits, edits), options)
            for goal in goals:
                self.restore(goal.id)
        return (spot.id, *(goal.id for goal in goals))

    def delete(self, story: str) -> None:
        """Take a story from the list. Its files stay where they are."""
        self._spot(story).deleted.touch()

    def restore(self, story: str) -> None:
        """Bring a deleted story back."""
        self._spot(story).deleted.unlink(missing_ok=True)

    def deleted(self) -> tuple[Card, ...]:
        """The stories that were deleted."""
        return tuple(self._card(spot) for spot in self._spots() if spot.deleted.exists())

    def undo(self, story: str, progress: Progress) -> str:
        """Take back the last correction of a story."""
        spot = self._spot(story)
        edits = list(lines_of(spot.edits, Edit))
        if not edits:
            raise NothingToUndoError(_UNTOUCHED)
        last = edits.pop()
        goals = [other for other in self._spots() if last.kind == "move_article" and other.id == last.target]
        self._lay((spot, *goals), (spot.edits, edits), replace(self._options, progress=progress))
        return spot.id

    def _groups(self, inputs: Sequence[Input], options: Options) -> list[list[Input]]:
        """The inputs of each story; what could not be read is told with the first."""
        articles = [article for one in inputs if (article := _article(one, options))]
        stories = pipeline.split(articles, options)
        ids = [{article.id for article in story.articles} for story in stories]
        lost = [one for one in inputs if one.gap]
        return [[*(one for one in inputs if one.id in held), *(lost if held is ids[0] else ())] for held in ids]

    def _new(self, inputs: Sequence[Input], options: Options) -> Spot:
        name = content_id("y", *sorted(one.id for one in inputs if one.id))
        spot = Spot(id=name, base=self._path / f"{name}.json", row=0, stem=name)
        self._lay((spot,), (spot.inputs, list(inputs)), options)
        return spot

    def _own(self, article: str) -> Spot:
        """The place of a story of its own for an article."""
        name = content_id("y", article)
        spot = Spot(id=name, base=self._path / f"{name}.json", row=0, stem=name)
        if not spot.base.exists():
            write_lines(spot.inputs, ())
            write_whole(spot.base, Story(title="", version=__version__).to_json())
        return spot

    def _lay(self, spots: Sequence[Spot], change: tuple[Path, Sequence[Input | Edit]], options: Options) -> None:
        """Write a change of inputs or corrections, and make the stories anew that it bears on.

        All or nothing: where a story cannot be made, or the work is stopped, the change is taken back.
        """
        path, records = change
        with _taken_back_on_failure(path):
            write_lines(path, records)
            made = [(spot, self._made(spot, options)) for spot in dict.fromkeys((*spots,))]
        if not records and path == spots[0].edits:
            path.unlink()
        for spot, story in made:
            self._write(spot, story)

    def _write(self, spot: Spot, story: Story | None) -> None:
        """A story made anew to its file; without one its files go, and so does a correction that says what was written."""
        if story is None:
            for gone in (spot.base, spot.inputs, spot.corrected):
                gone.unlink(missing_ok=True)
        elif self._as_written(spot, story):
            spot.corrected.unlink(missing_ok=True)
        else:
            write_whole(spot.base if spot.ours else spot.corrected, story.to_json() + "\n")

    def _as_written(self, spot: Spot, story: Story) -> bool:
        """Whether nothing is left that sets a story apart from the file that ``compare`` wrote."""
        if spot.ours or spot.inputs.exists() or any(lines_of(spot.edits, Edit)):
            return False
        return {one.id for one in story.articles} == {one.id for one in self._base(spot).articles}

    def _made(self, spot: Spot, options: Options) -> Story | None:
        """A story of all that belongs to it; None for one that was made for moved articles, when it has none."""
        inputs = self._members(spot)
        articles = {article.id: article for one in inputs if (article := _article(one, options))}
        gaps = tuple(one.gap for one in inputs if one.gap)
        if articles:
            edits = tuple(lines_of(spot.edits, Edit))
            story = pipeline.compare(articles.values(), replace(options, edits=edits))
            return replace(
                story, title=title_given(edits) or story.title, gaps=tuple(sorted({*story.gaps, *gaps}, key=astuple))
            )
        return Story(title=self._shown(spot).title, version=__version__) if self._inputs(spot) else None

    def _members(self, spot: Spot) -> list[Input]:
        """The inputs of a story: its own that were not moved elsewhere, and those that were moved to it."""
        spots = list(self._spots())
        if spot not in spots:
            spots.append(spot)
        moves = _moves(spots)
        homes = [home for home in spots if home == spot or any(target == spot.id for _, _, target in moves)]
        return [
            one
            for home in homes
            for one in self._inputs(home)
            if (home == spot if one.gap else _led(home.id, one.id, moves) == spot.id)
        ]

    def _inputs(self, spot: Spot) -> list[Input]:
        """What a story was made of; its articles where nothing else was kept."""
        if spot.inputs.exists():
            return list(lines_of(spot.inputs, Input))
        story = self._base(spot)
        kept = [Input(id=article.id, article=article) for article in story.articles]
        return [*kept, *(Input(gap=gap) for gap in story.gaps)]

    def _spot(self, name: str) -> Spot:
        for spot in self._spots():
            if spot.id == name:
                return spot
        raise NoSuchStoryError(name)

    def _spots(self) -> Iterator[Spot]:
        for path in sorted(self._path.glob("*.json")):
            if path.name.startswith(".") or path.name.endswith(".corrected.json"):
                continue
            held = self._load(path)
            for row in range(len(held)):
                yield Spot.of(path, row, alone=len(held) == 1)

    def _base(self, spot: Spot) -> Story:
        return self._load(spot.base)[spot.row]

    def _shown(self, spot: Spot) -> Story:
        path = spot.shown
        held = self._load(path)
        if path == spot.corrected and held:
            return held[0]
        return self._base(spot)

    def _load(self, path: Path) -> tuple[Story, ...]:
        """The stories of a file, read again only where it has changed."""
        try:
            status = path.stat()
        except OSError:
            return ()
        stamp = (status.st_mtime_ns, status.st_size)
        known = self._seen.get(path)
        if known and known[0] == stamp:
            return known[1]
        self._seen[path] = (stamp, stories_in(path, self._most))
        return self._seen[path][1]


@contextmanager
def _taken_back_on_failure(path: Path) -> Iterator[None]:
    """Whatever ends the block early, a stopped process too: the file is then as it was."""
    before = path.read_bytes() if path.exists() else None
    try:
        yield
    except BaseException:
        if before is None:
            path.unlink(missing_ok=True)
        else:
            write_whole(path, before.decode("utf-8"))
        raise


def _cleaned(raws: Sequence[Raw | Gap], options: Options) -> list[Input]:
    """Each input once, with its article's id; what gave none is a gap."""
    found: list[Input] = []
    ids: set[str] = set()
    for done, raw in enumerate(raws, 1):
        options.progress("clean", done, len(raws))
        if isinstance(raw, Gap):
            found.append(Input(gap=raw))
            continue
        article, gaps = pipeline.clean_one(raw, options)
        found += [Input(gap=gap) for gap in gaps]
        if article and article.id not in ids:
            ids.add(article.id)
            found.append(Input(id=article.id, raw=raw))
    return found


def _article(one: Input, options: Options) -> Article | None:
    """The article that an input gives, under the id that corrections know it by."""
    if one.article or one.raw is None:
        return one.article
    article, _ = pipeline.clean_one(one.raw, options)
    return replace(article, id=one.id) if article else None


def _moves(spots: Sequence[Spot]) -> list[tuple[str, str, str]]:
    """Moves by hand in the order of time: from which story, which article, to which; not those into stories that are gone."""
    known = {spot.id for spot in spots}
    found = [(edit.at, spot.id, edit) for spot in spots for edit in lines_of(spot.edits, Edit)]
    return [
        (owner, edit.subject, edit.target)
        for _, owner, edit in sorted(found, key=lambda one: one[:2])
        if edit.kind == "move_article" and edit.target in known
    ]


def _led(place: str, article: str, moves: Sequence[tuple[str, str, str]]) -> str:
    """Where moves have brought an article that began in a story."""
    for owner, moved, target in moves:
        if moved == article and owner == place:
            place = target
    return place
