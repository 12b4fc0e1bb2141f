"""Second stage: each part's words as sorted hashes, and what is to be known of its articles."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from twosource.corpus.stage import Outcome, Stage
from twosource.corpus.tables import body_of, day_of, outlet_number
from twosource.engine.catalog import ENTRY
from twosource.engine.grams import grams_of
from twosource.engine.parts import read_table, write_array


@dataclass(frozen=True, kw_only=True)
class Hashing(Stage):
    """Hashes runs of words. A job is a part of the articles."""

    name: ClassVar[str] = "grams"

    def do(self, job: str) -> Outcome:
        """Hash one part."""
        columns = ["id", "outlet", "published", "text", "body"]
        table = read_table(self.layout.table("articles", job), columns).to_pydict()
        texts = [body_of(text, places) for text, places in zip(table["text"], table["body"], strict=True)]
        settings = self.options.settings
        grams = grams_of(texts, settings.corpus_gram_words, self.options.sample, settings.corpus_reprint_sample)
        entries = np.zeros(len(texts), dtype=ENTRY)
        entries["key"] = np.array([int(one[1:], 16) for one in table["id"]], dtype=np.uint64)
        entries["outlet"] = np.array(list(map(outlet_number, table["outlet"])), dtype=np.uint64)
        entries["day"] = list(map(day_of, table["published"]))
        entries["whole"], entries["grams"], entries["sampled"] = grams.whole, grams.counts, grams.sampled
        write_array(self.layout.grams / f"{job}.npy", grams.keys)
        write_array(self.layout.entries / f"{job}.npy", entries)
        return Outcome(rows=len(texts), more=(("grams", len(grams.keys)),))
