"""The same count: figures of the same people or things gathered, and what their values are to each other."""
