// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/GraphDraft.h"

namespace driftscope::test {

// Python modules that stand in for numpy and horizon_tc_ui, as far as our script uses them.
inline constexpr auto standInNumpy = R"PY(
class Array:
    def __init__(self, data):
        self.data = data

def load(path, allow_pickle=True):
    assert not allow_pickle
    with open(path, "rb") as file:
        return Array(file.read())

def ascontiguousarray(array):
    return array

def save(path, array, allow_pickle=True):
    with open(path, "wb") as file:
        file.write(array.data)
)PY";

/// Gives every output the bytes of the first input, and writes down how it was called.
inline constexpr auto standInRuntime = R"PY(
import os
__version__ = "1.24.3"

class HB_ONNXRuntime:
    def __init__(self, model_file):
        with open(model_file, "rb") as file:
            self.model = file.read()
        if b"refused" in self.model:
            raise ValueError("No Op registered for refused")

    def run_feature(self, names, feed, input_offset):
        with open(os.environ["CALLS"], "w") as file:
            file.write(repr((names, sorted(feed), input_offset, len(self.model) > 0)))
        return [next(iter(feed.values())) for name in names]
)PY";

/// Two nodes of the domain horizon, one behind the other: x, y, z.
inline GraphDraft horizonNetwork(const QString& type)
{
    GraphDraft draft;
    draft.opsets = {{QString(), 11}, {QStringLiteral("horizon"), 1}};
    const Shape shape{1, 4};
    draft.inputs = {{QStringLiteral("x"), DataType::Int8, shape}};
    draft.outputs = {{QStringLiteral("z"), DataType::Int8, shape}};
    draft.values = {{QStringLiteral("y"), DataType::Int8, shape}};
    NodeDraft first;
    first.name = QStringLiteral("first");
    first.opType = type;
    first.domain = QStringLiteral("horizon");
    first.inputs = {QStringLiteral("x")};
    first.outputs = {QStringLiteral("y")};
    NodeDraft second = first;
    second.name = QStringLiteral("second");
    second.inputs = {QStringLiteral("y")};
    second.outputs = {QStringLiteral("z")};
    draft.nodes = {first, second};
    return draft;
}

} // namespace driftscope::test
