"""How well marks are found: kind, scope, holder and false alarms, on our own labelled sentences, all invented, or on real text.

    python bench/marks.py [FILE] [--errors] [--held-back]
    python bench/marks.py --real DATA [--errors]
    python bench/marks.py --real DATA --places bench/marks_places.jsonl [--part work|closed|fresh|kept|'learnt 1']

With ``--real`` the articles are those of DATA/dev_marks.jsonl, a fold of whole stories a line and all of them last; the
places of dev_marks_optional.jsonl, where a fair reader may or may not see a mark, are not counted, nor are headlines.
With ``--places`` single places of other articles are judged, drawn by chance by words of doubt and marked before anything
was run on them: work and fresh were worked with, closed was opened once; of a later, wider drawing five folds of whole
texts (learnt) were worked with, and kept was run once, at the end. Marks elsewhere in these articles are not judged.

A found mark and a labelled one are a pair if their kind is the same and the marking words overlap, or, failing that, if
the kind is the same and it lies on the words that are marked. Kind: F1 over all cases. Scope, of pairs: every labelled
stretch is touched by a statement (or figure) that carries the mark, and no statement carries it that touches none. Holder,
of pairs: the outlet where none is named, else a source whose name shares the last word. False alarms: the share of cases
without labelled marks in which a mark was found.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

import timebank
from twosource.extract import extract
from twosource.model import Article, Block, Findings, Mark, Source, Span, Statement, content_id
from twosource.parse import EnglishParser

HELD_BACK = 3
FOLDS = 5
SENTENCE_ENDS = (". ", "\n", "? ", "! ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A labelled mark."""

    kind: str
    words: Span
    over: tuple[Span, ...]
    by: str | None
    across: bool
    also: frozenset[str] = frozenset()
    holder: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text with its marks; every third one is held back."""

    article: Article
    labels: tuple[Label, ...]
    held_back: bool
    part: str = ""
    negatives: tuple[Span, ...] = ()
    optional: tuple[Span, ...] = ()
    only_here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A found mark with the places of the statements that carry it."""

    mark: Mark
    places: tuple[Span, ...]
    holder: tuple[str, ...] | None
    mentions: tuple[Span, ...] = ()


@dataclass(slots=True)
class Counts:
    """What is added up."""

    gold: int = 0
    found: int = 0
    paired: int = 0
    scope: int = 0
    across: int = 0
    across_right: int = 0
    holder: int = 0
    negatives: int = 0
    alarms: int = 0

    def figures(self) -> dict[str, float | int]:
        """As shares."""
        return {
            "gold": self.gold,
            "found": self.found,
            "kind_f1": round(2 * self.paired / max(1, self.gold + self.found), 3),
            "scope": round(self.scope / max(1, self.paired), 3),
            "scope_across": round(self.across_right / max(1, self.across), 3),
            "across": self.across,
            "holder": round(self.holder / max(1, self.paired), 3),
            "negatives": self.negatives,
            "false_alarms": round(self.alarms / max(1, self.negatives), 3),
        }


def read(path: Path) -> Iterator[Case]:
    """The labelled cases, in order."""
    for index, entry in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
        text: str = entry["text"]
        labels = tuple(_label(text, mark) for mark in entry.get("marks", []))
        held_back = index % HELD_BACK == HELD_BACK - 1
        part = "held back" if held_back else "tuned"
        yield Case(article=_article(text), labels=labels, held_back=held_back, part=part)


def read_real(data: Path) -> Iterator[Case]:
    """The articles of the marked stories, in the order of their stories; five folds of whole stories."""
    texts = dict(_texts(data))
    marks, optional = (_by_document(data / name) for name in ("dev_marks.jsonl", "dev_marks_optional.jsonl"))
    stories = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((data / "dev_stories").glob("*.json"))]
    whole = sorted((story for story in stories if not story.get("only")), key=lambda s: f"{s['set']}-{s['story']}")
    for number, story in enumerate(whole):
        for document in (one for one in story["articles"] if one in marks):
            text, found = texts[document], marks[document]
            yield Case(
                article=_article(text),
                labels=tuple(_real_label(text, one) for one in found if one["mark"]),
                held_back=False,
                part=f"fold {number % FOLDS + 1}",
                negatives=tuple(_span(one["cue"]) for one in found if not one["mark"]),
                optional=tuple(_span(one["cue"]) for one in optional.get(document, ())),
            )


def read_places(data: Path, places: Path) -> Iterator[Case]:
    """Single places of articles: a line holds where they stand, and hashes of their text, which is not ours to keep."""
    articles = (path.read_bytes().decode("utf-8") for path in (data / "polnear" / "data").glob("*/text/*"))
    texts = {_hash(text): _article(text) for text in (*articles, *dict(_texts(data)).values())}
    texts |= {_hash(dated.article.text): dated.article for dated in timebank.read(data / "timebank")}
    for row in map(json.loads, places.read_text(encoding="utf-8").splitlines()):
        article = texts.get(row["text_sha1"])
        if article is None:
            raise SystemExit("the data hold no text that was annotated as " + row["text_sha1"])
        yield Case(
            article=article,
            labels=(_real_label(article.text, row),) if row["mark"] else (),
            held_back=False,
            part=row["half"],
            negatives=() if row["mark"] else (_span(row["cue"]),),
            only_here=True,
        )


def _hash(text: str) -> str:
    """By what a text is known: the beginning of its check sum, as long as the places have it."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:12]


def _texts(data: Path) -> Iterator[tuple[str, str]]:
    for line in (data / "news_events" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["url"], row["text"]
    for line in (data / "gun_violence_incidents" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        yield from ((one["id"], one["text"]) for one in json.loads(line)["articles"])


def _by_document(path: Path) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found.setdefault(row["doc"], []).append(row)
    return found


def _span(place: list[int]) -> Span:
    return Span(start=place[0], end=place[1])


def _real_label(text: str, mark: dict[str, Any]) -> Label:
    holder = _span(mark["by"]) if isinstance(mark["by"], list) else None
    return Label(
        kind=mark["mark"],
        words=_span(mark["cue"]),
        over=tuple(_span(part) for part in mark["scope"]),
        by=None if holder is None else holder.of(text),
        across=mark["other_sentence"],
        also=frozenset(mark.get("also") or ()),
        holder=holder,
    )


def _label(text: str, mark: dict[str, Any]) -> Label:
    words = _place(text, mark["words"])
    over = tuple(_place(text, part) for part in mark["over"])
    across = all(_number(text, words.start) != _number(text, part.start) for part in over)
    return Label(kind=mark["kind"], words=words, over=over, by=mark.get("by"), across=across)


def _place(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start=start, end=start + len(part))


def _number(text: str, offset: int) -> int:
    """How many sentences end before a place."""
    return sum(text.count(end, 0, offset) for end in SENTENCE_ENDS)


def _article(text: str) -> Article:
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        blocks.append(Block(kind="paragraph", start=at, end=at + len(line), reason="as it stands"))
        at += len(line) + 1
    return Article(
        id=content_id("a", text), outlet="invented.example", sha256="0" * 64, text=text, blocks=tuple(blocks)
    )


def carried(findings: Findings) -> tuple[Carried, ...]:
    """Each distinct mark with everything that carries it: the figures where no statement does."""
    sources = {source.id: source for source in findings.sources}
    places: dict[Mark, list[Span]] = {}
    for statement in findings.statements:
        for mark in statement.marks:
            places.setdefault(mark, []).extend(_whole(statement))
    told = set(places)
    for figure in findings.figures:
        for mark in figure.marks:
            places.setdefault(mark, []).extend([figure.span] if mark not in told else [])
    return tuple(
        _carried(mark, tuple(where), sources.get(mark.by or ""))
        for mark, where in sorted(places.items(), key=lambda one: (one[0].start, one[0].kind))
    )


def _carried(mark: Mark, places: tuple[Span, ...], source: Source | None) -> Carried:
    if source is None:
        return Carried(mark=mark, places=places, holder=None)
    mentions = tuple(Span(start=place.start, end=place.end) for place in source.mentions)
    return Carried(mark=mark, places=places, holder=(source.name, *source.names), mentions=mentions)


def _whole(statement: Statement) -> tuple[Span, ...]:
    return (Span(start=min(p.start for p in statement.content), end=max(p.end for p in statement.content)),)


def count(case: Case, findings: Findings, counts: Counts, *, errors: bool) -> None:
    """Add one case."""
    found = [one for one in carried(findings) if not any(one.mark.span.overlaps(place) for place in case.optional)]
    if case.only_here:
        here = (*case.negatives, *(label.words for label in case.labels))
        found = [one for one in found if any(one.mark.span.overlaps(place) for place in here)]
    left = list(found)
    counts.gold += len(case.labels)
    counts.found += len(found)
    if case.negatives:
        counts.negatives += len(case.negatives)
        counts.alarms += sum(any(one.mark.span.overlaps(place) for one in found) for place in case.negatives)
    elif not case.labels and not case.only_here:
        counts.negatives += 1
        counts.alarms += bool(found)
    for label in case.labels:
        one = next((f for f in left if _pairs(f, label)), None)
        if one is None:
            _say(errors, case, "missed", label, None)
            continue
        left.remove(one)
        counts.paired += 1
        _judge(case, label, one, counts, errors=errors)
    for one in left:
        _say(errors, case, "spurious", None, one)


def _pairs(one: Carried, label: Label) -> bool:
    if one.mark.kind not in {label.kind, *label.also}:
        return False
    return one.mark.span.overlaps(label.words) or any(p.overlaps(o) for p in one.places for o in label.over)


def _judge(case: Case, label: Label, one: Carried, counts: Counts, *, errors: bool) -> None:
    touched = all(any(place.overlaps(part) for place in one.places) for part in label.over)
    stray = any(not any(place.overlaps(part) for part in label.over) for place in one.places)
    right = touched and not stray
    counts.scope += right
    counts.across += label.across
    counts.across_right += right and label.across
    holder = one.holder is None if label.by is None else _named(label, one)
    counts.holder += holder
    if not right:
        _say(errors, case, "scope", label, one)
    if not holder:
        _say(errors, case, "holder", label, one)


def _named(label: Label, one: Carried) -> bool:
    """Whether a found holder is the labelled one: by one of its mentions, or the last word of its name."""
    if label.holder is not None and any(place.overlaps(label.holder) for place in one.mentions):
        return True
    last = (label.by or "").casefold().rpartition(" ")[2]
    return any(last in name.casefold().split() for name in one.holder or ())


def _say(errors: bool, case: Case, what: str, label: Label | None, one: Carried | None) -> None:  # noqa: FBT001 - a line of output
    if not errors:
        return
    text = case.article.text
    wanted = (
        f"{label.kind} “{label.words.of(text)}” over {[p.of(text) for p in label.over]} by {label.by}" if label else ""
    )
    met = (
        f"{one.mark.kind} “{one.mark.span.of(text)}” over {[p.of(text) for p in one.places]} by {one.holder}"
        if one
        else ""
    )
    print(
        f"{what:9}{'(held back) ' if case.held_back else ''}{text!r}\n          wanted {wanted}\n          found  {met}"
    )


def _cases(given: argparse.Namespace) -> Iterator[Case]:
    if given.places:
        return read_places(given.real, given.places)
    return read_real(given.real) if given.real else read(given.file)


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", type=Path, nargs="?", default=Path(__file__).with_name("marks_labelled.yml"))
    arguments.add_argument(
        "--errors", action="store_true", help="print what went wrong in the cases that are not held back"
    )
    arguments.add_argument("--held-back", action="store_true", help="with --errors: of the held-back cases too")
    arguments.add_argument("--real", type=Path, help="a folder with dev_marks.jsonl and the articles that it marks")
    arguments.add_argument("--places", type=Path, help="with --real: single places of other articles")
    arguments.add_argument("--part", help="only the cases of this part")
    given = arguments.parse_args()
    cases = [case for case in _cases(given) if given.part in {None, case.part}]
    parts = {name: Counts() for name in sorted({case.part for case in cases})} | {"all": Counts()}
    parses = EnglishParser()([case.article for case in cases])
    for case, parsed in zip(cases, parses, strict=True):
        findings = extract(case.article, parsed)
        shown = given.errors and (given.held_back or not case.held_back)
        count(case, findings, parts[case.part], errors=shown)
        count(case, findings, parts["all"], errors=False)
    for name, counts in parts.items():
        print(json.dumps({"bench": "marks", "part": name, **counts.figures()}))


if __name__ == "__main__":
    main()
