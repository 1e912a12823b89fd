// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/ScaleNotes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

QJsonValue toJson(const std::vector<float>& scales)
{
    if (scales.size() == 1)
        return static_cast<double>(scales.front());
    QJsonArray channels;
    for (const float scale : scales)
        channels.append(static_cast<double>(scale));
    return channels;
}

std::vector<float> fromJson(const QJsonValue& value)
{
    std::vector<float> scales;
    if (value.isDouble())
        scales.push_back(static_cast<float>(value.toDouble()));
    for (const QJsonValue& channel : value.toArray())
        scales.push_back(static_cast<float>(channel.toDouble()));
    const auto isScale = [](float scale) { return scale > 0.0F && std::isfinite(scale); };
    return std::ranges::all_of(scales, isScale) ? scales : std::vector<float>();
}

} // namespace

QString scaleNotesText(const ScaleNotes& scales)
{
    QJsonObject object;
    for (auto scale = scales.cbegin(); scale != scales.cend(); ++scale)
        object.insert(scale.key(), toJson(scale.value()));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ScaleNotes scaleNotes(const GraphDraft& model)
{
    ScaleNotes notes;
    const auto entry = std::ranges::find(model.metadata, scaleNotesKey, [](const auto& pair) { return pair.first; });
    if (entry == model.metadata.end())
        return notes;
    const QJsonObject object = QJsonDocument::fromJson(entry->second.toUtf8()).object();
    for (auto value = object.constBegin(); value != object.constEnd(); ++value) {
        if (const std::vector<float> scales = fromJson(value.value()); !scales.empty())
            notes.insert(value.key(), scales);
    }
    return notes;
}

} // namespace driftscope
