"""Wording that the articles of a story share: found, aligned, verified and told apart.

- seeds, alignment: where and how far
- kinds: what it is
- direction: who had it first
"""

from twosource.compare.passages.find import find_passages

__all__ = ["find_passages"]
