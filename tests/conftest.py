"""How generated examples are tried: by what they show, and never by how long one took on a busy machine."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
