"""The shipped model: opened when the first document is read, once a process, and only if its bytes are the known ones.

One thread a process: `--workers` says how many processes, so cores are shared out in one place, and sums are always
taken in the same order.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from sayso.errors import DataMissing
from sayso.reading.model.decoding import Floats, legal
from sayso.reading.model.pieces import Pieces
from sayso.reading.model.stance import StanceLayer, StanceWeights, weights_of
from sayso.reading.model.tags import CUE_TAGS, NAME_TAGS, ROLE_TAGS

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

__all__ = ["FOLDER", "Manifest", "Model", "manifest", "model", "opened"]

FOLDER = Path(__file__).with_name("data")


class Manifest(msgspec.Struct, frozen=True):
    """What the weights' folder says of itself.

    Attributes:
        version: counts trainings; equal to `sayso.reading.MODEL`.
        digests: SHA-256 of each file, hexadecimal, by name.
        moves: transition scores by head (cue, name, role): one row a tag, the last the start.
        cue_bias: added to the score of beginning a cue; chosen on PolNeAR's development part.
        calibration: weights over `confidence.features`, fitted on texts kept aside in training.
        stance: weights of the layers that tell certainty and polarity.
        explains: weights of the layer that tells whether a sentence offers a reason for something that happened.
    """

    version: str
    digests: dict[str, str]
    moves: dict[str, list[list[float]]]
    cue_bias: float = 0.0
    calibration: list[float] = []
    stance: StanceLayer | None = None
    explains: list[float] = []


class Model(NamedTuple):
    """All that reading needs; `training.reader.export` says what goes into the sessions and comes out."""

    manifest: Manifest
    pieces: Pieces
    encoder: InferenceSession
    roles: InferenceSession
    cue_moves: Floats
    name_moves: Floats
    role_moves: Floats
    stance: StanceWeights | None


@cache
def manifest(folder: Path = FOLDER) -> Manifest:
    """Read `manifest.json`.

    Raises:
        DataMissing: it is absent or no manifest.
    """
    try:
        found = msgspec.json.decode((folder / "manifest.json").read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError):
        raise DataMissing(
            f"manifest.json of the reading model in {folder} is missing or damaged; install sayso again."
        ) from None
    if not {"cue", "name", "role"} <= found.moves.keys():
        raise DataMissing(f"manifest.json of the reading model in {folder} is of another model; install sayso again.")
    return found


def checked(folder: Path, name: str, known: Manifest) -> bytes:
    """The bytes of a file of the model.

    Raises:
        DataMissing: it is absent, or its digest is not the one in the manifest.
    """
    try:
        raw = (folder / name).read_bytes()
    except OSError:
        raise DataMissing(f"{name} of the reading model is missing; install sayso again.") from None
    if hashlib.sha256(raw).hexdigest() != known.digests.get(name):
        raise DataMissing(
            f"{name} of the reading model is not the file that was released (its SHA-256 differs); nothing was read. "
            "Install sayso again."
        )
    return raw


def _session(raw: bytes) -> InferenceSession:
    # Waiting threads must not spin: other processes want the cores.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    import onnxruntime  # noqa: PLC0415 - loaded with the first document, not with sayso

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False  # windows differ in size, and the arena never gives back
    return onnxruntime.InferenceSession(raw, options, providers=["CPUExecutionProvider"])


def model(folder: Path = FOLDER) -> Model:
    """Open the model in `folder`, once a process.

    Raises:
        DataMissing: a file is absent, or its digest is not the one in the manifest.
    """
    return _kept(folder)


@cache
def _kept(folder: Path) -> Model:
    return opened(folder, manifest(folder))


def opened(folder: Path, known: Manifest) -> Model:
    """Open the model in `folder` with the settings in `known`; see `model`."""
    raw = {name: checked(folder, name, known) for name in ("encoder.onnx", "roles.onnx", "tokenizer.json")}
    return Model(
        manifest=known,
        pieces=Pieces(raw["tokenizer.json"]),
        encoder=_session(raw["encoder.onnx"]),
        roles=_session(raw["roles.onnx"]),
        cue_moves=legal(known.moves["cue"], CUE_TAGS),
        name_moves=legal(known.moves["name"], NAME_TAGS),
        role_moves=legal(known.moves["role"], ROLE_TAGS),
        stance=weights_of(known.stance),
    )
