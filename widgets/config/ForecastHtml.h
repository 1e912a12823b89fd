// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/foresight/Forecast.h"
#include "widgets/common/Theme.h"

#include <QCoreApplication>

namespace driftscope {

/// Writes what a config will do as rich text. Links are `key:group.key`.
class ForecastHtml
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::ForecastHtml)

public:
    explicit ForecastHtml(const Theme& theme);

    [[nodiscard]] QString page(const ConversionForecast& forecast) const;

private:
    [[nodiscard]] QString input(const InputForecast& input) const;
    [[nodiscard]] QString table(const InputForecast& input) const;
    [[nodiscard]] QString row(const QString& title, const ForecastTensor& tensor, bool isBoard) const;
    [[nodiscard]] QString node(const ForecastNode& node) const;
    [[nodiscard]] QString code(const InputForecast& input) const;
    [[nodiscard]] QString heading(const QString& text) const;
    [[nodiscard]] QString list(const QStringList& sentences) const;
    [[nodiscard]] QString refusal(const QString& sentence, const QString& key) const;
    [[nodiscard]] QString link(const QString& key) const;
    [[nodiscard]] QString color(ThemeColor role) const { return m_theme.color(role).name(); }

    const Theme& m_theme;
};

} // namespace driftscope
