"""Millions of articles: what they share, what they say and which are one story, as tables."""

from twosource.corpus.build import Summary, build
from twosource.corpus.opening import open_story
from twosource.corpus.options import STAGES, CorpusOptions

__all__ = ["STAGES", "CorpusOptions", "Summary", "build", "open_story"]
