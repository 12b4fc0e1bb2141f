"""Who is reported to say, think, ask or want what: cue, source and content.

- by rule: frames, cues, attribution_rules, rules, transcripts
- by the learned model: columns, cue_features, windows, views, span_features, span_codes, network, decoding, choices, company,
  cue_facts, cut_words, boosted, weights, learned
- find: the one path through both
"""

from twosource.extract.attributions.attribution import Attribution
from twosource.extract.attributions.find import find_attributions

__all__ = ["Attribution", "find_attributions"]
