"""Which statements tell the same: proposed by shared words, scored by what was learned, gathered by average linkage.

- telling: a statement with all that is compared of it
- candidates, couples: which statements are held against each other, and how they stand among the others
- features, model: what speaks for and against two telling the same, each a named function, and what was learned of it
- clusters, gather: the circles of statements that tell the same
"""
