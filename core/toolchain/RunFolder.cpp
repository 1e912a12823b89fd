// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/RunFolder.h"

#include "core/base/Files.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct RunFolder
{
    Q_DECLARE_TR_FUNCTIONS(RunFolder)
};

/// Keys that name files or folders, lists separated by `;`.
constexpr std::array pathKeys{"model_parameters.onnx_model", "model_parameters.caffe_model",
                              "model_parameters.prototxt", "calibration_parameters.cal_data_dir",
                              "custom_op.custom_op_dir"};

QString folderOf(const ConfigDocument& document)
{
    return QFileInfo(document.path()).absolutePath();
}

QString absoluteAgainst(const QString& folder, const QString& path)
{
    return QDir::cleanPath(QDir(folder).absoluteFilePath(path));
}

/// Every item of a `;` list made absolute. Empty items stay, they hold an input's place.
QString absoluteList(const QString& folder, const QString& value, const Launcher& launcher)
{
    QStringList items = value.split(u';');
    for (QString& item : items) {
        const QString path = item.trimmed();
        if (!path.isEmpty())
            item = launcher.mapped(absoluteAgainst(folder, path));
    }
    return items.join(u';');
}

} // namespace

Result<QString> makeRunFolder(const QString& workFolder)
{
    if (auto made = makeFolder(workFolder); !made)
        return forward(made);
    const QString stamp = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QDir parent(QFileInfo(workFolder).absoluteFilePath());
    constexpr int attempts = 1000;
    for (int n = 1; n <= attempts; ++n) {
        const QString name = u"%1-%2"_s.arg(stamp).arg(n);
        if (parent.mkdir(name)) // fails if it exists: whoever made it owns it
            return parent.filePath(name);
    }
    return failure(
        ErrorKind::Unreadable,
        RunFolder::tr("No folder for the run can be made in “%1”; check that it may be written to.").arg(workFolder));
}

QString absoluteConfigPath(const ConfigDocument& document, const QString& key)
{
    const QString path = document.scalar(key).trimmed();
    return path.isEmpty() ? QString() : absoluteAgainst(folderOf(document), path);
}

QList<ConfigPath> configPaths(const ConfigDocument& document)
{
    QList<ConfigPath> paths;
    for (const char* name : pathKeys) {
        for (const QString& item : document.scalar(QString::fromLatin1(name)).split(u';')) {
            if (!item.trimmed().isEmpty())
                paths.append({QString::fromLatin1(name), absoluteAgainst(folderOf(document), item.trimmed())});
        }
    }
    return paths;
}

void setOutputAside(const QString& runFolder)
{
    QDir folder(runFolder);
    if (folder.exists(runOutputFolder) && !folder.exists(runIncompleteFolder))
        folder.rename(runOutputFolder, runIncompleteFolder);
}

Result<ConfigDocument> configForRun(const ConfigDocument& document, const QString& runFolder, const Launcher& launcher)
{
    ConfigDocument edited = document;
    for (const char* name : pathKeys) {
        const QString key = QString::fromLatin1(name);
        const QString value = document.scalar(key);
        if (value.trimmed().isEmpty())
            continue;
        auto next = edited.with(key, absoluteList(folderOf(document), value, launcher));
        if (!next)
            return forward(next);
        edited = *std::move(next);
    }
    const QString output = QDir(runFolder).filePath(runOutputFolder);
    return edited.with(u"model_parameters.working_dir"_s, launcher.mapped(output));
}

} // namespace driftscope
