// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Workbench.h"
#include "core/boardmodel/BoardModel.h"

namespace driftscope {

/// A small network with an activation between its convolutions and a Reshape behind them, on bayes-e, fed rgb in NCHW:
///
///     data - conv1 - relu1 - conv2 - sigmoid2 - conv3 - pool3 - reshape - out (1x1024)
///
/// The keys that name nodes are tried on it.
class NodeBench : public Workbench
{
public:
    [[nodiscard]] Result<void> writeAll();

    /// The same with `text` at the end of a group; for values that are no scalars.
    [[nodiscard]] Outcome convertWith(const QByteArray& group, const QByteArray& text);

    [[nodiscard]] Result<BoardModel> boardModel() const { return readBoardModel(path(QStringLiteral("out/m.bin"))); }
    /// Outputs of the .bin, as it declares them, on one picture, repeated for a model with a batch.
    [[nodiscard]] Result<std::vector<Tensor>> runBoardModel(int frames = 1) const;
    /// Outputs of the quantized stage on the same picture.
    [[nodiscard]] Result<std::vector<float>> runQuantized() const;

private:
    [[nodiscard]] static QByteArray picture();
};

/// Operator types of the outer graph, in order.
[[nodiscard]] QStringList boardTypes(const BoardModel& model);

} // namespace driftscope
