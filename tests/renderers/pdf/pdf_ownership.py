"""Who owns what is painted: each mark belongs to one element, and the parent tree says the same as the tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pdf_tree import Annotation, Key, Mark, Node, ObjectReference, Structure


def ownership_problems(structure: Structure) -> Iterator[str]:
    """Yield what is wrong with marks, annotations and the parent tree."""
    root = structure.root
    if root is None:
        yield "there is no structure tree"
        return
    owners: dict[Mark, list[Node]] = {}
    links: dict[Key, list[tuple[Node, ObjectReference]]] = {}
    for node in root.nodes():
        for kid in node.kids:
            if isinstance(kid, Mark):
                owners.setdefault(kid, []).append(node)
            elif isinstance(kid, ObjectReference):
                links.setdefault(kid.key, []).append((node, kid))
    yield from _marks(structure, owners)
    yield from _entries_of_pages(structure, owners)
    for annotation in structure.annotations:
        yield from _annotation(structure, annotation, links.pop(annotation.key, []))
    yield from (f"{found[0][0].role}: names an annotation that no page has" for found in links.values())
    yield from _keys(structure)


def _marks(structure: Structure, owners: dict[Mark, list[Node]]) -> Iterator[str]:
    there = set()
    for number, page in enumerate(structure.pages):
        for mark, count in Counter(page.marks).items():
            there.add(Mark(number, mark))
            if count > 1:
                yield f"page {number + 1}: mark {mark} is opened {count} times"
            if Mark(number, mark) not in owners:
                yield f"page {number + 1}: no element owns mark {mark}"
    for mark, nodes in owners.items():
        if mark not in there:
            yield f"{nodes[0].role}: owns mark {mark.number} of page {mark.page + 1}, which is not there"
        if len(nodes) > 1:
            yield f"page {mark.page + 1}: mark {mark.number} is owned {len(nodes)} times"


def _entries_of_pages(structure: Structure, owners: dict[Mark, list[Node]]) -> Iterator[str]:
    for number, (page, key) in enumerate(zip(structure.pages, structure.page_keys, strict=True)):
        entries = [] if key is None else structure.parent_tree.get(key, [])
        if not isinstance(entries, list):
            yield f"page {number + 1}: its entry in the parent tree is one element, not a list"
            continue
        for mark in page.marks:
            named = entries[mark] if mark < len(entries) else None
            if Mark(number, mark) in owners and named != owners[Mark(number, mark)][0].key:
                yield f"page {number + 1}: the parent tree gives another owner of mark {mark}, or none"
        for mark in set(range(len(entries))) - set(page.marks):
            if entries[mark] is not None:
                yield f"page {number + 1}: the parent tree has an owner of mark {mark}, which is not there"


def _annotation(
    structure: Structure, annotation: Annotation, named: list[tuple[Node, ObjectReference]]
) -> Iterator[str]:
    what = f"page {annotation.page + 1}: an annotation to {annotation.target}"
    if len(named) != 1:
        yield f"{what} stands {len(named)} times in the tree"
        return
    [(owner, reference)] = named
    if annotation.subtype != "Link" or owner.role != "Link":
        yield f"{what} is a {annotation.subtype} in a {owner.role}"
    if reference.page != annotation.page:
        yield f"{what} is said to be on page {reference.page + 1}"
    if not any(mark.page == annotation.page for mark in owner.marks()):
        yield f"{what} has no text on that page"
    if annotation.parent_key is None or structure.parent_tree.get(annotation.parent_key) != owner.key:
        yield f"{what}: the parent tree does not lead to the element that names it"


def _keys(structure: Structure) -> Iterator[str]:
    used = [*structure.page_keys, *(annotation.parent_key for annotation in structure.annotations)]
    counted = Counter(key for key in used if key is not None)
    for key in sorted(key for key, count in counted.items() if count > 1):
        yield f"the key {key} of the parent tree is used {counted[key]} times"
    for key in sorted(structure.parent_tree.keys() - counted.keys()):
        yield f"the key {key} of the parent tree belongs to nothing"
