// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/ScaleNotes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// A number where there is only one.
template <typename T> QJsonValue listJson(const std::vector<T>& values)
{
    if (values.size() == 1)
        return static_cast<double>(values.front());
    QJsonArray list;
    for (const T value : values)
        list.append(static_cast<double>(value));
    return list;
}

QJsonValue toJson(const Quantization& quantization)
{
    const QJsonValue scales = listJson(quantization.scales);
    if (quantization.zeroPoints.empty())
        return scales;
    return QJsonObject{{u"scale"_s, scales}, {u"zero_point"_s, listJson(quantization.zeroPoints)}};
}

std::vector<float> scalesFromJson(const QJsonValue& value)
{
    std::vector<float> scales;
    if (value.isDouble())
        scales.push_back(static_cast<float>(value.toDouble()));
    for (const QJsonValue& channel : value.toArray())
        scales.push_back(static_cast<float>(channel.toDouble()));
    const auto isScale = [](float scale) { return scale > 0.0F && std::isfinite(scale); };
    return std::ranges::all_of(scales, isScale) ? scales : std::vector<float>();
}

std::vector<qint8> zeroPointsFromJson(const QJsonValue& value)
{
    std::vector<qint8> zeroPoints;
    for (const QJsonValue& each : value.isArray() ? value.toArray() : QJsonArray{value})
        zeroPoints.push_back(static_cast<qint8>(std::clamp(each.toInt(), -128, 127)));
    return zeroPoints;
}

Quantization fromJson(const QJsonValue& value)
{
    if (!value.isObject())
        return channelwise(scalesFromJson(value));
    return channelwise(scalesFromJson(value[u"scale"]), zeroPointsFromJson(value[u"zero_point"]));
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
        if (Quantization noted = fromJson(value.value()); !noted.scales.empty())
            notes.insert(value.key(), std::move(noted));
    }
    return notes;
}

Quantization channelwise(std::vector<float> scales, const std::vector<qint8>& zeroPoints)
{
    Quantization quantization{std::move(scales), {}, -1};
    const bool isSymmetric = std::ranges::count(zeroPoints, 0) == std::ssize(zeroPoints);
    if (!isSymmetric && zeroPoints.size() == quantization.scales.size())
        quantization.zeroPoints.assign(zeroPoints.begin(), zeroPoints.end());
    else if (!isSymmetric && zeroPoints.size() == 1)
        quantization.zeroPoints.assign(quantization.scales.size(), zeroPoints.front());
    if (quantization.scales.size() > 1)
        quantization.axis = 1;
    return quantization;
}

} // namespace driftscope
