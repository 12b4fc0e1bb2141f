"""Who denies, disputes, confirms, corrects or does not verify what: stances, laid on the statements they are about.

- stance: an expression of a stance, and a word as the rules ask it
- constructions, shapes, denial_shapes: what is said of a claim, as a table, and how its words stand to each other
- verbs, senses, outcomes: stances that verbs take, in which senses they take none, and whether somebody took them
- hedges: those who do not vouch for what they tell
- targets, claims, references: what a stance is about, in its sentence or before it
- tellers, holders: who takes it, in its sentence and in the article
- ledger: the marks, laid on statements and figures
"""

from twosource.extract.stances.find import find_stances

__all__ = ["find_stances"]
