"""Train the attribution model on the training part of PolNeAR and write its weights into the package.

    python bench/train_attribution.py DATA [--out src/twosource/extract/attribution/model/attribution.npz]

Five steps, each on what the ones before say of articles they have not seen: a logistic regression that scores each
token as the head of a cue (four folds), a network that labels source, cue and content around each
cue (three folds), a logistic regression over the words at the borders of the best ways to cut and some of the
rules' own (the same folds), and boosted trees that choose among them. Texts with several annotators are left out: they
are for measuring. Needs what ``bench/requirements.txt`` lists. About 25 minutes of one core, 7 GB; the same data give
the same weights on the same machine, and nearly the same on another, whose sums round otherwise. ``--keep FOLDER`` keeps
each step's result there, and takes it from there when asked again.
"""

import argparse
import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from attribution_fit import fit_cues, fit_cuts, fit_trees
from attribution_net import Coded, coded, fit_network
from polnear import Annotated, read
from twosource.extract.attribution.model.columns import Columns, code
from twosource.extract.attribution.model.context_features import company_of
from twosource.extract.attribution.model.cue_features import candidates, cue_features
from twosource.extract.attribution.model.network import Network
from twosource.extract.attribution.model.proposals import (
    Reading,
    cuts_of,
    proposal,
    seen_by_rules,
    seen_of,
    worth_asking,
)
from twosource.extract.attribution.model.span_codes import Part, layers_of
from twosource.extract.attribution.model.span_features import cut_words
from twosource.extract.attribution.model.views import views_of
from twosource.extract.attribution.model.weights import Weights, named
from twosource.extract.attribution.model.windows import windows_of
from twosource.extract.quotations import find_quotations
from twosource.language.lexicon import lexicon_of
from twosource.language.tree import Parsed
from twosource.language.words_frames import FrameWords
from twosource.model import Span
from twosource.parse import EnglishParser
from twosource.settings import DEFAULTS
from twosource.text.gbdt import Forest

CUE_FOLDS, FOLDS = 4, 3
TIMES = 5
"""How often other news is learned from: 300 attributions beside 19,300 would hardly be seen."""
LEAST_CUE = 0.12
CUE_PRUNED, CUT_PRUNED = 0.01, 0.01
EMPTY = Forest(
    feature=np.zeros((0, 1), np.int16), bound=np.zeros((0, 1)), left=np.zeros((0, 1), np.int16),
    right=np.zeros((0, 1), np.int16), value=np.zeros((0, 1), np.float32), depth=0,
)  # fmt: skip
Rows = frozenset[int]


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """One article: its columns, what the rules see in it, and its attributions as (head, source, cue, content) rows.

    Its ``number`` says which folds it is in: an article that is learned from several times is in one fold.
    """

    number: int
    columns: Columns
    frame: NDArray[np.uint64]
    cues: dict[int, Any]
    gold: tuple[tuple[int, list[int], list[int], list[int]], ...]
    wordy: NDArray[np.bool_]


def main() -> None:
    """Train and write."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path)
    asked.add_argument("--limit", type=int, help="so many articles only, to try it out")
    asked.add_argument("--out", type=Path, default=Path("src/twosource/extract/attribution/model/attribution.npz"))
    asked.add_argument("--keep", type=Path, help="a folder for what each step gives")
    asked.add_argument(
        "--more", type=Path, help="a folder of other news in the same form, with text/ and attributions/"
    )
    given = asked.parse_args()
    kept = Kept(folder=given.keep)
    texts = [text for text in read(given.data, "train") if len(text.annotators) == 1][: given.limit]
    parses = kept("parses", lambda: EnglishParser()([text.article for text in texts]))
    words = lexicon_of("en").frames
    lessons = [lesson(i, text, parsed, words) for i, (text, parsed) in enumerate(zip(texts, parses, strict=True))]
    if given.more is not None:
        more = list(read(given.more.parent, given.more.name))
        others = kept("parses of other news", lambda: EnglishParser()([text.article for text in more]))
        lessons += [
            lesson(i, text, parsed, words) for i, (text, parsed) in enumerate(zip(more, others, strict=True))
        ] * TIMES
    print(f"{len(lessons)} articles, {sum(len(one.gold) for one in lessons)} attributions", flush=True)
    cue, bias, chances = kept("cues", lambda: _cues(lessons))
    networks = _networks(lessons, chances, kept)
    ways = [
        kept(f"ways {fold}", partial(_ways, lessons, chances, words, networks[fold], fold)) for fold in range(FOLDS)
    ]
    cuts = kept("cuts", lambda: _cuts(ways))
    seen = np.concatenate([np.concatenate([way.seen, told], axis=1) for way, told in zip(ways, cuts[2], strict=True)])
    trees = kept("trees", lambda: fit_trees(seen, np.concatenate([way.right for way in ways])))
    _write(given.out, (cue, bias), networks[FOLDS], cuts[:2], trees)


@dataclass(frozen=True, kw_only=True)
class Drill:
    """The windows of an article's gold cues: what is seen of each row, its class of step and its label."""

    parts: tuple[Part, ...]
    classes: NDArray[np.int64]
    labels: NDArray[np.int64]
    opened: NDArray[np.int64]
    head: NDArray[np.int64]
    right: NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class Ways:
    """Ways to cut of some articles: what is seen of each, its words, its window, and whether it is the annotator's."""

    seen: NDArray[np.float32]
    words: NDArray[np.int32]
    window: NDArray[np.int64]
    right: NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What steps gave, kept in a folder if there is one; the steps run at a stretch where there is none."""

    folder: Path | None

    def __call__(self, name: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - each step has its own
        """What the step of this name gave before, or gives now."""
        place = self.folder / f"{name}.pickle" if self.folder else None
        if place is not None and place.exists():
            return pickle.loads(place.read_bytes())  # noqa: S301 - written by this command
        made = make()
        if place is not None:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(pickle.dumps(made, protocol=5))
        print(name, flush=True)
        return made


def _cues(lessons: list[Lesson]) -> tuple[NDArray[np.float32], float, list[NDArray[np.float32]]]:
    """Weights and bias of the cues' regression, and each article's chances by a fit that has not seen it."""
    rows = [candidates(one.columns) for one in lessons]
    seen = np.concatenate([cue_features(one.columns, at, one.frame) for one, at in zip(lessons, rows, strict=True)])
    heads = [{gold[0] for gold in one.gold} for one in lessons]
    target = np.concatenate([np.isin(at, sorted(head)) for at, head in zip(rows, heads, strict=True)])
    article = np.repeat(np.arange(len(lessons)), [len(at) for at in rows])
    cue, bias, apart = fit_cues(seen, target, _numbers(lessons)[article] % CUE_FOLDS)
    cut = np.searchsorted(article, np.arange(len(lessons) + 1))
    return (
        cue,
        bias,
        [_spread(one, at, apart[cut[i] : cut[i + 1]]) for i, (one, at) in enumerate(zip(lessons, rows, strict=True))],
    )


def _networks(lessons: list[Lesson], chances: list[NDArray[np.float32]], kept: Kept) -> list[Network]:
    """For each fold the network of all articles but those of the fold; the last is of all."""

    @cache
    def data() -> Coded:
        drills = list(_drills(lessons, chances))
        return coded(
            [(one.parts, one.classes, one.labels, one.opened) for one in drills],
            np.concatenate([one.head for one in drills]),
            np.concatenate([one.right for one in drills]),
        )

    def fitted(fold: int) -> Network:
        of_article = _numbers(lessons)[data().article] % FOLDS
        return fit_network(data(), np.flatnonzero((of_article != fold) | (fold == FOLDS)))

    return [kept(f"network {fold}", partial(fitted, fold)) for fold in range(FOLDS + 1)]


def _ways(
    lessons: list[Lesson], chances: list[NDArray[np.float32]], words: FrameWords, network: Network, fold: int
) -> Ways:
    """The ways to cut the articles of a fold, by a network that has not seen them."""
    apart = np.flatnonzero(_numbers(lessons) % FOLDS == fold)
    made = [_choices(lessons[i], chances[i], words, network) for i in apart]
    kept = [one for one in made if one is not None]
    sizes = np.cumsum([0, *(int(one.window[-1]) + 1 for one in kept)])
    return Ways(
        seen=np.concatenate([one.seen for one in kept]),
        words=np.concatenate([one.words for one in kept]),
        window=np.concatenate([one.window + size for one, size in zip(kept, sizes, strict=False)]),
        right=np.concatenate([one.right for one in kept]),
    )


def _cuts(ways: list[Ways]) -> tuple[NDArray[np.float32], float, list[NDArray[np.float32]]]:
    """Weights and bias of the cuts' regression, and what fits that have not seen a fold say of it."""
    told = []
    for fold, way in enumerate(ways):
        others = [other for i, other in enumerate(ways) if i != fold]
        part, bias = fit_cuts(np.concatenate([o.words for o in others]), np.concatenate([o.right for o in others]))
        worth = part[way.words].sum(1) + np.float32(bias)
        best = np.full(int(way.window.max()) + 1, -np.inf, dtype=np.float32)
        np.maximum.at(best, way.window, worth)
        told.append(np.stack([worth, worth - best[way.window]], axis=1).astype(np.float32))
    whole, bias = fit_cuts(np.concatenate([way.words for way in ways]), np.concatenate([way.right for way in ways]))
    return whole, bias, told


def _write(
    out: Path,
    cues: tuple[NDArray[np.float32], float],
    network: Network,
    cuts: tuple[NDArray[np.float32], float],
    trees: dict[str, Any],
) -> None:
    """The weights as an archive of arrays; small ones are left out."""
    cue, cut = cues[0], cuts[0]
    kept = np.flatnonzero(np.abs(cue) > CUE_PRUNED)
    words = np.flatnonzero(np.abs(cut) > CUT_PRUNED)
    np.savez_compressed(
        out,
        cue_rows=kept.astype(np.int32), cue_values=cue[kept].astype(np.float16), cue_bias=np.float64(cues[1]),
        cut_rows=words.astype(np.int32), cut_values=cut[words].astype(np.float16), cut_bias=np.float64(cuts[1]), **named(network), **trees,
    )  # fmt: skip
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


def lesson(number: int, text: Annotated, parsed: Parsed, words: FrameWords) -> Lesson:
    """An annotated article made ready; its number among those of its set says which folds it is in."""
    c, frame, cues = seen_by_rules(parsed, find_quotations(text.article, parsed, DEFAULTS), words)
    gold = []
    for one in text.gold:
        cue = _rows(c, one.cue)
        if cue:
            gold.append((head_of(c, cue), _rows(c, one.source), cue, _rows(c, one.content)))
    wordy = [any(map(str.isalnum, word)) for _, tree in c.trees for word in tree.words]
    return Lesson(number=number, columns=c, frame=frame, cues=cues, gold=tuple(gold), wordy=np.array(wordy, dtype=bool))


def head_of(c: Columns, rows: list[int]) -> int:
    """The cue's token that hangs from no other of it; a verb before other words, words before marks."""
    words = [row for row in rows if c.pos[row] != code("PUNCT")] or rows
    own = set(words)
    tops = [row for row in words if c.head[row] not in own or c.head[row] == row]
    return next((row for row in tops if c.pos[row] == code("VERB")), tops[0])


def _rows(c: Columns, spans: tuple[Span, ...]) -> list[int]:
    return [
        row
        for span in spans
        for row in range(
            int(np.searchsorted(c.ends, span.start, side="right")),
            int(np.searchsorted(c.starts, span.end, side="left")),
        )
    ]


def _numbers(lessons: list[Lesson]) -> NDArray[np.int64]:
    return np.array([one.number for one in lessons])


def _spread(one: Lesson, rows: NDArray[np.int64], chance: NDArray[np.float32]) -> NDArray[np.float32]:
    whole = np.zeros(len(one.columns), dtype=np.float32)
    whole[rows] = chance
    return whole


def _drills(lessons: list[Lesson], chances: list[NDArray[np.float32]]) -> Iterator[Drill]:
    for one, chance in zip(lessons, chances, strict=True):
        by_head = {gold[0]: gold for gold in one.gold}
        c = one.columns
        heads = sorted(by_head.keys() | {int(row) for row in np.flatnonzero(chance > LEAST_CUE)})
        windows = windows_of(c, heads, {head: proposal(c, head, one.cues.get(head)) for head in heads})
        labels = np.zeros(len(windows.token), dtype=np.int64)
        views = views_of(c, windows, chance)
        right = np.isin(windows.heads, list(by_head))
        for i in np.flatnonzero(right):
            head, first, last = heads[i], windows.opened[i], windows.opened[i + 1]
            for label, role in ((3, 3), (1, 1), (2, 2)):
                places = np.array(by_head[head][role], dtype=np.int64) - windows.token[first]
                labels[first + places[(places >= 0) & (places < last - first)]] = label
        parts = tuple(layers_of(c, windows, views, one.frame))
        place = windows.heads - windows.token[windows.opened[:-1]] if heads else windows.heads
        yield Drill(
            parts=parts,
            classes=views.step,
            labels=labels,
            opened=windows.opened,
            head=place,
            right=right,
        )


def _choices(one: Lesson, chance: NDArray[np.float32], words: FrameWords, network: Network) -> Ways | None:
    """The ways to cut an article's likely cues; None where it has none."""
    heads = [int(row) for row in np.flatnonzero(chance > LEAST_CUE)]
    if not heads:
        return None
    reading = Reading(columns=one.columns, frame=one.frame, cues=one.cues, chance=chance)
    nothing = np.zeros(0, np.float32)
    weights = Weights(
        cue=nothing,
        cue_bias=0,
        network=network,
        cut=nothing,
        cut_bias=0,
        choice=EMPTY,
    )
    windows, cuts = cuts_of(reading, heads, weights)
    features = seen_of(reading, windows, cuts, company_of(len(one.columns), [cuts]), words)
    labels = cuts.labels
    by_row = {row: gold for gold in one.gold for row in gold[2]} | {gold[0]: gold for gold in one.gold}
    exact = np.zeros(labels.shape[:2], dtype=bool)
    for i, head in enumerate(heads):
        gold = by_row.get(head)
        token = windows.token[windows.opened[i] : windows.opened[i + 1]]
        for way in range(labels.shape[1]):
            cut = labels[i, way, : len(token)]
            exact[i, way] = gold is not None and all(
                _words(one, token[cut == label]) == _words(one, gold[label]) for label in (1, 2, 3)
            )
    asked = worth_asking(labels, features[:, :, 0])
    return Ways(
        seen=features[asked],
        words=cut_words(reading.columns, reading.frame, cuts, windows.heads)[asked],
        window=np.nonzero(asked)[0],
        right=exact[asked],
    )


def _words(one: Lesson, rows: Any) -> Rows:  # noqa: ANN401 - a list or an array of rows
    return frozenset(int(row) for row in rows if one.wordy[row]) or frozenset(int(row) for row in rows)


if __name__ == "__main__":
    main()
