// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MatrixFiles.h"

#include "MatrixFeed.h"
#include "TinyModel.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// One value for each input, joined by semicolons; nothing where no input has one.
QByteArray line(const char* key, const MatrixCase& given, const std::function<QString(const MatrixInput&)>& value)
{
    QStringList values;
    for (const MatrixInput& input : given.inputs)
        values.append(value(input));
    const bool isEmpty = std::ranges::all_of(values, &QString::isEmpty);
    return isEmpty ? QByteArray() : QByteArray("  ") + key + ": '" + values.join(u';').toUtf8() + ";'\n";
}

QString channelValues(const MatrixInput& input, bool isAsked, double (*value)(qint64))
{
    if (!isAsked)
        return u"None"_s;
    QStringList values;
    for (qint64 c = 0; c < input.channels(); ++c)
        values.append(QString::number(value(c)));
    return values.join(u' ');
}

QByteArray inputParameters(const MatrixCase& given)
{
    QStringList names;
    for (qsizetype i = 0; i < given.inputs.size(); ++i)
        names.append(matrixInputName(i));
    QByteArray yaml = "input_parameters:\n  input_name: '" + names.join(u';').toUtf8() + "'\n";
    yaml += line("input_type_train", given, [](const MatrixInput& input) { return input.train; });
    yaml += line("input_type_rt", given, [](const MatrixInput& input) { return input.runtime; });
    yaml += line("input_layout_train", given, [](const MatrixInput& input) { return input.layoutTrain; });
    yaml += line("input_layout_rt", given, [](const MatrixInput& input) { return input.layoutRt; });
    yaml += line("norm_type", given, [](const MatrixInput& input) { return input.norm; });
    yaml += line("mean_value", given,
                 [](const MatrixInput& input) { return channelValues(input, input.hasMean(), matrixMean); });
    yaml += line("scale_value", given,
                 [](const MatrixInput& input) { return channelValues(input, input.hasScale(), matrixScale); });
    if (!given.batch.isEmpty())
        yaml += "  input_batch: " + given.batch.toUtf8() + '\n';
    return yaml;
}

/// To NCHW where the network takes NHWC, then a convolution.
void addBranch(GraphDraft& draft, const MatrixInput& input, qsizetype position)
{
    const qint64 channels = input.channels();
    const bool isTurned = input.layoutTrain == "NHWC"_L1;
    QString from = matrixInputName(position);
    draft.inputs.append(
        {from, DataType::Float32,
         isTurned ? Shape{1, matrixRows, matrixColumns, channels} : Shape{1, channels, matrixRows, matrixColumns}});
    // Most exporters turn the input first; a network that does not keeps the toolchain's own Transpose alive.
    if (isTurned && input.norm == "data_mean"_L1) {
        draft.nodes.append(makeNode(u"Relu"_s, u"relu%1"_s.arg(position), {from}, {u"positive%1"_s.arg(position)}));
        from = u"positive%1"_s.arg(position);
    }
    if (isTurned) {
        draft.nodes.append(makeNode(u"Transpose"_s, u"turn%1"_s.arg(position), {from}, {u"planar%1"_s.arg(position)},
                                    {{u"perm"_s, QList<qint64>{0, 3, 1, 2}}}));
        from = u"planar%1"_s.arg(position);
    }
    const QString branch = position == 0 ? u"sum0"_s : u"branch%1"_s.arg(position);
    addConv(draft, qPrintable(u"conv%1"_s.arg(position)), qPrintable(from), qPrintable(branch), channels, 4);
    if (position > 0)
        draft.nodes.append(makeNode(u"Add"_s, u"add%1"_s.arg(position), {u"sum%1"_s.arg(position - 1), branch},
                                    {u"sum%1"_s.arg(position)}));
}

} // namespace

QString matrixInputName(qsizetype position)
{
    return u"in%1"_s.arg(position);
}

GraphDraft matrixModel(const MatrixCase& given)
{
    GraphDraft draft = emptyModel(Shape{1});
    draft.inputs.clear();
    for (qsizetype i = 0; i < given.inputs.size(); ++i)
        addBranch(draft, given.inputs[i], i);
    addConv(draft, "head", qPrintable(u"sum%1"_s.arg(given.inputs.size() - 1)), "out", 4, 6, 1);
    draft.outputs = {{u"out"_s, DataType::Float32, Shape{1, 6, matrixRows, matrixColumns}}};
    return draft;
}

QByteArray matrixYaml(const MatrixCase& given)
{
    const auto folder = [](const MatrixInput& input) {
        return input.isFeaturemap() ? u"./features"_s : u"./picture%1"_s.arg(input.channels());
    };
    return "model_parameters:\n  onnx_model: './model.onnx'\n  march: '" + given.march.toUtf8()
        + "'\n  working_dir: './out'\n  output_model_file_prefix: 'm'\n" + inputParameters(given)
        + "calibration_parameters:\n  calibration_type: 'max'\n" + line("cal_data_dir", given, folder)
        + line("cal_data_type", given,
               [](const MatrixInput& input) { return input.isFeaturemap() ? u"float32"_s : u"uint8"_s; })
        + "compiler_parameters:\n  optimize_level: 'O3'\n";
}

} // namespace driftscope
