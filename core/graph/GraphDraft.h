// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/NodeDraft.h"

namespace driftscope {

/// An operator that the model itself defines by a graph of others.
struct FunctionDraft
{
    QString domain;
    QString name; ///< the op type of the nodes that call it
    QString overload = {};
    QString doc = {};
    QStringList inputs = {};
    QStringList outputs = {};
    QStringList attributes = {}; ///< those that a call must give
    QList<Attribute> defaults = {}; ///< those that it may give
    QList<NodeDraft> nodes = {};
    QList<ValueDraft> values = {};
    QList<OpsetImport> opsets = {};
    TextPairs metadata = {};
    QByteArray unread = {}; ///< what the file says beyond that, kept to be written back

    /// What the function computes, as a graph that can be shown; types of inputs and outputs are known only from
    /// `values`.
    [[nodiscard]] GraphDraft body() const;
};

/// A network that may be changed: what the ONNX reader fills, optimizers rewrite and the ONNX writer writes. Everything
/// else works on the immutable Graph made from it.
struct GraphDraft
{
    QString name;
    QList<NodeDraft> nodes;
    QList<ValueDraft> inputs; ///< without initializers
    QList<ValueDraft> outputs;
    QList<ValueDraft> values; ///< known types of values in between
    QList<NamedTensor> initializers;
    QList<OpsetImport> opsets;
    qint64 irVersion = 0;
    QString producer;
    QString producerVersion;
    TextPairs metadata;
    QList<FunctionDraft> functions = {}; ///< of a whole model; a subgraph has none of its own
    QList<SparseTensor> sparseInitializers = {};
    QStringList externalFiles = {}; ///< beside the model, that its weights were found in; not written
    QString doc = {}; ///< the graph's, as `modelDoc` is the file's
    QString modelDoc = {};
    QString modelDomain = {};
    qint64 modelVersion = 0;
    QByteArray unreadOfGraph = {}; ///< what the file says beyond that, kept to be written back
    QByteArray unreadOfModel = {};

    [[nodiscard]] const Tensor* initializer(const QString& valueName) const; ///< linear search; build a hash for loops
    /// The model's own definition of a node's operator; null where there is none.
    [[nodiscard]] const FunctionDraft* function(const NodeDraft& node) const;
    [[nodiscard]] qint64 opsetVersion(const QString& domain = {}) const; ///< 0 when not imported
};

/// The definition of one operator among `functions`; null where there is none.
[[nodiscard]] const FunctionDraft* findFunction(const QList<FunctionDraft>& functions, const QString& domain,
                                                const QString& name, const QString& overload = {});

} // namespace driftscope
