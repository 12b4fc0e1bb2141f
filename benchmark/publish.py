"""Makes the published gold of the annotators' files: offsets, kinds and values, and not a word of any article.

python benchmark/publish.py FOLDER -o benchmark/gold.jsonl

FOLDER holds one JSON file a story, with labels and details in words for whoever works on it; what is published has
neither, nor names of sources or articles: only hashes of texts, places, kinds and numbers.
"""

import argparse
import json
from hashlib import sha1
from pathlib import Path
from typing import Any, Final

KINDS: Final = ("relation", "also", "kind", "differences", "how")


def published(story: dict[str, Any]) -> dict[str, Any]:
    """One story without words."""
    number = {name: place for place, name in enumerate(story["articles"])}

    def place(member: dict[str, Any]) -> list[int]:
        return [number[member["article"]], *member["span"]]

    def kinds(thing: dict[str, Any]) -> dict[str, Any]:
        return {name: thing[name] for name in KINDS if name in thing}

    def placed(thing: dict[str, Any]) -> dict[str, Any]:
        return {**kinds(thing), "members": [place(one) for one in thing["members"]]}

    kept: dict[str, Any] = {
        "story": f"{story['set']}-{story['story']}",
        "sha1": story["sha1"],
        "claims": [placed(one) for one in story["claims"]],
        "conflicts": [placed(one) for one in story["conflicts"]],
        "lost": [{**kinds(one), "from": place(one["from"]), "to": place(one["to"])} for one in story.get("lost", [])],
    }
    if "only" not in story:
        kept["copied"] = [
            {**kinds(one), "articles": [number[name] for name in one["articles"]]} for one in story.get("copied", [])
        ]
    return kept


def known_by(text: str) -> str:
    """By what a text is known: the first twelve hexadecimal digits of its SHA-1."""
    return sha1(text.encode(), usedforsecurity=False).hexdigest()[:12]


def main() -> None:
    """Write the gold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args()
    stories = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(given.folder.glob("*.json"))]
    lines = [json.dumps(published(story), separators=(",", ":"), ensure_ascii=True) for story in stories]
    given.output.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
