// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace driftscope {

/// The settings of one input as the YAML has them; what is empty is not written.
struct MatrixInput
{
    QString train;
    QString runtime;
    QString layoutTrain;
    QString layoutRt;
    QString norm;

    [[nodiscard]] bool isFeaturemap() const;
    [[nodiscard]] bool isYuv() const; ///< at run time
    [[nodiscard]] qint64 channels() const; ///< of the float model
    [[nodiscard]] bool hasMean() const;
    [[nodiscard]] bool hasScale() const;
};

/// One conversion: a march, one or several inputs and a batch.
struct MatrixCase
{
    QString march;
    QList<MatrixInput> inputs;
    QString batch; ///< input_batch; empty: not written

    [[nodiscard]] QString name() const;
    [[nodiscard]] int frames() const { return batch.isEmpty() ? 1 : batch.toInt(); }
};

/// Height, width and, for featuremaps, channels of every input. All differ, so that a wrong layout shows.
inline constexpr qint64 matrixRows = 4;
inline constexpr qint64 matrixColumns = 6;
inline constexpr qint64 matrixFeatures = 5;

[[nodiscard]] const QStringList& matrixMarches();
[[nodiscard]] const QStringList& matrixTypes(); ///< all that the keys know, nv12 as training type included

/// Every setting of the other keys for one pair of types.
[[nodiscard]] QList<MatrixInput> everySetting(const QString& train, const QString& runtime);
/// Every setting of one input that the manual allows on a march.
[[nodiscard]] QList<MatrixInput> legalInputs(const QString& march);

/// What the manual has against a case, as sentences one of which the tool must say; empty where it is legal. Written
/// from the manual's tables and independent of the toolchain under test.
[[nodiscard]] QStringList manualObjections(const MatrixCase& given);

} // namespace driftscope
