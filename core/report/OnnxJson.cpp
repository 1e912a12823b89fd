// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/OnnxJson.h"

#include "core/report/JsonParts.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Walks over everything that a model holds, subgraphs and functions included.
class Inventory
{
public:
    void add(const GraphDraft& graph, int depth)
    {
        for (const NamedTensor& initializer : graph.initializers)
            add(initializer.tensor);
        for (const SparseTensor& sparse : graph.sparseInitializers)
            add(sparse.values);
        add(graph.nodes, depth);
    }

    void add(const QList<NodeDraft>& nodes, int depth)
    {
        for (const NodeDraft& node : nodes) {
            for (const Attribute& attribute : node.attributes)
                add(node, attribute, depth);
        }
    }

    [[nodiscard]] const QJsonArray& subgraphs() const { return m_subgraphs; }
    [[nodiscard]] QJsonObject weights(const QStringList& externalFiles) const
    {
        QJsonObject types;
        for (auto it = m_types.cbegin(); it != m_types.cend(); ++it)
            types.insert(it.key(), it.value());
        return {{u"tensors"_s, m_tensors},
                {u"bytes"_s, m_bytes},
                {u"dtypes"_s, types},
                {u"external_files"_s, stringsJson(externalFiles)}};
    }

private:
    void add(const Tensor& tensor)
    {
        ++m_tensors;
        m_bytes += tensor.byteCount();
        ++m_types[dataTypeName(tensor.dataType())];
    }

    void add(const NodeDraft& node, const Attribute& attribute, int depth)
    {
        if (const auto* tensor = std::get_if<Tensor>(&attribute.value); tensor != nullptr)
            add(*tensor);
        if (const auto* body = std::get_if<std::shared_ptr<const GraphDraft>>(&attribute.value); body != nullptr)
            addSubgraph(node, attribute.name, **body, depth);
        if (const auto* bodies = std::get_if<QList<std::shared_ptr<const GraphDraft>>>(&attribute.value)) {
            for (const auto& each : *bodies)
                addSubgraph(node, attribute.name, *each, depth);
        }
    }

    void addSubgraph(const NodeDraft& node, const QString& attribute, const GraphDraft& body, int depth)
    {
        m_subgraphs.append(QJsonObject{{u"node"_s, node.name},
                                       {u"op_type"_s, node.opType},
                                       {u"attribute"_s, attribute},
                                       {u"depth"_s, depth + 1},
                                       {u"node_count"_s, body.nodes.size()}});
        add(body, depth + 1);
    }

    QJsonArray m_subgraphs;
    QMap<QString, int> m_types;
    int m_tensors = 0;
    qint64 m_bytes = 0;
};

} // namespace

QJsonObject onnxContentJson(const GraphDraft& draft)
{
    Inventory inventory;
    inventory.add(draft, 0);
    QJsonArray functions;
    for (const FunctionDraft& function : draft.functions) {
        inventory.add(function.nodes, 0);
        functions.append(QJsonObject{{u"domain"_s, function.domain},
                                     {u"name"_s, function.name},
                                     {u"overload"_s, function.overload},
                                     {u"inputs"_s, stringsJson(function.inputs)},
                                     {u"outputs"_s, stringsJson(function.outputs)},
                                     {u"node_count"_s, function.nodes.size()}});
    }
    return {{u"functions"_s, functions},
            {u"subgraphs"_s, inventory.subgraphs()},
            {u"weights"_s, inventory.weights(draft.externalFiles)}};
}

} // namespace driftscope
