"""Who denies, disputes, confirms, corrects or does not verify what: stances, laid on the statements they are about.

- stance: an expression of a stance, and a word as the rules ask it
- verbs, judgements, hedges: the rules that read one
- targets, claims: what it is about, in its sentence or before it
- holders: who takes it
"""

from twosource.extract.stances.find import find_stances

__all__ = ["find_stances"]
