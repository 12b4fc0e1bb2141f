"""Stories in the forms of other programs: spreadsheets, documents, reference managers, the semantic web, feeds.

Each module makes one form, or two that share their parts. Nothing here judges, and nothing is shown that the story
does not hold. ``twosource.present.formats`` is the table of all forms.
"""
