// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/TestPictures.h"

#include "core/base/Files.h"
#include "core/tensor/Picture.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct TestPictures
{
    Q_DECLARE_TR_FUNCTIONS(TestPictures)
};

QString fileFor(const QString& path, const NamedTensor& picture, qsizetype index, qsizetype count)
{
    static const QRegularExpression unsafe(u"[^\\w.-]"_s, QRegularExpression::UseUnicodePropertiesOption);
    if (count == 1)
        return path;
    const QFileInfo info(path);
    QString name = picture.name;
    name.replace(unsafe, u"_"_s);
    return info.dir().filePath(u"%1-%2-%3.png"_s.arg(info.completeBaseName()).arg(index + 1).arg(name.left(80)));
}

} // namespace

Result<QStringList> writeTestPictures(const Verdict& verdict, const QString& path)
{
    if (verdict.testPictures.isEmpty()) {
        return failure(
            ErrorKind::NotFound,
            TestPictures::tr("No picture was written to “%1”: the verdict names no causes that a picture would tell "
                             "apart.")
                .arg(path));
    }
    QStringList files;
    for (qsizetype i = 0; i < verdict.testPictures.size(); ++i) {
        const NamedTensor& picture = verdict.testPictures[i];
        files.append(fileFor(path, picture, i, verdict.testPictures.size()));
        if (auto written = writeFileAtomically(files.last(), pngOf(picture.tensor)); !written)
            return forward(written);
    }
    return files;
}

} // namespace driftscope
