// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/DataType.h"

#include <QHash>
#include <QJsonObject>
#include <QString>

#include <array>

namespace driftscope {

/// How far a layer may be from its reference. What lies beyond any of the bounds drifts.
struct ComparisonTolerance
{
    double cosine = 0.99; ///< below drifts
    double sqnrDb = 15.0; ///< below drifts, too
    double maximumError = 0.0; ///< absolute; above drifts. 0: not judged

    bool operator==(const ComparisonTolerance&) const = default;
};

/// What arithmetic a comparison has to allow for: that of the coarser side.
enum class ToleranceKind
{
    Float32,
    Float16,
    Int16,
    Int8
};

inline constexpr std::array allToleranceKinds{ToleranceKind::Float32, ToleranceKind::Float16, ToleranceKind::Int16,
                                              ToleranceKind::Int8};

[[nodiscard]] QString toleranceKindName(ToleranceKind kind); ///< `float32`, `float16`, `int16`, `int8`

/// Of two element types. Floats of a stage that went through quantization carry its error: `quantized` says so.
[[nodiscard]] ToleranceKind toleranceKindOf(DataType reference, DataType candidate, bool quantized);

/// The tolerances of a project: one for each arithmetic, and those of single layers.
class Tolerances
{
public:
    /// Usual: sums of floats in another order stay within 60 dB, halves within 40, 16-bit integers within 40, 8-bit
    /// integers through a whole network within 15 (the toolchain's own reports call a cosine of 0.99 fine).
    [[nodiscard]] static ComparisonTolerance usual(ToleranceKind kind);

    [[nodiscard]] static Tolerances fromJson(const QJsonObject& json); ///< what cannot be read is as usual
    [[nodiscard]] QJsonObject toJson() const; ///< what is not as usual; empty when all is

    [[nodiscard]] const ComparisonTolerance& of(ToleranceKind kind) const;
    void set(ToleranceKind kind, const ComparisonTolerance& tolerance);
    /// Of one layer by its name, in the place of that of its arithmetic.
    [[nodiscard]] const QHash<QString, ComparisonTolerance>& layers() const { return m_layers; }
    void setLayer(const QString& layer, const ComparisonTolerance& tolerance) { m_layers.insert(layer, tolerance); }
    void removeLayer(const QString& layer) { m_layers.remove(layer); }
    [[nodiscard]] const ComparisonTolerance& of(const QString& layer, ToleranceKind kind) const;

    bool operator==(const Tolerances&) const = default;

private:
    std::array<ComparisonTolerance, allToleranceKinds.size()> m_kinds{
        usual(ToleranceKind::Float32), usual(ToleranceKind::Float16), usual(ToleranceKind::Int16),
        usual(ToleranceKind::Int8)};
    QHash<QString, ComparisonTolerance> m_layers;
};

} // namespace driftscope
