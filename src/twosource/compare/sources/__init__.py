"""One source for everybody who speaks, joined across articles under all their names.

- groups: which sources are one, and why
"""

from twosource.compare.sources.find import join_sources

__all__ = ["join_sources"]
