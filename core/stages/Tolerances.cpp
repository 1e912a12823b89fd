// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/Tolerances.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr auto layersKey = "layers"_L1;

std::size_t indexOf(ToleranceKind kind)
{
    return static_cast<std::size_t>(kind);
}

ToleranceKind kindOf(DataType type)
{
    switch (type) {
    case DataType::Int8:
    case DataType::UInt8:
    case DataType::Int4:
    case DataType::UInt4:
        return ToleranceKind::Int8;
    case DataType::Int16:
    case DataType::UInt16:
        return ToleranceKind::Int16;
    case DataType::Float16:
    case DataType::BFloat16:
        return ToleranceKind::Float16;
    default:
        return ToleranceKind::Float32;
    }
}

QJsonObject toJson(const ComparisonTolerance& tolerance)
{
    return {{u"cosine"_s, tolerance.cosine},
            {u"sqnr_db"_s, tolerance.sqnrDb},
            {u"maximum_error"_s, tolerance.maximumError}};
}

ComparisonTolerance toleranceFrom(const QJsonObject& json, const ComparisonTolerance& usual)
{
    ComparisonTolerance tolerance;
    tolerance.cosine = std::clamp(json["cosine"_L1].toDouble(usual.cosine), -1.0, 1.0);
    tolerance.sqnrDb = json["sqnr_db"_L1].toDouble(usual.sqnrDb);
    tolerance.maximumError = std::max(json["maximum_error"_L1].toDouble(usual.maximumError), 0.0);
    return tolerance;
}

} // namespace

QString toleranceKindName(ToleranceKind kind)
{
    switch (kind) {
    case ToleranceKind::Float32:
        return u"float32"_s;
    case ToleranceKind::Float16:
        return u"float16"_s;
    case ToleranceKind::Int16:
        return u"int16"_s;
    case ToleranceKind::Int8:
        return u"int8"_s;
    }
    Q_UNREACHABLE();
}

ToleranceKind toleranceKindOf(DataType reference, DataType candidate, bool quantized)
{
    const ToleranceKind coarser = std::max(kindOf(reference), kindOf(candidate));
    const bool isFloat = coarser == ToleranceKind::Float32 || coarser == ToleranceKind::Float16;
    return isFloat && quantized ? ToleranceKind::Int8 : coarser;
}

ComparisonTolerance Tolerances::usual(ToleranceKind kind)
{
    switch (kind) {
    case ToleranceKind::Float32:
        return {0.99999, 60.0, 0.0};
    case ToleranceKind::Float16:
        return {0.999, 40.0, 0.0};
    case ToleranceKind::Int16:
        return {0.9999, 40.0, 0.0};
    case ToleranceKind::Int8:
        return {0.99, 15.0, 0.0};
    }
    Q_UNREACHABLE();
}

Tolerances Tolerances::fromJson(const QJsonObject& json)
{
    Tolerances tolerances;
    for (const ToleranceKind kind : allToleranceKinds)
        tolerances.set(kind, toleranceFrom(json[toleranceKindName(kind)].toObject(), usual(kind)));
    const QJsonObject layers = json[layersKey].toObject();
    for (auto it = layers.begin(); it != layers.end(); ++it)
        tolerances.setLayer(it.key(), toleranceFrom(it.value().toObject(), {}));
    return tolerances;
}

QJsonObject Tolerances::toJson() const
{
    QJsonObject json;
    for (const ToleranceKind kind : allToleranceKinds) {
        if (of(kind) != usual(kind))
            json.insert(toleranceKindName(kind), driftscope::toJson(of(kind)));
    }
    QJsonObject layers;
    for (auto it = m_layers.cbegin(); it != m_layers.cend(); ++it)
        layers.insert(it.key(), driftscope::toJson(it.value()));
    if (!layers.isEmpty())
        json.insert(layersKey, layers);
    return json;
}

const ComparisonTolerance& Tolerances::of(ToleranceKind kind) const
{
    return m_kinds[indexOf(kind)];
}

void Tolerances::set(ToleranceKind kind, const ComparisonTolerance& tolerance)
{
    m_kinds[indexOf(kind)] = tolerance;
}

const ComparisonTolerance& Tolerances::of(const QString& layer, ToleranceKind kind) const
{
    const auto own = m_layers.constFind(layer);
    return own == m_layers.cend() ? of(kind) : *own;
}

} // namespace driftscope
