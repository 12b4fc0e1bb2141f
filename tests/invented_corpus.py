"""A small invented corpus as a file of rows: who copied what from whom is known."""

import json
import random
from pathlib import Path

OUTLETS = ("harrow.example", "velm.example", "orrin.example", "sandry.example", "tarn.example", "quell.example")


def words(seed: int, count: int) -> list[str]:
    """Invented words, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - a seeded generator is what a test needs
    syllables = [a + b for a in "bdfgklmnprstv" for b in "aeiou"]
    return ["".join(chance.choice(syllables) for _ in range(chance.randint(2, 4))) for _ in range(count)]


def sentences(seed: int, count: int) -> list[str]:
    """Invented sentences of eighteen words."""
    found = words(seed, count * 18)
    return [" ".join(found[i : i + 18]).capitalize() + "." for i in range(0, len(found), 18)]


def row(number: int, body: list[str], *, outlet: str | None = None, day: int = 1) -> dict[str, object]:
    """An article as a row of a table."""
    return {
        "title": f"Council of Velm meets for the {number}th time",
        "text": "\n".join(" ".join(body[i : i + 2]) for i in range(0, len(body), 2)),
        "outlet": outlet or OUTLETS[number % len(OUTLETS)],
        "published": f"2031-05-{day:02}T{number % 24:02}:00",
        "language": "en",
    }


def plain(count: int = 24) -> list[dict[str, object]]:
    """Articles that have nothing in common, but that number 3 holds three sentences of number 1, and 5 two of number 2."""
    bodies = [sentences(number, 10) for number in range(max(count, 6))]
    bodies[3][4:7] = bodies[1][2:5]
    bodies[5][0:2] = bodies[2][6:8]
    return [row(number, body, day=1 + number % 5) for number, body in enumerate(bodies[:count])]


def written(folder: Path, rows: list[dict[str, object]], name: str = "articles.jsonl") -> Path:
    """The rows as a file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    return path
