"""Meets the Parser port with spaCy."""

from twosource.parse.english import EnglishParser

__all__ = ["EnglishParser"]
