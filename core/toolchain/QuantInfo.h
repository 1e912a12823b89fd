// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QList>
#include <QStringList>

#include <optional>
#include <vector>

namespace driftscope {

/// What `<prefix>_quant_info.json` says of one node of the calibrated model.
struct QuantInfoNode
{
    QString name;
    QString type; ///< of the float stages: `HzPreprocess`, `Conv`, `HzSwish`
    QStringList inputs;
    QStringList outputs;
    /// By input: the largest absolute value that the integers stand for, one or one for each channel; empty for inputs
    /// that are not quantized.
    std::vector<std::vector<double>> thresholds;
    std::optional<double> cosine; ///< against the float model; rounding can take it a little above 1
};

/// Nodes in the order of their names: the file is an object and promises none.
[[nodiscard]] Result<QList<QuantInfoNode>> parseQuantInfo(const QByteArray& content, const QString& fileName);

} // namespace driftscope
