"""The stories laid side by side by hand (``dev_stories``), read as findings with what the annotators marked.

A member of a claim is met by a statement if half of the shorter lies in the other, counted in code points.
"""

import json
import pickle
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twosource.model import Article, Block, Findings, content_id
from twosource.pipeline import Options, findings_in

FOLDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedStory:
    """A story with its marks.

    Attributes:
        name: Its set and number.
        fold: Which fifth of the stories it is in.
        findings: What its articles were found to say; offsets are moved by each article's ``shift``.
        marks: The annotators' record: ``claims``, ``conflicts``, ``lost``, ``figures`` and so on.
        ids: The annotators' name of an article, to ours.
        shift: By how much a place in an article's text lies behind the annotators': the headline stands before it.
    """

    name: str
    fold: int
    findings: tuple[Findings, ...]
    marks: dict[str, Any]
    ids: dict[str, str]
    shift: dict[str, int]

    def spans(self, group: dict[str, Any]) -> list[tuple[str, int, int]]:
        """The members of a claim or conflict as places in our articles: article, start, end."""
        return [self.place(member) for member in group["members"]]

    def place(self, member: dict[str, Any]) -> tuple[str, int, int]:
        """One member as a place."""
        article = member["article"]
        moved = self.shift[article]
        return self.ids[article], member["span"][0] + moved, member["span"][1] + moved


def stories(data: Path, scorers: Path, cache: Path | None) -> Iterator[MarkedStory]:
    """Read all stories; the texts come from the scorers' own reader, for which the offsets hold.

    Args:
        data: The folder that holds ``dev_stories`` and the sets that it marks.
        scorers: The folder of ``story_view.py``.
        cache: Where to keep what was found in the articles; nothing is kept if None.
    """
    sys.path.insert(0, str(scorers))
    from story_view import articles  # type: ignore[import-not-found]  # noqa: PLC0415 - from the folder given

    texts = articles(str(data))
    for number, path in enumerate(sorted((data / "dev_stories").glob("*.json"))):
        marks = json.loads(path.read_text(encoding="utf-8"))
        made = {name: _article(name, texts[name]) for name in marks["articles"]}
        kept = cache / f"{path.stem}.pickle" if cache else None
        if kept and kept.exists():
            findings = pickle.loads(kept.read_bytes())  # noqa: S301 - written by ourselves
        else:
            findings = findings_in([article for article, _ in made.values()], Options())
            if kept:
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(pickle.dumps(findings))
        yield MarkedStory(
            name=path.stem,
            fold=number % FOLDS,
            findings=findings,
            marks=marks,
            ids={name: article.id for name, (article, _) in made.items()},
            shift={name: moved for name, (_, moved) in made.items()},
        )


def _article(name: str, told: tuple[Any, ...]) -> tuple[Article, int]:
    body, title, outlet, published = told[:4]
    head = " ".join((title or "").split())
    text = f"{head}\n\n{body}" if head else body
    moved = len(text) - len(body)
    blocks = [Block(kind="headline", start=0, end=len(head), reason="the set's title")] if head else []
    at = moved
    for line in body.split("\n"):
        if line.strip():
            blocks.append(Block(kind="paragraph", start=at, end=at + len(line), reason="a line of the set"))
        at += len(line) + 1
    article = Article(
        id=content_id("a", name, text),
        outlet=outlet or "unknown",
        sha256="",
        text=text,
        headline=head or None,
        published=published or None,
        dated_by="stated" if published else "none",
        blocks=tuple(blocks),
    )
    return article, moved


def homes(story: MarkedStory, groups: list[dict[str, Any]]) -> dict[str, frozenset[int]]:
    """For each statement, the numbers of the groups of which it meets a member."""
    held: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for article, start, end in story.spans(group):
            held[article].append((start, end, number))
    found: dict[str, frozenset[int]] = {}
    for one in story.findings:
        for statement in one.statements:
            met = {
                number
                for start, end, number in held[one.article.id]
                if _met([(span.start, span.end) for span in statement.content], start, end)
            }
            found[statement.id] = frozenset(met)
    return found


def _met(content: list[tuple[int, int]], start: int, end: int) -> bool:
    shared = sum(max(0, min(end, last) - max(start, first)) for first, last in content)
    return 2 * shared >= min(end - start, sum(last - first for first, last in content)) > 0
