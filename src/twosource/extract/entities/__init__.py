"""Who is meant: everybody and everything that an article speaks of, and which words mean whom.

- resolver: the one answer to "who is meant here"; it makes every source. Its docstring says how to use it
- cast: who is in the article: people by name, and others by description, place by place
- person_names, nicknames, names_in_context, names_of_bodies, body_name_rows: which words are a person's or a body's name
- people: which names are one person's; genders: which pronoun the text uses for them
- pronouns: whom "she" means; turns: who spoke before
- descriptions, name_extent, outlets: what a noun phrase says about who it is, and where its name ends
- roles: "the mayor"; bodies: "the authority"; organs: its spokesman, its statement
- entity_table: one entry for each, under all its names
"""

from twosource.extract.entities.meant import Meant
from twosource.extract.entities.resolver import EntityResolver

__all__ = ["EntityResolver", "Meant"]
