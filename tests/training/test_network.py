"""The network and its loss against slow, plain counterparts; the exported model against the training framework.

Needs the training extra; without torch there is nothing to test.
"""

import itertools
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch")

from training.reader import crf, export, train  # noqa: E402
from training.reader.corpora import made_up  # noqa: E402
from training.reader.examples import Text  # noqa: E402
from training.reader.net import Reader  # noqa: E402

from sayso.reading.model import loading  # noqa: E402
from sayso.reading.model.pieces import Pieces  # noqa: E402
from sayso.reading.model.tags import ROLE_TAGS  # noqa: E402


def slow_log_z(scores: Any, moves: Any, allowed: Any) -> Any:
    """Sum over all sequences, one by one."""
    totals = []
    for path in itertools.product(range(scores.shape[1]), repeat=scores.shape[0]):
        if all(allowed[at, tag] for at, tag in enumerate(path)):
            total = moves[-1, path[0]] + sum(scores[at, tag] for at, tag in enumerate(path))
            totals.append(total + sum(moves[a, b] for a, b in itertools.pairwise(path)))
    return torch.logsumexp(torch.stack(totals), dim=0)


def test_the_loss_is_that_of_all_allowed_sequences_among_all() -> None:
    torch.manual_seed(1)
    moves = crf.with_rules(torch.randn(6, 5), ROLE_TAGS)
    scores = torch.randn(2, 4, 5)
    lengths = torch.tensor([4, 3])
    allowed = torch.rand(2, 4, 5) > 0.3
    allowed[..., 0] = True
    found = crf.loss(scores, moves, allowed, lengths)
    for row, size in enumerate((4, 3)):
        everything = slow_log_z(scores[row, :size], moves, torch.ones(size, 5, dtype=torch.bool))
        right = slow_log_z(scores[row, :size], moves, allowed[row, :size])
        assert float(found[row]) == pytest.approx(float(everything - right), abs=1e-4)


def test_rates_rise_fall_and_begin_again_lower() -> None:
    recipe = train.Recipe(epochs=5, again=1, warm_up=0.1, lower=0.3)
    assert train._rate(0.0, recipe) == 0.0
    assert train._rate(0.5, recipe) == 1.0
    assert train._rate(4.999, recipe) < 0.001
    assert train._rate(5.0, recipe) == 0.3
    assert train._rate(5.5, recipe) == pytest.approx(0.15)


def test_the_exported_model_says_what_the_network_says(tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    torch.manual_seed(1)
    pieces = Pieces((loading.FOLDER / "tokenizer.json").read_bytes())
    texts = [Text(one, pieces) for one in itertools.islice(made_up(Path()), 5)]
    net = Reader(30522)
    export.export(net, tmp_path, small=False)
    assert export.agreement(net, tmp_path, texts)["largest difference"] < 1e-3
    export.export(net, tmp_path, small=True)
    told = export.agreement(net, tmp_path, texts)
    assert 1e-3 < told["largest difference"] < 1.0
    assert told["same cue tags"] > 0.85
