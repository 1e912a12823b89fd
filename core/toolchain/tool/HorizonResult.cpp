// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/tool/HorizonResult.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct HorizonTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::HorizonResult)
};

} // namespace

Result<HorizonResult> parseHorizonResult(const QByteArray& content)
{
    const QJsonObject json = QJsonDocument::fromJson(content).object();
    HorizonResult result{json["runtime"_L1].toString(), {}};
    const QJsonArray outputs = json["outputs"_L1].toArray();
    for (const auto& each : outputs) {
        const QString name = each["name"_L1].toString();
        const QString file = each["file"_L1].toString();
        if (name.isEmpty() || file.isEmpty() || file.contains(u'/') || file.startsWith(u'.'))
            return failure(ErrorKind::Malformed,
                           HorizonTexts::tr("The toolchain's runtime told of a result that is none: “%1”.").arg(file));
        result.outputs.append({name, file});
    }
    if (result.outputs.isEmpty())
        return failure(ErrorKind::Malformed, HorizonTexts::tr("The toolchain's runtime told of no results."));
    return result;
}

} // namespace driftscope
