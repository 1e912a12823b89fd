// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SyntheticNetworks.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

constexpr std::array familyNames{"chain"_L1, "residual"_L1, "transformer"_L1, "parallel"_L1};

class NetworkWriter
{
public:
    explicit NetworkWriter(const NetworkSpec& spec)
        : m_spec(spec)
    {
        m_draft.name = specText(spec);
        m_draft.opsets = {{QString(), 13}};
        m_draft.irVersion = 7;
        m_draft.inputs.append({u"input"_s, DataType::Float32, shape()});
        for (int i = 0; i < spec.sharedValues; ++i)
            m_draft.inputs.append({sharedName(i), DataType::Float32, shape()});
    }

    GraphDraft write()
    {
        m_tracks.fill(u"input"_s, m_spec.family == NetworkFamily::Parallel ? 100 : 1);
        qsizetype nodesOfBlock = 0;
        for (int block = 0; block == 0 || m_draft.nodes.size() + nodesOfBlock <= m_spec.nodes; ++block) {
            m_prefix = u"/layers.%1/"_s.arg(block);
            addBlock();
            nodesOfBlock = block == 0 ? m_draft.nodes.size() : nodesOfBlock;
        }
        m_prefix = u"/"_s;
        const QString last = m_tracks.size() == 1 ? m_tracks.first() : add(u"Concat"_s, u"Concat"_s, m_tracks);
        if (m_tracks.size() > 1)
            m_draft.nodes.last().attributes = {{u"axis"_s, qint64{1}}};
        m_draft.outputs.append({last, DataType::Float32, shape()});
        return std::move(m_draft);
    }

private:
    static Shape shape() { return {1, 64, 56, 56}; }
    static QString sharedName(int index) { return u"shared_%1"_s.arg(index); }

    QString add(const QString& name, const QString& opType, const QStringList& inputs)
    {
        NodeDraft node;
        node.name = m_prefix + name;
        node.opType = opType;
        node.inputs = inputs;
        node.outputs = {node.name + u"_output_0"_s};
        m_draft.nodes.append(node);
        m_draft.values.append({node.outputs.first(), DataType::Float32, shape()});
        return node.outputs.first();
    }

    QString weight(const QString& name)
    {
        const QString full = m_prefix + name;
        m_draft.initializers.append({full, m_weight});
        return full;
    }

    void addBlock()
    {
        QString& last = m_tracks.first();
        for (int i = 0; i < m_spec.sharedValues; ++i)
            last = add(u"shared_%1/Mul"_s.arg(i), u"Mul"_s, {last, sharedName(i)});
        switch (m_spec.family) {
        case NetworkFamily::Chain:
            for (int i = 0; i < 4; ++i)
                last = convolution(u"conv%1"_s.arg(i), last);
            break;
        case NetworkFamily::Residual:
            last = residualBlock(last);
            break;
        case NetworkFamily::Transformer:
            last = transformerBlock(last);
            break;
        case NetworkFamily::Parallel:
            addParallelBlock();
            break;
        }
    }

    void addParallelBlock()
    {
        for (qsizetype i = 0; i < m_tracks.size(); ++i)
            m_tracks[i] = add(u"track%1/Relu"_s.arg(i), u"Relu"_s, {convolution(u"track%1"_s.arg(i), m_tracks[i])});
        for (qsizetype i = 0; i + 1 < m_tracks.size(); i += 5)
            m_tracks[i] = add(u"track%1/Add"_s.arg(i), u"Add"_s, {m_tracks[i], m_tracks[i + 1]});
    }

    QString convolution(const QString& name, const QString& input)
    {
        return add(name + u"/Conv"_s, u"Conv"_s, {input, weight(name + u".weight"_s), weight(name + u".bias"_s)});
    }

    QString linear(const QString& name, const QString& input)
    {
        const QString product = add(name + u"/MatMul"_s, u"MatMul"_s, {input, weight(name + u".weight"_s)});
        return add(name + u"/Add"_s, u"Add"_s, {product, weight(name + u".bias"_s)});
    }

    QString residualBlock(const QString& input)
    {
        const QString first = add(u"relu1/Relu"_s, u"Relu"_s, {convolution(u"conv1"_s, input)});
        const QString sum = add(u"Add"_s, u"Add"_s, {convolution(u"conv2"_s, first), input});
        return add(u"relu2/Relu"_s, u"Relu"_s, {sum});
    }

    QString norm(const QString& name, const QString& input)
    {
        const QString p = name + u'/';
        const QString mean = add(p + u"ReduceMean"_s, u"ReduceMean"_s, {input});
        const QString centred = add(p + u"Sub"_s, u"Sub"_s, {input, mean});
        const QString squared = add(p + u"Pow"_s, u"Pow"_s, {centred, weight(p + u"two"_s)});
        const QString variance = add(p + u"ReduceMean_1"_s, u"ReduceMean"_s, {squared});
        const QString shifted = add(p + u"Add"_s, u"Add"_s, {variance, weight(p + u"epsilon"_s)});
        const QString normed = add(p + u"Div"_s, u"Div"_s, {centred, add(p + u"Sqrt"_s, u"Sqrt"_s, {shifted})});
        return add(p + u"Add_1"_s, u"Add"_s,
                   {add(p + u"Mul"_s, u"Mul"_s, {normed, weight(p + u"weight"_s)}), weight(p + u"bias"_s)});
    }

    QString head(const QString& name, const QString& input)
    {
        const QString split
            = add(name + u"/Reshape"_s, u"Reshape"_s, {linear(name, input), weight(name + u".shape"_s)});
        return add(name + u"/Transpose"_s, u"Transpose"_s, {split});
    }

    QString transformerBlock(const QString& input)
    {
        const QString normed = norm(u"norm1"_s, input);
        const QString query = head(u"attn/q"_s, normed);
        const QString key = head(u"attn/k"_s, normed);
        const QString value = head(u"attn/v"_s, normed);
        const QString scores = add(u"attn/MatMul"_s, u"MatMul"_s, {query, key});
        const QString scaled = add(u"attn/Mul"_s, u"Mul"_s, {scores, weight(u"attn.scale"_s)});
        const QString mixed
            = add(u"attn/MatMul_1"_s, u"MatMul"_s, {add(u"attn/Softmax"_s, u"Softmax"_s, {scaled}), value});
        const QString joined = add(u"attn/Reshape"_s, u"Reshape"_s,
                                   {add(u"attn/Transpose"_s, u"Transpose"_s, {mixed}), weight(u"attn.shape"_s)});
        const QString attended = add(u"Add"_s, u"Add"_s, {input, linear(u"attn/proj"_s, joined)});
        const QString hidden = linear(u"mlp/fc1"_s, norm(u"norm2"_s, attended));
        const QString gate = add(u"mlp/act/Sigmoid"_s, u"Sigmoid"_s, {hidden});
        const QString active = add(u"mlp/act/Mul"_s, u"Mul"_s, {hidden, gate});
        return add(u"Add_1"_s, u"Add"_s, {attended, linear(u"mlp/fc2"_s, active)});
    }

    NetworkSpec m_spec;
    GraphDraft m_draft;
    QString m_prefix;
    QStringList m_tracks; ///< where the network is being continued
    Tensor m_weight = Tensor::fromValues(Shape{4}, std::vector{0.5F, 0.25F, 0.125F, 1.0F});
};

} // namespace

QString specText(const NetworkSpec& spec)
{
    QString text = familyNames[static_cast<std::size_t>(spec.family)] + u':' + QString::number(spec.nodes);
    if (spec.sharedValues > 0)
        text += u'+' + QString::number(spec.sharedValues);
    return text;
}

std::optional<NetworkSpec> specFromText(const QString& text)
{
    static const QRegularExpression form(u"^([a-z]+):(\\d+)(?:\\+(\\d+))?$"_s);
    const auto match = form.match(text);
    const auto* const family = std::find(familyNames.begin(), familyNames.end(), match.capturedView(1));
    if (!match.hasMatch() || family == familyNames.end())
        return std::nullopt;
    return NetworkSpec{static_cast<NetworkFamily>(family - familyNames.begin()), match.captured(2).toInt(),
                       match.captured(3).toInt()};
}

GraphDraft syntheticNetwork(const NetworkSpec& spec)
{
    return NetworkWriter(spec).write();
}

} // namespace driftscope::test
