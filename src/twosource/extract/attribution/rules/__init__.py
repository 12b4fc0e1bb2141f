"""Words of reporting with what they take, and what is set like a transcript."""
