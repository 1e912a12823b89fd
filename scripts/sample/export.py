# SPDX-FileCopyrightText: 2026 The Driftscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports the trained network to ONNX, opset 11, BatchNormalization kept, with readable node names.

Usage: export.py CHECKPOINT OUT.onnx
Input: input, float 1x3x64x64, normalised RGB. Output: output, float 1x5, logits.
"""
import collections
import io
import re
import sys

import onnx
import onnx.numpy_helper
import onnx.shape_inference
import torch

from network import Emoji5
from pictures import CLASSES, SIDE

NODE_NAMES = {"GlobalAveragePool": "head/pool", "Flatten": "head/flatten", "Gemm": "head/fc"}
OPSET = 11


def export_bytes(network):
    """The network as torch writes it. PRESERVE in evaluation mode is what keeps BatchNormalization unfolded."""
    file = io.BytesIO()
    torch.onnx.export(network.eval(), torch.zeros(1, 3, SIDE, SIDE), file, opset_version=OPSET,
                      training=torch.onnx.TrainingMode.PRESERVE, do_constant_folding=False,
                      input_names=["input"], output_names=["output"])
    return file.getvalue()


def readable(name):
    """blocks.0.dw or blocks.0/dw -> block1..., the way people count blocks; fc belongs to the head."""
    counted = re.sub(r"\bblocks\.(\d+)", lambda match: f"block{int(match[1]) + 1}", name)
    return re.sub(r"^fc\.", "head.fc.", counted)


def node_name(node):
    """Torch's '/blocks.0/dw/conv/Conv' as 'block1/dw/conv'; nodes outside any leaf module by their operator."""
    if node.op_type in NODE_NAMES:
        return NODE_NAMES[node.op_type]
    scope, operator = readable(node.name).strip("/").rsplit("/", 1)
    return f"{scope}/add" if operator.startswith("Add") else scope


def replace_values(graph, names):
    """Renames values in every node's inputs and outputs."""
    for node in graph.node:
        node.input[:] = [names.get(value, value) for value in node.input]
        node.output[:] = [names.get(value, value) for value in node.output]


def constants_to_initializers(graph):
    """Turns Constant nodes into initializers, equal ones into one: 'const_0', 'const_6' for the bounds of ReLU6."""
    names, known = {}, {}
    for node in [n for n in graph.node if n.op_type == "Constant"]:
        tensor = node.attribute[0].t
        key = (tensor.data_type, onnx.numpy_helper.to_array(tensor).tobytes())
        if key not in known:
            known[key] = f"const_{onnx.numpy_helper.to_array(tensor).item():g}"
            graph.initializer.add().CopyFrom(tensor)
            graph.initializer[-1].name = known[key]
        names[node.output[0]] = known[key]
        graph.node.remove(node)
    replace_values(graph, names)


def rename(graph):
    """Gives nodes, values and initializers readable names."""
    names = {}
    for tensor in graph.initializer:
        names[tensor.name] = readable(tensor.name)
        tensor.name = readable(tensor.name)
    for node in graph.node:
        node.name = node_name(node)
        names.update({out: f"{node.name}_output" for out in node.output if out != "output"})
    replace_values(graph, names)
    del graph.value_info[:]


def verify(model):
    """Stops with an assertion unless the file is what the sample promises."""
    onnx.checker.check_model(model, full_check=True)
    counts = collections.Counter(node.op_type for node in model.graph.node)
    names = [node.name for node in model.graph.node]
    assert all(names) and len(set(names)) == len(names), names
    norms = [node for node in model.graph.node if node.op_type == "BatchNormalization"]
    assert len(norms) == counts["Conv"] and all(len(n.input) == 5 and len(n.output) == 1 for n in norms)
    assert model.opset_import[0].version == OPSET
    return counts


def main():
    checkpoint, out = sys.argv[1:]
    network = Emoji5(len(CLASSES))
    network.load_state_dict(torch.load(checkpoint))
    model = onnx.load_from_string(export_bytes(network))
    constants_to_initializers(model.graph)
    rename(model.graph)
    model.graph.name = "emoji5"
    model = onnx.shape_inference.infer_shapes(model)
    print(dict(verify(model)))
    onnx.save(model, out)


if __name__ == "__main__":
    main()
