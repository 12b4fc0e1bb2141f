"""Feeds: RSS, Atom, JSON Feed, lists of them, and the sitemaps of news sites."""

from twosource.read.feeds.follow import Follower

__all__ = ["Follower"]
