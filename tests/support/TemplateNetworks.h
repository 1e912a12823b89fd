// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigTemplate.h"
#include "tests/unit/sandbox/TinyModel.h"

namespace driftscope::test {

/// Small networks of every shape of input that templates are made for, by name.
struct TemplateNetwork
{
    const char* name;
    GraphDraft draft;
};

constexpr qint64 templateHeight = 12;
constexpr qint64 templateWidth = 16;

/// input → Conv → Relu → pooled to 8 numbers
inline QString addPictureBranch(GraphDraft& draft, const QString& input, qint64 channels, bool isNhwc = false)
{
    const QByteArray n = input.toLatin1();
    QByteArray source = n;
    if (isNhwc) {
        source = n + "_planar";
        draft.nodes.append(makeNode(text("Transpose"), input + text("_to_nchw"), {input}, {QString::fromLatin1(source)},
                                    {{text("perm"), QList<qint64>{0, 3, 1, 2}}}));
    }
    const QByteArray name = n + "_conv";
    const QByteArray output = n + "_c";
    addConv(draft, name.constData(), source.constData(), output.constData(), channels, 8);
    draft.nodes.append(makeNode(text("Relu"), input + text("_relu"), {input + text("_c")}, {input + text("_r")}));
    draft.nodes.append(
        makeNode(text("GlobalAveragePool"), input + text("_pool"), {input + text("_r")}, {input + text("_p")}));
    draft.nodes.append(makeNode(text("Flatten"), input + text("_flatten"), {input + text("_p")}, {input + text("_f")}));
    return input + text("_f");
}

inline void addHead(GraphDraft& draft, const QString& from, qint64 width)
{
    addConstant(draft, text("fc.w"), noise(Shape{5, width}, 50));
    addConstant(draft, text("fc.b"), noise(Shape{5}, 51));
    draft.nodes.append(makeNode(text("Gemm"), text("fc"), {from, text("fc.w"), text("fc.b")}, {text("out")},
                                {{text("transB"), qint64(1)}}));
    draft.outputs.first().shape = Shape{1, 5};
}

inline GraphDraft pictureNetwork(const Shape& shape, qint64 channels, bool isNhwc = false)
{
    GraphDraft draft = emptyModel(shape);
    addHead(draft, addPictureBranch(draft, text("data"), channels, isNhwc), 8);
    return draft;
}

/// A colour picture, a gray one and a featuremap of six channels, added.
inline GraphDraft mixedNetwork()
{
    GraphDraft draft = emptyModel(Shape{1, 3, templateHeight, templateWidth});
    draft.inputs.append({text("depth"), DataType::Float32, Shape{1, 1, templateHeight, templateWidth}});
    draft.inputs.append({text("radar"), DataType::Float32, Shape{1, 6, 4, 4}});
    const QString first = addPictureBranch(draft, text("data"), 3);
    const QString second = addPictureBranch(draft, text("depth"), 1);
    const QString third = addPictureBranch(draft, text("radar"), 6);
    draft.nodes.append(makeNode(text("Add"), text("add1"), {first, second}, {text("sum1")}));
    draft.nodes.append(makeNode(text("Add"), text("add2"), {text("sum1"), third}, {text("sum2")}));
    addHead(draft, text("sum2"), 8);
    return draft;
}

inline QList<TemplateNetwork> templateNetworks()
{
    GraphDraft flat = emptyModel(Shape{1, 16});
    addHead(flat, text("data"), 16);
    return {{"one channel", pictureNetwork(Shape{1, 1, templateHeight, templateWidth}, 1)},
            {"three channels, NCHW", pictureNetwork(Shape{1, 3, templateHeight, templateWidth}, 3)},
            {"three channels, NHWC", pictureNetwork(Shape{1, templateHeight, templateWidth, 3}, 3, true)},
            {"features of four axes", pictureNetwork(Shape{1, 6, 4, 4}, 6)},
            {"features of two axes", flat},
            {"three mixed inputs", mixedNetwork()}};
}

/// Every way to feed a network: each case of each input in turn, the others as guessed, each with each normalization.
inline QList<QList<TemplateInput>> templateChoices(const QList<TemplateInput>& guessed, March march)
{
    QList<QList<TemplateInput>> choices;
    for (qsizetype i = 0; i < guessed.size(); ++i) {
        for (const QString& id : possibleTemplateCases(guessed[i].shape, guessed[i].layout, march)) {
            for (const TemplateNorm norm : possibleTemplateNorms(*findTemplateCase(id))) {
                choices.append(guessed);
                choices.last()[i].caseId = id;
                choices.last()[i].norm = norm;
            }
        }
    }
    return choices;
}

/// `rgb imagenet; featuremap none`
inline QByteArray templateLabel(const QList<TemplateInput>& inputs)
{
    QStringList words;
    for (const TemplateInput& input : inputs)
        words.append(input.caseId + u' ' + templateNormName(input.norm));
    return words.join(text("; ")).toLatin1();
}

} // namespace driftscope::test
