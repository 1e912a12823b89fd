// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The quantized model beside the board, output by output, as JSON.
#include "core/report/Json.h"

#include "core/report/JsonParts.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QJsonValue firstJson(const FirstDifference& first)
{
    if (first.index < 0)
        return QJsonValue::Null;
    QJsonArray place;
    for (const qint64 index : first.place)
        place.append(index);
    return QJsonObject{{u"index"_s, first.index},
                       {u"place"_s, place},
                       {u"reference"_s, numberJson(first.reference)},
                       {u"candidate"_s, numberJson(first.candidate)}};
}

QJsonObject agreementJson(const OutputAgreement& output)
{
    const bool isCompared = output.agreement != Agreement::NotCompared;
    const auto known
        = [isCompared](const QJsonValue& value) { return isCompared ? value : QJsonValue(QJsonValue::Null); };
    return {{u"name"_s, output.name},
            {u"result"_s, agreementName(output.agreement)},
            {u"reason"_s, output.reason},
            {u"cosine"_s, known(numberJson(output.metrics.cosine))},
            {u"max_abs"_s, known(numberJson(output.metrics.maximumAbsoluteError))},
            {u"same_values"_s, known(output.metrics.sameValues)},
            {u"elements"_s, output.elements},
            {u"unequal"_s, output.unequal},
            {u"beyond_tolerance"_s, output.beyond},
            {u"first_difference"_s, firstJson(output.first)}};
}

QJsonObject sumJson(const VerifiedOutput& output, const VerifiedModel& model)
{
    const VerifiedSample& worst = model.samples[output.worstSample];
    return {{u"name"_s, output.name},
            {u"result"_s, agreementName(output.agreement)},
            {u"equal"_s, output.equal},
            {u"close"_s, output.close},
            {u"differs"_s, output.differing},
            {u"not_compared"_s, output.notCompared},
            {u"cosine"_s, numberJson(output.leastCosine)},
            {u"max_abs"_s, numberJson(output.largestError)},
            {u"same_values"_s, output.sameValues},
            {u"worst_sample"_s, output.worstSample},
            {u"worst_files"_s, QJsonArray::fromStringList(worst.files)}};
}

QJsonObject modelJson(const VerifiedModel& model)
{
    QJsonArray outputs;
    for (const VerifiedOutput& output : model.outputs())
        outputs.append(sumJson(output, model));
    QJsonArray samples;
    for (const VerifiedSample& sample : model.samples) {
        QJsonArray found;
        for (const OutputAgreement& output : sample.outputs)
            found.append(agreementJson(output));
        samples.append(QJsonObject{{u"files"_s, QJsonArray::fromStringList(sample.files)}, {u"outputs"_s, found}});
    }
    return {{u"name"_s, model.name},       {u"quantized"_s, model.quantizedFile},
            {u"board"_s, model.boardFile}, {u"agrees"_s, model.agrees()},
            {u"outputs"_s, outputs},       {u"samples"_s, samples}};
}

} // namespace

QJsonObject verificationJson(const QList<VerifiedModel>& models, const AgreementTolerance& tolerance)
{
    QJsonArray array;
    bool agrees = true;
    for (const VerifiedModel& model : models) {
        array.append(modelJson(model));
        agrees = agrees && model.agrees();
    }
    return {{u"agrees"_s, agrees},
            {u"tolerance"_s, QJsonObject{{u"absolute"_s, tolerance.absolute}, {u"relative"_s, tolerance.relative}}},
            {u"models"_s, array}};
}

} // namespace driftscope
