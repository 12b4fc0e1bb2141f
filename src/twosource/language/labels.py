"""Dependency labels and tags, which only this room and the models trained on them know.

The scheme is that of spaCy's English models (ClearNLP dependencies, Penn Treebank tags). A parser of another scheme
maps its labels onto these in ``parse/``; a rule asks for a set by what its members do in a clause.
"""

from typing import Final

ROOT: Final = "ROOT"
SUBJECTS: Final = ("nsubj", "csubj")
PASSIVE_SUBJECTS: Final = ("nsubjpass", "csubjpass")
ALL_SUBJECTS: Final = (*SUBJECTS, *PASSIVE_SUBJECTS)
OBJECTS: Final = ("dobj", "obj")
PREDICATIVES: Final = ("attr", "acomp", "oprd")
"""What is said of the subject, or of the object, behind a verb that says little: "is *safe*", "was found *dead*"."""
PREPOSITIONS: Final = ("prep", "agent", "dative")
PREPOSED: Final = "pobj"
AGENT: Final = "agent"
AUXILIARIES: Final = ("aux", "auxpass")
PARTICLE: Final = "prt"
NEGATION: Final = "neg"
COMPLEMENTS: Final = ("ccomp", "xcomp", "pcomp", "csubj", "csubjpass")
REPORTED: Final = ("ccomp", "parataxis")
RELATIVE: Final = ("relcl", "acl")
ADVERBIAL: Final = "advcl"
CONJUNCT: Final = "conj"
APPOSITION: Final = "appos"
OWNER: Final = "poss"
MARKER: Final = "mark"
CLAUSES: Final = ("ccomp", "xcomp", "pcomp", "csubj", "csubjpass", "relcl", "acl", "advcl", "parataxis")
"""By which one clause hangs from another or from a noun."""
SEPARATE: Final = ("advcl", "ccomp", "conj", "parataxis")
"""Clauses whose words are not the words of the clause that they hang from."""
NOMINAL: Final = ("NOUN", "PROPN", "PRON")
VERBAL: Final = ("VERB", "AUX")
INFINITIVE_TO: Final = "TO"
BASE_FORM: Final = "VB"
GERUND: Final = "VBG"
PAST_PARTICIPLE: Final = "VBN"
PAST_FORMS: Final = ("VBD", "VBN")
FINITE_FORMS: Final = ("VBD", "VBP", "VBZ", "MD")
PLURAL_TAGS: Final = ("NNS", "NNPS")
PERSON: Final = "PERSON"
BODIES: Final = ("ORG", "GPE", "NORP")
PLACES: Final = ("GPE", "LOC", "FAC")
