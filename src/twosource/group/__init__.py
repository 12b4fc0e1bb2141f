"""Which articles are about one event: as they arrive, or a whole folder at once."""

from twosource.group.batch import group
from twosource.group.held import Change, Held, Placed
from twosource.group.reading import traits_of
from twosource.group.stream import Stream
from twosource.group.traits import Traits

__all__ = ["Change", "Held", "Placed", "Stream", "Traits", "group", "traits_of"]
