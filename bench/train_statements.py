"""Learn which attributions of unquoted words report anything that somebody said, and count statements by their labels.

    python bench/train_statements.py DATA [--cache FILE] [--write]

DATA holds the incidents, ECB+, the news events and TimeBank; ``statement_labels.tsv`` says of 1,460 statements of their
articles what a person who read each found, and of 640 of them, drawn by chance, whether source, kind and extent are right.
A logistic regression with a penalty on the squares of its weights; printed by five folds of events: what each least chance
loses and keeps. Then the statements of the shipped code beside the labels. ``--write`` learns from all and writes
``extract/attribution/passes/report_weights.yml``. A minute of one core, most of it to parse, which ``--cache`` saves.
"""

import argparse
import pickle
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from grouping_data import raws
from twosource.clean import clean
from twosource.extract.attribution import find_attributions, find_statements
from twosource.extract.attribution.draft import Draft, Reading
from twosource.extract.attribution.passes import PASSES
from twosource.extract.attribution.passes.acts import act_of
from twosource.extract.attribution.passes.attributed import Attributed
from twosource.extract.attribution.passes.reported import _NOTHING as NOTHING
from twosource.extract.attribution.passes.reported import features_of, is_asked_about
from twosource.extract.attribution.passes.unfit_source import no_report
from twosource.extract.entities import EntityResolver
from twosource.extract.quotations import find_quotations
from twosource.language import Parsed, document_of
from twosource.model import Article, Raw, Source, Statement, content_id
from twosource.parse import EnglishParser
from twosource.settings import DEFAULTS

LABELS = Path(__file__).parent / "statement_labels.tsv"
PLACE = Path("src/twosource/extract/attribution/passes/report_weights.yml")
FOLDS, PENALTY, ROUNDS = 5, 1.0, 25
CLOSED = "closed"
LEAST = (0.4, 0.5, 0.6, 0.65, 0.7, 0.8)
ATTITUDES = frozenset({"thought", "plan", "wish", "act"})
ASKED = ATTITUDES | {"right", "unknown", "nobody", "source", "kind", "extent", "cue", "words"}
OUTCOMES = ("words", "attitude", "nothing")
Floats = NDArray[np.float64]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a person found of one statement; places are offsets in the cleaned text, and empty where there are none."""

    text: str
    event: str
    part: str
    form: str
    cue: tuple[Place, ...]
    source: tuple[Place, ...]
    content: tuple[Place, ...]
    verdict: str
    kind: str
    right_source: tuple[Place, ...]
    right_content: tuple[Place, ...]

    @property
    def fold(self) -> int:
        """Of five: that of its event."""
        return int(self.event, 16) % FOLDS


def labels() -> list[Label]:
    """All labels, by text and place."""
    rows = (line.split("\t") for line in LABELS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [
        Label(
            text=text, event=event, part=part, form=form, cue=_places(cue), source=_places(source), content=_places(content),
            verdict=verdict, kind=kind, right_source=_places(right_source), right_content=_places(right_content),
        )
        for text, event, part, form, cue, source, content, verdict, kind, right_source, right_content in rows
    ]  # fmt: skip


def _places(written: str) -> tuple[Place, ...]:
    return tuple((int(start), int(end)) for start, end in re.findall(r"(\d+)-(\d+)", written))


def articles(data: Path, wanted: set[str], cache: Path | None) -> dict[str, tuple[Article, Parsed]]:
    """The labelled articles and their trees, by the hash of the text."""
    if cache and cache.exists():
        kept: dict[str, tuple[Article, Parsed]] = pickle.loads(cache.read_bytes())  # noqa: S301 - written by this command alone
        if wanted <= kept.keys():
            return kept
    found: dict[str, Article] = {}
    for raw in (*(raw for _, _, raw in raws(data)), *_timebank(data)):
        article, _ = clean(raw)
        key = sha1(article.text.encode(), usedforsecurity=False).hexdigest()[:12] if article else ""
        if article and key in wanted:
            found[key] = article
    parses = EnglishParser(DEFAULTS)(list(found.values()))
    read = {key: (article, parsed) for (key, article), parsed in zip(found.items(), parses, strict=True)}
    if cache:
        cache.write_bytes(pickle.dumps(read))
    return read


def _timebank(data: Path) -> Iterator[Raw]:
    """TimeBank's texts without their marks: the first paragraph is the headline."""
    for path in sorted((data / "timebank").rglob("*.tml")):
        text = re.sub(r"(?s).*?<TEXT>(.*)</TEXT>.*", r"\1", path.read_text(encoding="utf-8"))
        lines = [" ".join(part.split()) for part in re.split(r"\n\s*\n", re.sub(r"<[^>]+>", "", text))]
        title, *rest = [line for line in lines if line] or [""]
        body = "\n".join(rest)
        yield Raw(
            name="bench", kind="record", text=body, sha256=content_id("a", title, body), title=title, language="en"
        )


def drafts_of(article: Article, parsed: Parsed) -> tuple[Reading, Sequence[Draft]]:
    """What is known of an article and its drafts, before it is asked which of them report anything."""
    document, quotations = document_of(article, parsed), find_quotations(article, parsed, DEFAULTS)
    reading = Reading(document=document, quotations=quotations, cast=EntityResolver(document, quotations).cast)
    drafts = find_attributions(article, parsed, quotations, DEFAULTS)
    for put_right in PASSES:
        if put_right is no_report:
            break
        drafts = tuple(put_right(reading, drafts))
    return reading, drafts


@dataclass(frozen=True, slots=True)
class Lesson:
    """A labelled attribution: its features, which of ``OUTCOMES`` it is, and its fold; whether it was drawn by chance from all."""

    features: dict[str, float]
    outcome: int
    fold: int
    drawn: bool


def lessons(by_text: dict[str, list[Label]], read: dict[str, tuple[Article, Parsed]]) -> Iterator[Lesson]:
    """The labelled attributions that the decision is asked about."""
    for text, here in by_text.items():
        reading, drafts = drafts_of(*read[text])
        by_cue = {(draft.cue.start, draft.cue.end): draft for draft in drafts if draft.cue is not None}
        for label in here:
            draft = by_cue.get(label.cue[0]) if label.cue and label.part != CLOSED and label.verdict in ASKED else None
            if draft is None or draft.verbatim or "speech" in {reading.quotations[n].kind for n in draft.quotations}:
                continue
            seen = Attributed.of(reading, draft)
            if seen is not None and is_asked_about(seen) and draft.content and act_of(seen) is None:
                outcome = 2 if label.verdict == "nobody" else int(label.verdict in ATTITUDES)
                yield Lesson(features_of(seen, draft.score), outcome, label.fold, label.part == "drawn")


def fitted(table: Floats, outcomes: Floats) -> Floats:
    """Weights, a column for each outcome but the last, their last row what is always added, by Newton's steps."""
    wide = np.hstack([table, np.ones((len(table), 1))])
    told, count = np.eye(len(OUTCOMES))[outcomes.astype(int)], wide.shape[1]
    penalty = np.full((count, 1), PENALTY)
    penalty[-1] = 1e-6
    weights = np.zeros((count, len(OUTCOMES) - 1))
    for _ in range(ROUNDS):
        chance = _chances(wide, weights)[:, :-1]
        slope = wide.T @ (chance - told[:, :-1]) + penalty * weights
        bend = [
            [
                (wide * (one * (float(row == column) - other))[:, None]).T @ wide
                + (row == column) * np.diag(penalty[:, 0])
                for column, other in enumerate(chance.T)
            ]
            for row, one in enumerate(chance.T)
        ]
        weights = weights - np.linalg.solve(np.block(bend), slope.T.ravel()).reshape(weights.T.shape).T
    return weights


def _chances(wide: Floats, weights: Floats) -> Floats:
    weigh = np.exp(np.hstack([wide @ weights, np.zeros((len(wide), 1))]))
    chances: Floats = weigh / weigh.sum(axis=1, keepdims=True)
    return chances


def _learn(every: Sequence[Lesson]) -> dict[str, dict[str, float]]:
    """Print what folds say, and give the weights learned from all."""
    names = sorted({name for lesson in every for name in lesson.features})
    table = np.array([[lesson.features.get(name, 0.0) for name in names] for lesson in every])
    outcomes = np.array([lesson.outcome for lesson in every], dtype=np.float64)
    fold, drawn = np.array([lesson.fold for lesson in every]), np.array([lesson.drawn for lesson in every])
    chance = np.zeros((len(every), len(OUTCOMES)))
    for number in range(FOLDS):
        apart = fold == number
        weights = fitted(table[~apart], outcomes[~apart])
        chance[apart] = _chances(np.hstack([table[apart], np.ones((apart.sum(), 1))]), weights)
    print(
        f"{len(every)} attributions; by folds of events, those taken for words, an attitude, nothing; of those drawn by chance"
    )
    for least in LEAST:
        words, nothing = chance[:, 0] >= least, chance[:, 2] > NOTHING * chance[:, 1]
        taken = np.where(words, 0, np.where(nothing, 2, 1))
        for place, name in enumerate(OUTCOMES):
            here = outcomes == place
            all_of, by_chance = (np.bincount(taken[rows], minlength=3).tolist() for rows in (here, here & drawn))
            print(f"  {least} {name}: {all_of}; {by_chance}")
    learned = np.round(fitted(table, outcomes), 2).T.tolist()
    return {
        name: dict(zip([*names, "always"], column, strict=True))
        for name, column in zip(OUTCOMES, learned, strict=False)
    }


def _counted(by_text: dict[str, list[Label]], read: dict[str, tuple[Article, Parsed]], part: str) -> None:
    """Print how the shipped code's statements stand to the labels of one part of those that were drawn by chance."""
    found: Counter[str] = Counter()
    for text, here in by_text.items():
        article, parsed = read[text]
        document, quotations = document_of(article, parsed), find_quotations(article, parsed, DEFAULTS)
        resolver = EntityResolver(document, quotations)
        statements = find_statements(document, quotations, resolver, DEFAULTS)
        sources = {source.id: source for source in resolver.sources()}
        found.update(standing(label, statements, sources) for label in here if label.part == part)
    total = sum(count for name, count in found.items() if name != "gone")
    print(f"statements drawn by chance, {part}, as the code gives them now ({total} are still given):")
    for name, count in sorted(found.items()):
        print(f"  {name}: {count}")


def standing(label: Label, statements: Iterable[Statement], sources: dict[str, Source]) -> str:
    """How the statement at a labelled place is now: by the first thing that is wrong with it."""
    nobody = label.verdict == "nobody" or label.verdict in ATTITUDES
    met = max(
        (s for s in statements if s.kind == label.form and s.said),
        key=lambda s: _shared(s, label.content),
        default=None,
    )
    if met is None or not _shared(met, label.content) or not met.said:
        return "gone" if nobody else "gone, though somebody's words"
    source = sources.get(met.source or "")
    span = (met.source_span.start, met.source_span.end) if met.source_span else (0, 0)
    still = label.verdict in {"source", "cue"} and not label.right_source and (span,) == label.source
    right = label.right_source or (() if label.verdict == "source" else label.source)
    content = label.right_content or (() if label.verdict == "extent" else label.content)
    wrongs = (
        ("nobody", nobody),
        ("unknown", source is None),
        ("to be read: now somebody is named", label.verdict == "unknown"),
        ("kind", source is not None and source.kind != label.kind),
        ("source", not right or not (span[0] < right[0][1] and right[0][0] < span[1])),
        (label.verdict, still),
        ("extent", not _same(met, content)),
    )
    return next((name for name, wrong in wrongs if wrong), "right")


def _shared(statement: Statement, content: Iterable[Place]) -> int:
    """How many characters of what it says are those of a label."""
    return sum(
        max(0, min(span.end, end) - max(span.start, start)) for span in statement.content for start, end in content
    )


_SLACK = 3


def _same(statement: Statement, content: Sequence[Place]) -> bool:
    """Whether what it says begins and ends where words of the label do, marks apart; a label may hold two statements."""
    begins, ends = min(span.start for span in statement.content), max(span.end for span in statement.content)
    return any(abs(begins - start) <= _SLACK for start, _ in content) and any(
        abs(ends - end) <= _SLACK for _, end in content
    )


def main() -> None:
    """Print the folds and the count, and write the weights."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path)
    asked.add_argument("--cache", type=Path)
    asked.add_argument("--write", action="store_true")
    given = asked.parse_args()
    by_text: dict[str, list[Label]] = {}
    for label in labels():
        by_text.setdefault(label.text, []).append(label)
    read = articles(given.data, set(by_text), given.cache)
    weights = _learn(list(lessons(by_text, read)))
    if given.write:
        head = PLACE.read_text(encoding="utf-8").split("words:\n")[0]
        lines = (
            f"{outcome}:\n" + "".join(f'  "{name}": {weight}\n' for name, weight in sorted(column.items()))
            for outcome, column in weights.items()
        )
        PLACE.write_text(head + "".join(lines), encoding="utf-8")
    for part in ("drawn", CLOSED):
        _counted(by_text, read, part)


if __name__ == "__main__":
    main()
