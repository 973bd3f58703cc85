"""The network and its loss against slow, plain counterparts; the exported model against the training framework.

Needs the training extra; without torch there is nothing to test.
"""

import itertools
import math
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch")

from training.reader import batch, crf, export, larger, teaching, train  # noqa: E402
from training.reader.corpora import made_up  # noqa: E402
from training.reader.examples import Labelled, Text  # noqa: E402
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


def test_shares_of_steps_are_those_of_all_sequences() -> None:
    torch.manual_seed(2)
    moves = crf.with_rules(torch.randn(6, 5), ROLE_TAGS)
    scores = torch.randn(1, 3, 5)
    start, inner = crf.shares(scores, moves, torch.tensor([3]))
    everything = torch.ones(3, 5, dtype=torch.bool)
    total = slow_log_z(scores[0], moves, everything)
    for first, second in itertools.product(range(5), repeat=2):
        only = everything.clone()
        only[0], only[1] = False, False
        only[0, first], only[1, second] = True, True
        expected = float((slow_log_z(scores[0], moves, only) - total).exp())
        assert float(inner[0, 0, first, second]) == pytest.approx(expected, abs=1e-5)
    assert float(start.sum()) == pytest.approx(1.0, abs=1e-5)


def test_imitation_is_least_for_the_one_imitated() -> None:
    torch.manual_seed(3)
    moves = crf.with_rules(torch.randn(6, 5), ROLE_TAGS)
    scores, lengths = torch.randn(2, 6, 5), torch.tensor([6, 4])
    teacher = crf.shares(scores, moves, lengths)
    own = crf.imitation(scores, moves, teacher, lengths)
    for _ in range(5):
        other = crf.imitation(scores + 0.3 * torch.randn_like(scores), moves, teacher, lengths)
        assert bool((other > own).all())


def test_padding_changes_nothing() -> None:
    torch.manual_seed(4)
    moves = crf.with_rules(torch.randn(6, 5), ROLE_TAGS)
    scores = torch.randn(1, 4, 5)
    padded = torch.cat([scores, 9 * torch.randn(1, 3, 5)], dim=1)
    bare = crf.log_z(*crf.steps(scores, moves, torch.tensor([4])))
    assert float(crf.log_z(*crf.steps(padded, moves, torch.tensor([4])))) == pytest.approx(float(bare), abs=1e-4)


def test_rates_rise_and_fall() -> None:
    recipe = train.Recipe(epochs=5, warm_up=0.1)
    assert train._rate(0.0, recipe) == 0.0
    assert train._rate(0.5, recipe) == 1.0
    assert train._rate(4.999, recipe) < 0.001


def test_a_stopped_run_goes_on_with_the_batches_that_are_left() -> None:
    pieces = Pieces((loading.FOLDER / "tokenizer.json").read_bytes())
    sets = {"made-up": [Text(one, pieces) for one in itertools.islice(made_up(Path()), 8)]}
    names = [name for _, name, _ in train.Stream(sets, 1, 2)]
    at = len(names) // 2
    epoch, done, _ = map(int, names[at - 1].split(":"))
    rest = [name for _, name, _ in train.Stream(sets, 1, 2, (epoch, done))]
    assert rest == names[at:]


def test_a_student_learns_from_what_its_teachers_find_in_a_text_without_labels(tmp_path: Path) -> None:
    pieces = Pieces((loading.FOLDER / "tokenizer.json").read_bytes())
    texts = [Text(Labelled(id=one.id, text=one.text), pieces) for one in itertools.islice(made_up(Path()), 2)]
    torch.manual_seed(5)
    asked = teaching.Teachers([Reader(30522, dropout=0.0), Reader(30522, dropout=0.0)])
    student = Reader(30522, dropout=0.0)
    (_, _, made), *_ = train.Stream({"made-up": texts}, 1, 1)
    losses = asked.loss(student, made)
    assert {"cue", "name", "fact", "event"} <= losses.keys()
    before = float(losses["cue"].detach())
    optimizer = torch.optim.SGD(student.heads.parameters(), lr=0.05)
    batch.total(losses).backward()
    optimizer.step()
    assert float(asked.loss(student, made)["cue"].detach()) < before


def test_a_larger_encoder_reads_the_same_pieces_and_teaches() -> None:
    numbers = larger.numbering()
    assert numbers[[0, 100, 101, 102, 103, 2023]].tolist() == [1, 3, 0, 2, 30526, 2027]
    assert sorted(numbers[104:].tolist()) == list(range(108, 30526))
    pieces = Pieces((loading.FOLDER / "tokenizer.json").read_bytes())
    texts = [Text(one, pieces) for one in itertools.islice(made_up(Path()), 2)]
    torch.manual_seed(5)
    large = larger.LargeEncoder(0.0, frozen=1, layers=2)
    before = large.layers[0].up.weight.clone()
    teacher = Reader(30522, larger=large)
    (_, _, made), *_ = train.Stream({"made-up": texts}, 1, 1)
    large.freeze()
    batch.total(train.by_labels(teacher, made)).backward()
    train._optimizer(teacher, train.Recipe()).step()
    assert torch.equal(large.layers[0].up.weight, before)
    assert large.layers[0].up.weight.grad is None
    assert float(large.layers[1].up.weight.grad.abs().sum()) > 0
    assert float(large.shape.weight.grad.abs().sum()) > 0
    student = Reader(30522, dropout=0.0)
    losses = teaching.Teachers([teacher, Reader(30522, dropout=0.0)]).loss(student, made)
    assert {"cue", "name", "role"} <= losses.keys()


def test_ways_between_pieces_share_a_bucket_as_t5_has_it() -> None:
    def bucket(way: int) -> int:
        back, far = (16 if way < 0 else 0), abs(way)
        if far < 8:
            return back + far
        return back + min(15, 8 + int(math.log(far / 8) / math.log(128 / 8) * 8))

    found = larger.buckets(300)
    assert found.tolist() == [[bucket(row - column) for column in range(300)] for row in range(300)]


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
