// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CliRunner.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace driftscope::test {

QStringList CliResult::errorLines() const
{
    return QString::fromUtf8(errors).split(u'\n', Qt::SkipEmptyParts);
}

QByteArray CliResult::all() const
{
    return "status " + QByteArray::number(status) + "\n" + errors + "\n" + output.left(4000);
}

CliResult CliRunner::run(const QStringList& arguments) const
{
    constexpr int longest = 400000;
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (auto it = environment.cbegin(); it != environment.cend(); ++it)
        variables.insert(it.key(), it.value());
    process.setProcessEnvironment(variables);
    process.setWorkingDirectory(folder);
    QStringList command = prefix;
    command.append(qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-cli"_s);
    command += arguments;
    process.start(command.first(), command.mid(1));
    process.closeWriteChannel();
    CliResult result;
    if (process.waitForFinished(longest) && process.exitStatus() == QProcess::NormalExit)
        result.status = process.exitCode();
    result.output = process.readAllStandardOutput();
    result.errors = process.readAllStandardError();
    result.json = QJsonDocument::fromJson(result.output).object(); // refuses anything after the document
    return result;
}

bool copySampleTo(const QString& folder, HeldOut heldOut)
{
    const QString from = QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/resources/samples/emoji5"_s;
    const QDir source(from);
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    bool copied = files.hasNext();
    while (files.hasNext()) {
        const QString file = files.next();
        const bool isPicture = file.contains(u"/heldout/"_s) && file.endsWith(u".png"_s);
        if (heldOut == HeldOut::First && isPicture && !file.endsWith(u"/animals_1f400_google.png"_s))
            continue;
        const QString target = QDir(folder).filePath(source.relativeFilePath(file));
        copied = copied && QDir().mkpath(QFileInfo(target).path()) && QFile::copy(file, target);
    }
    return copied;
}

QMap<QString, QString> artifactsOf(const QJsonObject& compiled)
{
    QMap<QString, QString> files;
    for (const QJsonValue& artifact : compiled["artifacts"_L1].toArray())
        files.insert(artifact["stage"_L1].toString(), artifact["file"_L1].toString());
    return files;
}

QJsonObject elementWith(const QJsonArray& array, const QString& key, const QString& value)
{
    for (const QJsonValue& element : array) {
        if (element[key].toString() == value)
            return element.toObject();
    }
    return {};
}

QJsonObject firstInput(const CliResult& answer)
{
    return answer.json["inputs"_L1].toArray().first().toObject();
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace driftscope::test
