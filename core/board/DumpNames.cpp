// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/DumpFolder.h"

#include "core/tensor/Capture.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

std::optional<DumpFormat> formatOf(const QString& name)
{
    if (name.endsWith(u".bin"))
        return DumpFormat::Raw;
    if (name.endsWith(u".txt"))
        return DumpFormat::Text;
    if (name.endsWith(u".npy"))
        return DumpFormat::Npy;
    return name.endsWith(u".npz") ? std::optional(DumpFormat::Npz) : std::nullopt;
}

/// `data_y0.data`, `data...uv0.data`: the plane and what is in front of it, which is the tensor.
void takePlane(DumpFileName& parsed)
{
    static const QRegularExpression plane(u"^(.+?)[._-]+(y|uv)\\d*(?:[._-].*)?$"_s);
    if (const auto match = plane.match(parsed.tensor); match.hasMatch()) {
        parsed.plane = match.captured(2) == u"y" ? DumpPlane::Luma : DumpPlane::Chroma;
        parsed.tensor = match.captured(1);
    }
}

/// The parts of a path below the folder: what the name of a dump begins with ends the folders in front.
void splitSample(DumpFile& file)
{
    for (qsizetype begin = 0; begin >= 0;) {
        if (auto parsed = parseDumpFileName(file.name.mid(begin))) {
            file.sample = begin == 0 ? QString() : file.name.first(begin - 1);
            file.name = file.name.mid(begin);
            file.parsed = std::move(parsed);
            return;
        }
        const qsizetype slash = file.name.indexOf(u'/', begin);
        begin = slash < 0 ? -1 : slash + 1;
    }
    file.sample = file.name.contains(u'/') ? file.name.section(u'/', 0, -2) : QString();
    file.name = file.name.section(u'/', -1);
}

/// Samples and layers are numbered: 2 comes before 10.
bool comesBefore(const DumpFile& a, const DumpFile& b)
{
    static const QRegularExpression digits(u"\\d+"_s);
    const auto padded = [](const QString& text) -> QString {
        QString result;
        qsizetype at = 0;
        for (auto it = digits.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            result += QStringView(text).mid(at, match.capturedStart() - at);
            result += match.captured().rightJustified(12, u'0');
            at = match.capturedEnd();
        }
        return result + text.mid(at);
    };
    return std::pair(padded(a.sample), padded(a.name)) < std::pair(padded(b.sample), padded(b.name));
}

} // namespace

QString flattenedName(const QString& name)
{
    QString flat = name;
    return flat.replace(u'/', u'_').replace(u':', u'_');
}

std::optional<DumpFileName> parseDumpFileName(const QString& name)
{
    static const QRegularExpression output(u"^model_infer_output_(\\d+)_(.+)\\.(?:bin|txt|npy)$"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression layer(
        u"^layer-(\\d+)-([^-/]+)-(.+)-(input|output)-(\\d+)-(.+)\\.(?:bin|txt|npy)$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    DumpFileName parsed;
    if (const auto match = output.match(name); match.hasMatch()) {
        parsed.isModelOutput = true;
        parsed.index = match.captured(1).toInt();
        parsed.tensor = match.captured(2);
        return parsed;
    }
    const auto match = layer.match(name);
    if (!match.hasMatch())
        return {};
    parsed.index = match.captured(1).toInt();
    parsed.kind = match.captured(2);
    parsed.node = match.captured(3);
    parsed.isNodeInput = match.captured(4) == u"input";
    parsed.slot = match.captured(5).toInt();
    parsed.tensor = match.captured(6);
    if (parsed.isNodeInput)
        takePlane(parsed);
    return parsed;
}

QString DumpFile::tensor() const
{
    return parsed ? parsed->tensor : name.section(u'.', 0, -2);
}

QList<DumpFile> dumpFilesIn(const QString& folder)
{
    const QDir root(QDir(folder).absolutePath());
    QList<DumpFile> files;
    QDirIterator found(root.path(), QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString path = found.next();
        const auto format = formatOf(path);
        const bool isByTheWay = found.fileName() == boardModelInfoFile || found.fileName() == boardConsoleFile;
        if (!format || isByTheWay || isCaptureFolder(found.fileInfo().path()))
            continue; // what a run says of itself, or a capture, is no dump
        DumpFile file{path, root.relativeFilePath(path), {}, *format, {}};
        splitSample(file);
        files.append(file);
    }
    std::stable_sort(files.begin(), files.end(), comesBefore);
    return files;
}

std::optional<DumpFile> dumpFile(const QString& path)
{
    const auto format = formatOf(path);
    if (!format)
        return {};
    const QString name = QFileInfo(path).fileName();
    return DumpFile{path, name, {}, *format, parseDumpFileName(name)};
}

} // namespace driftscope
