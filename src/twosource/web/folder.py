"""A folder of stories, each as ``twosource compare`` writes it, with what it was made of and its corrections beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, replace
from pathlib import Path
from typing import Final

from twosource import __version__, pipeline
from twosource.errors import NoSuchStoryError, NothingToReadError, NothingToUndoError
from twosource.model import GAP_CODES, Article, Edit, Gap, Raw, Story, content_id
from twosource.pipeline import Options
from twosource.ports import Progress
from twosource.web.cards import card_of
from twosource.web.finding import found_in
from twosource.web.records import Input, Spot, lines_of, stories_in, write_lines, write_whole
from twosource.web.shelf import Card, Hit, Made

_HITS: Final = 100
_UNTOUCHED: Final = "no correction was made to this story"


class Folder:
    """Stories in a folder. Whoever reads may do so at any time; one thread adds and corrects."""

    def __init__(self, path: Path, options: Options) -> None:
        """Use a folder; it is made where it is not there.

        Raises:
            OSError: If it cannot be made.
        """
        path.mkdir(parents=True, exist_ok=True)
        self.place = str(path)
        self._path = path
        self._options = options
        self._seen: dict[Path, tuple[tuple[int, int], tuple[Story, ...]]] = {}

    def cards(self) -> tuple[Card, ...]:
        """All stories, the newest first."""
        cards = [card_of(spot.id, self._shown(spot)) for spot in self._spots()]
        return tuple(sorted(cards, key=lambda card: (card.last or "", card.id), reverse=True))

    def story(self, name: str) -> Story:
        """A story by its id."""
        return self._shown(self._spot(name))

    def search(self, words: str) -> tuple[Hit, ...]:
        """Where all the words stand in one article; the first of them is shown. None for no words."""
        hits = (hit for spot in self._spots() for hit in found_in(spot.id, self._shown(spot), words))
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
            raise NothingToReadError(tuple(f"{gap.where}: {GAP_CODES[gap.code]} ({gap.detail})" for gap in gaps))
        if spot:
            write_lines(spot.inputs, [*self._inputs(spot), *inputs])
            self._lay(spot, options)
            return Made(stories=(spot.id,), gaps=gaps)
        if not split:
            return Made(stories=(self._new(inputs, options).id,), gaps=gaps)
        stories = pipeline.split([one for one in map(_article, inputs) if one], options)
        spots = []
        for place, story in enumerate(stories):
            members = {article.id for article in story.articles}
            own = [one for one in inputs if one.id in members or (one.gap and not place)]
            spots.append(self._new(own, options, replace(story, gaps=_sorted(story.gaps, gaps if not place else ()))))
        return Made(stories=tuple(spot.id for spot in spots), gaps=gaps)

    def correct(self, story: str, edit: Edit, progress: Progress) -> str:
        """Keep a correction and make the stories anew that it bears on."""
        spot = self._spot(story)
        goal = None
        if edit.kind == "move_article":
            goal = self._spot(edit.target) if edit.target else self._own(edit.subject)
            edit = replace(edit, target=goal.id)
        write_lines(spot.edits, [*lines_of(spot.edits, Edit), edit])
        return self._after(edit, spot, goal, progress)

    def undo(self, story: str, progress: Progress) -> str:
        """Take back the last correction of a story."""
        spot = self._spot(story)
        edits = list(lines_of(spot.edits, Edit))
        if not edits:
            raise NothingToUndoError(_UNTOUCHED)
        write_lines(spot.edits, edits[:-1])
        goal = None
        if edits[-1].kind == "move_article":
            goal = next((other for other in self._spots() if other.id == edits[-1].target), None)
        self._after(edits[-1], spot, goal, progress)
        return spot.id

    def _after(self, edit: Edit, spot: Spot, goal: Spot | None, progress: Progress) -> str:
        options = replace(self._options, progress=progress)
        self._lay(spot, options)
        if goal and goal.id != spot.id:
            self._lay(goal, options)
        return goal.id if goal and edit.kind == "move_article" and not self._shown(spot).articles else spot.id

    def _new(self, inputs: Sequence[Input], options: Options, story: Story | None = None) -> Spot:
        name = content_id("y", *sorted(one.id for one in inputs if one.id))
        spot = Spot(id=name, base=self._path / f"{name}.json", row=0, stem=name)
        write_lines(spot.inputs, inputs)
        self._lay(spot, options, story)
        return spot

    def _own(self, article: str) -> Spot:
        """The place of a story of its own for an article."""
        name = content_id("y", article)
        spot = Spot(id=name, base=self._path / f"{name}.json", row=0, stem=name)
        if not spot.base.exists():
            write_lines(spot.inputs, ())
            write_whole(spot.base, Story(title="", version=__version__).to_json())
        return spot

    def _lay(self, spot: Spot, options: Options, story: Story | None = None) -> None:
        """Make a story anew from all that belongs to it, and keep it."""
        inputs = self._members(spot)
        articles = {article.id: article for article in map(_article, inputs) if article}
        options = replace(options, edits=tuple(lines_of(spot.edits, Edit)))
        if story is None and articles:
            story = pipeline.compare(articles.values(), options)
            story = replace(story, gaps=_sorted(story.gaps, tuple(one.gap for one in inputs if one.gap)))
        if story is None and not self._inputs(spot):
            for path in (spot.base, spot.inputs, spot.corrected):
                path.unlink(missing_ok=True)
            return
        story = story or Story(title=self._shown(spot).title, version=__version__)
        write_whole(spot.base if spot.ours else spot.corrected, story.to_json() + "\n")

    def _members(self, spot: Spot) -> list[Input]:
        """The inputs of a story: its own that were not moved elsewhere, and those that were moved to it."""
        places = self._places()
        found = [one for one in self._inputs(spot) if places.get(one.id, spot.id) == spot.id]
        for other in self._spots():
            if other.id != spot.id:
                found += [one for one in self._inputs(other) if one.id and places.get(one.id) == spot.id]
        return found

    def _places(self) -> dict[str, str]:
        """Where articles were moved to; the last move counts."""
        files = sorted(self._path.glob("*.edits.jsonl"))
        moves = [edit for path in files for edit in lines_of(path, Edit) if edit.kind == "move_article"]
        return {edit.subject: edit.target or "" for edit in sorted(moves, key=lambda edit: edit.at)}

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
        self._seen[path] = (stamp, stories_in(path))
        return self._seen[path][1]


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


def _article(one: Input) -> Article | None:
    """The article that an input gives, under the id that corrections know it by."""
    if one.article or one.raw is None:
        return one.article
    article, _ = pipeline.clean_one(one.raw, Options())
    return replace(article, id=one.id) if article else None


def _sorted(gaps: tuple[Gap, ...], more: tuple[Gap, ...]) -> tuple[Gap, ...]:
    return tuple(sorted({*gaps, *more}, key=astuple))
