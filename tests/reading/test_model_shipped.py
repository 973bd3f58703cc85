"""What ships is whole and says its own name."""

from sayso.reading import MODEL, READER
from sayso.reading.model import loading


def test_the_shipped_model_is_the_one_that_the_reader_names() -> None:
    assert loading.manifest().version == MODEL
    assert READER.startswith(f"{MODEL} "), "other rules are another reader too"


def test_the_shipped_model_and_its_card_agree_on_every_file() -> None:
    card = (loading.FOLDER / "CARD.md").read_text(encoding="utf8")
    for name, digest in loading.manifest().digests.items():
        assert loading.checked(loading.FOLDER, name, loading.manifest())
        assert digest in card, name


def test_the_shipped_model_stays_under_thirty_megabytes() -> None:
    assert sum(f.stat().st_size for f in loading.FOLDER.iterdir()) < 30_000_000
