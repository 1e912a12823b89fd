// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConversionConfig.h"
#include "core/graph/GraphDraft.h"

namespace driftscope {

/// A model given on the command line in place of a config: `checker` and `makertbin --fast-perf`.
struct BareModel
{
    QString path;
    March march = March::Unknown;
    QList<std::pair<QString, QString>> inputShapes; ///< name and `1x3x224x224`, for inputs that the model leaves open
};

/// The YAML that such a command stands for: every input a featuremap, random calibration data. Fails when the model
/// cannot be read, and for shapes of inputs that it does not have.
[[nodiscard]] Result<QByteArray> generatedConfig(const BareModel& model, const QString& workingDir,
                                                 const QString& prefix, const QString& optimizeLevel);

} // namespace driftscope
