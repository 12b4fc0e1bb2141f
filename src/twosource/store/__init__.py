"""The library's file: articles, findings, stories and corrections in SQLite, where other programs can read them too.

- schema.sql: the tables, with what they hold
- opening, lock: one writer, many readers, errors in plain words
- rows, articles: an article and everything found in it, put in and taken out
- revisions, versions: what changed in an article from one reading to the next
- feeds: how the feeds that are followed stood at the last visit
- stories, edits: what belongs together, how that came about, and what a person corrected
- query, search: what is asked, and where it stands
"""
