// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/BoardExecutor.h"

#include "core/onnx/OnnxReader.h"
#include "core/sandbox/execution/ExecutionText.h"
#include "core/sandbox/execution/FrameBatch.h"

#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qsizetype magicSize = 8;

/// What follows the eight bytes of the hbm magic.
QByteArrayView afterMagic(const QByteArray& code)
{
    return code.size() < magicSize ? QByteArrayView() : QByteArrayView(code).sliced(magicSize);
}

bool isPackedBySandbox(const QByteArray& code)
{
    return afterMagic(code).startsWith(QByteArrayView(packedCodeMarker.data(), packedCodeMarker.size()));
}

/// The compiled code of a BPU node: the constant among its inputs, else by the order of BPU nodes, as published files
/// have it.
const Tensor* packedCode(const BoardModel& model, const NodeDraft& node, int index)
{
    for (const QString& input : node.inputs) {
        if (input.startsWith(packedModelConstant)) {
            if (const Tensor* constant = model.graph.initializer(input); constant != nullptr)
                return constant;
        }
    }
    const QString name
        = index == 0 ? QString(packedModelConstant) : packedModelConstant + u'_' + QString::number(index);
    const Tensor* constant = model.graph.initializer(name);
    return constant != nullptr ? constant : model.graph.initializer(packedModelConstant);
}

Result<std::shared_ptr<const ExecutionPlan>> compilePart(const BoardModel& model, const NodeDraft& node, int index)
{
    const Tensor* code = packedCode(model, node, index);
    if (code == nullptr)
        return failure(ErrorKind::Malformed,
                       ExecutionText::tr("The model holds no code for BPU node “%1”.").arg(node.name));
    std::optional<Result<GraphDraft>> graph = openPackedCode(code->bytes(), node.name);
    if (!graph) {
        return failure(
            ErrorKind::Unsupported,
            ExecutionText::tr("“%1” holds BPU code compiled by the vendor's toolchain, which only a real board can "
                              "run; the sandbox board runs what driftscope-mapper builds.")
                .arg(model.name));
    }
    if (!*graph)
        return forward(*graph);
    PlanOptions options;
    options.fuseGroups = true;
    options.allowFloat = false;
    options.bpuPart = node.name;
    return ExecutionPlan::compile(std::move(**graph), options);
}

/// Frames that one run takes, from the build's input_batch.
qint64 batchOf(const BoardModel& model)
{
    return std::max(model.metadata.value(u"INPUT_BATCH"_s).toLongLong(), 1LL);
}

/// What the model declares, for one frame. Fails where a first axis is no multiple of the batch.
Result<GraphDraft> frameGraph(const BoardModel& model, qint64 batch)
{
    GraphDraft graph = model.graph;
    for (QList<ValueDraft>* values : {&graph.inputs, &graph.outputs, &graph.values}) {
        for (ValueDraft& value : *values) {
            if (!value.shape || batch == 1)
                continue;
            std::vector<qint64> sizes = value.shape->sizes();
            if (sizes.empty() || sizes.front() % batch != 0) {
                return failure(
                    ErrorKind::Malformed,
                    ExecutionText::tr("“%1” was built for a batch of %2, but its tensor “%3” has the shape %4.")
                        .arg(model.name)
                        .arg(batch)
                        .arg(value.name, value.shape->toString()));
            }
            sizes.front() /= batch;
            value.shape = Shape(sizes);
        }
    }
    return graph;
}

} // namespace

std::optional<Result<GraphDraft>> openPackedCode(const QByteArray& code, const QString& name)
{
    if (!isPackedBySandbox(code))
        return std::nullopt;
    const QByteArrayView rest = afterMagic(code).sliced(packedCodeMarker.size());
    const auto headSize = static_cast<qsizetype>(sizeof(quint64));
    const quint64 length = rest.size() < headSize ? 0 : qFromLittleEndian<quint64>(rest.data());
    if (length == 0 || length > static_cast<quint64>(rest.size() - headSize)) {
        return Result<GraphDraft>(failure(
            ErrorKind::Malformed, ExecutionText::tr("The code packed for BPU node “%1” is cut short.").arg(name)));
    }
    OnnxReadOptions options;
    options.inferShapes = false;
    return parseOnnx(rest.sliced(headSize, static_cast<qsizetype>(length)).toByteArray(), name, options);
}

bool isSandboxModel(const BoardModel& model)
{
    int index = 0;
    for (const NodeDraft& node : model.graph.nodes) {
        if (node.opType != "BPU"_L1)
            continue;
        const Tensor* code = packedCode(model, node, index++);
        if (code == nullptr || !isPackedBySandbox(code->bytes()))
            return false;
    }
    return true;
}

Result<BoardExecutor> BoardExecutor::load(const BoardModel& model)
{
    PlanOptions options;
    options.trustDeclaredShapes = true;
    int index = 0;
    for (const NodeDraft& node : model.graph.nodes) {
        if (node.opType != "BPU"_L1)
            continue;
        const auto part = compilePart(model, node, index++);
        if (!part)
            return forward(part);
        options.parts.insert(node.name, *part);
    }
    BoardExecutor executor;
    executor.m_batch = batchOf(model);
    auto graph = frameGraph(model, executor.m_batch);
    if (!graph)
        return forward(graph);
    const auto plan = ExecutionPlan::compile(std::move(*graph), options);
    if (!plan)
        return forward(plan);
    executor.m_plan = *plan;
    return executor;
}

Result<std::vector<Tensor>> BoardExecutor::run(std::span<const Tensor> inputs, const StepObserver& observer) const
{
    return m_batch == 1 ? m_plan->run(inputs, observer) : runFrames(*m_plan, m_batch, inputs, observer);
}

} // namespace driftscope
