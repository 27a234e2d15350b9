#!/usr/bin/env python3
"""Writes a trained reader to ONNX, weights as 8-bit integers.

Usage: export.py WEIGHTS.pt MODEL_DIR [DECODE.json]
"""
import hashlib, json, os, shutil, sys, tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from labels import HEADS, MARKS
from model import LINK_HEADS, SCALAR_HEADS, TOKEN_HEADS, WEIGHTS, WIDTH, Reader

DECODE = {"trigger": 0.4, "bias": {"role": 0.0, "figure": 0.0, "attribution": 0.0, "names": 0.0, "mentions": 0.0}, "negated": 0.5, "background": 0.5,
          "calibration": [[0, 0], [1, 1]]}


class Bytes(nn.Module):
    """An embedding whose rows are kept as 8-bit integers with a scale each."""

    def __init__(self, weight):
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().clamp(-127, 127).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids):
        return self.rows[ids].float() * self.scale[ids]


class Links(nn.Module):
    """The linker with the gathering of contexts from the encoder's hidden states in the graph."""

    def __init__(self, linker):
        super().__init__()
        self.linker = linker

    def forward(self, hidden, rows, columns, flags, mask, mark, position, at):
        return self.linker(hidden[rows, columns], flags, mask, mark, position, at)


def quantise(source, target):
    quantize_dynamic(source, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, op_types_to_quantize=["MatMul", "Gemm"])


def main():
    weights, folder = Path(sys.argv[1]), Path(sys.argv[2])
    decode = json.loads(Path(sys.argv[3]).read_text()) if len(sys.argv) > 3 else DECODE
    folder.mkdir(parents=True, exist_ok=True)
    model = Reader()
    model.load_state_dict(torch.load(weights)); model.eval()
    model.encoder.words = Bytes(model.encoder.words.weight.detach())
    ids = torch.randint(1000, 20000, (2, 12)); ones = torch.ones_like(ids); hidden = torch.randn(2, 12, WIDTH)
    T, C = 3, 7
    block = torch.zeros(T, C, dtype=torch.int64); line = torch.zeros(T, dtype=torch.int64)
    with tempfile.TemporaryDirectory() as temp:
        torch.onnx.export(model.encoder, (ids, ones, ones), f"{temp}/encoder.onnx", dynamo=False, opset_version=17, input_names=["ids", "shapes", "mask"],
                          output_names=["hidden", *TOKEN_HEADS], dynamic_axes={k: {0: "b", 1: "l"} for k in ("ids", "shapes", "mask", "hidden", *TOKEN_HEADS)})
        axes = {"hidden": {0: "b", 1: "l"}, **{k: {0: "t", 1: "c"} for k in ("rows", "columns", "flags", "mask", *LINK_HEADS)}, **{k: {0: "t"} for k in ("mark", "position", "at", *SCALAR_HEADS)}}
        torch.onnx.export(Links(model.linker), (hidden, block, block, block, block + 1, line, line, line), f"{temp}/linker.onnx", dynamo=False, opset_version=17,
                          input_names=["hidden", "rows", "columns", "flags", "mask", "mark", "position", "at"], output_names=[*LINK_HEADS, *SCALAR_HEADS], dynamic_axes=axes)
        for name in ("encoder", "linker"): quantise(f"{temp}/{name}.onnx", folder / f"{name}.onnx")
    shutil.copy(os.path.join(WEIGHTS, "vocab.txt"), folder / "vocab.txt")
    digest = hashlib.sha256()
    for name in ("encoder.onnx", "linker.onnx", "vocab.txt"): digest.update((folder / name).read_bytes())
    manifest = {"version": "1", "hash": digest.hexdigest(), "heads": HEADS, "marks": MARKS, "decode": decode}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
    print({p.name: p.stat().st_size for p in sorted(folder.iterdir())}, manifest["hash"])


if __name__ == "__main__":
    main()
