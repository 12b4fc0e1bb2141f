"""Third stage: reprints first, then the articles that share wording; both by buckets of hashes."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from twosource.corpus.layout import Layout
from twosource.corpus.options import CorpusOptions
from twosource.corpus.stage import BucketStage, Outcome
from twosource.corpus.tables import table_of
from twosource.engine.families import families_of, reprints_of, same_words
from twosource.engine.grams import held_in
from twosource.engine.joining import Rules, in_common, one_a_family, pairs_of, without_standing_text
from twosource.engine.parts import read_array, write_array, write_table


@dataclass(frozen=True, kw_only=True)
class Likeness(BucketStage):
    """Pairs that share grams of the sample that tells reprints, and pairs with the very same words."""

    name: ClassVar[str] = "likeness"

    def do(self, job: str) -> Outcome:
        """Join one bucket."""
        number, catalog, rules = int(job), self.layout.catalog, rules_of(self.options)
        sample = self.options.settings.corpus_reprint_sample
        held = in_common(held_in(self.layout.grams, catalog, (number, self.buckets), sample))
        held, dropped, _ = without_standing_text(held, catalog, rules)
        pairs = pairs_of(held, catalog, rules)
        same = same_words(catalog, (number, self.buckets))
        for kind, rows in (("pairs", pairs), ("dropped", dropped), ("same", same)):
            write_array(self.layout.bucket(self.name, kind, number), rows)
        return Outcome(rows=len(pairs) + len(same))


@dataclass(frozen=True, kw_only=True)
class Sharing(BucketStage):
    """Pairs that share grams, one article of each family of reprints standing for all that hold the gram."""

    name: ClassVar[str] = "sharing"

    def do(self, job: str) -> Outcome:
        """Join one bucket."""
        number, catalog, rules = int(job), self.layout.catalog, rules_of(self.options)
        held = held_in(self.layout.grams, catalog, (number, self.buckets), self.options.sample)
        held = one_a_family(held, catalog)
        held, _, standing = without_standing_text(held, catalog, rules)
        pairs = pairs_of(held, catalog, rules)
        for kind, rows in (("pairs", pairs), ("standing", standing)):
            write_array(self.layout.bucket(self.name, kind, number), rows)
        return Outcome(rows=len(pairs))


def settle_reprints(layout: Layout, options: CorpusOptions) -> None:
    """Put the buckets' pairs together into families, and write the table."""
    catalog, settings = layout.catalog, options.settings
    kinds = ("same", "pairs", "dropped")
    same, alike, dropped = ([read_array(one) for one in layout.buckets(Likeness.name, kind)] for kind in kinds)
    least = settings.corpus_reprint_share, settings.corpus_reprint_grams
    reprints = reprints_of(catalog, same, alike, dropped, least)
    write_array(catalog.folder / "families.npy", families_of(catalog, reprints))
    for number, first in enumerate(range(0, max(len(reprints), 1), _ROWS)):
        rows = reprints[first : first + _ROWS]
        write_table(layout.table("reprints", f"{number:05}"), table_of("reprints", _rows(layout, rows)))


_ROWS = 100_000


def _rows(layout: Layout, reprints: "np.ndarray[Any, np.dtype[np.void]]") -> list[dict[str, Any]]:
    catalog = layout.catalog
    ids = {name: catalog.ids(reprints[name].astype(np.int64)) for name in ("article", "of", "family")}
    shared = zip(
        ids["article"], ids["of"], ids["family"], reprints["same"].tolist(), reprints["share"].tolist(), strict=True
    )
    return [
        {"article": one, "of": of, "family": family, "kind": _kind(one, of, same=same), "share": share}
        for one, of, family, same, share in shared
    ]


def _kind(one: str, of: str, *, same: bool) -> str:
    if one == of:
        return "the same article again"
    return "the very same words" if same else "most of the same words"


def rules_of(options: CorpusOptions) -> Rules:
    """What is joined with what."""
    settings = options.settings
    return Rules(
        days=settings.corpus_days,
        star=max(settings.corpus_star, 2),
        standing_articles=settings.corpus_standing_articles,
        standing_days=settings.corpus_standing_days,
    )
