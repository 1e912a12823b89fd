// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/family/ModifierTool.h"

#include "core/base/Files.h"
#include "core/sandbox/pack/NodeRemoval.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr auto tool = "hb_model_modifier";

QString pythonList(const QStringList& items)
{
    return items.isEmpty() ? u"[]"_s : u"['%1']"_s.arg(items.join(u"', '"_s));
}

QString mergedInfo(const QString& before, const QString& now)
{
    QJsonObject all = QJsonDocument::fromJson(before.toUtf8()).object();
    const QJsonObject added = QJsonDocument::fromJson(now.toUtf8()).object();
    for (auto it = added.constBegin(); it != added.constEnd(); ++it)
        all.insert(it.key(), it.value());
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

/// The file's own keys with what the removal adds. remove_node_type and remove_node_name stay those of the build.
BuildMetadata merged(const BuildMetadata& before, const BuildMetadata& now)
{
    BuildMetadata result;
    result.setMarchOfCode(before.march());
    const auto valueFor = [&](const QString& key, const QString& value) -> QString {
        if (key == "DELETED_NODES"_L1)
            return value + now.value(key);
        if (key == "DELETED_NODE_INFO"_L1)
            return mergedInfo(value, now.value(key));
        const bool isOfBuild = key == "REMOVE_NODE_TYPE"_L1 || key == "REMOVE_NODE_NAME"_L1;
        return isOfBuild || now.value(key).isEmpty() ? value : now.value(key);
    };
    QSet<QString> known;
    for (const auto& [key, value] : before.entries()) {
        known.insert(key);
        result.append(key, valueFor(key, value));
    }
    for (const auto& [key, value] : now.entries()) {
        if (!known.contains(key))
            result.append(key, value);
    }
    return result;
}

void logRemoval(const BoardModel& before, const BuildMetadata& now, const QString& name, ToolLog& log)
{
    const auto node = std::ranges::find(before.graph.nodes, name, &NodeDraft::name);
    const QString type = node == before.graph.nodes.cend() ? QString() : node->opType;
    log.info({tool, 340}, u"Node '%1' found, its OP type is '%2'"_s.arg(name, type));
    log.info({tool, 383}, u"Node %1 info: '%2'"_s.arg(name, now.value(u"NODE_"_s + name)));
    log.info({tool, 386}, u"Node '%1' is removed"_s.arg(name));
}

Result<QStringList> removeNodes(BoardModel& board, const ModifierOptions& options, ToolLog& log)
{
    const BoardModel before = board;
    board.metadata = {};
    NodeSettings settings;
    settings.removeTypes = options.types;
    settings.removeNames = options.names;
    QStringList removed;
    for (const NodeRemoval& removal : removeBoardNodes(board, settings)) {
        if (!removal.refusal.isEmpty())
            return failure(ErrorKind::InvalidArgument, removal.refusal);
        if (removal.removed.isEmpty())
            log.warning(
                {tool, 110},
                u"There is no %1 node that is connected to an input or an output of the model"_s.arg(removal.entry));
        removed += removal.removed;
    }
    log.info({tool, 330}, u"Nodes that will be removed from this model: %1"_s.arg(pythonList(removed)));
    for (const QString& name : std::as_const(removed))
        logRemoval(before, board.metadata, name, log);
    board.metadata = merged(before.metadata, board.metadata);
    return removed;
}

Result<void> modify(const ModifierOptions& options, const QString& folder, ToolLog& log)
{
    auto board = readBoardModel(options.model);
    if (!board)
        return forward(board);
    log.info({tool, 390}, u"storing info of model: %1"_s.arg(QFileInfo(options.model).fileName()));
    if (options.types.isEmpty() && options.names.isEmpty()) {
        log.info({tool, 300}, u"Nodes that can be deleted: %1"_s.arg(pythonList(removableBoardNodes(*board))));
        return {};
    }
    const auto removed = removeNodes(*board, options, log);
    if (!removed)
        return forward(removed);
    if (removed->isEmpty())
        return {};
    const auto bytes = toBoardFile(*board);
    if (!bytes)
        return forward(bytes);
    const QString name
        = options.output.isEmpty() ? QFileInfo(options.model).completeBaseName() + u"_modified.bin"_s : options.output;
    if (auto written = writeFileAtomically(QDir(folder).absoluteFilePath(name), *bytes); !written)
        return written;
    log.info({tool, 129}, u"modified model saved as %1"_s.arg(name));
    return {};
}

} // namespace

bool runModifier(const ModifierOptions& options, const FamilyPlace& place)
{
    return runFamilyTool(QString::fromLatin1(tool), place,
                         [&](ToolLog& log) { return modify(options, place.folder, log); });
}

} // namespace driftscope
