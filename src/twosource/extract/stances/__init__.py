"""Who denies, disputes, confirms, corrects or does not verify what: stances, laid on the statements they are about.

- stance: an expression of a stance, and a word as the rules ask it
- constructions: what is said of a claim, row by row of the language's table; shapes, denial_shapes, hedge_shapes: how its words stand
- verbs, senses, outcomes: stances that verbs take, in which senses they take none, and whether somebody took them
- targets, claims, references: what a stance is about, in its sentence or before it
- tellers, holders: who takes it, in its sentence and in the article
- ledger: the marks, laid on statements and figures
"""

from twosource.extract.stances.find import find_stances

__all__ = ["find_stances"]
