// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Sample.h"

#include "core/base/Files.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Sample
{
    Q_DECLARE_TR_FUNCTIONS(Sample)
};

constexpr auto sampleName = "emoji5"_L1;

} // namespace

Result<QString> findSampleFolder()
{
    const QStringList roots{qEnvironmentVariable("DRIFTSCOPE_SAMPLES"),
                            QDir(QCoreApplication::applicationDirPath()).filePath(u"../share/driftscope/samples"_s),
                            QStringLiteral(DRIFTSCOPE_SAMPLES_DIR)};
    for (const QString& root : roots) {
        if (root.isEmpty())
            continue;
        const QString folder = QDir::cleanPath(QDir(root).filePath(sampleName));
        if (QDir(folder).exists())
            return folder;
    }
    return failure(
        ErrorKind::NotFound,
        Sample::tr("The sample project is not installed; set DRIFTSCOPE_SAMPLES to the folder that holds “%1”.")
            .arg(sampleName));
}

Result<QString> copySample(const QString& folder)
{
    auto source = findSampleFolder();
    if (!source)
        return forward(source);
    const QDir from(*source);
    const QDir to(QDir(folder).filePath(sampleName));
    QDirIterator files(*source, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString relative = from.relativeFilePath(files.next());
        if (relative.startsWith(u"runs/"_s) || relative.startsWith(u"model_output"_s))
            continue;
        const QString target = to.filePath(relative);
        if (auto made = makeFolder(QFileInfo(target).absolutePath()); !made)
            return forward(made);
        if (QFile::exists(target))
            continue;
        if (!QFile::copy(files.filePath(), target)) {
            return failure(
                ErrorKind::Unreadable,
                Sample::tr("The sample project cannot be copied to “%1”; check that the folder may be written to.")
                    .arg(folder));
        }
        QFile::setPermissions(target, QFile::permissions(target) | QFileDevice::WriteOwner);
    }
    return to.absolutePath();
}

} // namespace driftscope
