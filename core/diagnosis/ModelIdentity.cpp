// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/ModelIdentity.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ModelIdentity
{
    Q_DECLARE_TR_FUNCTIONS(ModelIdentity)
};

void compareSetting(QStringList& sentences, const QString& key, const QString& built, const QString& written)
{
    if (built.isEmpty() || written.isEmpty() || built.compare(written, Qt::CaseInsensitive) == 0)
        return;
    sentences.append(ModelIdentity::tr("The .bin was built with %1 %2, the config says %3.").arg(key, built, written));
}

QStringList differingSettings(const BoardModel& board, const ConversionConfig& config)
{
    QStringList sentences;
    compareSetting(sentences, u"march"_s, board.metadata.march(), marchName(config.march));
    for (qsizetype i = 0; i < config.inputs.size(); ++i) {
        const InputConfig& input = config.inputs[i];
        const auto built = [&](const QString& key) { return board.metadata.perInput(key).value(i).trimmed(); };
        compareSetting(sentences, u"input_type_rt"_s, built(u"INPUT_TYPE_RT"_s), inputTypeName(input.typeRt));
        compareSetting(sentences, u"input_type_train"_s, built(u"INPUT_TYPE_TRAIN"_s), inputTypeName(input.typeTrain));
        if (input.typeRt != InputType::Nv12)
            compareSetting(sentences, u"input_layout_rt"_s, built(u"INPUT_LAYOUT_RT"_s), layoutName(input.layoutRt));
    }
    return sentences;
}

/// Numbers that differ by more than what a cast between float types changes.
bool holdSame(const Tensor& a, const Tensor& b)
{
    if (a.bytes() == b.bytes())
        return true;
    const std::vector<float> left = a.toFloats();
    const std::vector<float> right = b.toFloats();
    constexpr float tolerance = 1e-4F;
    return std::ranges::equal(left, right, [](float x, float y) {
        return std::abs(x - y) <= tolerance * std::max(std::abs(x), std::abs(y));
    });
}

} // namespace

IdentityContradictions contradictionsOf(const DiagnosisSubject& subject)
{
    IdentityContradictions found;
    if (!subject.board)
        return found;
    if (subject.config)
        found.settings = differingSettings(*subject.board, *subject.config);
    if (!subject.quantized)
        return found;
    QHash<QString, const Tensor*> constants;
    for (const NamedTensor& constant : subject.quantized->initializers)
        constants.insert(constant.name, &constant.tensor);
    const std::shared_ptr<const Graph> graph = boardGraph(*subject.board);
    for (int i = 0; i < graph->valueCount(); ++i) {
        const ValueId id(i);
        const Tensor* inBoard = graph->value(id).isInitializer ? graph->initializer(id) : nullptr;
        const Tensor* inModel = constants.value(graph->value(id).name);
        if (inBoard == nullptr || inModel == nullptr || inBoard->dataType() != inModel->dataType()
            || inBoard->elementCount() != inModel->elementCount())
            continue;
        ++found.comparedConstants;
        if (holdSame(*inModel, *inBoard))
            continue;
        ++found.differingConstants;
        if (found.firstDiffering.isEmpty())
            found.firstDiffering = graph->value(id).name;
    }
    return found;
}

} // namespace driftscope
