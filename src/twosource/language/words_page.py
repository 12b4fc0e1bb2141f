"""The forms of the files of words by which a page's article is told from what stands around it.

A page is read before its language is known: the folder ``all`` holds what pages say in any, the folder of a language what
takes more of it to read. All words are in small letters, with straight quotation marks, but where said.
"""

import msgspec

from twosource.language.word_files import NEVER, Pattern, WordFile

Words = frozenset[str]
_NONE: Words = frozenset()


class PageWords(WordFile, frozen=True, kw_only=True):
    """``page.yml``: what pages say around their articles.

    Attributes:
        byline_starts: A byline begins so; a name follows.
        conjunctions: Between two names.
        role_words: What somebody does, in a part of a byline.
        body_words: Words of a body's name, which no person's has.
        not_names: Parts of a byline that name nobody.
        updated: A line with one of these tells when a piece was changed.
        pointers: Beginnings of lines that point to other pieces.
        months: Names of months with their number. day: A day with its month in words, in groups ``d5``, ``m5``, ``y5``.
        before_clock: Between a day and a clock time. time_words: What a line of times holds besides its times.
        picture_words: Before the name of whoever brought a picture.
    """

    byline_starts: Words = _NONE
    conjunctions: Words = _NONE
    role_words: Words = _NONE
    body_words: Words = _NONE
    not_names: Words = _NONE
    updated: Words = _NONE
    pointers: tuple[str, ...] = ()
    months: dict[str, int] = msgspec.field(default_factory=dict)
    day: Pattern = NEVER
    before_clock: Words = _NONE
    time_words: Pattern = NEVER
    picture_words: Words = _NONE


class MarkupWords(WordFile, frozen=True, kw_only=True):
    """``markup.yml``: what the markup of pages calls their parts. Elements first, then patterns over classes and ids.

    Attributes:
        meta: Our fields, with the meta elements that state them. properties: The same of properties of marked elements, with the field; time_properties: those that an element of time has.
        changed: How properties begin that say when a page was changed.
        descriptions: Meta elements that say what an article is about. article_types: Kinds of things that are articles.
        title_class: Classes of titles. no: What denies.
        blocks: Elements that are lines of their own.
        silent: Elements whose words nobody reads.
        saved_on: When a program says that it saved the page, as a group; kept_on: the same in the address of an archive, in three. kept_page: the page that it keeps.
        frame: Elements around what is the page's own: its head, foot and sides.
        whole_page: Elements that are the page as a whole. named_by: Attributes by which an element is named; data: how the names of its data begin.
        forms: Elements that hold fields.
        password_fields, leads_on: XPath of fields that ask for a password, and of what sends the reader to another page.
        asides: Elements beside the text.
        headings: Elements that are headings.
        no_byline_elements: Elements that hold no byline.
        paragraphs: Elements that a lead stands in.
        caption: A caption.
        credit: A credit.
        byline: A byline.
        set_apart: Words that are set apart.
        comments: Readers' comments.
        author_page: The address of a page of an author.
        byline_class: A byline, or an author in one.
        no_byline: What in a byline is none.
        beside: What stands beside the article.
        lead: The lead of the article.
        card: A card of another piece.
    """

    meta: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    properties: dict[str, str] = msgspec.field(default_factory=dict)
    time_properties: dict[str, str] = msgspec.field(default_factory=dict)
    changed: tuple[str, ...] = ()
    descriptions: Words = _NONE
    article_types: tuple[str, ...] = ()
    title_class: Pattern = NEVER
    no: Words = _NONE
    blocks: Words = _NONE
    silent: Words = _NONE
    saved_on: Pattern = NEVER
    kept_on: Pattern = NEVER
    kept_page: Pattern = NEVER
    frame: Words = _NONE
    forms: Words = _NONE
    whole_page: Words = _NONE
    named_by: Words = _NONE
    data: str = "data-"
    password_fields: str = ""
    leads_on: str = ""
    asides: Words = _NONE
    headings: Words = _NONE
    no_byline_elements: Words = _NONE
    paragraphs: Words = _NONE
    caption: Pattern = NEVER
    credit: Pattern = NEVER
    byline: Pattern = NEVER
    set_apart: Pattern = NEVER
    comments: Pattern = NEVER
    author_page: Pattern = NEVER
    byline_class: Pattern = NEVER
    no_byline: Pattern = NEVER
    beside: Pattern = NEVER
    lead: Pattern = NEVER
    card: Pattern = NEVER


class Wall(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of page that is no article: why, in which headings, lines and places; ``teaser`` where it shows a beginning."""

    reason: str
    place: Pattern = NEVER
    titles: tuple[str, ...]
    lines: tuple[str, ...]
    teaser: bool = False


class WallWords(WordFile, frozen=True, kw_only=True):
    """``walls.yml``: pages that stand before an article or in its place.

    Attributes:
        walls: Their kinds.
        addressed, asking: A sentence speaks to the page's reader; begins so where it asks something of him.
        formal: It does so in the formal way; letters as they stand.
        pointed, of_the_web: It speaks of the page; of the web.
        ourselves: Whoever runs the page speaks of himself.
        days, reported, beside_names: It names a day; says that somebody said something; names somebody, in scripts without capitals.
        capital_nouns: Small words of a tongue that writes its nouns with capitals.
    """

    walls: tuple[Wall, ...] = ()
    addressed: tuple[str, ...] = ()
    formal: Pattern = NEVER
    asking: tuple[str, ...] = ()
    pointed: tuple[str, ...] = ()
    of_the_web: tuple[str, ...] = ()
    ourselves: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()
    beside_names: tuple[str, ...] = ()
    capital_nouns: tuple[str, ...] = ()


class Residue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lines that belong to the page: whole, by their beginning, end or form, of at most so many words."""

    reason: str
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
    """``masthead.yml``: wording of bylines, credit lines, datelines and captions.

    Attributes:
        byline_starts, roles: How a byline begins, and what somebody is by it.
        behind_name: From here on no name stands in a part of a byline.
        not_names: Parts of a list of authors that are none.
        weekdays, months: Names of days; of months with their number.
        day, month_first: A day and its month in words, with groups ``d2``, ``m2``, ``y2`` or ``d3``, ``m3``, ``y3``.
        on: What may stand between a clock time and the day behind it.
        time_words: What a line of times holds besides its times.
        stated: Words by which a line states a time of publishing though it holds no day.
        publishing: The same where a line states that a piece was put out or changed.
        published: The first of the two.
        changed: By which what follows is a time of change.
        about_author: A whole line that says who somebody is that wrote.
        wire_bracket: A bracket behind a time that names no zone.
        small_in_names: Small words that stand in names and in what follows them.
        credit_starts, credit_ends, credit_forms: How lines begin, end and are made that say whose reporting a piece is.
        reprint_cues, reprint: What stands before the outlet in such a line.
        own_copy: How a line of rights begins.
        rights: What stands in it before the name.
        with_agencies, with_agencies_split: A line of "with" and agencies, and what stands between those.
        contributor: Who gave something to a piece, as ``name``, in a line that says so.
        called_agency: The whole name of a body that calls itself an agency; its words as they stand.
        title_verbs, articles: Verbs of headlines, and the words that they leave out.
        not_places: Words at the head of a line that are no dateline.
        caption_starts, caption_holds, caption_hints, numbered_picture: By which a line is a caption.
        picture_words, picture_stems, picture_credit_starts, bracket_words: By which a line says whose picture it is.
        comment_headings: Headings of readers' comments.
        reporting: What somebody said is reported in a line that has one of these.
        contact: A part of a line of addresses.
        common: Words so common, and in no other language, that they tell this one.
    """

    byline_starts: Words = _NONE
    roles: Words = _NONE
    behind_name: Pattern = NEVER
    not_names: Words = _NONE
    weekdays: Words = _NONE
    months: dict[str, int] = msgspec.field(default_factory=dict)
    day: Pattern = NEVER
    month_first: Pattern = NEVER
    on: Words = _NONE
    time_words: Pattern = NEVER
    stated: Pattern = NEVER
    publishing: Pattern = NEVER
    published: Pattern = NEVER
    changed: Pattern = NEVER
    about_author: Pattern = NEVER
    wire_bracket: Pattern = NEVER
    small_in_names: Words = _NONE
    credit_starts: Words = _NONE
    credit_ends: Words = _NONE
    credit_forms: tuple[Pattern, ...] = ()
    reprint_cues: Words = _NONE
    reprint: Pattern = NEVER
    own_copy: Pattern = NEVER
    rights: Pattern = NEVER
    with_agencies: Pattern = NEVER
    with_agencies_split: Pattern = NEVER
    contributor: Pattern = NEVER
    called_agency: Pattern = NEVER
    title_verbs: Words = _NONE
    articles: Pattern = NEVER
    not_places: Words = _NONE
    caption_starts: Words = _NONE
    caption_holds: Words = _NONE
    caption_hints: Words = _NONE
    numbered_picture: Pattern = NEVER
    picture_words: Words = _NONE
    picture_stems: Words = _NONE
    picture_credit_starts: Words = _NONE
    bracket_words: Words = _NONE
    comment_headings: Words = _NONE
    reporting: Pattern = NEVER
    contact: Pattern = NEVER
    common: Words = _NONE
