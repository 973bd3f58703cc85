"""A title read together with its text: figures of both in one reading, and the way back to where each stands."""

from __future__ import annotations

from msgspec import structs

from sayso.records import Figure, Passage, Reading

_GAP = "\n\n"


def titled(reading: Reading) -> Reading:
    """The reading with its title before its text, and the title's figures among its figures.

    Claims keep their places: weighing looks them up by id alone.
    """
    size = lead(reading)
    if not size:
        return reading
    document = reading.document
    moved = [_moved(f, size) for f in reading.figures]
    return structs.replace(
        reading,
        document=structs.replace(document, text=f"{document.title}{_GAP}{document.text}"),
        figures=(*reading.headline, *moved),
        headline=(),
        sentences=((0, size - len(_GAP)), *((start + size, end + size) for start, end in reading.sentences)),
    )


def lead(reading: Reading) -> int:
    """How far `titled` moves the text: 0 where the title claims nothing of its own."""
    return len(reading.document.title or "") + len(_GAP) if reading.headline else 0


def placed(passage: Passage, size: int) -> Passage:
    """A passage of a titled reading as one of the document's title or text; `size` is what `lead` gave."""
    if not size:
        return passage
    if passage.end <= size - len(_GAP):
        return structs.replace(passage, title=True)
    return structs.replace(passage, start=passage.start - size, end=passage.end - size)


def _moved(figure: Figure, size: int) -> Figure:
    return structs.replace(figure, start=figure.start + size, end=figure.end + size)
