// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/TemplateCase.h"

namespace driftscope {

/// One input of the network and how it will be fed.
struct TemplateInput
{
    QString name;
    Shape shape; ///< every size known
    TensorLayout layout = TensorLayout::NCHW; ///< of the float model
    QString caseId; ///< of a TemplateCase
    TemplateNorm norm = TemplateNorm::None;
};

struct TemplateRequest
{
    QString modelPath; ///< absolute
    QString configFolder; ///< absolute, where the config will lie: paths in it are relative to this
    March march = March::Unknown;
    QList<TemplateInput> inputs; ///< in the model's order
};

/// The calibration folders that the config will name, one for each input, relative to the config: the person has to
/// fill them.
[[nodiscard]] QStringList templateCalibrationFolders(const QList<TemplateInput>& inputs);

/// A complete, commented config, comments in the interface's language. Everything in it but the calibration data is
/// ready. Fails, naming the input and the reason, where a case does not go with an input's shape.
[[nodiscard]] Result<QByteArray> configFromTemplate(const TemplateRequest& request);

} // namespace driftscope
