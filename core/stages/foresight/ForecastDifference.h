// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/foresight/Forecast.h"

namespace driftscope {

/// One thing that would be otherwise.
struct ForecastChange
{
    QString input; ///< empty: of the conversion as a whole
    QString place; ///< `board_feeds`, `board_file`, a stage's key, `node`, `duty`, `note`, `input`, `refusal`
    QString what; ///< `layout`, `shape`, …, or the node's name; used in JSON
    QString before; ///< empty: it would be new
    QString after; ///< empty: it would be gone
    QString text; ///< one sentence
};

/// What `after` does otherwise than `before`; empty when they are the same.
[[nodiscard]] QList<ForecastChange> forecastChanges(const ConversionForecast& before, const ConversionForecast& after);

/// The sentences, each once: a tensor that changes in several ways has one for all of them.
[[nodiscard]] QStringList changeTexts(const QList<ForecastChange>& changes);

/// A document in which some settings are otherwise: `group.key=value`; an empty value takes the key out. Fails with a
/// sentence for a text without `=`, a key without group, and what the document cannot hold.
[[nodiscard]] Result<ConfigDocument> changedDocument(const ConfigDocument& document, const QStringList& settings);

} // namespace driftscope
