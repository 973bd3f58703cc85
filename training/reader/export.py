"""The trained network as ONNX, in int8, checked against the training framework on real text."""

from __future__ import annotations

import copy
import hashlib
import shutil
import warnings
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from training.reader.examples import Text
from training.reader.net import HIDDEN, Encoder, Reader, RoleHead, WordHeads

OPSET = 17


class SmallTable(nn.Module):
    """An embedding kept as int8 with one scale a row: a quarter of the bytes, exact to half a step."""

    def __init__(self, full: nn.Embedding) -> None:
        super().__init__()
        weight = full.weight.detach()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """(L,) ids -> (L, H)."""
        table, scale = self.table, self.scale
        assert isinstance(table, Tensor)
        assert isinstance(scale, Tensor)
        return table[ids].float() * scale[ids]


class OneWindow(nn.Module):
    """Encoder and word heads for one window without padding: (L,), (L,), (W,) in; (W, ...) out."""

    def __init__(self, encoder: Encoder, heads: WordHeads, *, small: bool) -> None:
        super().__init__()
        self.encoder, self.heads = encoder, heads
        if small:
            self.encoder.word = SmallTable(encoder.word)  # type: ignore[assignment]

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Vectors of words, then what the heads say of them."""
        words = self.encoder(pieces.unsqueeze(0), shapes.unsqueeze(0), first.unsqueeze(0))
        cue, name, fact = self.heads(words)
        return words[0], cue[0], name[0], fact[0]


class Unfolded(nn.Module):
    """A convolution over words as one product with its shifted inputs side by side: int8 makes products fast."""

    def __init__(self, convolution: nn.Conv1d) -> None:
        super().__init__()
        weight = convolution.weight.detach()
        self.step, self.width = convolution.dilation[0], weight.shape[2]
        self.product = nn.Linear(weight.shape[1] * self.width, weight.shape[0])
        self.product.weight = nn.Parameter(weight.permute(0, 2, 1).reshape(weight.shape[0], -1).contiguous())
        self.product.bias = convolution.bias

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, W) to (N, C, W), as the convolution."""
        x = x.transpose(1, 2)
        words, edge = x.shape[1], self.step * (self.width // 2)
        padded = nn.functional.pad(x, (0, 0, edge, edge))
        shifted = [padded[:, at * self.step : at * self.step + words] for at in range(self.width)]
        found: Tensor = self.product(torch.cat(shifted, dim=2)).transpose(1, 2)
        return found


class OneWindowRoles(nn.Module):
    """The role head for the cues of one window: (W, H), (N, H), (N,), (N,), (N, R) in; (N, R, tags) out."""

    def __init__(self, roles: RoleHead) -> None:
        super().__init__()
        self.roles = roles

    def forward(self, words: Tensor, cues: Tensor, first: Tensor, last: Tensor, at: Tensor) -> Tensor:
        """Emissions of the role tags for the words `at` around each cue."""
        of_word, product_word = self.roles.of_word(words)[at], self.roles.product_word(words)[at]
        return self.roles.around(of_word, product_word, cues, at, first, last)


def _export(module: nn.Module, inputs: tuple[Tensor, ...], path: Path, names: list[str], outputs: list[str],
            axes: dict[str, dict[int, str]]) -> None:  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter warns of itself
        torch.onnx.export(
            module, inputs, str(path), input_names=names, output_names=outputs, dynamic_axes=axes,
            opset_version=OPSET, dynamo=False,
        )  # fmt: skip


def export(net: Reader, folder: Path, *, small: bool = True) -> None:
    """Write `encoder.onnx` and `roles.onnx`; int8 where `small`, else as trained (to compare with)."""
    folder.mkdir(parents=True, exist_ok=True)
    net = copy.deepcopy(net).cpu().float().eval()  # the small table replaces the full one
    window = OneWindow(net.encoder, net.heads, small=small)
    ids = torch.randint(1000, 2000, (40,))
    inputs = (ids, torch.ones_like(ids), torch.arange(30))
    length, width = {0: "pieces"}, {0: "words"}
    full = folder / "encoder.full.onnx"
    _export(window, inputs, full, ["pieces", "shapes", "first"], ["words", "cue", "name", "fact"],
            {"pieces": length, "shapes": length, "first": width, "words": width, "cue": width, "name": width,
             "fact": width})  # fmt: skip
    if small:
        _quantize(full, folder / "encoder.onnx", ("/down/",))
        full.unlink()
    else:
        full.replace(folder / "encoder.onnx")
    roles = (torch.randn(30, HIDDEN), torch.randn(3, HIDDEN), torch.tensor([1, 5, 9]), torch.tensor([2, 7, 10]),
             torch.arange(20).repeat(3, 1))  # fmt: skip
    net.roles.convolutions = nn.ModuleList(Unfolded(c) for c in net.roles.convolutions if isinstance(c, nn.Conv1d))
    whole = folder / "roles.full.onnx"
    _export(OneWindowRoles(net.roles), roles, whole, ["words", "cues", "first", "last", "at"], ["roles"],
            {"words": width, "cues": {0: "cues"}, "first": {0: "cues"}, "last": {0: "cues"},
             "at": {0: "cues", 1: "around"}, "roles": {0: "cues", 1: "around"}})  # fmt: skip
    if small:
        _quantize(whole, folder / "roles.onnx", ("/out/",))
        whole.unlink()
    else:
        whole.replace(folder / "roles.onnx")


def _quantize(full: Path, small: Path, spared: tuple[str, ...]) -> None:
    """Write a network in int8; in the products whose names hold one of `spared` only the weights are, not the sums.

    The second half of each feed-forward part takes activations with a few large values, which 8 bits for all of them
    blur; the last product of the second head decides between tags, and full sums there cost no time to speak of.
    """
    graph = onnx.load(str(full))
    held = {i.name for i in graph.graph.initializer}
    products = [n for n in graph.graph.node if n.op_type == "MatMul" and n.input[1] in held]
    names = [n.name for n in products if any(part in n.name for part in spared)]
    # 7 bits instead of 8: processors without VNNI add pairs of products in 16 bits, which overflow at 8.
    quantize_dynamic(
        full, small, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"],
        nodes_to_exclude=names,
    )  # fmt: skip
    made = onnx.load(str(small))
    for node in [n for n in made.graph.node if n.name in names]:
        _weights_alone(made.graph, node)
    onnx.save(made, str(small))


def _weights_alone(graph: onnx.GraphProto, node: onnx.NodeProto) -> None:
    """Keep the weights of one product as int8 with a scale a column; they are spread out when the model is opened."""
    held = next(i for i in graph.initializer if i.name == node.input[1])
    weights = onnx.numpy_helper.to_array(held)
    scale = np.maximum(np.abs(weights).max(axis=0), 1e-8).astype(np.float32) / 127
    names = [f"{held.name}_{part}" for part in ("int8", "scale", "full")]
    graph.initializer.remove(held)
    graph.initializer.append(onnx.numpy_helper.from_array(np.round(weights / scale).astype(np.int8), names[0]))
    graph.initializer.append(onnx.numpy_helper.from_array(scale, names[1]))
    graph.node.insert(0, onnx.helper.make_node("DequantizeLinear", names[:2], names[2:], axis=1))
    node.input[1] = names[2]


def copy_tokenizer(source: Path, folder: Path) -> None:
    """The vocabulary goes along unchanged."""
    shutil.copyfile(source, folder / "tokenizer.json")


def digests(folder: Path) -> dict[str, str]:
    """SHA-256 of each file that is loaded."""
    names = ("encoder.onnx", "roles.onnx", "tokenizer.json")
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}


def agreement(net: Reader, folder: Path, real: Iterable[Text]) -> dict[str, float]:
    """How far the exported encoder is from the trained one on real text.

    Returns:
        `same cue tags` and `same name tags`, shares of words with the same best tag; `largest difference` of a vector's
        unit; over the windows of `real`.
    """
    session = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), providers=["CPUExecutionProvider"])
    net = net.cpu().float().eval()
    same: dict[str, list[float]] = {"cue": [], "name": []}
    largest = 0.0
    for text in real:
        for w in text.windows():
            fed = {
                k: np.array(v, dtype=np.int64)
                for k, v in (("pieces", w.pieces), ("shapes", w.shapes), ("first", w.first))
            }
            words, cue, name, _ = session.run(None, fed)
            with torch.no_grad():
                ours = net.encoder(*(torch.from_numpy(fed[k]).unsqueeze(0) for k in ("pieces", "shapes", "first")))
                heads = net.heads(ours)
            largest = max(largest, float(np.abs(words - ours[0].numpy()).max()))
            same["cue"].append(float((cue.argmax(1) == heads[0][0].numpy().argmax(1)).mean()))
            same["name"].append(float((name.argmax(1) == heads[1][0].numpy().argmax(1)).mean()))
    return {f"same {k} tags": round(float(np.mean(v)), 5) for k, v in same.items()} | {
        "largest difference": round(largest, 4)
    }
