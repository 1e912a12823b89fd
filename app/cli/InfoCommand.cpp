// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"

#include "core/report/Json.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

QString shapeText(const QJsonObject& value)
{
    const QJsonValue shape = value["shape"_L1];
    if (value.contains("type"_L1) || shape.isNull())
        return value["type"_L1].toString(u"of unknown shape"_s);
    const QJsonArray sizes = shape.toArray();
    const QJsonArray names = value["dimension_names"_L1].toArray();
    QStringList parts;
    for (qsizetype i = 0; i < sizes.size(); ++i)
        parts.append(sizes[i].isNull() ? names[i].toString(u"?"_s) : QString::number(sizes[i].toInteger()));
    return parts.join(u'×');
}

/// Functions, graphs inside nodes, and weights, where there are any.
void describeContent(QTextStream& out, const QJsonObject& info)
{
    const QJsonObject weights = info["weights"_L1].toObject();
    if (weights["tensors"_L1].toInt() > 0) {
        out << "  " << weights["tensors"_L1].toInt() << " weights, " << weights["bytes"_L1].toInteger() << " bytes ("
            << weights["dtypes"_L1].toObject().keys().join(u", "_s) << ")\n";
    }
    for (const QJsonValue& file : weights["external_files"_L1].toArray())
        out << "  weights in " << file.toString() << '\n';
    for (const QJsonValue& function : info["functions"_L1].toArray()) {
        const QString domain = function["domain"_L1].toString();
        const QString overload = function["overload"_L1].toString();
        out << "  function " << domain << (domain.isEmpty() ? "" : "::") << function["name"_L1].toString()
            << (overload.isEmpty() ? "" : ":") << overload << ", " << function["node_count"_L1].toInt() << " nodes\n";
    }
    for (const QJsonValue& graph : info["subgraphs"_L1].toArray()) {
        out << "  " << QString(graph["depth"_L1].toInt() * 2 - 2, u' ') << graph["op_type"_L1].toString() << ' '
            << graph["node"_L1].toString() << ": " << graph["attribute"_L1].toString() << " of "
            << graph["node_count"_L1].toInt() << " nodes\n";
    }
}

QString describe(const LoadedStage& stage)
{
    const QJsonObject info = infoJson(stage);
    QString text;
    QTextStream out(&text);
    out << stage.file << '\n';
    out << "  " << (stage.board ? "board model" : "ONNX model") << ", stage " << stageKey(stage.stage);
    if (stage.board)
        out << ", march " << stage.board->metadata.march() << ", built by " << info["producer"_L1].toString();
    out << ", " << stage.graph->nodeCount() << " nodes\n";
    for (const QString& key : {u"inputs"_s, u"outputs"_s}) {
        for (const QJsonValue& value : info[key].toArray()) {
            out << "  " << key.chopped(1) << " " << value["name"_L1].toString() << ": " << value["dtype"_L1].toString()
                << ' ' << shapeText(value.toObject()) << ' ' << value["layout"_L1].toString() << ' '
                << value["input_type"_L1].toString() << '\n';
        }
    }
    for (const QJsonValue& value : info["preprocessing"_L1].toArray()) {
        out << "  " << value["input"_L1].toString() << ": trained on " << value["type_train"_L1].toString() << ' '
            << value["layout_train"_L1].toString() << ", fed " << value["type_rt"_L1].toString() << ' '
            << value["layout_rt"_L1].toString() << ", " << value["norm_type"_L1].toString() << " mean "
            << value["mean"_L1].toString() << " scale " << value["scale"_L1].toString() << '\n';
    }
    describeContent(out, info);
    const QJsonObject counts = info["op_counts"_L1].toObject();
    for (auto it = counts.begin(); it != counts.end(); ++it)
        out << "  " << it.key() << " x" << it.value().toInt() << '\n';
    return text.trimmed();
}

} // namespace

void addInfo(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("info", "What an .onnx or a .bin is: inputs, outputs, operators, metadata");
    auto file = std::make_shared<std::string>();
    command->add_option("FILE", *file, "A model file")->required();
    command->callback([&chosen, file] {
        chosen = [file](Context& context) -> Result<Answer> {
            auto stage = loadStage(QString::fromStdString(*file), {}, context.cancel);
            if (!stage)
                return forward(stage);
            return Answer{infoJson(*stage), describe(*stage), NothingToReport, {}};
        };
    });
}

} // namespace driftscope::cli
