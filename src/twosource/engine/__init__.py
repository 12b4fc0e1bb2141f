"""Millions of articles: where work runs, and the joins over hashed words that fit into bounded memory.

- on_daft: maps work over jobs, on this machine or on a cluster
- parts: files that are whole or not there
- words, grams, bucket: what articles have in common, by hashes
- catalog, families: what is known of every article, and which are reprints of which
"""
