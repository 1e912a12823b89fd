// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/DumpSources.h"

#include "core/base/Files.h"
#include "core/config/YamlValue.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Sources
{
    Q_DECLARE_TR_FUNCTIONS(DumpSources)
};

constexpr qint64 largestText = qint64{16} << 20U;

/// A tree of texts: numbers are read by whoever takes them.
QJsonValue jsonOf(const YamlValue& value)
{
    if (value.kind == YamlValue::Kind::Map) {
        QJsonObject object;
        for (const YamlEntry& entry : value.entries)
            object.insert(entry.key, jsonOf(entry.value));
        return object;
    }
    if (value.kind == YamlValue::Kind::Sequence) {
        QJsonArray array;
        for (const YamlValue& item : value.items)
            array.append(jsonOf(item));
        return array;
    }
    return value.text;
}

/// The board's own words win; the container adds what lies in between, and inputs or outputs that are left out.
BoardModelInfo merged(const BoardModelInfo& said, const BoardModelInfo& stored)
{
    BoardModelInfo info = said;
    const auto add = [](QList<BoardTensorProperties>& to, const QList<BoardTensorProperties>& from) {
        for (const BoardTensorProperties& tensor : from) {
            const bool isKnown = std::any_of(to.cbegin(), to.cend(), [&tensor](const BoardTensorProperties& other) {
                return other.name == tensor.name;
            });
            if (!isKnown)
                to.append(tensor);
        }
    };
    add(info.inputs, stored.inputs);
    add(info.outputs, stored.outputs);
    add(info.values, stored.values);
    return info;
}

Result<BoardModelInfo> readInfo(const DumpSources& sources)
{
    BoardModelInfo info;
    if (!sources.infoFile.isEmpty()) {
        const auto text = readFile(sources.infoFile, largestText);
        if (!text)
            return forward(text);
        auto said = parseModelInfo(QString::fromUtf8(*text));
        if (!said)
            return forward(said);
        info = *std::move(said);
    }
    if (!sources.modelFile.isEmpty()) {
        const auto model = readBoardModel(sources.modelFile);
        if (!model)
            return forward(model);
        info = merged(info, modelInfoOf(*model));
    }
    return info;
}

/// Files that a list beside them describes, by their paths.
QHash<QString, DumpDeclaration> describedFiles(const QList<DumpFile>& files)
{
    QHash<QString, DumpDeclaration> described;
    QSet<QString> folders;
    for (const DumpFile& file : files) {
        const QDir folder = QFileInfo(file.path).dir();
        if (folders.contains(folder.path()))
            continue;
        folders.insert(folder.path());
        const auto descriptions = readDumpSidecar(folder.path());
        if (!descriptions)
            continue; // the import says so
        for (const DumpDescription& description : *descriptions)
            described.insert(folder.filePath(description.file), description.declaration);
    }
    return described;
}

} // namespace

Result<QList<DumpDeclaration>> parseDeclarationFile(const QByteArray& content, const QString& file)
{
    const auto value = parseYamlValue(content, file);
    if (!value)
        return forward(value);
    const YamlValue* list = value->kind == YamlValue::Kind::Map ? value->find(u"declarations") : nullptr;
    const YamlValue& from = list != nullptr ? *list : *value;
    const std::vector<YamlValue> items = from.kind == YamlValue::Kind::Sequence ? from.items : std::vector{from};
    QList<DumpDeclaration> declarations;
    for (const YamlValue& item : items) {
        if (item.kind != YamlValue::Kind::Map) {
            return failure(ErrorKind::Malformed,
                           Sources::tr("“%1” holds no declarations of dumps at line %2; write maps with name, dtype, "
                                       "shape and layout.")
                               .arg(file)
                               .arg(item.range.line));
        }
        auto declaration = declarationFromJson(jsonOf(item).toObject());
        if (!declaration) {
            return failure(
                ErrorKind::Malformed,
                Sources::tr("“%1”, line %2: %3").arg(file).arg(item.range.line).arg(declaration.error().message));
        }
        declarations.append(*std::move(declaration));
    }
    return declarations;
}

Result<DumpKnowledge> readDumpKnowledge(const DumpSources& sources)
{
    auto info = readInfo(sources);
    if (!info)
        return forward(info);
    DumpKnowledge knowledge{*std::move(info), {}, true};
    for (const QString& text : sources.declarations) {
        auto declaration = parseDeclaration(text);
        if (!declaration)
            return forward(declaration);
        knowledge.declarations.append(*std::move(declaration));
    }
    if (!sources.declarationFile.isEmpty()) {
        const auto content = readFile(sources.declarationFile, largestText);
        if (!content)
            return forward(content);
        auto declarations = parseDeclarationFile(*content, sources.declarationFile);
        if (!declarations)
            return forward(declarations);
        knowledge.declarations += *declarations;
    }
    return knowledge;
}

std::optional<KnownDump> knownDump(const DumpFile& file, const DumpKnowledge& knowledge)
{
    auto known = DumpCatalogue(knowledge).find(file);
    if (!known || known->isDeclared)
        return known;
    DumpDeclaration& declaration = known->declaration;
    if (QFileInfo(file.path).size() - declaration.offset == denseBytes(declaration)) {
        declaration.aligned = {};
        declaration.strides.clear();
    }
    return known;
}

Result<QList<JudgedDump>> judgeDumps(const QStringList& paths, const DumpKnowledge& knowledge,
                                     const CancelToken& cancel, Progress& progress)
{
    const auto files = dumpFilesOf(paths);
    if (!files)
        return forward(files);
    const DumpKnowledge settledKnowledge = settled(knowledge, *files);
    const QHash<QString, DumpDeclaration> described = describedFiles(*files);
    QList<JudgedDump> judged;
    for (const DumpFile& file : *files) {
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, Sources::tr("The import was stopped."));
        progress.report(judged.size(), files->size(), Sources::tr("Looking at dumps"));
        JudgedDump dump{file, knownDump(file, settledKnowledge), {}};
        if (const auto found = described.constFind(file.path);
            found != described.cend() && !(dump.known && dump.known->isDeclared))
            dump.known = KnownDump{*found, false, false, false};
        const bool isPlane = file.parsed && file.parsed->plane != DumpPlane::None;
        if (dump.known && file.format == DumpFormat::Raw && !isPlane) {
            if (const auto bytes = readFile(file.path))
                dump.judgement = judgeDump(*bytes, dump.known->declaration, cancel);
        }
        judged.append(std::move(dump));
    }
    return judged;
}

} // namespace driftscope
