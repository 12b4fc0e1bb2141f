"""F1 of attributions, exact and overlap, as BENCH.md defines it: counts that can be added up over articles."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from polnear import Gold
from twosource.model import Span

TOKEN = re.compile(r"\w+|[^\w\s]")
ROLES = ("source", "cue", "content")


class Tokens:
    """A text's tokens, to turn spans into sets of token numbers."""

    def __init__(self, text: str) -> None:
        """Cut the text."""
        found = list(TOKEN.finditer(text))
        self.starts = [token.start() for token in found]
        self.ends = [token.end() for token in found]
        self.word = [token.group()[0].isalnum() or token.group()[0] == "_" for token in found]

    def of(self, spans: Iterable[Span]) -> frozenset[int]:
        """Numbers of the tokens that overlap one of ``spans``."""
        return frozenset(
            i for span in spans for i in range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))
        )

    def words(self, tokens: frozenset[int]) -> frozenset[int]:
        """Those that are words; all of them where none is."""
        return frozenset(i for i in tokens if self.word[i]) or tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """One attribution as token numbers, with the kind it is counted under."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    kind: str = ""


def sets(tokens: Tokens, one: Gold, kind: str = "") -> Sets:
    """A gold-like attribution as token numbers."""
    return Sets(source=tokens.of(one.source), cue=tokens.of(one.cue), content=tokens.of(one.content), kind=kind)


def paired(predicted: Sequence[Sets], gold: Sequence[Sets]) -> list[tuple[int, int]]:
    """One to one, by greatest content overlap, then closeness in length, then place."""
    rank = sorted(
        (-len(p.content & g.content), abs(len(p.content) - len(g.content)), i, j)
        for i, p in enumerate(predicted)
        for j, g in enumerate(gold)
        if p.content & g.content
    )
    taken_p: set[int] = set()
    taken_g: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, _, i, j in rank:
        if i not in taken_p and j not in taken_g:
            taken_p.add(i)
            taken_g.add(j)
            pairs.append((i, j))
    return pairs


@dataclass(slots=True)
class Count:
    """Hits, predicted and gold, for exact agreement and in overlapping tokens."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0
    token_hits: int = 0
    token_predicted: int = 0
    token_gold: int = 0

    @property
    def exact(self) -> float:
        """F1 in per cent; 0 where nothing is there."""
        return 200 * self.hits / max(1, self.predicted + self.gold)

    @property
    def overlap(self) -> float:
        """F1 over tokens in per cent; 0 where nothing is there."""
        return 200 * self.token_hits / max(1, self.token_predicted + self.token_gold)


@dataclass(slots=True)
class Score:
    """Counts for each role, for all three at once, and for all three by kind; and what went wrong."""

    roles: dict[str, Count] = field(default_factory=lambda: {role: Count() for role in (*ROLES, "all")})
    kinds: dict[str, Count] = field(default_factory=dict)
    errors: dict[str, int] = field(default_factory=dict)

    def add(self, tokens: Tokens, predicted: Sequence[Sets], gold: Sequence[Sets]) -> None:
        """Count one article."""
        pairs = paired(predicted, gold)
        partner = dict(pairs)
        for one in predicted:
            self._size(one, "predicted")
        for one in gold:
            self._size(one, "gold")
            self.kinds.setdefault(one.kind, Count()).gold += 1
        for i, one in enumerate(predicted):
            kind = gold[partner[i]].kind if i in partner else one.kind
            self.kinds.setdefault(kind, Count()).predicted += 1
        for i, j in pairs:
            self._pair(tokens, predicted[i], gold[j])
        self._note("missed", len(gold) - len(pairs))
        self._note("not in gold", len(predicted) - len(pairs))

    @property
    def apart(self) -> float:
        """Overlap over all three roles where a role counts although another of its pair does not agree at all."""
        parts = [self.roles[role] for role in ROLES]
        hits = sum(part.token_hits for part in parts)
        return 200 * hits / max(1, sum(part.token_predicted + part.token_gold for part in parts))

    def _size(self, one: Sets, side: str) -> None:
        total = 0
        for role in ROLES:
            size = len(getattr(one, role))
            count = self.roles[role]
            total += size
            setattr(count, side, getattr(count, side) + (size > 0))
            setattr(count, f"token_{side}", getattr(count, f"token_{side}") + size)
        count = self.roles["all"]
        setattr(count, side, getattr(count, side) + 1)
        setattr(count, f"token_{side}", getattr(count, f"token_{side}") + total)

    def _pair(self, tokens: Tokens, one: Sets, gold: Sets) -> None:
        exact: dict[str, bool] = {}
        shared: dict[str, int] = {}
        touching = True
        for role in ROLES:
            mine, theirs = getattr(one, role), getattr(gold, role)
            shared[role] = len(mine & theirs)
            exact[role] = tokens.words(mine) == tokens.words(theirs)
            touching = touching and (bool(mine & theirs) or not (mine or theirs))
            self.roles[role].hits += exact[role] and bool(mine)
            self.roles[role].token_hits += shared[role]
        if all(exact.values()):
            self.roles["all"].hits += 1
            self.kinds[gold.kind].hits += 1
        if touching:
            self.roles["all"].token_hits += sum(shared.values())
        self._note(_fault(one, gold, exact, shared), 1)

    def _note(self, error: str, times: int) -> None:
        if error and times:
            self.errors[error] = self.errors.get(error, 0) + times


def _fault(one: Sets, gold: Sets, exact: dict[str, bool], shared: dict[str, int]) -> str:
    """The gravest thing that is wrong with a pair; empty where all is right."""
    if all(exact.values()):
        return ""
    if not shared["cue"] and one.cue | gold.cue:
        return "another cue"
    if bool(one.source) != bool(gold.source):
        return "source missing" if gold.source else "source too many"
    if not shared["source"] and gold.source:
        return "another source"
    wrong = [role for role in ROLES if not exact[role]]
    return "extent of " + " and ".join(wrong)
