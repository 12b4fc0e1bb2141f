"""Who is reported to say, think, ask or want what, and what an outlet says itself.

- rules: words of reporting and what they take, transcripts
- model: what is learned: the cue, then source and content cut for that cue, then the surest cut
- proposals: rules and model, one path through both
- draft: an attribution on its way to a statement
- passes: what is put right by rule, one step a module, in the order of ``passes.PASSES``
- statements: drafts become statements, with their sources
- assertions: what the outlet says itself
"""

from twosource.extract.attribution.draft import Draft
from twosource.extract.attribution.proposals import find_attributions
from twosource.extract.attribution.statements import find_statements

__all__ = ["Draft", "find_attributions", "find_statements"]
