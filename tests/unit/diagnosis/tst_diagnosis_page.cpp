// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every cause that can be named stands on the page about the diagnosis.
#include "core/diagnosis/Hypothesis.h"
#include "core/diagnosis/TrainingVariants.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

InputPort port(InputType type, TensorLayout layout)
{
    InputPort port;
    port.name = u"input"_s;
    port.config.typeTrain = InputType::Rgb;
    port.config.typeRt = type;
    port.config.norm = NormType::DataMeanAndScale;
    port.config.mean = {1, 2, 3};
    port.config.scale = {0.1, 0.2, 0.3};
    port.size = {20, 20, type == InputType::Gray ? 1 : 3};
    port.shape = {1, 2, 20, 20};
    port.declared = layout;
    return port;
}

/// `interpolation-nearest`, `-area` on the page stand for `interpolation-nearest` and `interpolation-area`.
QSet<QString> idsOn(const QString& page)
{
    QSet<QString> ids;
    QString last;
    static const QRegularExpression code(u"`(-?[a-z0-9-]+)`"_s);
    for (auto match = code.globalMatch(page); match.hasNext();) {
        const QString id = match.next().captured(1);
        if (id.startsWith(u'-'))
            ids.insert(last.section(u'-', 0, 0) + id);
        else
            ids.insert(last = id);
    }
    return ids;
}

} // namespace

class tst_DiagnosisPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryCause();
    void everyHypothesisExplainsItself();
};

void tst_DiagnosisPage::namesEveryCause()
{
    QFile file(QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/docs/diagnosis.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QSet<QString> known = idsOn(QString::fromUtf8(file.readAll()));
    QSet<QString> ids;
    for (const InputType type :
         {InputType::Rgb, InputType::Bgr, InputType::Gray, InputType::Nv12, InputType::Yuv444, InputType::Featuremap}) {
        for (const TensorLayout layout : {TensorLayout::NHWC, TensorLayout::NCHW}) {
            const QList<InputPort> ports{port(type, layout), port(type, layout)};
            for (const Hypothesis& hypothesis : allHypotheses(ports, March::BayesE))
                ids.insert(hypothesis.id);
            for (const TrainingVariant& variant : trainingVariants(ports))
                ids.insert(variant.id);
        }
    }
    QVERIFY(ids.size() > 40);
    for (const QString& id : ids)
        QVERIFY2(known.contains(id), qPrintable(id));
}

void tst_DiagnosisPage::everyHypothesisExplainsItself()
{
    const QList<InputPort> ports{port(InputType::Nv12, TensorLayout::NHWC), port(InputType::Rgb, TensorLayout::NCHW),
                                 port(InputType::Featuremap, TensorLayout::NCHW)};
    for (const Hypothesis& hypothesis : allHypotheses(ports, March::Bernoulli2)) {
        for (const QString& text : {hypothesis.title, hypothesis.sentence, hypothesis.advice, hypothesis.disprove})
            QVERIFY2(!text.isEmpty() && !text.contains(u'%'), qPrintable(hypothesis.id));
        QVERIFY2(hypothesis.sentence.endsWith(u'.'), qPrintable(hypothesis.id));
        QVERIFY(hypothesis.showsInBytes() || hypothesis.read || hypothesis.report);
    }
}

QTEST_GUILESS_MAIN(tst_DiagnosisPage)
#include "tst_diagnosis_page.moc"
