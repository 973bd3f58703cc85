"""Time and memory of tracing origins over made-up news.

    python bench/origins.py 10000 [30000 ...]

Every tenth report is reprinted by three other outlets, every twentieth is retold in other words; all pages carry the
furniture of their outlet. Prints one line a size: documents, seconds of one core, peak memory, and how many of the true
copies were tied to their root and how many strangers were.
"""

from __future__ import annotations

import random
import resource
import sys
import time

from sayso.linking.origins import trace_origins
from sayso.records import Document

OUTLETS = 200
SOUNDS = [c + v for c in "bdfgklmnprst" for v in "aeiou"]


def made_word(rng: random.Random) -> str:
    """Return a word that no language has."""
    return "".join(rng.choice(SOUNDS) for _ in range(rng.randint(2, 4)))


def make(count: int) -> tuple[list[Document], dict[str, str]]:
    """Return documents, and for every document the id of the report that it goes back to."""
    rng = random.Random(count)  # noqa: S311 - made-up news, not secrets
    common = [made_word(rng) for _ in range(800)]
    names = [made_word(rng).title() for _ in range(count)]
    menus = ["\n".join(" ".join(rng.choice(common) for _ in range(9)) + "." for _ in range(6)) for _ in range(OUTLETS)]
    documents: list[Document] = []
    root: dict[str, str] = {}

    def publish(sentences: list[str], title: str, day: int, of: str | None) -> str:
        outlet = rng.randrange(OUTLETS)
        name = f"d{len(documents):07}"
        text = f"{menus[outlet]}\n{' '.join(sentences)}\n{menus[outlet]}"
        url = f"https://outlet{outlet}.example/{name}"
        date = f"2031-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}"
        documents.append(Document(id=name, sha256="0", title=title, text=text, url=url, published=date))
        root[name] = of or name
        return name

    while len(documents) < count:
        day = rng.randrange(300)
        sentences = [
            " ".join([rng.choice(names), *(rng.choice(common) for _ in range(14)), rng.choice(names)]).capitalize()
            + "."
            for _ in range(12)
        ]
        title = " ".join(sentences[0].split()[:8])
        first = publish(sentences, title, day, None)
        chance = rng.random()
        if chance < 0.1:
            for _ in range(3):
                publish(sentences[: rng.randint(7, 12)], title, day + 1, first)
        elif chance < 0.15:
            retold = [" ".join(w for w in s.split() if rng.random() > 0.12) for s in sentences]
            publish(retold, title, day + 1, first)
    return documents, root


def main() -> None:
    """Measure every size named on the command line."""
    for size in map(int, sys.argv[1:] or ["10000"]):
        documents, root = make(size)
        began = time.process_time()
        origins = trace_origins(documents)
        took = time.process_time() - began
        home = {link.id: link.origin for link in origins.documents}
        copies = [i for i, r in root.items() if r != i]
        tied = sum(home[i] == home[root[i]] for i in copies)
        wrong = sum(root[link.id] != root[link.of] for link in origins.documents if link.of is not None)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size_and_cost = f"{len(documents)} documents  {took:.1f} s  {peak:.0f} MB"
        print(f"{size_and_cost}  copies tied {tied}/{len(copies)}  wrong ties {wrong}")


if __name__ == "__main__":
    main()
