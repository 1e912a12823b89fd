// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/foresight/Forecast.h"

#include <QCoreApplication>

namespace driftscope {

/// Tells the nodes in front of one input that the toolchain will convert.
class NodeForecaster
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::NodeForecaster)

public:
    NodeForecaster(const ConfigDocument& document, March march, const InputForecast& forecast);

    [[nodiscard]] QList<ForecastNode> nodes() const;

private:
    [[nodiscard]] QList<ForecastNode> ofPicture() const;
    [[nodiscard]] QList<ForecastNode> ofFeaturemap() const;
    [[nodiscard]] ForecastNode preprocess() const;
    [[nodiscard]] ForecastNode boardConversion(const QString& owner, TensorLayout from, TensorLayout to) const;
    /// Nodes that stand in the built-in toolchain's ONNX files alone.
    [[nodiscard]] ForecastNode sandboxTranspose(const QString& suffix, const QList<Stage>& stages) const;
    [[nodiscard]] ForecastNode calibration(const QString& value) const;
    [[nodiscard]] ForecastNode quantize() const;
    [[nodiscard]] QString preprocessReason() const;

    const ConfigDocument& m_document;
    March m_march;
    const InputForecast& m_forecast;
    const InputConfig& m_input;
};

} // namespace driftscope
