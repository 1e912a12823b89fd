// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QList>
#include <QString>

namespace driftscope::test {

struct CorpusFile
{
    QString name;
    QString path;
    QByteArray text;
};

/// Published conversion configs, kept beside the project ($DRIFTSCOPE_CORPUS or ../shared/corpus); empty where there
/// are none.
inline QList<CorpusFile> configCorpus()
{
    using namespace Qt::StringLiterals;
    const QString given = qEnvironmentVariable("DRIFTSCOPE_CORPUS");
    const QString root = given.isEmpty() ? QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/../shared/corpus") : given;
    const QDir folder(root + u"/yaml"_s);
    QList<CorpusFile> files;
    const QStringList names = folder.entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files.append({name, file.fileName(), file.readAll()});
    }
    return files;
}

} // namespace driftscope::test
