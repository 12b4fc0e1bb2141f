"""Who said what: PolNeAR, one part of it, through the public functions.

    python bench/attribution.py DATA [--part dev] [--rules | --attributions] [--held-out]

DATA is the ``data`` folder of the published set. Every text is one article built directly, its paragraphs the
file's lines, so that offsets are those of the annotation; then parse, then ``find_statements``. A statement's
content is put back to what the annotators marked: a quotation has its marks with it, the
statements of one cue are one attribution, and speech that is carried on belongs to the statement it goes on from.
``--rules`` measures the rules alone; ``--attributions`` what rules and model find before statements are made of it; ``--held-out`` the training texts that have several annotators, against each of them, beside what the
annotators agree on among themselves.
"""

import argparse
import dataclasses
import itertools
import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from attribution_score import ROLES, Count, Score, Sets, Tokens, sets
from polnear import Annotated, Gold, read
from twosource.extract.attribution import find_statements
from twosource.extract.attribution.draft import Draft
from twosource.extract.attribution.proposals import find_attributions, find_by_rule
from twosource.extract.entities import EntityResolver
from twosource.extract.quotations import find_quotations
from twosource.language import Parsed, document_of
from twosource.language.lexicon import lexicon_of
from twosource.model import Source, Span, Statement
from twosource.parse import EnglishParser
from twosource.settings import DEFAULTS

MARK = re.compile(r"[\"“”«»„]|''|``")
BEFORE, BEHIND = re.compile(r"(?:''|``|[\"“”«»„'‘’`])$"), re.compile(r"''|[\"“”«»'’]")
Finder = Callable[[Annotated, Parsed], tuple[Gold, ...]]


def main() -> None:
    """Run, print a table and JSON lines."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path)
    asked.add_argument("--part", default="dev")
    only = asked.add_mutually_exclusive_group()
    for name in ("rules", "attributions"):
        only.add_argument(f"--{name}", dest="way", action="store_const", const=name, default="shipped")
    asked.add_argument("--held-out", action="store_true")
    given = asked.parse_args()
    way, finder = {
        "rules": ("rules alone", _by_rule),
        "attributions": ("attributions before they are statements", _directly),
        "shipped": ("as shipped", _by_product),
    }[given.way]
    texts = list(read(given.data, "train" if given.held_out else given.part))
    if given.held_out:
        texts = [text for text in texts if len(text.annotators) > 1]
    parses = EnglishParser()([text.article for text in texts])
    pairs = list(zip(texts, parses, strict=True))
    if given.held_out:
        _print("annotators among themselves", _among(pairs))
        _print(f"{way}, against each annotator", _against(pairs, finder, every=True))
        return
    _print(f"PolNeAR {given.part}, {way}", _against(pairs, finder))
    if finder is not _by_product:
        return
    _speakers(pairs)


def _by_rule(text: Annotated, parsed: Parsed) -> tuple[Gold, ...]:
    quotations = find_quotations(text.article, parsed, DEFAULTS)
    return tuple(_gold(one) for one in find_by_rule(text.article, parsed, quotations))


def _directly(text: Annotated, parsed: Parsed) -> tuple[Gold, ...]:
    quotations = find_quotations(text.article, parsed, DEFAULTS)
    return tuple(_gold(one) for one in find_attributions(text.article, parsed, quotations, DEFAULTS))


def _gold(one: Draft) -> Gold:
    return Gold(source=_tuple(one.source), cue=_tuple(one.cue), content=one.content)


def _tuple(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)


def _said(text: Annotated, parsed: Parsed) -> tuple[tuple[Statement, ...], tuple[Source, ...]]:
    document = document_of(text.article, parsed)
    quotations = find_quotations(text.article, parsed, DEFAULTS)
    resolver = EntityResolver(document, quotations)
    return find_statements(document, quotations, resolver, DEFAULTS), resolver.sources()


def _by_product(text: Annotated, parsed: Parsed) -> tuple[Gold, ...]:
    statements, _ = _said(text, parsed)
    return tuple(
        Gold(
            source=_tuple(group[0].source_span),
            cue=_tuple(group[0].cue),
            content=_content(text.article.text, group),
        )
        for group in joined(statements)
    )


def joined(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Statements of one cue together, and speech with no cue with the last statement that names the same words as its source.

    Carried speech has the source, word for word, of the statement it goes on from. A quotation with neither cue nor
    source says of nobody that they said it: it is no attribution, and counts as unknown in the row on speakers.
    """
    groups: dict[tuple[int, int], list[Statement]] = {}
    last: dict[Span, list[Statement]] = {}
    for one in statements:
        place = one.cue or one.source_span
        if one.scare or one.kind == "assertion" or place is None:
            continue
        if one.cue is None and one.source_span in last:
            group = last[one.source_span]
        else:
            group = groups.setdefault((place.start, place.end), [])
        group.append(one)
        if one.source_span is not None:
            last[one.source_span] = group
    return list(groups.values())


def _content(text: str, group: Sequence[Statement]) -> tuple[Span, ...]:
    """The places of statements of one cue, quotations with the marks that the annotators took with them."""
    return tuple(
        sorted({_with_marks(text, span) if one.kind == "quotation" else span for one in group for span in one.content})
    )


def _with_marks(text: str, span: Span) -> Span:
    before = BEFORE.search(text[max(0, span.start - 2) : span.start])
    behind = BEHIND.match(text[span.end : span.end + 2])
    return Span(
        start=span.start - (len(before.group()) if before else 0), end=span.end + (len(behind.group()) if behind else 0)
    )


def kind_of(text: str, one: Gold) -> str:
    """``direct``, ``mixed`` or ``indirect`` by its quotation marks, and whether its cue is a verb of saying."""
    words = " ".join(span.of(text) for span in one.content)
    around = " ".join(text[max(0, span.start - 2) : span.end + 2] for span in one.content)
    quoted = MARK.search(around) is not None
    whole = quoted and re.match(r"\W*[\"“«„'`]", text[max(0, one.content[0].start - 2) : one.content[0].start + 3])
    form = "indirect" if not quoted else "direct" if whole and MARK.search(words[-4:] + around[-3:]) else "mixed"
    saying = any(_is_saying(word) for span in one.cue for word in re.findall(r"[a-z]+", span.of(text).lower()))
    return f"{form}, {'verb of saying' if saying else 'other cue'}"


def _is_saying(word: str) -> bool:
    """Whether a word is a form of a verb of saying; forms are made by rule, irregular ones listed."""
    verbs = lexicon_of("en").frames.say
    if word in verbs or word in {"said", "told", "wrote", "written", "says", "swore", "sang", "read"}:
        return True
    stems = [word.removesuffix(end) for end in ("s", "es", "d", "ed", "ing") if word.endswith(end)]
    return any(form in verbs for stem in stems for form in (stem, stem + "e", stem[:-1], stem.removesuffix("i") + "y"))


def _against(pairs: Sequence[tuple[Annotated, Parsed]], finder: Finder, *, every: bool = False) -> Score:
    score = Score()
    for text, parsed in pairs:
        tokens = Tokens(text.article.text)
        found = _kinds(tokens, text, finder(text, parsed))
        for gold in text.annotators if every else (text.gold,):
            score.add(tokens, found, _kinds(tokens, text, gold))
    return score


def _among(pairs: Sequence[tuple[Annotated, Parsed]]) -> Score:
    score = Score()
    for text, _ in pairs:
        tokens = Tokens(text.article.text)
        for one, other in itertools.combinations(text.annotators, 2):
            score.add(tokens, _kinds(tokens, text, one), _kinds(tokens, text, other))
    return score


def _kinds(tokens: Tokens, text: Annotated, many: Iterable[Gold]) -> list[Sets]:
    return [sets(tokens, one, kind_of(text.article.text, one)) for one in many]


def _print(title: str, score: Score) -> None:
    print(f"\n{title}\n{'':34}{'exact':>7}{'overlap':>9}{'found':>7}{'gold':>7}")
    rows: list[tuple[str, Count]] = [(role, score.roles[role]) for role in (*ROLES, "all")]
    rows += [(f"all: {kind}", _sum(score, kind)) for kind in ("quoted, verb of saying", "indirect, verb of saying")]
    rows += [(f"all: {kind}", count) for kind, count in sorted(score.kinds.items())]
    for name, count in rows:
        overlap = f"{count.overlap:9.1f}" if count.token_gold else " " * 9
        print(f"{name:34}{count.exact:7.1f}{overlap}{count.predicted:7}{count.gold:7}")
        print(
            json.dumps({"run": title, "row": name, "exact": round(count.exact, 2), **dataclasses.asdict(count)}),
            file=sys.stderr,
        )
    print(f"{'all, roles of a pair counted apart':34}{'':7}{score.apart:9.1f}")
    print("what went wrong:")
    for error, times in sorted(score.errors.items(), key=lambda item: (-item[1], item[0])):
        print(f"  {error:40}{times:6}")


def _sum(score: Score, kind: str) -> Count:
    """A kind as it stands, or direct and mixed together for ``quoted``."""
    form, _, cue = kind.partition(", ")
    total = Count()
    for name in ("direct", "mixed") if form == "quoted" else (form,):
        part = score.kinds.get(f"{name}, {cue}", Count())
        total.hits += part.hits
        total.predicted += part.predicted
        total.gold += part.gold
    return total


def _speakers(pairs: Sequence[tuple[Annotated, Parsed]]) -> None:
    """For gold quotations that have a source: is the source of the statement over them the same span, or another name of it?"""
    right = wrong = unknown = 0
    for text, parsed in pairs:
        statements, sources = _said(text, parsed)
        names = {source.id: source for source in sources}
        quotations = [one for one in statements if one.kind == "quotation" and not one.scare]
        for gold in text.gold:
            if not gold.source or not kind_of(text.article.text, gold).startswith(("direct", "mixed")):
                continue
            over = max(quotations, key=lambda one: (_shared(one.content, gold.content), -one.start), default=None)
            if over is None or not _shared(over.content, gold.content) or over.source is None:
                unknown += 1
                continue
            places = [place.span for place in names[over.source].mentions] + list(_tuple(over.source_span))
            if any(place.overlaps(span) for place in places for span in gold.source):
                right += 1
            else:
                wrong += 1
    total = max(1, right + wrong + unknown)
    print(
        f"\nspeaker of quotations: right {100 * right / max(1, right + wrong):.1f} % of those answered, unknown {100 * unknown / total:.1f} %"
    )
    print(json.dumps({"run": "speaker", "right": right, "wrong": wrong, "unknown": unknown}), file=sys.stderr)


def _shared(one: Iterable[Span], other: Sequence[Span]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


if __name__ == "__main__":
    main()
