"""Where a table's user says that a field stands."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from twosource.errors import SettingError

# What other tools and feeds call the same thing; the first that holds something is taken.
NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title", "headline", "headlines", "name", "titel", "überschrift", "titre", "título", "titulo", "titolo",
              "tytuł", "заголовок", "название", "başlık", "rubrik", "overskrift", "标题", "タイトル", "제목"),
    "text": ("text", "body", "articleBody", "article_body", "content", "maintext", "body_text", "body_html",
             "body_xhtml", "bodies", "full_text", "fulltext", "article_text", "story", "volltext", "inhalt", "texte", "contenu",
             "texto", "contenido", "conteúdo", "testo", "contenuto", "tekst", "treść", "текст", "metin", "brödtext", "brødtekst",
             "正文", "内容", "本文", "본문"),
    "url": ("url", "link", "canonical_url", "source_url", "uri", "id"),
    "published": ("published", "datePublished", "date_published", "published_at", "publishedAt", "pubDate", "pub_date",
                  "publication_date", "publish_date", "date_publish", "date_publication", "firstcreated", "date", "dct", "created",
                  "datum", "erscheinungsdatum", "fecha", "data", "дата", "tarih", "日期", "日付", "날짜"),
    "updated": ("updated", "dateModified", "date_modified", "updated_at", "date_modify", "modified", "versioncreated"),
    "outlet": ("outlet", "source_domain", "sitename", "site_name", "site", "domain", "publisher", "source", "provider", "quelle",
               "medium", "zeitung", "journal", "medio", "fuente", "fonte", "bron", "źródło", "источник", "kaynak", "来源"),
    "byline": ("byline", "authors", "author", "creator", "bylines", "autor", "autoren", "auteur", "auteurs", "autore", "автор", "yazar", "作者"),
    "language": ("language", "lang", "inLanguage", "sprache", "langue", "idioma", "lingua"),
    "credit": ("credit", "creditline", "credit_line", "creditText"),
}  # fmt: skip


_SETTING: Final = "columns"
_BY_SMALL: Final = {name.casefold(): name for names in NAMES.values() for name in names}


def known_name(column: str) -> str:
    """A column's name as it is known, whatever letters it is written in; as it stands where it is not.

    Example:
        >>> known_name(" Full Text "), known_name("Ressort")
        ('full_text', 'Ressort')
    """
    small = column.strip().casefold()
    return _BY_SMALL.get(small) or _BY_SMALL.get("_".join(small.split()), column.strip())


def may_hold_text(names: Iterable[str], columns: Mapping[str, str]) -> bool:
    """Whether one of a table's columns is one in which articles have their text."""
    wanted = {columns["text"].partition(".")[0]} if "text" in columns else set(NAMES["text"])
    return not wanted.isdisjoint(names)


def columns_of(text: str) -> dict[str, str]:
    """A column map from ``text=body,title=headline``: our field, then the table's column.

    Raises:
        SettingError: If it is not such a map, or names a field that articles do not have.

    Example:
        >>> columns_of("text=body, published=meta.date")
        {'text': 'body', 'published': 'meta.date'}
    """
    found = {}
    for part in filter(str.strip, text.split(",")):
        field, equals, column = (one.strip() for one in part.partition("="))
        if not equals or not column or field not in NAMES:
            raise SettingError(_SETTING, part.strip(), f"FIELD=COLUMN with one of {', '.join(NAMES)}")
        found[field] = column
    return found


def value_of(row: Mapping[str, Any], field: str, columns: Mapping[str, str]) -> object:
    """What a row says of a field: under the column that the user names, and only there, else under any known name.

    A column that is none itself is looked for inside others: ``meta.date``.
    """
    if field not in columns:
        return next((row[name] for name in NAMES[field] if row.get(name) not in (None, "", [], {})), None)
    column = columns[field]
    if column in row:
        return row[column]
    value: object = row
    for part in column.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def columns_read(there: Iterable[str], columns: Mapping[str, str]) -> tuple[str, ...]:
    """The columns of a table that hold a field.

    Raises:
        ValueError: If a column that the user names is not there, or none that could hold the text.
    """
    names = tuple(there)
    wanted = {field: (columns[field],) if field in columns else known for field, known in NAMES.items()}
    used = {}
    for field, known in wanted.items():
        found = tuple(name for name in names if name in known or name in {one.partition(".")[0] for one in known})
        if not found and (field in columns or field == "text"):
            message = f"it has no column {' or '.join(known[:3])}; it has {', '.join(names[:12])}"
            raise ValueError(message)
        used.update(dict.fromkeys(found))
    return tuple(used)
