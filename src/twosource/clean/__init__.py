"""Keep the journalism and label the rest: from raw input to an article whose every character lies in a block."""

from twosource.clean.article import clean

__all__ = ["clean"]
