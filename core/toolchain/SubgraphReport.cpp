// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/SubgraphReport.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct SubgraphReportTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::SubgraphReport)
};

/// Rows of name and size behind a row of titles.
QList<std::pair<QString, QString>> inputsFrom(const QJsonArray& rows)
{
    QList<std::pair<QString, QString>> inputs;
    for (qsizetype i = 1; i < rows.size(); ++i) {
        const QJsonArray row = rows[i].toArray();
        inputs.append({row.at(0).toString(), row.at(1).toString()});
    }
    return inputs;
}

} // namespace

Result<SubgraphReport> parseSubgraphReport(const QByteArray& content, const QString& fileName)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(content, &problem);
    const QJsonObject summary = document.object()["summary"_L1].toObject();
    if (summary.isEmpty()) {
        return failure(
            ErrorKind::Malformed,
            SubgraphReportTexts::tr("“%1” is no report of a subgraph (%2); its latency is not shown.")
                .arg(fileName,
                     document.isNull() ? problem.errorString() : SubgraphReportTexts::tr("it has no “summary”")));
    }
    SubgraphReport report;
    report.name = summary["model name"_L1].toString(QFileInfo(fileName).completeBaseName());
    report.march = summary["BPU march"_L1].toString();
    report.compilerVersion = summary["HBDK version"_L1].toString();
    report.runtimeVersion = summary["runtime version"_L1].toString();
    report.fps = summary["FPS"_L1].toDouble();
    report.latencyUs = summary["latency (us)"_L1].toDouble(summary["latency (ms)"_L1].toDouble() * 1000.0);
    report.ddrBytes = summary["DDR bytes per frame"_L1].toInteger();
    report.loadedBytes = summary["loaded bytes per frame"_L1].toInteger();
    report.storedBytes = summary["stored bytes per frame"_L1].toInteger();
    report.operations = summary["BPU OPs per frame (effective)"_L1].toInteger();
    report.intervalMs = summary["interval time (ms)"_L1].toDouble();
    for (const QJsonValue& value : summary["interval computing units utilization"_L1].toArray())
        report.utilization.push_back(value.toDouble());
    report.inputs = inputsFrom(summary["input features"_L1].toArray());
    report.compilerFlags = summary["compiling options"_L1].toString().split(u' ', Qt::SkipEmptyParts);
    return report;
}

} // namespace driftscope
