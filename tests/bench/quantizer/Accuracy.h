// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QStringList>

namespace driftscope::test {

/// A network laid out by scripts/networks/fetch: `<march>.yaml`, calibration_rgb, heldout_rgb.
struct QuantizerSubject
{
    QString folder;
    QString march;
    /// Keys of the config and their values, instead of those that the YAML gives.
    QList<std::pair<QString, QString>> settings;
};

/// How near a converted network stays to the float model on pictures that calibration did not see.
struct QuantizerAccuracy
{
    QString method; ///< that the toolchain says it took
    double meanCosine = 0.0; ///< over pictures, of the output that is worst on the whole
    double leastCosine = 0.0; ///< of all pictures and outputs
    double boardAgreement = 0.0; ///< share of the board's values within one step of the quantized model's
    double seconds = 0.0; ///< of the conversion
};

/// Converts into `workFolder` and runs `pictures` held-out pictures through the float and the quantized model, and
/// through the `.bin`.
[[nodiscard]] Result<QuantizerAccuracy> measureAccuracy(const QuantizerSubject& subject, const QString& workFolder,
                                                        qsizetype pictures);

} // namespace driftscope::test
