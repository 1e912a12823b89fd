// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"
#include "core/lint/ModelFacts.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct NodeNameRules
{
    Q_DECLARE_TR_FUNCTIONS(NodeNameRules)
};

const QString outputNodes = u"model_parameters.output_nodes"_s;
const QString removeNodeName = u"model_parameters.remove_node_name"_s;
const QString nodeInfo = u"model_parameters.node_info"_s;
const QString setNodeDataType = u"model_parameters.set_node_data_type"_s;
const QString runOnCpu = u"calibration_parameters.run_on_cpu"_s;
const QString runOnBpu = u"calibration_parameters.run_on_bpu"_s;

/// Names that only nodes have which the toolchain makes: they are in no float model.
bool isMadeByToolchain(const QString& name)
{
    static const QRegularExpression pattern(
        u"HZ_PREPROCESS|Hz[A-Z]|_LayoutConvert|UNIT_CONV_FOR|_quantized|_calibrated|Requantize|_TO_FUSE_SCALE|"
        "transposed_|^replaced_|^reordered_|_reshape_"_s);
    return pattern.match(name).hasMatch();
}

bool isInModel(const Graph& model, const QString& name)
{
    return model.findNode(name).isValid() || isMadeByToolchain(name);
}

QStringList missingFrom(const Graph& model, QStringList names)
{
    names.removeIf([&](const QString& name) { return isInModel(model, name); });
    return names;
}

/// Names before the colon of `node:int16;…`.
QStringList typedNodes(const LintContext& context, const QString& key)
{
    QStringList names;
    for (const QString& item : context.list(key))
        names.append(item.section(u':', 0, -2).trimmed());
    names.removeAll(QString());
    return names;
}

/// Nodes of node_info, written as a map or as text.
QStringList nodesOfInfo(const LintContext& context)
{
    QStringList names = typedNodes(context, nodeInfo);
    const QStringList keys = context.document().keys();
    for (const QString& key : keys) {
        if (key.startsWith(nodeInfo + u'.') && !context.document().value(key)->isScalar)
            names.append(key.sliced(nodeInfo.size() + 1));
    }
    return names;
}

void checkOutputNodes(const LintContext& context)
{
    if (!context.subject().model || !context.isGiven(outputNodes))
        return;
    const QStringList missing = missingFrom(*context.subject().model, context.list(outputNodes));
    if (missing.isEmpty())
        return;
    context.report(Severity::Error, outputNodes,
                   NodeNameRules::tr("The toolchain will stop: the model has no node %1.").arg(someOf(missing)),
                   NodeNameRules::tr("output_nodes takes the names of nodes, not those of tensors, and replaces the "
                                     "model's own outputs."),
                   lintSource::x3Manual);
}

void checkPlacedNodes(const LintContext& context)
{
    if (!context.subject().model)
        return;
    for (const QString& key : {runOnCpu, runOnBpu}) {
        const QStringList missing = missingFrom(*context.subject().model, context.list(key));
        if (missing.isEmpty())
            continue;
        context.report(Severity::Warning, key,
                       NodeNameRules::tr("The model has no node %1, so it stays where it was.").arg(someOf(missing)),
                       NodeNameRules::tr("Names are compared letter by letter with those of the model's nodes."),
                       lintSource::x3Manual);
    }
}

void checkTypedNodes(const LintContext& context)
{
    if (!context.subject().model)
        return;
    const auto check = [&](const QString& key, const QStringList& names) {
        const QStringList missing = missingFrom(*context.subject().model, names);
        if (missing.isEmpty())
            return;
        context.report(Severity::Warning, key,
                       NodeNameRules::tr("The model has no node %1, so nothing changes for it.").arg(someOf(missing)),
                       NodeNameRules::tr("Names are compared letter by letter with those of the model's nodes."),
                       lintSource::x5Manual);
    };
    check(nodeInfo, nodesOfInfo(context));
    check(setNodeDataType, typedNodes(context, setNodeDataType));
}

void checkContradiction(const LintContext& context)
{
    QStringList both = context.list(runOnCpu);
    const QStringList onBpu = context.list(runOnBpu);
    both.removeIf([&](const QString& name) { return !onBpu.contains(name); });
    if (both.isEmpty())
        return;
    context.report(Severity::Error, runOnBpu,
                   NodeNameRules::tr("%1 is asked onto the CPU and onto the BPU.").arg(someOf(both)),
                   NodeNameRules::tr("A node runs in one place. Which of the two keys wins is not documented."),
                   lintSource::x3Manual);
}

void checkManyOnCpu(const LintContext& context)
{
    constexpr qsizetype most = 2;
    qsizetype count = context.list(runOnCpu).size();
    const QStringList keys = context.document().keys();
    count += std::ranges::count_if(keys, [&](const QString& key) {
        return key.startsWith(nodeInfo + u'.') && key.endsWith(".ON"_L1)
            && context.document().scalar(key).trimmed() == "CPU"_L1;
    });
    if (count <= most)
        return;
    context.report(
        Severity::Warning, context.isGiven(runOnCpu) ? runOnCpu : nodeInfo,
        NodeNameRules::tr("%1 nodes are moved to the CPU, which will make the board model much slower.").arg(count),
        NodeNameRules::tr(
            "Each one is enclosed by conversions between integers and floating point, which may even cost "
            "accuracy. The manual advises one or two nodes at the end of the model."),
        lintSource::x5Manual);
}

void checkRemovedNames(const LintContext& context)
{
    if (!context.subject().model)
        return;
    const QStringList missing = missingFrom(*context.subject().model, context.list(removeNodeName));
    if (missing.isEmpty())
        return;
    context.report(Severity::Warning, removeNodeName,
                   NodeNameRules::tr("No node %1 will be removed: the model has none.").arg(someOf(missing)),
                   NodeNameRules::tr("Names are compared letter by letter, with the model's nodes and with those that "
                                     "the toolchain adds at its inputs and outputs."),
                   lintSource::x3Manual);
}

void checkSeparators(const LintContext& context)
{
    const QStringList names = context.list(removeNodeName);
    const bool comma = std::ranges::any_of(names, [](const QString& name) { return name.contains(u','); });
    if (!comma)
        return;
    const QStringList pieces
        = context.document().scalar(removeNodeName).split(QRegularExpression(u"[,;]\\s*"_s), Qt::SkipEmptyParts);
    const std::shared_ptr<const Graph> model = context.subject().model;
    const bool allKnown
        = model && std::ranges::all_of(pieces, [&](const QString& name) { return isInModel(*model, name.trimmed()); });
    std::optional<Fix> fix;
    if (allKnown)
        fix = context.set(removeNodeName, pieces.join(u';'));
    context.report(Severity::Warning, removeNodeName,
                   NodeNameRules::tr("The names of remove_node_name will probably not be found: one holds a comma."),
                   NodeNameRules::tr("Names are separated by semicolons. Nodes whose own names hold a comma or a "
                                     "semicolon cannot be named here; rename them in the model."),
                   lintSource::x5Manual, fix);
}

} // namespace

QList<NamedCheck> nodeNameRules()
{
    return {{"output-node-unknown"_L1, checkOutputNodes},  {"placed-node-unknown"_L1, checkPlacedNodes},
            {"typed-node-unknown"_L1, checkTypedNodes},    {"node-placed-twice"_L1, checkContradiction},
            {"many-nodes-on-cpu"_L1, checkManyOnCpu},      {"removed-node-unknown"_L1, checkRemovedNames},
            {"removed-node-separator"_L1, checkSeparators}};
}

} // namespace driftscope
