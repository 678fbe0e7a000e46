"""How a defect is planted into a file: ways through its structure and its content, and what is noted of each."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs
import pikepdf
from pikepdf import Array, Dictionary, Name

Spoil = Callable[[pikepdf.Pdf], None]

STRUCTURE: Final = "structure"
UA1: Final = "ua1"
A3: Final = "3a"


@attrs.frozen
class Defect:
    """A defect.

    Attributes:
        name: What it is called.
        spoil: Plants it.
        seen_by: The judges that see it: the structural test, and the validator with either standard.
        says: What the structural test says of it, in part; empty where it sees nothing.
        encrypted: Whether the file is encrypted besides.
    """

    name: str
    spoil: Spoil
    seen_by: frozenset[str]
    says: str = ""
    encrypted: bool = False


class Catalogue:
    """Defects, in the order in which they are written down.

    Attributes:
        defects: The defects.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.defects: list[Defect] = []

    def __call__(self, *seen_by: str, says: str = "", encrypted: bool = False) -> Callable[[Spoil], Spoil]:
        """Return what notes the function below it as a defect, of the function's name."""

        def note(spoil: Spoil) -> Spoil:
            self.defects.append(Defect(spoil.__name__.strip("_"), spoil, frozenset(seen_by), says, encrypted))
            return spoil

        return note


def planted(defect: Defect, sound: bytes) -> bytes:
    """Return a *sound* file with a *defect*."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(sound)) as opened:
        defect.spoil(opened)
        encryption = pikepdf.Encryption(owner="a", user="") if defect.encrypted else None
        opened.save(made, encryption=encryption, fix_metadata_version=False)
    return made.getvalue()


def elements_of(opened: pikepdf.Pdf, *roles: str) -> Iterator[pikepdf.Object]:
    """Yield the elements of some roles, in the order of reading."""
    waiting = [opened.Root.StructTreeRoot]
    while waiting:
        one = waiting.pop()
        if "/S" in one and str(one.S)[1:] in roles:
            yield one
        waiting.extend(kid for kid in reversed(kids_of(one)) if isinstance(kid, Dictionary) and "/S" in kid)


def kids_of(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Return what an element holds directly."""
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def first_of(opened: pikepdf.Pdf, role: str) -> pikepdf.Object:
    """Return the first element of a role."""
    return next(elements_of(opened, role))


def last_of(opened: pikepdf.Pdf, role: str) -> pikepdf.Object:
    """Return the last element of a role."""
    return [*elements_of(opened, role)][-1]


def parents_of(opened: pikepdf.Pdf, key: int) -> pikepdf.Object:
    """Return what the parent tree has under a key."""
    numbers = opened.Root.StructTreeRoot.ParentTree.Nums
    place = next(place for place in range(0, len(numbers), 2) if numbers[place] == key)
    return numbers[place + 1]


def of_first_page(opened: pikepdf.Pdf) -> pikepdf.Object:
    """Return the parent tree's list of the first page."""
    return parents_of(opened, int(opened.pages[0].obj.StructParents))


def rewrite(
    opened: pikepdf.Pdf, change: Callable[[list[pikepdf.ContentStreamInstruction]], Iterable[object]], page: int = 0
) -> None:
    """Change the content of a page."""
    target = opened.pages[page]
    instructions = list(pikepdf.parse_content_stream(target))
    target.obj.Contents = opened.make_stream(pikepdf.unparse_content_stream(list(change(instructions))))


def operation(operator: str, *operands: object) -> pikepdf.ContentStreamInstruction:
    """Make an operation of a content stream."""
    return pikepdf.ContentStreamInstruction(list(operands), pikepdf.Operator(operator))


def begins_mark(instruction: pikepdf.ContentStreamInstruction, number: int) -> bool:
    """Whether an instruction opens the mark of a number."""
    return (
        str(instruction.operator) == "BDC"
        and isinstance(instruction.operands[1], Dictionary)
        and instruction.operands[1].get("/MCID") == number
    )


def mark_place(instructions: list[pikepdf.ContentStreamInstruction], number: int) -> tuple[int, int]:
    """Return where a mark begins, and where it ends."""
    start = next(place for place, one in enumerate(instructions) if begins_mark(one, number))
    return start, next(place for place in range(start, len(instructions)) if str(instructions[place].operator) == "EMC")


def rename_mark(opened: pikepdf.Pdf, number: int, operator: str, *operands: object) -> None:
    """Open a mark of the first page by another operation."""

    def change(instructions: list[pikepdf.ContentStreamInstruction]) -> Iterable[object]:
        start, _ = mark_place(instructions, number)
        return [*instructions[:start], operation(operator, *operands), *instructions[start + 1 :]]

    rewrite(opened, change)


def show(opened: pikepdf.Pdf, operator: str, *operands: object) -> None:
    """Paint text at the end of the first page, in its first font."""
    font = Name(next(iter(opened.pages[0].obj.Resources.Font.keys())))
    shown = [operation("BT"), operation("Tf", font, 9), operation(operator, *operands), operation("ET")]
    rewrite(opened, lambda found: [*found, *shown])


def own_first_mark(element: pikepdf.Object) -> int:
    """Return the number of the first mark that an element owns itself."""
    return next(int(kid) for kid in kids_of(element) if isinstance(kid, int))


def change_fonts(opened: pikepdf.Pdf, change: Callable[[pikepdf.Object], None]) -> None:
    """Change every font of the first page."""
    for font in opened.pages[0].obj.Resources.Font.values():
        change(font)


def change_metadata(opened: pikepdf.Pdf, pattern: bytes) -> None:
    """Take out of the metadata whatever is like a *pattern*, which stands there."""
    stream = opened.Root.Metadata
    before = stream.read_bytes()
    after = re.sub(pattern, b"", before, flags=re.DOTALL)
    assert after != before
    stream.write(after)
