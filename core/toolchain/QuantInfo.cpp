// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/QuantInfo.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct QuantInfoTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::QuantInfo)
};

QStringList stringsFrom(const QJsonValue& value)
{
    QStringList strings;
    for (const QJsonValue& item : value.toArray())
        strings.append(item.toString());
    return strings;
}

/// Numbers are written as numbers in some versions and as texts in others.
std::optional<double> numberFrom(const QJsonValue& value)
{
    if (value.isDouble())
        return value.toDouble();
    bool ok = false;
    const double number = value.toString().toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

std::vector<std::vector<double>> thresholdsFrom(const QJsonValue& value)
{
    std::vector<std::vector<double>> thresholds;
    for (const QJsonValue& input : value.toArray()) {
        std::vector<double>& ofInput = thresholds.emplace_back();
        if (const auto single = numberFrom(input))
            ofInput.push_back(*single);
        for (const QJsonValue& item : input.toArray()) {
            if (const auto threshold = numberFrom(item))
                ofInput.push_back(*threshold);
        }
    }
    return thresholds;
}

} // namespace

Result<QList<QuantInfoNode>> parseQuantInfo(const QByteArray& content, const QString& fileName)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(content, &problem);
    if (!document.isObject()) {
        return failure(ErrorKind::Malformed,
                       QuantInfoTexts::tr("“%1” is no quant_info.json (%2, at byte %3); thresholds are not shown.")
                           .arg(fileName, document.isNull() ? problem.errorString() : QuantInfoTexts::tr("no object"))
                           .arg(problem.offset));
    }
    QList<QuantInfoNode> nodes;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isObject())
            continue;
        const QJsonObject entry = it.value().toObject();
        nodes.append({it.key(), entry["type"_L1].toString(), stringsFrom(entry["inputs"_L1]),
                      stringsFrom(entry["outputs"_L1]), thresholdsFrom(entry["thresholds"_L1]),
                      numberFrom(entry["cosine_similarity"_L1])});
    }
    return nodes;
}

} // namespace driftscope
