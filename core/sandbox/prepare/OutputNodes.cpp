// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/prepare/OutputNodes.h"

#include "core/sandbox/draft/DraftEdit.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

Result<void> replaceOutputs(GraphDraft& draft, const QStringList& nodes, const ValueShapes& shapes)
{
    QList<ValueDraft> outputs;
    for (const QString& name : nodes) {
        const auto node = std::ranges::find(draft.nodes, name, &NodeDraft::name);
        if (node == draft.nodes.end())
            return failure(ErrorKind::NotFound, u"output_nodes: node '%1' does not exist in the model"_s.arg(name));
        for (const QString& value : node->outputs) {
            const bool isListed = std::ranges::find(outputs, value, &ValueDraft::name) != outputs.end();
            if (value.isEmpty() || isListed)
                continue;
            ValueDraft output{value, shapes.isKnown(value) ? shapes.type(value) : DataType::Float32, std::nullopt};
            if (shapes.isKnown(value))
                output.shape = shapes.shape(value);
            outputs.append(output);
        }
    }
    if (outputs.isEmpty())
        return {};
    draft.outputs = outputs;
    draft.values.removeIf([&](const ValueDraft& value) {
        return std::ranges::find(outputs, value.name, &ValueDraft::name) != outputs.end();
    });
    removeUnused(draft);
    return {};
}

} // namespace driftscope
