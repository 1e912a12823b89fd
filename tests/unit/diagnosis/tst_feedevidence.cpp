// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/FeedEvidence.h"
#include "core/diagnosis/hypotheses/PreparedPixels.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

constexpr PictureSize size{16, 16, 3};

InputPort nv12Port()
{
    InputPort port;
    port.name = u"input"_s;
    port.config.typeRt = InputType::Nv12;
    port.config.typeTrain = InputType::Rgb;
    port.size = size;
    return port;
}

/// Strong colours of middling brightness: U and V matter more than the range does.
Tensor colourful()
{
    std::vector<quint8> pixels;
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            pixels.push_back(static_cast<quint8>(x < 8 ? 220 - 2 * y : 70 + 3 * x));
            pixels.push_back(static_cast<quint8>(100 + 4 * y));
            pixels.push_back(static_cast<quint8>(x < 8 ? 40 + 5 * x : 230 - 4 * y));
        }
    }
    return Tensor::fromValues<quint8>({size.height, size.width, 3}, pixels);
}

} // namespace

class tst_FeedEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoCausesOfWhichOneNearlyExplainsIt();
    void oneCauseStaysAlone();

private:
    /// What is found where these causes are true.
    QStringList foundFor(const QStringList& ids);
};

QStringList tst_FeedEvidence::foundFor(const QStringList& ids)
{
    const QList<InputPort> ports{nv12Port()};
    const auto hypotheses = allHypotheses(ports, March::BayesE);
    std::vector<const Hypothesis*> truth;
    for (const QString& id : ids)
        truth.push_back(&*std::ranges::find(hypotheses, id, &Hypothesis::id));
    PreparedSample sample;
    sample.inputs = {InputWay{colourful(), *preparedPixels(colourful(), ports.first()), {}, true}};
    sample.inputs.first().fed = bytesUnder(sample, ports, truth)->first();
    const FeedEvidence evidence = judgeFeed(ports, hypotheses, {sample});
    QStringList found;
    if (evidence.judgement == FeedJudgement::Explained) {
        for (const std::size_t part : evidence.candidates.front().parts)
            found.append(hypotheses[part].id);
    }
    found.sort();
    return found;
}

void tst_FeedEvidence::twoCausesOfWhichOneNearlyExplainsIt()
{
    QCOMPARE(foundFor({u"chroma-order-swapped"_s, u"yuv-range"_s}),
             (QStringList{u"chroma-order-swapped"_s, u"yuv-range"_s}));
}

void tst_FeedEvidence::oneCauseStaysAlone()
{
    for (const QString& id : {u"chroma-order-swapped"_s, u"yuv-range"_s, u"chroma-planar"_s, u"fed-mirrored"_s})
        QCOMPARE(foundFor({id}), QStringList{id});
}

QTEST_GUILESS_MAIN(tst_FeedEvidence)
#include "tst_feedevidence.moc"
