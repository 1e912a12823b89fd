// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/RunEvaluation.h"

#include "core/base/Files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qint64 largestFile = qint64{16} << 20;

struct RunEvaluation
{
    Q_DECLARE_TR_FUNCTIONS(RunEvaluation)
};

} // namespace

Result<void> writeRunEvaluation(const QString& runFolder, const QString& dataFolder, const QList<StageScore>& scores)
{
    QJsonArray stages;
    for (const StageScore& score : scores) {
        stages.append(QJsonObject{
            {u"stage"_s, stageKey(score.stage)}, {u"samples"_s, score.samples}, {u"correct"_s, score.correct}});
    }
    const QJsonObject record{{u"format"_s, 1}, {u"data"_s, dataFolder}, {u"stages"_s, stages}};
    return writeFileAtomically(QDir(runFolder).filePath(runEvaluationFile), QJsonDocument(record).toJson());
}

Result<QList<StageScore>> readRunEvaluation(const QString& runFolder)
{
    const QString path = QDir(runFolder).filePath(runEvaluationFile);
    if (!QFileInfo::exists(path))
        return QList<StageScore>{};
    const auto content = readFile(path, largestFile);
    if (!content)
        return forward(content);
    QJsonParseError problem;
    const QJsonObject record = QJsonDocument::fromJson(*content, &problem).object();
    if (record.isEmpty()) {
        return failure(ErrorKind::Malformed,
                       RunEvaluation::tr("The evaluation of the run, “%1”, is damaged (%2); evaluate the run again.")
                           .arg(path, problem.errorString()));
    }
    QList<StageScore> scores;
    const QJsonArray stages = record.value(u"stages"_s).toArray();
    for (const QJsonValue& each : stages) {
        const QJsonObject object = each.toObject();
        const auto stage = stageFromKey(object.value(u"stage"_s).toString());
        const int samples = object.value(u"samples"_s).toInt();
        const int correct = object.value(u"correct"_s).toInt();
        if (stage && samples > 0 && correct >= 0 && correct <= samples)
            scores.append({*stage, samples, correct});
    }
    return scores;
}

} // namespace driftscope
