// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/graph/GraphDraft.h"

#include <QHash>

#include <functional>
#include <span>
#include <vector>

/// The execution part of the sandbox: runs the `.bin` files that the sandbox's toolchain packs, with integer kernels of
/// its own, in the way a board does. Start with ExecutionPlan.h (one graph) and BoardExecutor.h (one `.bin`).
namespace driftscope {

/// Values of a node's inputs in the node's order; null for an omitted optional one.
using KernelInputs = std::span<const Tensor* const>;
using KernelOutputs = std::vector<Tensor>;
/// What a node computes. Made once when a model is loaded and called once per frame, from several threads at once.
using Kernel = std::function<Result<KernelOutputs>(KernelInputs)>;

/// A node while its kernel is made: its attributes and those of its inputs that are constants. Kernels may keep a copy
/// for their error messages and the node's attributes (the plan keeps the graph alive), not for the constants.
class NodeContext
{
public:
    NodeContext(const NodeDraft& node, const QHash<QString, Tensor>& constants)
        : m_node(node)
        , m_constants(constants)
    { }

    [[nodiscard]] const NodeDraft& node() const { return m_node; }
    [[nodiscard]] const QHash<QString, Tensor>& constants() const { return m_constants; }
    [[nodiscard]] bool hasInput(qsizetype index) const;
    /// Null when the input is omitted or computed at run time.
    [[nodiscard]] const Tensor* constant(qsizetype index) const;
    /// A constant of integers, or the attribute that older operator sets used for the same thing. Empty when neither.
    [[nodiscard]] std::vector<qint64> integers(qsizetype input, const QString& attribute) const;
    /// First element of a constant of any number type.
    [[nodiscard]] std::optional<float> scalar(qsizetype input) const;

    /// Errors that name the node: what of it this executor does not do, or what of it is wrong.
    [[nodiscard]] tl::unexpected<Error> unsupported(const QString& what) const;
    [[nodiscard]] tl::unexpected<Error> malformed(const QString& what) const;

private:
    const NodeDraft& m_node;
    const QHash<QString, Tensor>& m_constants;
};

/// `axis` counted from the end where negative; -1 when outside the rank.
[[nodiscard]] int normalizedAxis(qint64 axis, int rank);
/// Elements between neighbours along each axis of a dense tensor.
[[nodiscard]] std::vector<qint64> denseStrides(const Shape& shape);
/// Product of the sizes in [from, to).
[[nodiscard]] qint64 sizeBetween(const Shape& shape, int from, int to);

/// Memory for a tensor under construction.
template <typename T> class TensorBuilder
{
public:
    explicit TensorBuilder(Shape shape)
        : m_shape(std::move(shape))
        , m_bytes(m_shape.elementCount() * static_cast<qint64>(sizeof(T)), Qt::Uninitialized)
    { }
    [[nodiscard]] T* data() { return reinterpret_cast<T*>(m_bytes.data()); }
    [[nodiscard]] qint64 size() const { return m_shape.elementCount(); }
    [[nodiscard]] const Shape& shape() const { return m_shape; }
    [[nodiscard]] Tensor take() { return {dataTypeOf<T>, std::move(m_shape), std::move(m_bytes)}; }

private:
    Shape m_shape;
    QByteArray m_bytes;
};

[[nodiscard]] inline KernelOutputs single(Tensor tensor)
{
    KernelOutputs outputs;
    outputs.push_back(std::move(tensor));
    return outputs;
}

} // namespace driftscope
