"""Stories and pairs of real articles whose origins were labelled by hand, read through once."""

import json
import pickle
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from twosource.clean import clean
from twosource.compare import find_passages, join_sources
from twosource.model import Findings, Passage, Raw
from twosource.pipeline import Options, findings_in
from twosource.settings import DEFAULTS
from twosource.weigh import name_publishers

LABELS = Path(__file__).with_name("reuse_labels.tsv")
DRAWN = Path(__file__).with_name("origin_labels.tsv")
REWORDED = Path(__file__).with_name("reworded_labels.tsv")
CLOSED = Path(__file__).with_name("reworded_closed.tsv")
ONE_ORIGIN = frozenset({"verbatim", "edited", "same agency"})
AGENCIES = frozenset({"AP", "Reuters", "AFP"})
Key = frozenset[str]


@dataclass(kw_only=True)
class Labelled:
    """A story, or a single pair of articles, with what a person said of its pairs.

    Attributes:
        event: What both belong to.
        whole: Whether all pairs were looked at; then one without a label shares no origin.
        file: The name of the file of labels that a pair is from; of a story, "stories".
        findings: The articles, sources joined.
        passages: What they share.
        labels: Two articles' ids, to the label.
        via: The same, to the carrier; absent where none is known.
    """

    event: str
    whole: bool
    findings: tuple[Findings, ...]
    passages: tuple[Passage, ...] = ()
    labels: dict[Key, str] = field(default_factory=dict)
    via: dict[Key, str] = field(default_factory=dict)
    file: str = "stories"

    def groups(self) -> list[set[str]]:
        """The articles by origin: those joined by labels, and those of one newsroom.

        An outlet that prints an agency's piece did not write it, so that its other articles are no one origin with it.
        """
        groups = [{one.article.id} for one in self.findings]
        outlets = {one.article.id: one.article.outlet for one in self.findings}
        carried = {one for key in self.via for one in key if self.via[key] in AGENCIES}
        newsroom = {one: outlet for one, outlet in outlets.items() if one not in carried}
        for one, other in combinations(outlets, 2):
            written = one in newsroom and newsroom[one] == newsroom.get(other)
            if self.labels.get(frozenset((one, other))) in ONE_ORIGIN or written:
                met = [group for group in groups if {one, other} & group]
                groups = [group for group in groups if group not in met] + [set().union(*met)]
        return groups


def labelled(data: Path, cache: Path | None = None, *, closed: bool = False) -> list[Labelled]:
    """The stories with ``copied`` pairs, then the labelled pairs of which both articles stand in none of these.

    Args:
        data: The folder of the data sets.
        cache: Where to keep what was read.
        closed: Whether to give the pairs alone that no rule was made for.
    """
    rows = dict(_rows(data))
    if closed:
        return list(_pairs(CLOSED, rows, cache))
    found: list[Labelled] = []
    told: list[set[str]] = []
    for place in sorted((data / "dev_stories").glob("*.json")):
        story = json.loads(place.read_text(encoding="utf-8"))
        if not story.get("only"):
            found.append(_story(place.stem, story, rows, cache))
            told.append({one.article.text for one in found[-1].findings})
    for place in (LABELS, DRAWN, REWORDED):
        pairs = _pairs(place, rows, cache)
        found += [
            pair for pair in pairs if not any({one.article.text for one in pair.findings} <= texts for texts in told)
        ]
    return found


def _pairs(place: Path, rows: dict[str, tuple[str, Raw]], cache: Path | None) -> Iterator[Labelled]:
    for one, other, label in pairs_in(place):
        yield _pair(rows[one][0], (rows[one][1], rows[other][1]), label, cache, file=place.stem)


def pairs_in(place: Path) -> Iterator[tuple[str, str, str]]:
    """Two articles and their label, of each row of a file of labels."""
    for line in place.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            one, other, label = line.split("\t")
            yield one, other, label


def _rows(data: Path) -> Iterator[tuple[str, tuple[str, Raw]]]:
    """Articles by the ids that the labels use, with their event."""
    with (data / "gun_violence_incidents" / "dev.jsonl").open(encoding="utf-8") as lines:
        for incident in map(json.loads, lines):
            for row in incident["articles"]:
                address = row["uri"].partition("/http")[2]
                raw = _raw(row["id"], row, row["dct"], f"http{address}" if address else row["uri"])
                yield row["id"], (f"gva-{incident['incident_id']}", raw)
    from twosource.model import content_id  # noqa: PLC0415 - only here

    with (data / "news_events" / "dev.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            raw = _raw(row["url"], row, (row["published"] or "")[:16], row["url"])
            for name in (row["url"], content_id("a", row["url"])):
                yield name, (f"news_events-{row['event']}", raw)


def _raw(name: str, row: dict[str, Any], published: str, url: str) -> Raw:
    return Raw(
        name=name,
        kind="record",
        text=row["text"],
        sha256="0" * 64,
        outlet=row["outlet"],
        url=url,
        title=row["title"] or None,
        published=published or None,
        byline=tuple(row.get("authors") or ()),
        language="en",
    )


def _story(
    event: str, story: dict[str, list[dict[str, str]]], rows: dict[str, tuple[str, Raw]], cache: Path | None
) -> Labelled:
    names = [str(one) for one in story["articles"]]
    read = {name: _read(rows[name][1], cache) for name in names}
    findings = {one.article.id: one for one in read.values()}
    found = _compared(event, tuple(findings.values()), whole=True)
    for pair in story["copied"]:
        key = frozenset(read[name].article.id for name in pair["articles"])
        if len(key) == 2:  # noqa: PLR2004 - a pair; one article saved twice is none
            found.labels[key] = pair["how"]
            if pair["via"]:
                found.via[key] = pair["via"]
    return found


def _pair(event: str, pair: tuple[Raw, Raw], label: str, cache: Path | None, *, file: str) -> Labelled:
    read = {found.article.id: found for found in (_read(one, cache) for one in pair)}
    found = _compared(event, tuple(read.values()), whole=False)
    found.file = file
    if len(read) == 2:  # noqa: PLR2004 - the same
        found.labels[frozenset(read)] = label
    return found


def _compared(event: str, findings: tuple[Findings, ...], *, whole: bool) -> Labelled:
    _, joined = join_sources(findings, None, ())
    return Labelled(event=event, whole=whole, findings=joined, passages=find_passages(joined, DEFAULTS))


def _read(raw: Raw, cache: Path | None) -> Findings:
    article, _ = clean(raw)
    assert article is not None, raw.name
    (article,) = name_publishers((article,))
    place = cache / f"{article.id}.pickle" if cache else None
    if place and place.exists():
        with place.open("rb") as file:
            held: Findings = pickle.load(file)  # noqa: S301 - our own cache
        if held.article.text == article.text:
            return Findings(
                article=article, sources=held.sources, statements=held.statements, figures=held.figures,
                moments=held.moments, happenings=held.happenings,
            )  # fmt: skip
    (found,) = findings_in((article,), Options())
    if place:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as file:
            pickle.dump(found, file)
    return found
