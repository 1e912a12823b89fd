// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MatrixCase.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString orNone(const QString& value)
{
    return value.isEmpty() ? u"none"_s : value;
}

/// The manual's table, `train>rt`.
bool isPairInManual(const MatrixInput& input)
{
    static const QSet<QString> pairs{u"yuv444>nv12"_s, u"yuv444>yuv444"_s, u"rgb>nv12"_s,  u"rgb>yuv444"_s,
                                     u"rgb>rgb"_s,     u"rgb>bgr"_s,       u"bgr>nv12"_s,  u"bgr>yuv444"_s,
                                     u"bgr>rgb"_s,     u"bgr>bgr"_s,       u"gray>gray"_s, u"featuremap>featuremap"_s};
    return pairs.contains(input.train + u'>' + input.runtime);
}

QStringList inputObjections(const MatrixInput& input, const QString& march)
{
    QStringList sentences;
    if (input.layoutTrain.isEmpty())
        sentences.append(u"Key 'input_parameters' error:\nMissing keys: 'input_layout_train'"_s);
    if (input.train == "nv12"_L1)
        sentences.append(u"Key 'input_type_train' error:"_s);
    else if (!isPairInManual(input))
        sentences.append(
            u"input_type_rt '%1' does not support input_type_train '%2'"_s.arg(input.runtime, input.train));
    if (march == "bernoulli2"_L1 && input.runtime == "yuv444"_L1 && input.layoutRt == "NCHW"_L1)
        sentences.append(u"input_type_rt yuv444 does not support input_layout_rt NCHW on bernoulli2"_s);
    // The X5 manual refuses it for inputs without four axes only; those before know it for pictures.
    if (input.isFeaturemap() && input.runtime == input.train && march != "bayes-e"_L1
        && (input.hasMean() || input.hasScale()))
        sentences.append(u"norm_type of featuremap input"_s);
    return sentences;
}

} // namespace

bool MatrixInput::isFeaturemap() const
{
    return train == "featuremap"_L1;
}

bool MatrixInput::isYuv() const
{
    return runtime == "nv12"_L1 || runtime == "yuv444"_L1;
}

qint64 MatrixInput::channels() const
{
    return isFeaturemap() ? matrixFeatures : (train == "gray"_L1 ? 1 : 3);
}

bool MatrixInput::hasMean() const
{
    return norm.contains("mean"_L1);
}

bool MatrixInput::hasScale() const
{
    return norm.contains("scale"_L1);
}

QString MatrixCase::name() const
{
    QStringList texts;
    for (const MatrixInput& input : inputs) {
        texts.append(u"%1 to %2, %3 to %4, %5"_s.arg(input.train, input.runtime, orNone(input.layoutTrain),
                                                     orNone(input.layoutRt), input.norm));
    }
    return u"%1, batch %2: %3"_s.arg(march, orNone(batch), texts.join(u" + "_s));
}

const QStringList& matrixMarches()
{
    static const QStringList marches{u"bernoulli2"_s, u"bayes"_s, u"bayes-e"_s};
    return marches;
}

const QStringList& matrixTypes()
{
    static const QStringList types{u"rgb"_s, u"bgr"_s, u"yuv444"_s, u"nv12"_s, u"gray"_s, u"featuremap"_s};
    return types;
}

QList<MatrixInput> everySetting(const QString& train, const QString& runtime)
{
    QList<MatrixInput> inputs;
    for (const QString& layoutTrain : {u"NCHW"_s, u"NHWC"_s, QString()}) {
        for (const QString& layoutRt : {u"NCHW"_s, u"NHWC"_s, QString()}) {
            for (const QString& norm : {u"no_preprocess"_s, u"data_mean"_s, u"data_scale"_s, u"data_mean_and_scale"_s})
                inputs.append({train, runtime, layoutTrain, layoutRt, norm});
        }
    }
    return inputs;
}

QList<MatrixInput> legalInputs(const QString& march)
{
    QList<MatrixInput> legal;
    for (const QString& train : matrixTypes()) {
        for (const QString& runtime : matrixTypes())
            legal.append(everySetting(train, runtime));
    }
    legal.removeIf([&](const MatrixInput& input) { return !inputObjections(input, march).isEmpty(); });
    return legal;
}

QStringList manualObjections(const MatrixCase& given)
{
    QStringList sentences;
    for (const MatrixInput& input : given.inputs)
        sentences.append(inputObjections(input, given.march));
    // The manual of the X3 and the RDK Ultra allows input_batch for a single input; the X5's applies it to all.
    if (given.frames() > 1 && given.inputs.size() > 1 && given.march != "bayes-e"_L1)
        sentences.append(u"input_batch %1 is only supported for models with one input"_s.arg(given.batch));
    return sentences;
}

} // namespace driftscope
