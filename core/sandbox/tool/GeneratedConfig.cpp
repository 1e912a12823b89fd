// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/GeneratedConfig.h"

#include "core/onnx/OnnxReader.h"

#include <QFileInfo>

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// In single quotes, in which YAML knows no escapes but a doubled quote.
QByteArray quoted(QString text)
{
    return "'" + text.replace(u'\'', u"''"_s).toUtf8() + "'";
}

Result<QString> shapesOf(const BareModel& model, const GraphDraft& draft)
{
    QStringList names;
    for (const ValueDraft& input : draft.inputs)
        names.append(input.name);
    for (const auto& [name, shape] : model.inputShapes) {
        if (!names.contains(name)) {
            return failure(ErrorKind::InvalidArgument,
                           u"wrong input name: '%1', available: ['%2']"_s.arg(name, names.join(u"', '"_s)));
        }
    }
    QStringList shapes;
    for (const ValueDraft& input : draft.inputs) {
        const auto given = std::ranges::find(model.inputShapes, input.name, &std::pair<QString, QString>::first);
        shapes.append(given != model.inputShapes.end() ? given->second : input.shape.value_or(Shape{}).toString());
    }
    return model.inputShapes.isEmpty() ? QString() : shapes.join(u';');
}

} // namespace

Result<QByteArray> generatedConfig(const BareModel& model, const QString& workingDir, const QString& prefix,
                                   const QString& optimizeLevel)
{
    const auto draft = readOnnx(model.path);
    if (!draft)
        return forward(draft);
    const auto shapes = shapesOf(model, *draft);
    if (!shapes)
        return forward(shapes);
    const auto forEach
        = [count = draft->inputs.size()](const QString& value) { return quoted(QStringList(count, value).join(u';')); };
    QStringList names;
    for (const ValueDraft& input : draft->inputs)
        names.append(input.name);
    QByteArray yaml = "model_parameters:\n  onnx_model: " + quoted(QFileInfo(model.path).absoluteFilePath())
        + "\n  march: " + quoted(marchName(model.march)) + "\n  working_dir: " + quoted(workingDir)
        + "\n  output_model_file_prefix: " + quoted(prefix)
        + "\ninput_parameters:\n  input_name: " + quoted(names.join(u';'))
        + "\n  input_type_rt: " + forEach(u"featuremap"_s) + "\n  input_type_train: " + forEach(u"featuremap"_s)
        + "\n  input_layout_train: " + forEach(u"NCHW"_s) + "\n  norm_type: " + forEach(u"no_preprocess"_s) + '\n';
    if (!shapes->isEmpty())
        yaml += "  input_shape: " + quoted(*shapes) + '\n';
    return yaml + "calibration_parameters:\n  calibration_type: 'skip'\ncompiler_parameters:\n  optimize_level: "
        + quoted(optimizeLevel) + '\n';
}

} // namespace driftscope
