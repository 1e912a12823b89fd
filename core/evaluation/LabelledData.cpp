// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/Evaluation.h"

#include "core/base/Files.h"
#include "core/tensor/Picture.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct LabelledDatas
{
    Q_DECLARE_TR_FUNCTIONS(LabelledDatas)
};

/// The confusion matrix has the square of it: a mistyped label must not ask for all of the memory.
constexpr int highestLabel = 9999;

Result<LabelledData> readLabelFile(const QDir& folder, const QString& file)
{
    auto content = readFile(file, 64 << 20);
    if (!content)
        return forward(content);
    LabelledData data;
    data.folder = folder.absolutePath();
    int number = 0;
    for (const QByteArray& line : content->split('\n')) {
        ++number;
        const QString row = QString::fromUtf8(line).trimmed();
        if (row.isEmpty())
            continue;
        const QStringList cells = row.split(u',');
        bool isNumber = false;
        const int label = cells.value(1).trimmed().toInt(&isNumber);
        if (!isNumber && number == 1)
            continue; // the header
        if (!isNumber || label < 0 || label > highestLabel || cells.first().trimmed().isEmpty()) {
            return failure(
                ErrorKind::Malformed,
                LabelledDatas::tr("Line %1 of “%2” reads “%3”; write file,label with a whole number from 0 to %4.")
                    .arg(number)
                    .arg(file, row)
                    .arg(highestLabel));
        }
        data.samples.append({folder.absoluteFilePath(cells[0].trimmed()), label});
    }
    return data;
}

LabelledData readClassFolders(const QDir& folder)
{
    LabelledData data;
    data.folder = folder.absolutePath();
    const QStringList classes = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& name : classes) {
        const QDir pictures(folder.filePath(name));
        for (const QFileInfo& file : pictures.entryInfoList(QDir::Files, QDir::Name)) {
            if (isPictureFile(file.absoluteFilePath()))
                data.samples.append({file.absoluteFilePath(), static_cast<int>(data.classes.size())});
        }
        data.classes.append(name);
    }
    return data;
}

QStringList readClassNames(const QDir& folder)
{
    QStringList names;
    for (const QString& file : {folder.filePath(u"classes.txt"_s), folder.filePath(u"../classes.txt"_s)}) {
        const auto content = readFile(file, 1 << 20);
        if (!content)
            continue;
        for (const QByteArray& line : content->split('\n')) {
            if (const QString name = QString::fromUtf8(line).trimmed(); !name.isEmpty())
                names.append(name);
        }
        break;
    }
    return names;
}

} // namespace

QString LabelledData::className(int label) const
{
    if (label < 0)
        return u"–"_s;
    return label < classes.size() ? classes[label] : QString::number(label);
}

QString LabelledData::nameOf(int sample) const
{
    return QDir(folder).relativeFilePath(samples[sample].file);
}

Result<LabelledData> readLabelledData(const QString& folder)
{
    const QFileInfo info(folder);
    if (!info.isDir()) {
        return failure(
            ErrorKind::NotFound,
            LabelledDatas::tr(
                "There is no folder of labelled data at “%1”; name one with labels.csv or one sub-folder per class.")
                .arg(folder));
    }
    const QDir dir(folder);
    const QString labels = dir.filePath(u"labels.csv"_s);
    Result<LabelledData> data = QFileInfo::exists(labels) ? readLabelFile(dir, labels) : readClassFolders(dir);
    if (!data)
        return data;
    if (data->samples.isEmpty()) {
        return failure(
            ErrorKind::Malformed,
            LabelledDatas::tr(
                "The folder “%1” holds no labelled pictures; add labels.csv (file,label) or one sub-folder per class.")
                .arg(folder));
    }
    if (data->classes.isEmpty())
        data->classes = readClassNames(dir);
    return data;
}

} // namespace driftscope
