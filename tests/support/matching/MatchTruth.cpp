// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MatchTruth.h"

#include "core/base/Files.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

constexpr qsizetype examples = 8;

QStringList strings(const QJsonValue& value)
{
    QStringList result;
    for (const QJsonValue& each : value.toArray())
        result.append(each.toString());
    return result;
}

void addExample(QStringList& list, const NamePair& pair)
{
    if (list.size() < examples)
        list.append(pair.first + u" -> "_s + pair.second);
}

QString problemOf(QProcess& process)
{
    return process.errorString() + u": "_s + QString::fromUtf8(process.readAllStandardOutput().right(2000));
}

/// Gives every value of a graph a number, dealt by chance.
QStringList dealtNumbers(qsizetype count, std::mt19937& random)
{
    QStringList numbers;
    for (qsizetype i = 0; i < count; ++i)
        numbers.append(QString::number(i));
    std::ranges::shuffle(numbers, random);
    return numbers;
}

} // namespace

Result<MatchTruth> readTruth(const QString& file)
{
    const auto content = readFile(file, 256 << 20);
    if (!content)
        return forward(content);
    MatchTruth truth;
    const QJsonObject object = QJsonDocument::fromJson(*content).object();
    for (const QJsonValue& pair : object["pairs"_L1].toArray()) {
        const auto from = stageFromKey(pair["from"_L1].toString());
        const auto to = stageFromKey(pair["to"_L1].toString());
        if (!from || !to)
            return failure(ErrorKind::Malformed, file);
        QSet<NamePair>& pairs = truth.pairs[{static_cast<int>(*from), static_cast<int>(*to)}];
        for (const QJsonValue& group : pair["groups"_L1].toArray()) {
            for (const QString& before : strings(group["from"_L1])) {
                for (const QString& after : strings(group["to"_L1]))
                    pairs.insert({before, after});
            }
        }
    }
    return truth;
}

MatchScore scoreOf(const StageMatch& match, const StageGraph& from, const StageGraph& to, const QSet<NamePair>& truth,
                   const OriginalNames& fromNames, const OriginalNames& toNames)
{
    const auto nameOf = [](const StageGraph& stage, const OriginalNames& names, NodeId node) {
        const QString& name = stage.graph->node(node).name;
        return names.value(name, name);
    };
    QSet<NamePair> found;
    for (const NodeMatch& each : match.matches) {
        for (const NodeId before : each.from) {
            for (const NodeId after : each.to)
                found.insert({nameOf(from, fromNames, before), nameOf(to, toNames, after)});
        }
    }
    MatchScore score;
    score.truth = truth.size();
    score.matched = found.size();
    for (const NamePair& pair : found) {
        if (truth.contains(pair))
            ++score.right;
        else
            addExample(score.wrong, pair);
    }
    for (const NamePair& pair : truth) {
        if (!found.contains(pair))
            addExample(score.missed, pair);
    }
    return score;
}

StageGraph numbered(const StageGraph& stage, quint32 seed, OriginalNames& names)
{
    std::mt19937 random(seed);
    const Graph& graph = *stage.graph;
    const QStringList nodeNumbers = dealtNumbers(graph.nodeCount(), random);
    const QStringList valueNumbers = dealtNumbers(graph.valueCount(), random);
    const auto valueName = [&](ValueId id) { return id.isValid() ? valueNumbers[id.index()] : QString(); };
    GraphDraft draft;
    draft.opsets = graph.opsets();
    draft.irVersion = graph.irVersion();
    for (qsizetype i = 0; i < graph.nodeCount(); ++i) {
        const Node& node = graph.node(NodeId(i));
        NodeDraft copy;
        copy.name = nodeNumbers[i];
        names.insert(copy.name, node.name);
        copy.opType = node.opType;
        copy.domain = node.domain;
        copy.attributes = node.attributes;
        for (const ValueId input : node.inputs)
            copy.inputs.append(valueName(input));
        for (const ValueId output : node.outputs)
            copy.outputs.append(valueName(output));
        draft.nodes.append(copy);
    }
    for (qsizetype i = 0; i < graph.valueCount(); ++i) {
        const Value& value = graph.value(ValueId(i));
        const ValueDraft renamed{valueNumbers[i], value.type, value.shape};
        if (const Tensor* constant = graph.initializer(ValueId(i)))
            draft.initializers.append({valueNumbers[i], *constant});
        else if (!value.isInput && !value.isOutput)
            draft.values.append(renamed);
    }
    for (const ValueId input : graph.inputs())
        draft.inputs.append({valueName(input), graph.value(input).type, graph.value(input).shape});
    for (const ValueId output : graph.outputs())
        draft.outputs.append({valueName(output), graph.value(output).type, graph.value(output).shape});
    return {stage.stage, stage.file, Graph::fromDraft(draft)};
}

StageGraph sealed(const LoadedStage& board)
{
    BoardModel model = *board.board;
    for (NamedTensor& constant : model.graph.initializers) {
        if (constant.name.startsWith(packedModelConstant))
            constant.tensor = Tensor(DataType::UInt8, Shape{8}, QByteArray("#X2Ahbm#"));
    }
    return {Stage::Board, board.file, boardGraph(model)};
}

Result<RecordedConversion> convertAndRecord(const QString& config, const QTemporaryDir& scratch)
{
    const QFileInfo info(config);
    const QString folder = scratch.filePath(info.dir().dirName() + u'-' + info.completeBaseName());
    QProcess copy;
    copy.start(u"cp"_s, {u"-r"_s, info.absolutePath(), folder});
    if (!copy.waitForFinished() || copy.exitCode() != 0)
        return failure(ErrorKind::ProcessFailed, problemOf(copy));
    const QString origins = QDir(folder).filePath(u"origins.json"_s);
    QProcess mapper;
    mapper.setWorkingDirectory(folder);
    mapper.start(
        qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-mapper"_s,
        {u"makertbin"_s, u"--config"_s, info.fileName(), u"--model-type"_s, u"onnx"_s, u"--record-origins"_s, origins});
    if (!mapper.waitForFinished(600000) || mapper.exitCode() != 0)
        return failure(ErrorKind::ProcessFailed, problemOf(mapper));
    auto document = ConfigDocument::load(QDir(folder).filePath(info.fileName()));
    if (!document)
        return forward(document);
    QList<Artifact> artifacts{{Stage::Float, readConversionConfig(*document).onnxModel}};
    QDirIterator files(folder, {u"*_model.onnx"_s, u"*.bin"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        const Stage stage = stageFromFileName(file.fileName());
        if (stage != Stage::Float && (stage != Stage::Board || !file.path().contains(u"calibration"_s)))
            artifacts.append({stage, file.filePath()});
    }
    Progress progress;
    auto chain = loadChain(artifacts, &*document, nullptr, CancelToken(), progress);
    auto truth = readTruth(origins);
    if (!chain)
        return forward(chain);
    if (!truth)
        return forward(truth);
    RecordedConversion result{std::move(*chain), std::move(*truth), {}};
    const QJsonObject object = QJsonDocument::fromJson(*readFile(origins, 256 << 20)).object();
    for (const QJsonValue& part : object["parts"_L1].toArray()) {
        for (const QString& node : strings(part["float"_L1]))
            result.partOf.insert(node, part["part"_L1].toString());
    }
    return result;
}

} // namespace driftscope::test
