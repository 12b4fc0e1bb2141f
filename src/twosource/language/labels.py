"""Dependency labels and tags, which only this room and the models trained on them know.

The scheme is that of spaCy's English models: ClearNLP dependencies, universal parts of speech, Penn Treebank tags, OntoNotes
names. A parser of another scheme maps its labels onto these in ``parse/``; a rule asks by what a word does in its clause.
"""

from typing import Final

# How a word hangs from its head.
ROOT: Final = "ROOT"
SUBJECTS: Final = ("nsubj", "csubj")
PASSIVE_SUBJECTS: Final = ("nsubjpass", "csubjpass")
CLAUSE_AS_SUBJECT: Final = "csubj"
ALL_SUBJECTS: Final = (*SUBJECTS, *PASSIVE_SUBJECTS)
CLAUSE_SUBJECT: Final = "csubj"
NOMINAL_SUBJECT: Final = "nsubj"
NOMINAL_PASSIVE_SUBJECT: Final = "nsubjpass"
NOMINAL_SUBJECTS: Final = (NOMINAL_SUBJECT, NOMINAL_PASSIVE_SUBJECT)
"""Subjects that are a noun phrase and no clause."""
DIRECT_OBJECT: Final = "dobj"
OBJECTS: Final = ("dobj", "obj")
INDIRECT_OBJECT: Final = "dative"
ATTRIBUTE: Final = "attr"
ADJECTIVAL_COMPLEMENT: Final = "acomp"
OBJECT_PREDICATIVE: Final = "oprd"
PREDICATIVES: Final = ("attr", "acomp", "oprd")
"""What is said of the subject, or of the object, behind a verb that says little: "is *safe*", "was found *dead*"."""
PREPOSITION: Final = "prep"
PREPOSITIONS: Final = ("prep", "agent", "dative")
PREPOSED: Final = "pobj"
AGENT: Final = "agent"
AUXILIARY: Final = "aux"
PASSIVE_AUXILIARY: Final = "auxpass"
AUXILIARIES: Final = ("aux", "auxpass")
PARTICLE: Final = "prt"
NEGATION: Final = "neg"
CONTENT: Final = "ccomp"
"""A clause that is what is said, seen, meant."""
OPEN_COMPLEMENT: Final = "xcomp"
"""A clause whose subject is that of its head: "began *to leak*"."""
PREPOSED_CLAUSE: Final = "pcomp"
PARATAXIS: Final = "parataxis"
COMPLEMENTS: Final = ("ccomp", "xcomp", "pcomp", "csubj", "csubjpass")
REPORTED: Final = ("ccomp", "parataxis")
NOUN_CLAUSE: Final = "acl"
RELATIVE_CLAUSE: Final = "relcl"
SAID_BEHIND: Final = ("xcomp", "ccomp", "oprd", "acomp")
"""What a verb of seeming or showing says of something."""
RELATIVE: Final = ("relcl", "acl")
ADVERBIAL: Final = "advcl"
CONJUNCT: Final = "conj"
CONJUNCTION: Final = "cc"
APPOSITION: Final = "appos"
OWNER: Final = "poss"
OWNING: Final = "case"
"""The sign of an owner: "the mayor *'s*"."""
MARKER: Final = "mark"
DETERMINING: Final = "det"
ADJECTIVAL: Final = "amod"
PARTS_OF_NAMES: Final = ("flat", "case")
"""Words of one name side by side, and the sign of its owner, in other schemes too."""
COMPOUND: Final = "compound"
NOMINAL_MODIFIER: Final = "nmod"
MODIFIERS: Final = ("amod", "compound", "nmod")
"""Words inside a noun phrase that say which or what kind."""
NUMERIC: Final = "nummod"
NUMBER_MODIFIER: Final = "quantmod"
ADVERB_MODIFIER: Final = "advmod"
NOUN_AS_ADVERB: Final = "npadvmod"
"""A noun phrase that says when or how much: "*Friday*", "*three years* older"."""
TIME_AS_ADVERB: Final = "tmod"
UNCLASSIFIED: Final = "dep"
STOP: Final = "punct"
CLAUSES: Final = ("ccomp", "xcomp", "pcomp", "csubj", "csubjpass", "relcl", "acl", "advcl", "parataxis")
"""By which one clause hangs from another or from a noun."""
SEPARATE: Final = ("advcl", "ccomp", "conj", "parataxis")
"""Clauses whose words are not the words of the clause that they hang from."""

# Parts of speech.
NOUN: Final = "NOUN"
NAME: Final = "PROPN"
NOUNS: Final = ("NOUN", "PROPN")
PRONOUN: Final = "PRON"
NOMINAL: Final = ("NOUN", "PROPN", "PRON")
VERB: Final = "VERB"
AUXILIARY_VERB: Final = "AUX"
VERBAL: Final = ("VERB", "AUX")
ADJECTIVE: Final = "ADJ"
ADVERB: Final = "ADV"
DETERMINER: Final = "DET"
POINTING: Final = ("PRON", "DET")
"""Words that point at what is meant and name nothing: "those", "she"."""
NUMERAL: Final = "NUM"
ADPOSITION: Final = "ADP"
COORDINATOR: Final = "CCONJ"
SUBORDINATOR: Final = "SCONJ"
LITTLE_WORD: Final = "PART"
INTERJECTION: Final = "INTJ"
SYMBOL: Final = "SYM"
PUNCTUATION: Final = "PUNCT"

# Tags: parts of speech by form.
INFINITIVE_TO: Final = "TO"
BASE_FORM: Final = "VB"
PRESENT_FORM: Final = "VBP"
RELATIVE_DETERMINER: Final = "WDT"
GERUND: Final = "VBG"
PAST_PARTICIPLE: Final = "VBN"
PARTICIPLES: Final = ("VBN", "VBG")
PAST: Final = "VBD"
PAST_FORMS: Final = ("VBD", "VBN")
THIRD_PERSON_FORM: Final = "VBZ"
PRESENT_FORMS: Final = ("VBP", "VBZ")
MODAL: Final = "MD"
FINITE_FORMS: Final = ("VBD", "VBP", "VBZ", "MD")
SINGULAR_NOUN: Final = "NN"
PLURAL_NOUN: Final = "NNS"
SINGULAR_NAME: Final = "NNP"
NAME_TAGS: Final = ("NNP", "NNPS")
PLURAL_TAGS: Final = ("NNS", "NNPS")
PERSONAL_PRONOUN: Final = "PRP"
OWNING_PRONOUN: Final = "PRP$"
OWNER_SIGN: Final = "POS"
DETERMINER_TAG: Final = "DT"
PREPOSITION_TAG: Final = "IN"
CARDINAL_TAG: Final = "CD"
HYPHEN_TAG: Final = "HYPH"
ADVERB_TAG: Final = "RB"
RELATIVE_PRONOUNS: Final = ("WDT", "WP")
QUESTION_WORDS: Final = ("WP", "WDT", "WP$", "WRB")

# Names by kind.
PERSON: Final = "PERSON"
ORGANISATION: Final = "ORG"
STATE_OR_TOWN: Final = "GPE"
PEOPLE: Final = "NORP"
BODIES: Final = ("ORG", "GPE", "NORP")
NATURAL_PLACE: Final = "LOC"
BUILDING: Final = "FAC"
PRODUCT: Final = "PRODUCT"
WORK: Final = "WORK_OF_ART"
LAW: Final = "LAW"
EVENT: Final = "EVENT"
PLACES: Final = ("GPE", "LOC", "FAC")
DATE: Final = "DATE"
TIME: Final = "TIME"
CARDINAL: Final = "CARDINAL"
ORDINAL: Final = "ORDINAL"
AMOUNTS: Final = ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY")
"""Numbers and times, which name nobody."""
