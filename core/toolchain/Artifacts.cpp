// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/Compilation.h"
#include "core/toolchain/RunFolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <optional>

namespace driftscope {

namespace {

/// Prefixes for which the folder holds an ONNX stage: a `.bin` beside them is the board model of one of them, any other
/// `.bin` may be raw data.
QSet<QString> prefixesIn(const QStringList& names)
{
    QSet<QString> prefixes;
    for (const QString& name : names) {
        const Stage stage = stageFromFileName(name);
        if (stage != Stage::Float && stage != Stage::Board)
            prefixes.insert(name.chopped(stageFileSuffix(stage).size()));
    }
    return prefixes;
}

/// Reads a variable-length number of protobuf; nothing at the end of the bytes.
std::optional<quint64> readNumber(QFile& file)
{
    quint64 number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        char byte = 0;
        if (!file.getChar(&byte))
            return std::nullopt;
        number |= (static_cast<quint64>(byte) & 0x7fU) << static_cast<unsigned>(shift);
        if ((static_cast<unsigned char>(byte) & 0x80U) == 0)
            return number;
    }
    return std::nullopt;
}

/// Whether a message of protobuf, which every stage file is, ends where the file does.
bool endsWithItsLastField(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    while (!file.atEnd()) {
        const auto tag = readNumber(file);
        if (!tag)
            return false;
        std::optional<quint64> size;
        switch (*tag & 7U) {
        case 0:
            size = readNumber(file) ? std::optional<quint64>(0) : std::nullopt;
            break;
        case 1:
            size = 8;
            break;
        case 2:
            size = readNumber(file);
            break;
        case 5:
            size = 4;
            break;
        default:
            break;
        }
        const qint64 left = file.size() - file.pos();
        if (!size || *size > static_cast<quint64>(left) || !file.seek(file.pos() + static_cast<qint64>(*size)))
            return false;
    }
    return file.size() > 0;
}

} // namespace

void setDamagedAside(const QString& folder)
{
    for (const Artifact& artifact : findArtifacts(folder)) {
        if (!endsWithItsLastField(artifact.file))
            QFile::rename(artifact.file, artifact.file + u".incomplete");
    }
}

QList<Artifact> findArtifacts(const QString& folder, const QString& prefix)
{
    const QDir directory(QFileInfo(folder).absoluteFilePath());
    const QStringList names = directory.entryList(QDir::Files, QDir::Name);
    const QSet<QString> prefixes = prefixesIn(names);
    QList<Artifact> artifacts;
    for (const Stage stage : allStages) {
        if (stage == Stage::Float)
            continue;
        const QString suffix = stageFileSuffix(stage);
        for (const QString& name : names) {
            if (!name.endsWith(suffix) || stageFromFileName(name) != stage)
                continue;
            const QString found = name.chopped(suffix.size());
            const bool isOther = prefix.isEmpty()
                ? stage == Stage::Board && !prefixes.isEmpty() && !prefixes.contains(found)
                : found != prefix;
            if (!isOther)
                artifacts.append({stage, directory.filePath(name)});
        }
    }
    return artifacts;
}

} // namespace driftscope
