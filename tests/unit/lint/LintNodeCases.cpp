// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LintModels.h"

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

constexpr Severity info = Severity::Info;
constexpr Severity warning = Severity::Warning;
constexpr Severity error = Severity::Error;

/// a_ (Conv), b_ (Relu), d_ (Transpose), y_ (Reshape) in a row.
SubjectChange row(const char* nodeInfo = nullptr)
{
    const SubjectChange net = withNet(
        {{node("Conv", "x w", "a"), node("Relu", "a", "b"), node("Transpose", "b", "d"), node("Reshape", "d c", "y")}});
    const QByteArray text = nodeInfo != nullptr ? QByteArray(nodeInfo) : QByteArray();
    return [net, text](LintSubject& subject) {
        net(subject);
        if (text.isEmpty())
            return;
        QByteArray config = cleanConfig;
        config.replace("  march:", QByteArray("  node_info: " + text + "\n  march:"));
        replaceDocument(subject, *ConfigDocument::fromText(config, u"/nowhere/c.yaml"_s));
    };
}

} // namespace

QList<LintCase> nodeCases()
{
    return {
        {"output-node-unknown", "m.output_nodes=b_;gone", "m.output_nodes=b_", error, row(), row()},
        {"placed-node-unknown", "m.march=bernoulli2|c.run_on_cpu=gone",
         "m.march=bernoulli2|c.run_on_cpu=b_;UNIT_CONV_FOR_b_", warning, row(), row()},
        {"typed-node-unknown", "m.node_info=gone:int16", "m.node_info=b_:int16", warning, row(), row()},
        {"typed-node-unknown", "", "", warning, row("{'/m.1/x': {'InputType': 'int16'}}"),
         row("{'b_': {'InputType': 'int16'}}")},
        {"typed-node-unknown", "m.set_node_data_type=gone:int16", "m.set_node_data_type=b_:int16", warning, row(),
         row()},
        {"node-placed-twice", "m.march=bernoulli2|c.run_on_cpu=a;b|c.run_on_bpu=b",
         "m.march=bernoulli2|c.run_on_cpu=a|c.run_on_bpu=b", error},
        {"many-nodes-on-cpu", "m.march=bernoulli2|c.run_on_cpu=a;b;c", "m.march=bernoulli2|c.run_on_cpu=a;b", warning},
        {"many-nodes-on-cpu", "", "", warning, row("{'a': {'ON': 'CPU'}, 'b': {'ON': 'CPU'}, 'c': {'ON': 'CPU'}}"),
         row("{'a': {'ON': 'CPU'}, 'b': {'ON': 'CPU'}, 'c': {'ON': 'BPU'}}")},
        {"removed-node-unknown", "m.remove_node_name=gone", "m.remove_node_name=y_HzDequantize;y_", warning, row(),
         row()},
        {"removed-node-separator", "m.remove_node_name=y_,d_", "m.remove_node_name=y_;d_", warning, row(), row()},
        {"removed-node-inside", "m.remove_node_name=d_;y_", "m.remove_node_name=y_;d_", warning, row(), row()},
        {"remove-type-unknown", "m.remove_node_type=dequantize", "m.remove_node_type=Dequantize", warning},
        {"remove-type-unknown", "m.remove_node_type=Conv", "m.remove_node_type=Softmax", warning},
        {"remove-softmax-unsupported", "m.march=bernoulli2|m.remove_node_type=Softmax;Dequantize",
         "m.remove_node_type=Softmax", warning},
        {"remove-type-order", "m.remove_node_type=Transpose;Dequantize", "m.remove_node_type=Dequantize;Transpose",
         info},
        {"remove-type-consequence", "m.remove_node_type=Dequantize", "m.remove_node_type=Cast", info},
    };
}

} // namespace driftscope::test
