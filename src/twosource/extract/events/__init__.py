"""What an article's clauses tell: deeds and states with who takes part in them."""

from twosource.extract.events.find import find_events

__all__ = ["find_events"]
