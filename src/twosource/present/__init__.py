"""Shows stories: at a terminal, as records for other programs, and as one page. Nothing here judges."""
