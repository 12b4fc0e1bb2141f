"""Language helpers: pure functions on characters, words and trees. No network, no clock, no randomness."""
