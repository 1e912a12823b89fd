// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"
#include "core/lint/ModelFacts.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct NodeRemovalRules
{
    Q_DECLARE_TR_FUNCTIONS(NodeRemovalRules)
};

const QString removeNodeType = u"model_parameters.remove_node_type"_s;
const QString removeNodeName = u"model_parameters.remove_node_name"_s;

const QStringList& removableTypes()
{
    static const QStringList types{u"Quantize"_s, u"Transpose"_s, u"Dequantize"_s,      u"Cast"_s,
                                   u"Reshape"_s,  u"Softmax"_s,   u"DequantizeFilter"_s};
    return types;
}

void checkTypes(const LintContext& context)
{
    const QStringList written = context.list(removeNodeType);
    for (const QString& type : written) {
        if (removableTypes().contains(type))
            continue;
        const auto meant = std::ranges::find_if(
            removableTypes(), [&](const QString& known) { return known.compare(type, Qt::CaseInsensitive) == 0; });
        std::optional<Fix> fix;
        if (meant != removableTypes().end()) {
            QStringList types = written;
            types.replaceInStrings(type, *meant);
            fix = context.set(removeNodeType, types.join(u';'));
        }
        context.report(Severity::Warning, removeNodeType,
                       NodeRemovalRules::tr("No node of the type %1 will be removed.").arg(type),
                       NodeRemovalRules::tr("The types that can be removed are %1, separated by semicolons.")
                           .arg(removableTypes().join(u", "_s)),
                       lintSource::x3Manual, fix);
    }
}

void checkSoftmaxRemoval(const LintContext& context)
{
    const March march = context.config().march;
    if (!context.list(removeNodeType).contains(u"Softmax"_s) || march == March::BayesE || march == March::Unknown)
        return;
    QStringList types = context.list(removeNodeType);
    types.removeAll(u"Softmax"_s);
    context.report(Severity::Warning, removeNodeType,
                   NodeRemovalRules::tr("Softmax cannot be removed on %1.").arg(marchName(march)),
                   NodeRemovalRules::tr("Only the tools for bayes-e list it among the types that can be removed."),
                   lintSource::x5Manual,
                   types.isEmpty() ? context.remove(removeNodeType) : context.set(removeNodeType, types.join(u';')));
}

/// The toolchain goes through the list once; a Transpose behind a Dequantize touches the border only when that has gone
/// before.
void checkOrder(const LintContext& context)
{
    const QStringList types = context.list(removeNodeType);
    for (const QString& outer : {u"Quantize"_s, u"Dequantize"_s}) {
        const qsizetype at = types.indexOf(outer);
        const auto earlier = std::ranges::find_if(types, [&](const QString& type) {
            const bool shapes = type == "Transpose"_L1 || type == "Reshape"_L1 || type == "Cast"_L1;
            return shapes && types.indexOf(type) < at;
        });
        if (at < 0 || earlier == types.end())
            continue;
        context.report(Severity::Info, removeNodeType,
                       NodeRemovalRules::tr("A %1 that lies inside of a %2 will stay.").arg(*earlier, outer),
                       NodeRemovalRules::tr("Types are taken in the order written, and only nodes that touch an input "
                                            "or output at that moment go. Write the outer type first."),
                       lintSource::x3Manual);
        return;
    }
}

void checkConsequence(const LintContext& context)
{
    const QStringList types = context.list(removeNodeType);
    // A type in the wrong case is another rule's finding; what it is meant to do is the same.
    const auto removes = [&](const QString& type) { return types.contains(type, Qt::CaseInsensitive); };
    QStringList duties;
    if (removes(u"Quantize"_s))
        duties.append(NodeRemovalRules::tr("quantize feature maps that it feeds"));
    if (removes(u"Dequantize"_s))
        duties.append(NodeRemovalRules::tr("multiply integer outputs by their scales, one a channel behind a "
                                           "convolution"));
    if (removes(u"Transpose"_s))
        duties.append(NodeRemovalRules::tr("take the layout that the transposes would have changed"));
    if (removes(u"Softmax"_s))
        duties.append(NodeRemovalRules::tr("calculate the softmax"));
    if (duties.isEmpty())
        return;
    context.report(Severity::Info, removeNodeType,
                   NodeRemovalRules::tr("The program on the board must do what the removed nodes did: %1.")
                       .arg(duties.join(NodeRemovalRules::tr("; "))),
                   NodeRemovalRules::tr("The outputs of the quantized model and of the board then differ by more than "
                                        "rounding, and the toolchain's own verifier may stop working."),
                   lintSource::x3Manual);
}

bool touchesBorder(const Graph& model, NodeId id, const QSet<NodeId>& removed)
{
    const Node& node = model.node(id);
    const bool first = std::ranges::any_of(node.inputs, [&](ValueId value) {
        if (!value.isValid())
            return false;
        return model.value(value).isInput || removed.contains(model.value(value).producer);
    });
    return first || std::ranges::any_of(node.outputs, [&](ValueId value) {
               if (!value.isValid())
                   return false;
               return model.value(value).isOutput || std::ranges::any_of(model.consumers(value), [&](NodeId reader) {
                          return removed.contains(reader);
                      });
           });
}

void checkInside(const LintContext& context)
{
    if (!context.subject().model)
        return;
    const Graph& model = *context.subject().model;
    QSet<NodeId> removed;
    QStringList staying;
    for (const QString& name : context.list(removeNodeName)) {
        const NodeId id = model.findNode(name);
        if (!id.isValid())
            continue;
        if (touchesBorder(model, id, removed))
            removed.insert(id);
        else
            staying.append(name);
    }
    if (staying.isEmpty())
        return;
    context.report(Severity::Warning, removeNodeName,
                   NodeRemovalRules::tr("%1 will not be removed: it touches no input or output.").arg(someOf(staying)),
                   NodeRemovalRules::tr("Names are taken in the order written, and only nodes at the border of what is "
                                        "left can go."),
                   lintSource::x3Manual);
}

} // namespace

QList<NamedCheck> nodeRemovalRules()
{
    return {{"remove-type-unknown"_L1, checkTypes},
            {"remove-softmax-unsupported"_L1, checkSoftmaxRemoval},
            {"remove-type-order"_L1, checkOrder},
            {"remove-type-consequence"_L1, checkConsequence},
            {"removed-node-inside"_L1, checkInside}};
}

} // namespace driftscope
