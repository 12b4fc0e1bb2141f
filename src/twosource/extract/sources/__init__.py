"""Who it is that a source span names.

- people, naming: which words are a name, and where it ends
- cast, descriptions, offices, pronouns: everybody whom the article mentions, and under what other words
- gathering: the sources of one article
"""
