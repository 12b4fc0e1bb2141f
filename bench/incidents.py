"""Reads the gun-violence incidents of LongTailQATask (SemEval-2018 task 5), JSON lines, one incident a line."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from twosource.clean import clean
from twosource.model import Article, Raw

NUMERALS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
TOKEN = re.compile(r"\w+|[^\w\s]")
WORDS = {
    "killed": re.compile(
        r"kill\w*|dead|die[ds]?|dying|deaths?|fatal\w*|slain|slay\w*|murder\w*|homicide\w*", re.IGNORECASE
    ),
    "injured": re.compile(r"wound\w*|injur\w*|hurt", re.IGNORECASE),
}
NEAR = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident: the register's final counts, and the articles about it."""

    id: str
    killed: int
    injured: int
    articles: tuple[Article, ...]

    def count(self, measure: str) -> int:
        """The register's number."""
        return self.killed if measure == "killed" else self.injured


def incidents(path: Path, limit: int | None = None) -> Iterator[Incident]:
    """All incidents of the file, or the first ``limit``, their articles cleaned by the public function."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                return
            record = json.loads(line)
            cleaned = [clean(_raw(row))[0] for row in record["articles"]]
            yield Incident(
                id=str(record["incident_id"]),
                killed=int(record["num_killed"]),
                injured=int(record["num_injured"]),
                articles=tuple(article for article in cleaned if article is not None),
            )


def _raw(row: dict[str, str]) -> Raw:
    return Raw(
        name=row["id"],
        kind="record",
        text=row["text"],
        sha256=sha256(row["text"].encode()).hexdigest(),
        outlet=row["outlet"],
        title=row["title"] or None,
        published=row["dct"] or None,
    )


def stated(text: str, number: int) -> list[tuple[list[str], int]]:
    """Where ``text`` has the number as a token, in digits or as a word: the tokens around it, and its index there."""
    tokens = TOKEN.findall(text)
    forms = {str(number)} | ({NUMERALS[number]} if number < len(NUMERALS) else set())
    return [
        (tokens[max(at - NEAR, 0) : at + NEAR + 1], min(at, NEAR))
        for at, token in enumerate(tokens)
        if token.lower() in forms
    ]


def near_word(places: list[tuple[list[str], int]], measure: str) -> bool:
    """Whether one of the places has a word of the measure within five tokens."""
    return any(WORDS[measure].fullmatch(token) for tokens, _ in places for token in tokens)
