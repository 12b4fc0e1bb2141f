"""The three labelled sets for grouping, in their public formats, and texts for counting words."""

import json
import pickle
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from twosource.clean import clean
from twosource.extract import extract
from twosource.model import Article, Findings, Raw, content_id
from twosource.parse import EnglishParser
from twosource.settings import DEFAULTS

SETS = ("incidents", "ecb+", "news")
_BATCH = 200
_SPACED = [
    (re.compile(pattern), put)
    for pattern, put in (
        (r"``\s?", "“"), (r"\s?''", "”"), (r"\s+([,.;!?%)\]])", r"\1"), (r"([(\[$£€])\s+", r"\1"),
        (r"\s+(n't|'(?:s|ll|re|ve|d|m)?)(?!\w)", r"\1"), (r"(?<=\d)\s?([:/.])\s?(?=\d)", r"\1"), (r"(?<=\w) :(?=\s)", ":"),
        (r"\b([A-Za-z])\.\s?([A-Za-z])\.", r"\1.\2."), (r"(?<=\d) - (?=[a-z])|(?<=year) - (?=old)", "-"), (r"(?<=\w) ’ (?=\w)", "’"),
    )
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """One article with the event it belongs to."""

    set: str
    event: str
    findings: Findings


def labelled(data: Path, cache: Path | None = None, *, parse: bool = True) -> list[Labelled]:
    """All articles of the three sets that hold any text.

    Args:
        data: The folder of the sets.
        cache: A folder to keep findings in, so that a second run need not parse; made by these commands alone.
        parse: False leaves figures and moments out, for a quick look.
    """
    found: list[Labelled] = []
    batch: list[tuple[str, str, Article]] = []
    for name, event, raw in raws(data):
        article, _ = clean(raw)
        if article:
            batch.append((name, event, article))
    for start in range(0, len(batch), _BATCH):
        part = batch[start : start + _BATCH]
        findings = (
            _findings([article for _, _, article in part], cache)
            if parse
            else [Findings(article=a) for _, _, a in part]
        )
        found += [
            Labelled(set=name, event=event, findings=one) for (name, event, _), one in zip(part, findings, strict=True)
        ]
    return found


def raws(data: Path) -> Iterator[tuple[str, str, Raw]]:
    """Set, event and raw input of each article."""
    for record in _lines(data / "gun_violence_incidents" / "dev.jsonl"):
        for one in record["articles"]:
            yield "incidents", record["incident_id"], _raw(one["title"], one["text"], one["dct"], one["outlet"])
    for record in _lines(data / "ecbplus" / "dev.jsonl"):
        first, *others = map(spaced, record["sentences"])
        yield "ecb+", record["event"], _raw(first, "\n".join(others), None, record["outlet"])
    for record in _lines(data / "news_events" / "dev.jsonl"):
        yield "news", str(record["event"]), _raw(record["title"], record["text"], record["published"], record["outlet"])


def spaced(sentence: str) -> str:
    """A sentence as a page has it: ECB+ stands in tokens, with spaces around marks and ``two strokes'' for quotes."""
    for pattern, put in _SPACED:
        sentence = pattern.sub(put, sentence)
    return sentence


def other_texts(data: Path) -> Iterator[str]:
    """Texts of sets without labels of events: they only count words."""
    for path in sorted((data / "polnear" / "data" / "train" / "text").glob("[!.]*.txt")):
        yield path.read_text(encoding="utf-8")
    for path in sorted((data / "timebank").glob("[!.]*.tml")):
        yield re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8"))


def _lines(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]  # rows of a public set, read as they are
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _raw(title: str, text: str, published: str | None, outlet: str) -> Raw:
    return Raw(
        name="bench", kind="record", text=text, sha256=content_id("a", title, text), title=title,
        published=published or None, language="en", outlet=outlet,
    )  # fmt: skip


def _findings(articles: list[Article], cache: Path | None) -> list[Findings]:
    place = cache / content_id("b", *(article.id for article in articles)) if cache else None
    if place and place.exists():
        kept: list[Findings] = pickle.loads(place.read_bytes())  # noqa: S301 - written by this command alone
        return kept
    parser = EnglishParser(DEFAULTS)
    found = [extract(a, parsed, DEFAULTS) for a, parsed in zip(articles, parser(articles), strict=True)]
    if place:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(pickle.dumps(found))
    return found
