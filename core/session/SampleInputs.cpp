// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SampleInputs.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct SampleInputs
{
    Q_DECLARE_TR_FUNCTIONS(SampleInputs)
};

QStringList filesOf(const QString& path)
{
    if (!QFileInfo(path).isDir())
        return {path};
    const QDir folder(path);
    QStringList names = folder.entryList(QDir::Files);
    QCollator order(QLocale(QLocale::English)); // in the C locale numbers are digits
    order.setNumericMode(true);
    std::ranges::sort(names, order);
    QStringList files;
    for (const QString& name : std::as_const(names))
        files.append(folder.filePath(name));
    return files;
}

} // namespace

Result<QList<QStringList>> samplesOfInputs(const QStringList& paths, qsizetype inputsOfModel)
{
    QStringList files;
    for (const QString& path : paths)
        files += filesOf(path);
    if (files.isEmpty() || inputsOfModel < 1 || files.size() % inputsOfModel != 0) {
        return failure(ErrorKind::InvalidArgument,
                       SampleInputs::tr("The model has %1 inputs, and %2 files were named for what it is fed; name one "
                                        "for each input, sample by sample.")
                           .arg(inputsOfModel)
                           .arg(files.size()));
    }
    QList<QStringList> samples;
    for (qsizetype i = 0; i < files.size(); i += inputsOfModel)
        samples.append(files.mid(i, inputsOfModel));
    return samples;
}

} // namespace driftscope
