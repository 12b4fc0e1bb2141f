"""The forms of the files of words by which a page's article is told from what stands around it.

A page is read before its language is known: the folder ``all`` holds what pages say in any, the folder of a language what
takes more of it to read. All words are in small letters, with straight quotation marks, but where said.
"""

import msgspec

from twosource.language.word_files import NEVER, NONE, Pattern, WordFile, Words


class PageWords(WordFile, frozen=True, kw_only=True):
    """``page.yml``: what pages say around their articles."""

    byline_starts: Words = NONE  # a byline begins so; a name follows
    conjunctions: Words = NONE  # between two names
    role_words: Words = NONE  # what somebody does, in a part of a byline
    body_words: Words = NONE  # words of a body's name, which no person's has
    not_names: Words = NONE  # parts of a byline that name nobody
    updated: Words = NONE  # a line with one of these tells when a piece was changed
    pointers: tuple[str, ...] = ()  # beginnings of lines that point to other pieces
    months: dict[str, int] = msgspec.field(default_factory=dict)  # names of months with their number
    day: Pattern = NEVER  # a day with its month in words, in groups ``d5``, ``m5``, ``y5``
    before_clock: Words = NONE  # between a day and a clock time
    zones: dict[str, int] = msgspec.field(default_factory=dict)  # letters of zones that mean one offset, in minutes
    time_words: Pattern = NEVER  # what a line of times holds besides its times
    picture_words: Words = NONE  # before the name of whoever brought a picture


class MarkupWords(WordFile, frozen=True, kw_only=True):
    """``markup.yml``: what the markup of pages calls their parts. Elements first, then patterns over classes and ids."""

    # Our fields, with the meta elements that state them.
    meta: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    # The same of properties of marked elements, with the field
    properties: dict[str, str] = msgspec.field(default_factory=dict)
    time_properties: dict[str, str] = msgspec.field(default_factory=dict)  # those that an element of time has
    changed: tuple[str, ...] = ()  # how properties begin that say when a page was changed
    descriptions: Words = NONE  # meta elements that say what an article is about
    article_types: tuple[str, ...] = ()  # kinds of things that are articles
    title_class: Pattern = NEVER  # classes of titles
    no: Words = NONE  # what denies
    blocks: Words = NONE  # elements that are lines of their own
    silent: Words = NONE  # elements whose words nobody reads
    inline: Words = NONE  # elements in a line that may say what their words are
    saved_on: Pattern = NEVER  # when a program says that it saved the page, as a group
    kept_on: Pattern = NEVER  # the same in the address of an archive, in three
    kept_page: Pattern = NEVER  # the page that it keeps
    whole_page: Words = NONE  # elements that are the page as a whole
    named_by: Words = NONE  # attributes by which an element is named
    styled: Pattern = NEVER  # a style by which it lies over the page
    data: tuple[str, ...] = ()  # how attributes begin whose names name it, too
    # XPath by the name of a sign; of boxes with a button, of its own addresses, of marks of an article.
    signs: dict[str, str] = msgspec.field(default_factory=dict)
    call_boxes: str = ""
    offer_boxes: str = ""  # the same with a link to an offer
    own_address: str = ""
    article_marks: str = ""
    no_article_path: Pattern = NEVER  # paths of pages that hold no article
    article_page: Pattern = NEVER  # names of a page that holds one
    guards: Pattern = NEVER  # what stands in a page that is sent in place of another, as its source has it
    # Elements of a text that the library extracted; of a page, between whose words it would leave no space; in which paragraphs stand.
    extracted_blocks: Words = NONE
    parted_blocks: tuple[str, ...] = ()
    paragraph_elements: Words = NONE
    # Keys of a JSON-LD article with our fields, and those under which somebody is credited.
    json_fields: dict[str, str] = msgspec.field(default_factory=dict)
    json_credits: tuple[str, ...] = ()
    meta_names: tuple[str, ...] = ()  # attributes that name a meta element
    title_elements: tuple[str, ...] = ()  # elements that may hold a title
    asides: Words = NONE  # elements beside the text
    page_form: str = ""  # XPath of a form that holds the whole page
    headings: Words = NONE  # elements that are headings
    no_byline_elements: Words = NONE  # elements that hold no byline
    paragraphs: Words = NONE  # elements that a lead stands in
    caption: Pattern = NEVER  # a caption
    credit: Pattern = NEVER  # a credit
    byline: Pattern = NEVER  # a byline
    set_apart: Pattern = NEVER  # words that are set apart
    comments: Pattern = NEVER  # readers' comments
    author_page: Pattern = NEVER  # the address of a page of an author
    byline_class: Pattern = NEVER  # a byline, or an author in one
    no_byline: Pattern = NEVER  # what in a byline is none
    beside: Pattern = NEVER  # what stands beside the article
    lead: Pattern = NEVER  # the lead of the article
    shared: Pattern = NEVER  # a box that shares an article or leads to others
    card: Pattern = NEVER  # a card of another piece


class Wall(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of page that is no article: the code of the reason, in which headings, lines and places."""

    code: str
    place: Pattern = NEVER
    titles: tuple[str, ...]
    lines: tuple[str, ...]


class WallWords(WordFile, frozen=True, kw_only=True):
    """``walls.yml``: pages that stand before an article or in its place."""

    walls: tuple[Wall, ...] = ()  # their kinds
    addressed: tuple[str, ...] = ()  # a sentence speaks to the page's reader
    asking: tuple[str, ...] = ()  # begins so where it asks something of him
    formal: Pattern = NEVER  # it does so in the formal way; letters as they stand
    price: Pattern = NEVER  # a line offers something for money
    closed_to: Pattern = NEVER  # a line says that something is for some readers alone
    ourselves: tuple[str, ...] = ()  # whoever runs the page speaks of himself
    days: tuple[str, ...] = ()  # it names a day
    reported: tuple[str, ...] = ()  # says that somebody said something
    beside_names: tuple[str, ...] = ()  # names somebody, in scripts without capitals
    capital_nouns: tuple[str, ...] = ()  # small words of a tongue that writes its nouns with capitals
    small: Words = NONE  # words that come back in any text


class InterfaceWords(WordFile, frozen=True, kw_only=True):
    """``interface.yml``: by which words pages speak of themselves, by language; beginnings as ``evidence.stems_of`` gives them."""

    words: dict[str, Words] = msgspec.field(default_factory=dict)


class Residue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lines that belong to the page: whole, by their beginning, end or form, of at most so many words; without a reason, they point to other pieces."""

    reason: str = ""
    whole: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    most: int | None = None
    unfinished: bool = False


class ResidueWords(WordFile, frozen=True, kw_only=True):
    """``residue.yml``: lines that belong to the page and not to the article."""

    rules: tuple[Residue, ...] = ()


class MastheadWords(WordFile, frozen=True, kw_only=True):
    """``masthead.yml``: wording of bylines, credit lines, datelines and captions."""

    # How a byline begins, and what somebody is by it.
    byline_starts: Words = NONE
    roles: Words = NONE
    behind_name: Pattern = NEVER  # from here on no name stands in a part of a byline
    not_names: Words = NONE  # parts of a list of authors that are none
    weekdays: Words = NONE  # names of days
    months: dict[str, int] = msgspec.field(default_factory=dict)  # of months with their number
    # A day and its month in words, with groups ``d2``, ``m2``, ``y2`` or ``d3``, ``m3``, ``y3``.
    day: Pattern = NEVER
    month_first: Pattern = NEVER
    on: Words = NONE  # what may stand between a clock time and the day behind it
    time_words: Pattern = NEVER  # what a line of times holds besides its times
    stated: Pattern = NEVER  # words by which a line states a time of publishing though it holds no day
    publishing: Pattern = NEVER  # the same where a line states that a piece was put out or changed
    published: Pattern = NEVER  # the first of the two
    changed: Pattern = NEVER  # by which what follows is a time of change
    about_author: Pattern = NEVER  # a whole line that says who somebody is that wrote
    wire_bracket: Pattern = NEVER  # a bracket behind a time that names no zone
    small_in_names: Words = NONE  # small words that stand in names and in what follows them
    # How lines begin, end and are made that say whose reporting a piece is.
    credit_starts: Words = NONE
    credit_ends: Words = NONE
    credit_forms: tuple[Pattern, ...] = ()
    # What stands before the outlet in such a line.
    reprint_cues: Words = NONE
    reprint: Pattern = NEVER
    own_copy: Pattern = NEVER  # how a line of rights begins
    rights: Pattern = NEVER  # what stands in it before the name
    # A line of "with" and agencies, and what stands between those.
    with_agencies: Pattern = NEVER
    with_agencies_split: Pattern = NEVER
    contributor: Pattern = NEVER  # who gave something to a piece, as ``name``, in a line that says so
    signed_for: Pattern = NEVER  # who wrote a piece, and the ``agency`` they did it for
    agency_somewhere: Pattern = NEVER  # an agency's ``name``, with where its people are
    called_agency: Pattern = NEVER  # the whole name of a body that calls itself an agency; its words as they stand
    # Verbs of headlines, and the words that they leave out.
    title_verbs: Words = NONE
    articles: Pattern = NEVER
    not_places: Words = NONE  # words at the head of a line that are no dateline
    # By which a line is a caption.
    caption_starts: Words = NONE
    caption_buttons: Words = NONE  # buttons of a page before a caption's own words
    caption_holds: Words = NONE
    caption_hints: Words = NONE
    numbered_picture: Pattern = NEVER
    # By which a line says whose picture it is.
    picture_words: Words = NONE
    picture_stems: Words = NONE
    picture_credit_starts: Words = NONE
    bracket_words: Words = NONE
    comment_headings: Words = NONE  # headings of readers' comments
    reporting: Pattern = NEVER  # what somebody said is reported in a line that has one of these
    contact: Pattern = NEVER  # a part of a line of addresses
    # Words of every text; those that no other language has, and those that one or another has.
    only_here: Words = NONE
    elsewhere_too: Words = NONE
