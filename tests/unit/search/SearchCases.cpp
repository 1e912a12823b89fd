// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SearchCases.h"

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

NodeDraft node(const QString& type, const QString& name, const QStringList& inputs, const QString& output)
{
    NodeDraft draft;
    draft.opType = type;
    draft.name = name;
    draft.inputs = inputs;
    draft.outputs = QStringList{output};
    return draft;
}

} // namespace

std::shared_ptr<const Graph> searchGraph()
{
    GraphDraft draft;
    draft.inputs.append({u"data"_s, DataType::Int8, Shape{1, 3, 64, 64}});
    NodeDraft transpose = node(u"Transpose"_s, u"input_NCHW2NHWC_LayoutConvert_Input0"_s, {u"data"_s}, u"data_nhwc"_s);
    transpose.setAttribute(u"perm"_s, QList<qint64>{0, 2, 3, 1});
    NodeDraft conv = node(u"Conv"_s, u"/backbone/stem/conv1/Conv"_s, {u"data_nhwc"_s, u"conv1.weight"_s}, u"c1"_s);
    conv.setAttribute(u"group"_s, qint64{1});
    conv.setAttribute(u"pads"_s, QList<qint64>{1, 1, 1, 1});
    conv.setAttribute(u"auto_pad"_s, u"SAME_UPPER"_s);
    const NodeDraft relu = node(u"Relu"_s, u"/backbone/stem2/Relu"_s, {u"c1"_s}, u"r1"_s);
    const NodeDraft reshape = node(u"Reshape"_s, u"TFOperator(1)"_s, {u"r1"_s}, u"out"_s);
    draft.nodes = {transpose, conv, relu, reshape};
    draft.values = {{u"data_nhwc"_s, DataType::Int8, Shape{1, 64, 64, 3}},
                    {u"c1"_s, DataType::Float32, Shape{1, 8, 32, 32}},
                    {u"r1"_s, DataType::Float32, Shape{1, -1, 32, 32}}};
    draft.outputs.append({u"out"_s, DataType::Float32, std::nullopt});
    draft.initializers.append({u"conv1.weight"_s, Tensor::scalar(1.0F)});
    return buildGraph(draft,
                      {{{transpose.name, Device::Cpu}, {conv.name, Device::Bpu}},
                       {{u"data"_s, TensorLayout::NCHW}, {u"data_nhwc"_s, TensorLayout::NHWC}}});
}

QuerySubject transposeOnCpu(const Graph& graph)
{
    QuerySubject subject{&graph, NodeId(0), {}, {}};
    subject.facts.family = u"layout"_s;
    subject.facts.isInserted = true;
    subject.facts.cosine = 0.62;
    subject.facts.threshold = 2.5;
    subject.facts.latency = 0.125;
    return subject;
}

QList<QuerySubject> allSubjects(const Graph& graph)
{
    QList<QuerySubject> subjects;
    for (int i = 0; i < graph.nodeCount(); ++i)
        subjects.append({&graph, NodeId(i), {}, {}});
    subjects.append({&graph, {}, graph.inputs().front(), {}});
    return subjects;
}

} // namespace driftscope::test
