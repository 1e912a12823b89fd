// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"

#include "core/report/Json.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

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
            QStringList shape;
            for (const QJsonValue& size : value["shape"_L1].toArray())
                shape.append(size.isNull() ? u"?"_s : QString::number(size.toInt()));
            out << "  " << key.chopped(1) << " " << value["name"_L1].toString() << ": " << value["dtype"_L1].toString()
                << ' ' << shape.join(u'x') << ' ' << value["layout"_L1].toString() << ' '
                << value["input_type"_L1].toString() << '\n';
        }
    }
    for (const QJsonValue& value : info["preprocessing"_L1].toArray()) {
        out << "  " << value["input"_L1].toString() << ": trained on " << value["type_train"_L1].toString() << ' '
            << value["layout_train"_L1].toString() << ", fed " << value["type_rt"_L1].toString() << ' '
            << value["layout_rt"_L1].toString() << ", " << value["norm_type"_L1].toString() << " mean "
            << value["mean"_L1].toString() << " scale " << value["scale"_L1].toString() << '\n';
    }
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
