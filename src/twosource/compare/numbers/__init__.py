"""Which slot of the event a number fills, and where articles fill one with two."""
