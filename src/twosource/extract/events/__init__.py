"""What an article's clauses tell: deeds and states with who takes part in them.

- deeds: under which name a deed is kept, whatever word is used for it
- participants: who did it, and to whom
- find: all of an article's clauses
"""

from twosource.extract.events.find import find_events

__all__ = ["find_events"]
