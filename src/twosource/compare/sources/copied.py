"""Sources without a name of their own that stand in the very same sentence of several articles: copies of one text name one source."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Final

from twosource.compare.sources.group import Group
from twosource.model import Findings, SourceKind
from twosource.text.grams import words_of
from twosource.text.names import name_key
from twosource.text.reasons import Reason

Sentence = tuple[str, ...]
_LONG: Final = 8
"""Words of a statement with its source: fewer may be the same by chance ("police said on Monday")."""


def join_copied(
    groups: Sequence[Group], findings: Iterable[Findings], apart: Container[str], language: str
) -> list[Group]:
    """Put together groups that are only described ("two officials") and say the same in the same words, where the first of them stood.

    Names that a person has set ``apart`` are joined with nothing.
    """
    saying = _sayings(findings)
    home: dict[tuple[SourceKind, Sentence], Group] = {}
    kept: list[Group] = []
    for group in groups:
        keys = _keys(group, saying) if name_key(group.name, language) not in apart else []
        known = next((home[key] for key in keys if key in home), None)
        if known is None:
            kept.append(group)
        else:
            known.take(group.members, Reason("sources.same_sentence"))
        home |= dict.fromkeys(keys, known or group)
    for group in kept:
        group.members.sort(key=lambda source: source.id)
    return kept


def _sayings(findings: Iterable[Findings]) -> dict[str, set[Sentence]]:
    """For each source, its statements of some length with the words that name it."""
    found: dict[str, set[Sentence]] = defaultdict(set)
    for one in findings:
        for statement in one.statements:
            words = words_of(one.article.text, statement.start, statement.end).forms
            if statement.source and len(words) >= _LONG:
                found[statement.source].add(words)
    return found


def _keys(group: Group, saying: Mapping[str, set[Sentence]]) -> list[tuple[SourceKind, Sentence]]:
    """What its members say, each with their kind; nothing of whoever has a name, and is joined by it, or not at all."""
    described = group.kind in {"unnamed", "document"} or not any(sign.isupper() for sign in group.name)
    said = {sentence for member in group.members for sentence in saying.get(member.id, ())}
    return [(group.kind, sentence) for sentence in sorted(said)] if described else []
