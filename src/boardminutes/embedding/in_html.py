"""The data in an HTML page: a data element at the end of the article, and the paragraphs of that article.

Pages are read by regular expressions, each of which goes over the page once whatever stands in it. The HTML parser of
the standard library needs time in the square of the length for some pages: a minute for 120 kB (Python 3.11).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from boardminutes._character_references import unescaped
from boardminutes.document import Document
from boardminutes.embedding.payload import for_markup, payload
from boardminutes.embedding.sources import Carried, too_long, unrecognised, without_data

MOST_BYTES: Final = 32 * 2**20
"""The longest page that is read."""

_ARTICLE_CLASS: Final = "boardminutes"
_DATA_CLASS: Final = "boardminutes-data"
_PHRASING: Final = (  # the elements that stand in a line of text (HTML, 3.2.5.2.5)
    "a|abbr|b|bdi|bdo|br|cite|code|data|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr"
)
_NAME_ENDS: Final = r"(?=[\s/>]|\Z)"
_REST_OF_TAG: Final = r"""(?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+)*+(?:>|\Z)"""
_TAG: Final = rf"<[a-z/!?]{_REST_OF_TAG}"
_COMMENT: Final = r"<!--.*?(?:-->|\Z)"
_RAW: Final = (  # the elements whose content is no mark-up (HTML, 13.1.2), or is not shown
    rf"<(?P<raw>script|style|textarea|title|template){_NAME_ENDS}(?P<of_raw>{_REST_OF_TAG})"
    rf"(?P<content>.*?)(?:</(?P=raw){_NAME_ENDS}{_REST_OF_TAG}|\Z)"
)
_FLAGS: Final = re.DOTALL | re.IGNORECASE
_TOKENS = re.compile(rf"{_COMMENT}|{_RAW}|<(?P<end>/?)article{_NAME_ENDS}(?P<of_article>{_REST_OF_TAG})|{_TAG}", _FLAGS)
_WITHIN_A_LINE = re.compile(rf"{_COMMENT}|{_RAW}|</?(?:{_PHRASING}){_NAME_ENDS}{_REST_OF_TAG}", _FLAGS)
_BETWEEN_BLOCKS = re.compile(_TAG, _FLAGS)
_OUR_TAGS_OF_BLOCKS = re.compile("<(?!/?(?:a|br|em|span|strong|time)[ >])[^>]*>")
_OUR_OTHER_TAGS = re.compile("<[^>]*>")
_CLASSES = re.compile(r"""\bclass\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""", re.IGNORECASE)
_PAGE = re.compile(rf"<(?:!doctype|html|body|article|div|p|table){_NAME_ENDS}", re.IGNORECASE)


def paragraphs(article: str) -> Iterator[str]:
    """Yield the text of each block of an *article*, and what stands between the tags of blocks."""
    return _unescaped(_BETWEEN_BLOCKS.split(_WITHIN_A_LINE.sub("", article)))


def _paragraphs_of_ours(article: str) -> Iterator[str]:
    """Yield the same of an article just rendered, in which no attribute holds a `>`, many times as fast."""
    pieces = _OUR_TAGS_OF_BLOCKS.split(article)
    return _unescaped([_OUR_OTHER_TAGS.sub("", piece) if "<" in piece else piece for piece in pieces])


def _unescaped(texts: Iterable[str]) -> Iterator[str]:
    return (unescaped(text) if "&" in text else text for text in texts)


def with_data(page: str, document: Document) -> str:
    """Return a *page* that shows *document*, or its article alone, with the data at the end of the article.

    Raises:
        RenderError: The prose is nested too deeply for data.
    """
    before, end, after = page.rpartition("</article>")
    data = for_markup(payload(document, _paragraphs_of_ours(before[before.index("<article") :]))).decode()
    return f'{before}<script type="application/json" class="{_DATA_CLASS}">{data}</script>\n{end}{after}'


@attrs.define
class _Article:
    """An article of a page.

    Attributes:
        is_ours: Whether this library made it.
        start: Where its content begins.
        end: Where it ends; None while it is open.
    """

    is_ours: bool
    start: int
    end: int | None = None


def read(source: bytes) -> Carried:
    """Return what is found in a page.

    Raises:
        UnrecognisedSourceError: It is no page, or carries no data, or more than one article does.
    """
    if len(source) > MOST_BYTES:
        raise too_long(len(source), MOST_BYTES)
    page = _decoded(source)
    articles, found = _scanned(page)
    if len(found) > 1:
        raise unrecognised("carries the data of more than one document; give it one <article> at a time")
    if not found:
        raise _nothing_found(page, any(article.is_ours for article in articles))
    data, holder = found[0]
    return Carried(data.encode(), () if holder is None else paragraphs(page[holder.start : holder.end]))


def _decoded(source: bytes) -> str:
    encoding = "utf-16" if source.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return source.decode(encoding)
    except UnicodeDecodeError:
        raise unrecognised("is no PDF, no Word document, and no page in UTF-8") from None


def _scanned(page: str) -> tuple[list[_Article], list[tuple[str, _Article | None]]]:
    """Return the articles of a page, and each text of data with the article of ours in which it stands.

    What follows the second text of data is not read, as the page is refused.
    """
    articles: list[_Article] = []
    opened: list[_Article] = []
    opened_of_ours: list[_Article] = []
    found: list[tuple[str, _Article | None]] = []
    for token in _TOKENS.finditer(page):
        of_article, of_raw = token["of_article"], token["of_raw"]
        if of_article is not None:
            if not token["end"]:
                opened.append(_Article(_is_of_class(of_article, _ARTICLE_CLASS), token.end()))
                articles.append(opened[-1])
                opened_of_ours += opened[-1:] if opened[-1].is_ours else []
            elif opened:
                ended = opened.pop()
                ended.end = token.start()
                if ended.is_ours:
                    opened_of_ours.pop()
        elif of_raw and _is_of_class(of_raw, _DATA_CLASS):
            found.append((token["content"], opened_of_ours[-1] if opened_of_ours else None))
            if len(found) > 1:
                break
    return articles, found


def _is_of_class(attributes: str, name: str) -> bool:
    found = _CLASSES.search(attributes)
    return found is not None and name in (found[1] or found[2] or found[3] or "").split()


def _nothing_found(page: str, has_article: bool) -> Exception:  # noqa: FBT001 - a fact, not an option
    if has_article:
        return without_data("an HTML document", "embed=True")
    if _PAGE.search(page):
        return unrecognised("is a page that carries no meeting")
    if not page.strip():
        return unrecognised("is empty")
    return unrecognised("is no PDF, no Word document and no HTML page; a data file is read by load")
