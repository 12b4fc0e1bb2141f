"""What twosource predicts for the benchmark.

python benchmark/baseline.py DATA -o predictions.jsonl [--gold benchmark/gold.jsonl]

DATA holds the three public sets' texts: news_events/dev.jsonl, gun_violence_incidents/dev.jsonl, ecbplus/dev.jsonl (see
benchmark/README.md). A story whose texts are not the annotated ones is an error: offsets would mean nothing.
"""

import argparse
import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final

from publish import known_by

import twosource
from twosource.model import Figure, Statement

Row = dict[str, Any]

TOKEN: Final = re.compile(r"\w+|[^\w\s]")
# How the texts of ECB+, tokens joined by blanks, are read as a page has them; offsets count in that form.
JOINED: Final = (
    (r"`` ?", "“"),
    (r" ?''", "”"),
    (r" ([,.;:?!%)\]’”])", r"\1"),
    (r"([(\[$“]) ", r"\1"),
    (r"(\d), (?=\d{3}\b)", r"\1,"),
    (r"\b([ap])\. m\.", r"\1.m."),
    (r" ('(?:s|re|ve|ll|d|m|t)\b|n't\b)", r"\1"),
)


def texts(data: Path) -> Iterator[Row]:
    """Every article of the three sets."""
    for row in lines(data / "news_events" / "dev.jsonl"):
        yield row
    for incident in lines(data / "gun_violence_incidents" / "dev.jsonl"):
        for one in incident["articles"]:
            yield {**one, "published": one["dct"], "url": one["uri"]}
    for row in lines(data / "ecbplus" / "dev.jsonl"):
        title, *rest = map(joined, row["sentences"])
        yield {"title": title, "text": "\n".join(rest), "outlet": row["outlet"], "url": row["url"]}


def lines(path: Path) -> Iterator[Row]:
    """Rows of a file of JSON lines."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def joined(sentence: str) -> str:
    """A sentence of ECB+ as a page has it."""
    for pattern, replacement in JOINED:
        sentence = re.sub(pattern, replacement, sentence)
    return sentence


class Places:
    """From places of a cleaned text to those of the annotated one, token by token."""

    def __init__(self, cleaned: str, annotated: str) -> None:
        """Align the two."""
        self._from, self._to = list(TOKEN.finditer(cleaned)), list(TOKEN.finditer(annotated))
        words = [[token.group() for token in tokens] for tokens in (self._from, self._to)]
        self._at: dict[int, int] = {}
        for start, other, size in SequenceMatcher(None, words[0], words[1], autojunk=False).get_matching_blocks():
            self._at |= {start + step: other + step for step in range(size)}

    def of(self, start: int, end: int) -> tuple[int, int] | None:
        """The place there; None where none of its words stands there."""
        inside = [at for at, token in enumerate(self._from) if token.start() < end and token.end() > start]
        found = [self._to[self._at[at]] for at in inside if at in self._at]
        return (found[0].start(), found[-1].end()) if found else None


def predicted(gold: Row, rows: list[Row]) -> Row:
    """What twosource says of one story."""
    # Texts of ECB+ have no address: each gets one of its own, by which its article is known again.
    rows = [{**row, "id": None, "url": row["url"] or f"https://{known_by(row['text'])}.invalid/"} for row in rows]
    story = twosource.compare(rows)
    number = {}
    for article in story.articles:
        number[article.id] = next(at for at, row in enumerate(rows) if row["url"] == article.url)
    places = {one.id: Places(one.text, rows[number[one.id]]["text"]) for one in story.articles}
    said: dict[str, Statement | Figure] = {one.id: one for one in story.statements}
    said |= {one.id: one for one in story.figures}

    def place(name: str) -> list[int] | None:
        one = said[name]
        if isinstance(one, Figure) and one.statement in said:
            one = said[one.statement]
        spans = one.content if isinstance(one, Statement) else (one.span,)
        found = places[one.article].of(spans[0].start, spans[-1].end)
        return [number[one.article], *found] if found else None

    def placed(names: tuple[str, ...]) -> list[list[int]]:
        return [found for name in dict.fromkeys(names) if name in said and (found := place(name))]

    whole = [one for one in story.origins if one.point is None]
    return {
        "story": gold["story"],
        "points": [found for one in story.points if len(found := placed((*one.statements, *one.figures))) > 1],
        "conflicts": [placed(one.members) for one in story.conflicts],
        "origins": [[number[name] for name in one.articles if name in number] for one in whole],
    }


def main() -> None:
    """Write the predictions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--gold", type=Path, default=Path(__file__).parent / "gold.jsonl")
    parser.add_argument("--limit", type=int, default=None)
    given = parser.parse_args()
    known = {known_by(row["text"]): row for row in texts(given.data)}
    with given.output.open("w", encoding="utf-8") as file:
        for gold in list(lines(given.gold))[: given.limit]:
            missing = [text for text in gold["sha1"] if text not in known]
            if missing:
                message = f"{gold['story']}: no text in {given.data} has the hash {missing[0]}"
                raise SystemExit(message)
            file.write(json.dumps(predicted(gold, [known[text] for text in gold["sha1"]])) + "\n")
            file.flush()


if __name__ == "__main__":
    main()
