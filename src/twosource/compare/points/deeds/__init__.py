"""The same deed in other words: who did what to whom, and when, read from clauses and held against each other."""
