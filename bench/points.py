"""How often figures of several articles are rightly joined: chains of counted people in ECB+.

    nice python bench/points.py FOLDER

FOLDER holds ``dev.jsonl`` (articles of ECB+) and ``human_count_chains_dev.jsonl`` (the same people counted in several
articles, also with different numbers). All articles of an event are compared as one story. A link is a pair of mentions
in one chain; it is found if figures at both places are in one point. A false link is a pair of figures in one point that
the chains put apart; ``wide`` also counts as false every pair of a chain's figure with one that no chain names, although
not every mention is labelled. Recall is given for all links, and for those whose two numbers were found as figures.

Two events a topic are alike (two quakes, two trials). So topics are also compared as if each were one story: a point
that joins articles of both events is wrong, or tells of the one as background to the other. That is done on a sample,
to end in two minutes: every k-th topic in the order of names, of each event the first eight articles; the output says how
many of how many. ``--topics 0`` takes all topics and articles.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from twosource.model import Article, Block, Story, content_id
from twosource.pipeline import Options, compare

_TOPICS = 6
_SAMPLED = 8  # articles of an event, in the order of their names

Link = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Links of one event, each a pair of (chain or "", figure or mention)."""

    gold: int
    reachable: int
    right: int
    wrong: int
    wide: int


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def article(record: dict[str, Any]) -> Article:
    """An article of ECB+: its sentences are its paragraphs, the first is a headline unless it ends in a full stop."""
    text = ""
    blocks: list[Block] = []
    for at, sentence in enumerate(record["sentences"]):
        text += "\n\n" if text else ""
        title = at == 0 and not sentence.rstrip().endswith((".", "!", "?"))
        kind: Any = "headline" if title else "paragraph"
        blocks.append(Block(kind=kind, start=len(text), end=len(text) + len(sentence), reason="a sentence of ECB+"))
        text += sentence
    name = record["doc"]
    return Article(id=content_id("a", name, text), outlet=name, sha256="", text=text, blocks=tuple(blocks))


def places(chains: list[dict[str, Any]], story: Story) -> dict[str, set[str]]:
    """For each chain and mention ("chain|doc|place") the figures found there; empty sets where none is."""
    found: dict[str, set[str]] = {}
    articles = {one.outlet: one for one in story.articles}
    for chain in chains:
        for mention in chain["mentions"]:
            one = articles.get(mention["doc"])
            sentence = one.text.find(mention["sentence"]) if one else -1
            inside = mention["sentence"].find(mention["text"])
            if one is None or sentence < 0 or inside < 0:
                continue
            start, end = sentence + inside, sentence + inside + len(mention["text"])
            figures = {f.id for f in story.figures if f.article == one.id and f.start < end and start < f.end}
            found[f"{chain['chain']}|{mention['doc']}|{start}"] = figures
    return found


def judge(chains: list[dict[str, Any]], story: Story) -> Tally:
    """Count the links of one event."""
    mentions = places(chains, story)
    chain_of = {figure: name.split("|")[0] for name, figures in mentions.items() for figure in figures}
    home = {figure: point.id for point in story.points for figure in point.figures}
    gold = [pair for pair in combinations(sorted(mentions), 2) if pair[0].split("|")[0] == pair[1].split("|")[0]]
    reachable = [pair for pair in gold if mentions[pair[0]] and mentions[pair[1]] and not _one_place(pair, mentions)]
    right = sum(bool({home[f] for f in mentions[a]} & {home[f] for f in mentions[b]}) for a, b in reachable)
    wrong = wide = 0
    for point in story.points:
        for one, two in combinations(sorted(point.figures), 2):
            names = {chain_of.get(one), chain_of.get(two)}
            if len(names) > 1:
                wrong += None not in names
                wide += 1
    return Tally(gold=len(gold), reachable=len(reachable), right=right, wrong=wrong, wide=wide)


def _one_place(pair: tuple[str, str], mentions: dict[str, set[str]]) -> bool:
    return bool(mentions[pair[0]] & mentions[pair[1]])


def across(articles: dict[str, list[Article]], options: Options, most: int) -> dict[str, object]:
    """Points of several articles, by kind, and how many of them join articles of both events of their topic.

    Args:
        articles: By event.
        options: For ``compare``.
        most: How many topics; 0 for all of them with all of their articles.
    """
    topics: dict[str, list[str]] = defaultdict(list)
    for event in sorted(articles):
        topics[event.removesuffix("plus")].append(event)
    names = sorted(topics)
    chosen = [names[at * len(names) // most] for at in range(min(most, len(names)))] if most else names
    found: dict[str, int] = defaultdict(int, {"topics": len(chosen), "topics of the set": len(names)})
    for topic in chosen:
        held = {event: sorted(articles[event], key=_name)[: _SAMPLED if most else None] for event in topics[topic]}
        every = [one for event in held for one in held[event]]
        story = compare(every, options)
        event_of = {one.id: event for event in held for one in held[event]}
        found["articles"] += len(every)
        home = {statement.id: statement.article for statement in story.statements}
        home.update((figure.id, figure.article) for figure in story.figures)
        for point in story.points:
            members = {home[member] for member in (*point.statements, *point.figures)}
            found[f"{point.kind}, several articles"] += len(members) > 1
            found[f"{point.kind}, both events"] += len({event_of[article] for article in members}) > 1
    return dict(sorted(found.items()))


def _name(article: Article) -> str:
    return article.outlet


def scored(name: str, tallies: list[Tally]) -> dict[str, object]:
    """Precision, recall and F1 over several events, in percent; None where nothing can be divided."""
    gold, reachable, right, wrong, wide = (
        sum(getattr(tally, field) for tally in tallies) for field in ("gold", "reachable", "right", "wrong", "wide")
    )
    precision = right / (right + wrong) if right + wrong else None
    found = right / reachable if reachable else None
    f1 = 2 * precision * found / (precision + found) if precision and found else None
    return {
        "event": name,
        "links": gold,
        "links with both numbers found": reachable,
        "right": right,
        "wrong": wrong,
        "wrong, wide": wide,
        "P": _percent(precision),
        "R": _percent(right / gold if gold else None),
        "R of found": _percent(found),
        "F1 of found": _percent(f1),
    }


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1)


def main() -> None:
    """Print the figures as a table and as JSON lines."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--topics", type=int, default=_TOPICS, help="how many topics to compare as one story; 0 for all"
    )
    given = parser.parse_args()
    folder = given.folder
    chains: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for chain in records(folder / "human_count_chains_dev.jsonl"):
        chains[chain["event"]].append(chain)
    articles: dict[str, list[Article]] = defaultdict(list)
    for record in records(folder / "dev.jsonl"):
        articles[record["event"]].append(article(record))
    options = Options()
    tallies = {event: judge(chains[event], compare(articles[event], options)) for event in sorted(chains)}
    rows = [scored(event, [tally]) for event, tally in tallies.items()]
    rows.append(scored("all", list(tallies.values())))
    print("  ".join(f"{key:>10}" for key in rows[0]))
    for row in rows:
        print("  ".join(f"{value!s:>{max(10, len(key))}}" for key, value in row.items()))
    mixed = across(articles, options, given.topics)
    print("\n".join(f"{key}: {value}" for key, value in mixed.items()))
    print(json.dumps({"bench": "points", "data": "ecbplus/dev, a sample of topics as one story", **mixed}))
    for row in rows:
        print(json.dumps({"bench": "points", "data": "ecbplus/human_count_chains_dev", **row}))


if __name__ == "__main__":
    main()
