-- The library: every article, what was found in it and where, and the stories it belongs to.
-- Version 1. Places are half-open ranges of code points in articles.text, from 0: in SQL, the words at a place are
-- substr(text, start_char + 1, end_char - start_char); they also stand beside each place, so that no query needs it.
-- Times are ISO 8601. Nothing is ever deleted: a later version, a merged story, an undone correction keep their rows.

-- What this file is.
CREATE TABLE about (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- One row an article, in order of arrival. The same outlet, headline and text are one article however often they come.
CREATE TABLE articles (
  seq          INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,  -- a hash of outlet, headline and text
  outlet       TEXT NOT NULL,
  outlet_known INTEGER NOT NULL,      -- 0 where the outlet is only the file's name
  publisher    TEXT,                  -- who owns the outlet; null is unknown, not "another owner"
  url          TEXT,
  page         TEXT,                  -- the address without scheme, fragment and tracking
  path         TEXT,
  headline     TEXT,
  byline       TEXT NOT NULL,         -- names, joined by "; "
  credits      TEXT NOT NULL,
  via          TEXT NOT NULL,         -- agencies whose copy it is by its own dateline or credit line
  published    TEXT,
  updated      TEXT,
  dated_by     TEXT NOT NULL,         -- stated, content, none
  first_day    TEXT,                  -- the day it is dated to, or the earliest and latest its content allows
  last_day     TEXT,
  date_reason  TEXT NOT NULL,
  language     TEXT NOT NULL,
  sha256       TEXT NOT NULL,         -- of the raw input
  text         TEXT NOT NULL,
  seen         TEXT NOT NULL,         -- when it came into the library
  read_by      TEXT NOT NULL,         -- the version of twosource that found what stands below, and an id of its settings
  chain        TEXT NOT NULL,         -- the article whose versions these are: the id of the one that came first
  version      INTEGER NOT NULL DEFAULT 1,
  replaced_by  TEXT REFERENCES articles (id)  -- the newest version; null for that one itself
) STRICT;
CREATE INDEX articles_page ON articles (page) WHERE page IS NOT NULL;
CREATE INDEX articles_chain ON articles (chain);
CREATE INDEX articles_outlet ON articles (outlet);
CREATE INDEX articles_day ON articles (last_day);

-- Everything found in an article as one JSON value, without the text; the tables below lay the same out for queries.
CREATE TABLE findings (
  article TEXT PRIMARY KEY REFERENCES articles (id),
  json    TEXT NOT NULL
) STRICT;

-- Each raw input that gave an article. The text is kept of the first that gave it; later ones keep their hash.
CREATE TABLE inputs (
  id        TEXT PRIMARY KEY,        -- a hash of all that came with it
  article   TEXT NOT NULL REFERENCES articles (id),
  name      TEXT NOT NULL,           -- as messages call it: a path, an address, path#3
  kind      TEXT NOT NULL,           -- html, text, record
  sha256    TEXT NOT NULL,
  url       TEXT,
  path      TEXT,
  outlet    TEXT,                    -- as the user, the feed or the record said
  title     TEXT,
  published TEXT,
  updated   TEXT,
  credits   TEXT NOT NULL,
  feed      TEXT,                    -- address of the feed that led to it
  archive   TEXT,                    -- the archive it stands in, and where there
  position  INTEGER,
  read_at   TEXT,                    -- when an archive says that it was fetched
  seen      TEXT NOT NULL,
  text      TEXT                     -- the decoded characters as read
) STRICT;
CREATE INDEX inputs_article ON inputs (article);

-- Feeds that are followed: how each stood after the last visit whose articles are all here, as JSON.
CREATE TABLE feeds (
  address TEXT PRIMARY KEY,
  json    TEXT NOT NULL
) STRICT;

-- The article's text by labelled stretches, in order, without overlap.
CREATE TABLE blocks (
  article    TEXT NOT NULL REFERENCES articles (id),
  n          INTEGER NOT NULL,
  kind       TEXT NOT NULL,          -- headline, byline, dateline, subheading, paragraph, caption, credit, residue
  start_char INTEGER NOT NULL,
  end_char   INTEGER NOT NULL,
  repeats    INTEGER,                -- n of the earlier block that this one says again
  reason     TEXT NOT NULL,
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;

-- On whose word things are said, within one article.
CREATE TABLE sources (
  article TEXT NOT NULL REFERENCES articles (id),
  id      TEXT NOT NULL,
  name    TEXT NOT NULL,             -- the fullest form in this article
  kind    TEXT NOT NULL,             -- person, body, document, unnamed, outlet
  role    TEXT,
  names   TEXT NOT NULL,             -- all forms, joined by "; "
  folded  TEXT NOT NULL,             -- the names in plain small letters, for searching
  reason  TEXT NOT NULL,             -- why its mentions were taken for one source
  PRIMARY KEY (article, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
  article    TEXT NOT NULL,
  source     TEXT NOT NULL,
  start_char INTEGER NOT NULL,
  end_char   INTEGER NOT NULL,
  words      TEXT NOT NULL,
  PRIMARY KEY (article, source, start_char, end_char),
  FOREIGN KEY (article, source) REFERENCES sources (article, id)
) STRICT, WITHOUT ROWID;

-- One article saying one thing.
CREATE TABLE statements (
  article       TEXT NOT NULL REFERENCES articles (id),
  id            TEXT NOT NULL,
  kind          TEXT NOT NULL,       -- quotation, paraphrase, assertion (by the outlet itself)
  start_char    INTEGER NOT NULL,    -- the whole: source, cue and content
  end_char      INTEGER NOT NULL,
  words         TEXT NOT NULL,
  content       TEXT NOT NULL,       -- what is said, its pieces joined by " … "
  cue           TEXT,                -- the words that say so: said, according to
  source        TEXT,                -- null: unknown; for an assertion, the outlet itself
  source_words  TEXT,                -- the words that name the source here
  source_reason TEXT NOT NULL,
  scare         INTEGER NOT NULL,    -- 1: nobody is reported to have said it: a scare quote, a plan
  uncertain     TEXT NOT NULL,
  PRIMARY KEY (article, id),
  FOREIGN KEY (article, source) REFERENCES sources (article, id)
) STRICT, WITHOUT ROWID;

-- The pieces of what is said; several where a quotation is interrupted.
CREATE TABLE contents (
  article    TEXT NOT NULL,
  statement  TEXT NOT NULL,
  n          INTEGER NOT NULL,
  start_char INTEGER NOT NULL,
  end_char   INTEGER NOT NULL,
  words      TEXT NOT NULL,
  PRIMARY KEY (article, statement, n),
  FOREIGN KEY (article, statement) REFERENCES statements (article, id)
) STRICT, WITHOUT ROWID;

-- Numbers with what they count. Equal low and high: one value; unequal: a range.
CREATE TABLE figures (
  article    TEXT NOT NULL REFERENCES articles (id),
  id         TEXT NOT NULL,
  statement  TEXT,
  start_char INTEGER NOT NULL,
  end_char   INTEGER NOT NULL,
  words      TEXT NOT NULL,          -- the number with its bound, as it stands
  low        REAL NOT NULL,
  high       REAL NOT NULL,
  bound      TEXT NOT NULL,          -- exactly, at least, more than, at most, fewer than, about, between, unstated
  unit       TEXT,
  counted    TEXT NOT NULL,          -- what is counted, as worded
  measure    TEXT,                   -- what happened to them: killed, injured …
  place      TEXT,
  as_of_from TEXT,
  as_of_to   TEXT,
  cumulative INTEGER,                -- 1 a total so far, 0 new ones only, null not said
  main       INTEGER NOT NULL,       -- 1: the figure the article puts first for this measure
  part_of    TEXT,
  source     TEXT,
  reason     TEXT NOT NULL,
  PRIMARY KEY (article, id),
  FOREIGN KEY (article, statement) REFERENCES statements (article, id),
  FOREIGN KEY (article, source) REFERENCES sources (article, id),
  FOREIGN KEY (article, part_of) REFERENCES figures (article, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX figures_measure ON figures (measure, low, high);

-- That something is said to be unverified, disputed, denied, confirmed, hedged or corrected, and by whom.
CREATE TABLE marks (
  article    TEXT NOT NULL REFERENCES articles (id),
  statement  TEXT,                   -- what is marked: a statement, or a figure
  figure     TEXT,
  kind       TEXT NOT NULL,
  start_char INTEGER NOT NULL,       -- the words that say so
  end_char   INTEGER NOT NULL,
  words      TEXT NOT NULL,
  source     TEXT,                   -- who says so; null: the outlet itself
  reason     TEXT NOT NULL,
  CHECK ((statement IS NULL) <> (figure IS NULL)),
  FOREIGN KEY (article, statement) REFERENCES statements (article, id),
  FOREIGN KEY (article, figure) REFERENCES figures (article, id),
  FOREIGN KEY (article, source) REFERENCES sources (article, id)
) STRICT;
CREATE INDEX marks_article ON marks (article);
CREATE INDEX marks_kind ON marks (kind);

-- Time expressions, resolved to intervals with both ends included.
CREATE TABLE moments (
  article    TEXT NOT NULL REFERENCES articles (id),
  id         TEXT NOT NULL,
  start_char INTEGER NOT NULL,
  end_char   INTEGER NOT NULL,
  words      TEXT NOT NULL,
  earliest   TEXT NOT NULL,
  latest     TEXT NOT NULL,
  precision  TEXT NOT NULL,
  reason     TEXT NOT NULL,
  PRIMARY KEY (article, id)
) STRICT, WITHOUT ROWID;

-- What could not be read or decided. Without an article: an input that gave none.
CREATE TABLE gaps (
  n       INTEGER PRIMARY KEY,
  article TEXT REFERENCES articles (id),
  code    TEXT NOT NULL,
  place   TEXT NOT NULL,             -- the input, article or place it is about
  detail  TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX gaps_once ON gaps (coalesce(article, ''), code, place, detail);

-- Where the wording of one version of a page differs from that of the one before it.
CREATE TABLE revisions (
  article      TEXT NOT NULL REFERENCES articles (id),
  before       TEXT NOT NULL REFERENCES articles (id),
  n            INTEGER NOT NULL,
  before_start INTEGER NOT NULL,
  before_end   INTEGER NOT NULL,
  before_words TEXT NOT NULL,        -- empty where words were added
  after_start  INTEGER NOT NULL,
  after_end    INTEGER NOT NULL,
  after_words  TEXT NOT NULL,        -- empty where words were taken out
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;

-- When a page was seen with an earlier version's text again: that version is the newest until another text comes.
CREATE TABLE returns (
  seq     INTEGER PRIMARY KEY,
  chain   TEXT NOT NULL,             -- as in articles
  article TEXT NOT NULL REFERENCES articles (id),
  newest  INTEGER NOT NULL,          -- seq of the article that had come last into the chain by then
  seen    TEXT NOT NULL
) STRICT;
CREATE INDEX returns_chain ON returns (chain);

-- Articles about one event.
CREATE TABLE stories (
  id        TEXT PRIMARY KEY,
  title     TEXT,                    -- the headline nearest to all; null until the next look
  merged_to TEXT REFERENCES stories (id)
) STRICT;

CREATE TABLE members (
  article TEXT PRIMARY KEY REFERENCES articles (id),
  story   TEXT NOT NULL REFERENCES stories (id),
  day     INTEGER NOT NULL,          -- number of its day (1 is 1 January of year 1); 0 if undated
  traits  TEXT NOT NULL              -- what grouping goes by, as JSON
) STRICT;
CREATE INDEX members_story ON members (story);
CREATE INDEX members_day ON members (day);

-- What became of stories, in order, with reasons.
CREATE TABLE changes (
  seq        INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL,          -- started, joined, moved, merged, split
  article    TEXT NOT NULL,
  story      TEXT NOT NULL,
  from_story TEXT,
  reason     TEXT NOT NULL,
  at         TEXT NOT NULL
) STRICT;
CREATE INDEX changes_story ON changes (story);
CREATE INDEX changes_article ON changes (article);

-- What a person corrected by hand: records that can be replayed, never a change of what was read.
CREATE TABLE edits (
  seq     INTEGER PRIMARY KEY,
  kind    TEXT NOT NULL,             -- move_article, join_sources, split_source, mark_formula
  subject TEXT NOT NULL,
  target  TEXT,
  at      TEXT NOT NULL,
  by      TEXT NOT NULL,
  why     TEXT NOT NULL,
  undone  TEXT,                      -- when it was taken back
  was_in  TEXT REFERENCES stories (id),  -- of a move: where the article was,
  beside  TEXT NOT NULL DEFAULT ''   -- and the articles that stayed there, joined by spaces: they shall not follow it
) STRICT;

-- Stories as they were last laid side by side, with what they were made of: made again where that has changed.
CREATE TABLE laid (
  story   TEXT PRIMARY KEY REFERENCES stories (id),
  made_of TEXT NOT NULL,
  json    TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE article_words USING fts5 (
  text, content = 'articles', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER article_words_in AFTER INSERT ON articles BEGIN
  INSERT INTO article_words (rowid, text) VALUES (new.seq, new.text);
END;
CREATE TRIGGER article_words_out AFTER DELETE ON articles BEGIN
  INSERT INTO article_words (article_words, rowid, text) VALUES ('delete', old.seq, old.text);
END;

-- For looking around, in the order of reading. Each row names the outlet and the article before any number; where no
-- source is named, a word says whether the outlet says it itself or the source is not known.
CREATE VIEW story_articles AS
  SELECT m.story, s.title, a.outlet, a.outlet_known, a.publisher, a.via, a.headline, a.published, a.updated,
         a.dated_by, a.first_day, a.last_day, a.url, a.version, a.id AS article
  FROM members m JOIN stories s ON s.id = m.story JOIN articles a ON a.id = m.article
  WHERE a.replaced_by IS NULL
  ORDER BY m.story, coalesce(a.published, a.updated, a.first_day, '9999'), a.id;

CREATE VIEW stories_told AS
  SELECT story, title, group_concat(DISTINCT outlet) AS outlets, count(*) AS articles, min(first_day) AS first_day,
         max(last_day) AS last_day
  FROM story_articles GROUP BY story ORDER BY last_day DESC, articles DESC;

CREATE VIEW statements_said AS
  SELECT a.outlet, a.headline, a.published, t.kind,
         coalesce(s.name, CASE t.kind WHEN 'assertion' THEN 'the outlet itself' ELSE 'unknown' END) AS source,
         s.kind AS source_kind, s.role AS source_role, t.content, t.cue, t.words, t.start_char, t.end_char,
         t.source_reason,
         (SELECT group_concat(DISTINCT k.kind) FROM marks k WHERE k.article = t.article AND k.statement = t.id) AS marks,
         m.story, t.article, t.id AS statement
  FROM articles a JOIN statements t ON t.article = a.id
  LEFT JOIN sources s ON s.article = t.article AND s.id = t.source
  LEFT JOIN members m ON m.article = t.article
  WHERE a.replaced_by IS NULL AND t.scare = 0
  ORDER BY a.seq, t.start_char, t.end_char;

CREATE VIEW figures_said AS
  SELECT a.outlet, a.headline, a.published, f.words, f.low, f.high, f.bound, f.unit, f.counted, f.measure, f.place,
         f.as_of_from, f.as_of_to, f.main,
         coalesce(s.name, CASE WHEN t.kind IN ('quotation', 'paraphrase') THEN 'unknown' ELSE 'the outlet itself' END)
           AS source,
         t.words AS statement_words,
         (SELECT group_concat(DISTINCT k.kind) FROM marks k WHERE k.article = f.article
            AND (k.figure = f.id OR k.statement = f.statement)) AS marks,
         f.start_char, f.end_char, f.reason, m.story, f.article, f.id AS figure
  FROM articles a JOIN figures f ON f.article = a.id
  LEFT JOIN statements t ON t.article = f.article AND t.id = f.statement
  LEFT JOIN sources s ON s.article = f.article AND s.id = coalesce(f.source, t.source)
  LEFT JOIN members m ON m.article = f.article
  WHERE a.replaced_by IS NULL
  ORDER BY a.seq, f.start_char, f.end_char;

CREATE VIEW marks_laid AS
  SELECT a.outlet, a.headline, a.published, k.kind, coalesce(s.name, 'the outlet itself') AS marked_by, k.words,
         coalesce(t.words, CASE WHEN instr(f.words, f.counted) THEN f.words ELSE f.words || ' ' || f.counted END) AS over,
         k.start_char, k.end_char, k.reason, m.story, k.article
  FROM articles a JOIN marks k ON k.article = a.id
  LEFT JOIN sources s ON s.article = k.article AND s.id = k.source
  LEFT JOIN statements t ON t.article = k.article AND t.id = k.statement
  LEFT JOIN figures f ON f.article = k.article AND f.id = k.figure
  LEFT JOIN members m ON m.article = k.article
  WHERE a.replaced_by IS NULL
  ORDER BY a.seq, k.start_char, k.end_char;
