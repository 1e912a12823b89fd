// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/OtherCompiles.h"

#include "core/history/RunSummary.h"
#include "core/onnx/OnnxReader.h"

#include <QDir>
#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString quantizedIn(const QString& runFolder)
{
    QDirIterator files(runFolder, {u"*_quantized_model.onnx"_s}, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
}

} // namespace

QList<OtherModel> otherCompiles(const QString& quantizedFile)
{
    constexpr qsizetype most = 6;
    QList<OtherModel> others;
    const QString own = runFolderOf(quantizedFile);
    if (own.isEmpty())
        return others;
    const QDir runs = QFileInfo(own).absoluteDir();
    for (const QFileInfo& run : runs.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time)) {
        if (others.size() >= most)
            break;
        const QString file = run.absoluteFilePath() == QFileInfo(own).absoluteFilePath()
            ? QString()
            : quantizedIn(run.absoluteFilePath());
        if (!file.isEmpty())
            others.append({run.fileName(), [file] { return readOnnx(file); }});
    }
    return others;
}

} // namespace driftscope
