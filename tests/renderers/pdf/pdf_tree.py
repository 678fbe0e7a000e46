"""The structure tree of a PDF and all that points into it, as plain values: read back with pikepdf alone."""

from __future__ import annotations

import functools
import io
import itertools
from collections.abc import Iterator, Mapping
from typing import Final

import attrs
import pikepdf
from pdf_marks import PagePainting, pages_painted

Key = tuple[int, int]
"""The number and generation of an object."""

_INLINE: Final = frozenset(["Span", "Link", "Reference", "Quote", "Code", "Em", "Strong"])


@attrs.frozen
class Mark:
    """A mark on a page, as an element names it.

    Attributes:
        page: The page, counted from 0; -1 for none of the file.
        number: Its number there (MCID).
    """

    page: int
    number: int


@attrs.frozen
class ObjectReference:
    """An annotation, as an element names it.

    Attributes:
        page: The page, counted from 0; -1 for none of the file.
        key: The annotation.
    """

    page: int
    key: Key


@attrs.define(eq=False)
class Node:
    """An element.

    Attributes:
        role: Its structure type, by the role map where that has it.
        key: The object.
        parent: What it stands in; None for the outermost.
        attributes: Its attributes of all owners, as texts.
        language: Its own language.
        alternative: Its alternative text.
        replacement: The text that stands in place of its own (ActualText).
        kids: What it holds.
    """

    role: str
    key: Key
    parent: Node | None
    attributes: dict[str, str]
    language: str | None
    alternative: str | None
    replacement: str | None
    kids: list[Node | Mark | ObjectReference] = attrs.field(factory=list, repr=False)

    @property
    def is_inline(self) -> bool:
        """Whether it stands in a line of text."""
        return self.role in _INLINE

    @property
    def elements(self) -> list[Node]:
        """The elements that it holds directly."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def walk(self) -> Iterator[Node | Mark | ObjectReference]:
        """Yield itself and all below it, in order."""
        waiting: list[Node | Mark | ObjectReference] = [self]
        while waiting:
            one = waiting.pop()
            yield one
            if isinstance(one, Node):
                waiting.extend(reversed(one.kids))

    def nodes(self, *roles: str) -> Iterator[Node]:
        """Yield the elements of some roles, or all, itself included."""
        return (one for one in self.walk() if isinstance(one, Node) and (not roles or one.role in roles))

    def marks(self) -> Iterator[Mark]:
        """Yield all marks below it, in order."""
        return (one for one in self.walk() if isinstance(one, Mark))


@attrs.frozen
class Annotation:
    """An annotation of a page.

    Attributes:
        page: The page, counted from 0.
        key: The object.
        subtype: What it is, such as `Link`.
        parent_key: Its place in the parent tree; None for none.
        target: Where it leads; None for nowhere.
    """

    page: int
    key: Key
    subtype: str
    parent_key: int | None
    target: str | None


@attrs.define(slots=False)
class Structure:
    """A file as far as its structure goes.

    Attributes:
        root: The outermost element; None for a file without structure.
        pages: What the pages paint.
        page_keys: The place of each page in the parent tree.
        parent_tree: The entries of the parent tree: an element, or one for each mark of a page.
        annotations: The annotations of all pages.
        language: The language of the file.
        problems: What could not be read, or stands where it must not.
    """

    root: Node | None
    pages: tuple[PagePainting, ...]
    page_keys: tuple[int | None, ...]
    parent_tree: dict[int, Key | list[Key | None]]
    annotations: tuple[Annotation, ...]
    language: str | None
    problems: tuple[str, ...]

    @functools.cached_property
    def texts(self) -> Mapping[Mark, str]:
        """The text in each mark."""
        texts: dict[Mark, str] = {}
        for one in itertools.chain.from_iterable(page.painted for page in self.pages):
            if one.mark is not None and one.text is not None:
                mark = Mark(one.page, one.mark)
                texts[mark] = texts.get(mark, "") + one.text
        return texts


def read_structure(pdf: bytes) -> Structure:
    """Read a file."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages = tuple(pages_painted(opened))
        places = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
        problems = [problem for page in pages for problem in page.problems]
        tree = opened.Root.get("/StructTreeRoot")
        root = None if tree is None or "/K" not in tree else _TreeReader(tree, places, problems).read()
        return Structure(
            root,
            pages,
            tuple(_number(page.obj.get("/StructParents")) for page in opened.pages),
            {} if tree is None or "/ParentTree" not in tree else dict(_entries(tree.ParentTree)),
            tuple(_annotations(opened)),
            _known(opened.Root.get("/Lang")),
            tuple(problems),
        )


class _TreeReader:
    """One pass over the elements."""

    def __init__(self, tree: pikepdf.Object, places: dict[Key, int], problems: list[str]) -> None:
        self._tree = tree
        self._places = places
        self._problems = problems
        roles = tree.get("/RoleMap", pikepdf.Dictionary())
        self._roles = {str(name)[1:]: str(role)[1:] for name, role in roles.items()}
        self._seen: set[Key] = set()

    def read(self) -> Node | None:
        """Return the outermost element."""
        tops = _listed(self._tree.K)
        if len(tops) != 1:
            self._problems.append(f"the tree has {len(tops)} outermost elements, not one")
        root = self._node(tops[0], None, self._tree)
        waiting = [(root, tops[0], -1)]
        while waiting:
            node, made, page = waiting.pop()
            page = self._page(made.get("/Pg"), page)
            for kid in _listed(made.get("/K", pikepdf.Array())):
                if isinstance(kid, int):
                    node.kids.append(Mark(page, int(kid)))
                elif kid.get("/Type") == pikepdf.Name.MCR:
                    node.kids.append(Mark(self._page(kid.get("/Pg"), page), int(kid.MCID)))
                elif kid.get("/Type") == pikepdf.Name.OBJR:
                    node.kids.append(ObjectReference(self._page(kid.get("/Pg"), page), kid.Obj.objgen))
                elif kid.objgen in self._seen:
                    self._problems.append(f"{node.role}: an element stands twice in the tree: {kid.S}")
                else:
                    below = self._node(kid, node, made)
                    node.kids.append(below)
                    waiting.append((below, kid, page))
        return root

    def _page(self, page: pikepdf.Object | None, otherwise: int) -> int:
        return otherwise if page is None else self._places.get(page.objgen, -1)

    def _node(self, made: pikepdf.Object, parent: Node | None, above: pikepdf.Object) -> Node:
        self._seen.add(made.objgen)
        role = str(made.S)[1:]
        if made.get("/P", pikepdf.Dictionary()).objgen != above.objgen:
            self._problems.append(f"{role}: the element names another parent than the one that holds it")
        attributes: dict[str, str] = {}
        for owned in _listed(made.get("/A", pikepdf.Array())):
            attributes |= {str(name)[1:]: _written(value) for name, value in owned.items()}
        return Node(
            self._roles.get(role, role),
            made.objgen,
            parent,
            attributes,
            _known(made.get("/Lang")),
            _known(made.get("/Alt")),
            _known(made.get("/ActualText")),
        )


def _listed(value: pikepdf.Object) -> list[pikepdf.Object]:
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _number(value: object) -> int | None:
    return None if value is None else int(value)  # type: ignore[call-overload,no-any-return]


def _known(value: object) -> str | None:
    return None if value is None else str(value)


def _written(value: object) -> str:
    if isinstance(value, pikepdf.Array):
        return " ".join(map(_written, value))
    return str(value).removeprefix("/")


def _entries(tree: pikepdf.Object) -> Iterator[tuple[int, Key | list[Key | None]]]:
    for kid in tree.get("/Kids", pikepdf.Array()):
        yield from _entries(kid)
    numbers = list(tree.get("/Nums", pikepdf.Array()))
    for key, value in zip(numbers[::2], numbers[1::2], strict=True):
        if isinstance(value, pikepdf.Array):
            yield int(key), [None if one is None else one.objgen for one in value]
        else:
            yield int(key), value.objgen


def _annotations(opened: pikepdf.Pdf) -> Iterator[Annotation]:
    for number, page in enumerate(opened.pages):
        for made in page.obj.get("/Annots", pikepdf.Array()):
            action = made.get("/A", pikepdf.Dictionary())
            yield Annotation(
                number,
                made.objgen,
                str(made.Subtype)[1:],
                _number(made.get("/StructParent")),
                _known(action.get("/URI")),
            )
