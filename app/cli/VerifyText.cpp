// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/VerifyText.h"

#include "app/cli/Columns.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

/// `[0, 3, 1]: 0.25 != 0.5`
QString firstText(const FirstDifference& first)
{
    if (first.index < 0)
        return u"-"_s;
    QStringList place;
    for (const qint64 index : first.place)
        place.append(QString::number(index));
    return u"[%1]: %2 != %3"_s.arg(place.join(u", "_s)).arg(first.reference, 0, 'g', 6).arg(first.candidate, 0, 'g', 6);
}

QStringList lineOf(const VerifiedOutput& output, qsizetype index, const VerifiedModel& model)
{
    const VerifiedSample& sample = model.samples[output.worstSample];
    const OutputAgreement& worst = sample.outputs[index];
    QStringList cells{{}, output.name, agreementName(output.agreement)};
    for (const int count : {output.equal, output.close, output.differing})
        cells.append(QString::number(count));
    if (worst.agreement == Agreement::NotCompared)
        return cells << u"-"_s << u"-"_s << u"-"_s << u"-"_s << worst.reason << QString();
    return cells << QString::number(output.leastCosine, 'f', 6) << QString::number(output.largestError, 'g', 4)
                 << (output.sameValues ? u"yes"_s : u"no"_s) << u"%1 of %2"_s.arg(worst.unequal).arg(worst.elements)
                 << firstText(worst.first) << QFileInfo(sample.files.value(0)).fileName();
}

} // namespace

QString verifiedText(const VerifiedModel& model)
{
    QList<QStringList> lines{{{},
                              u"output"_s,
                              u"result"_s,
                              u"equal"_s,
                              u"close"_s,
                              u"differ"_s,
                              u"cosine"_s,
                              u"max abs"_s,
                              u"same values"_s,
                              u"unequal"_s,
                              u"first difference"_s,
                              u"worst input"_s}};
    const QList<VerifiedOutput> outputs = model.outputs();
    for (qsizetype i = 0; i < outputs.size(); ++i)
        lines.append(lineOf(outputs[i], i, model));
    const auto agreeing = std::ranges::count_if(outputs, [](const VerifiedOutput& output) {
        return output.agreement == Agreement::Equal || output.agreement == Agreement::Close;
    });
    const QString sum = agreeing == outputs.size()
        ? u"all outputs agree"_s
        : u"%1 of %2 outputs do not agree"_s.arg(outputs.size() - agreeing).arg(outputs.size());
    return u"%1: %2 samples, %3\n"_s.arg(model.name).arg(model.samples.size()).arg(sum) + inColumns(lines);
}

} // namespace driftscope::cli
