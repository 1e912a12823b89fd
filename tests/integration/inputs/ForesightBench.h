// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boardmodel/BoardModel.h"
#include "core/stages/foresight/Forecast.h"

#include <QTemporaryDir>

namespace driftscope {

/// One input's settings in a table of all that the manual allows.
struct InputCase
{
    QString train;
    QString runtime;
    QString layoutTrain;
    QString layoutRt; ///< empty: not written
    QString norm;
    bool isVideo = false; ///< input_space_and_range: bt601_video

    [[nodiscard]] QString name() const;
    [[nodiscard]] bool isFeaturemap() const { return train == QLatin1StringView("featuremap"); }
};

/// The manual's table: which run-time types go with which training type, norm types only for pictures except on
/// bayes-e, and on bernoulli2 no yuv444 in planes.
[[nodiscard]] bool isInManual(const QString& march, const InputCase& input);
/// Every combination of types, layouts (also none at run time) and normalization, legal or not.
[[nodiscard]] QList<InputCase> everyCase();

/// A tiny model, one branch an input, and its YAML; written to a folder of its own and converted in this process by the
/// built-in toolchain when that is asked for.
class ForesightBench
{
public:
    ForesightBench(const QString& march, const QList<InputCase>& inputs);

    [[nodiscard]] ConfigDocument config() const;
    [[nodiscard]] std::shared_ptr<const Graph> model() const { return m_model; }
    /// False where the toolchain refuses; console() says why.
    [[nodiscard]] bool convert(bool knownFaults = true);
    [[nodiscard]] const QByteArray& console() const { return m_console; }

    [[nodiscard]] QString stageFile(Stage stage) const;
    [[nodiscard]] Result<std::shared_ptr<const Graph>> stage(Stage stage) const;
    [[nodiscard]] Result<BoardModel> board() const;

private:
    [[nodiscard]] GraphDraft draft() const;
    [[nodiscard]] QByteArray yaml() const;

    QTemporaryDir m_folder;
    QString m_march;
    QList<InputCase> m_inputs;
    std::shared_ptr<const Graph> m_model;
    QByteArray m_console;
};

/// Height and width of every input, and the channels of featuremaps.
inline constexpr qint64 benchRows = 4;
inline constexpr qint64 benchColumns = 6;
inline constexpr qint64 benchFeatures = 5;

/// Names of the nodes between an input and the network's own, whose names start with `net_`.
[[nodiscard]] QStringList nodesInFront(const Graph& graph, const QString& input);

/// What differs between the forecast and what was made: one line each; empty when the forecast came true.
[[nodiscard]] QStringList whatDidNotComeTrue(const ConversionForecast& forecast, const ForesightBench& bench);

} // namespace driftscope
