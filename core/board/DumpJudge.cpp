// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/DumpJudge.h"

#include "core/board/DumpedTensor.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Judge
{
    Q_DECLARE_TR_FUNCTIONS(DumpJudge)
};

QString percent(double share)
{
    return QString::number(100.0 * share, 'f', share < 0.1 ? 1 : 0);
}

bool isRare(DataType type)
{
    return type == DataType::UInt16 || type == DataType::UInt32 || type == DataType::UInt64 || type == DataType::Int64
        || type == DataType::Float64;
}

/// Padding was declared, and the file has room for the data alone.
bool lacksPadding(const JudgedReading& reading)
{
    const qint64 padded = paddedBytes(reading.declaration);
    return reading.frames == 1 && padded > denseBytes(reading.declaration)
        && reading.size - reading.declaration.offset < padded;
}

/// Weights were chosen so that one clear sign (garbage floats, dirty padding, noise where neighbours should be alike)
/// outweighs several changes of the declaration, and no change is made without a sign.
double scoreOf(const JudgedReading& reading, qsizetype changes)
{
    const DumpLook& look = reading.look;
    constexpr double smoothest = 0.02;
    double score = 0.2 * std::log2(std::max(smoothest, look.roughness.value_or(0.5)) / smoothest);
    score += 1.5 * look.notFinite + 0.5 * look.improbable + std::min(0.4, 12.0 * look.wraps);
    if (look.dirtyPadding)
        score += *look.dirtyPadding > 0.0 ? 0.1 + *look.dirtyPadding : -0.05;
    if (reading.frames == 0)
        score += 1.0;
    else if (reading.frames > 1)
        score += 0.1;
    if (lacksPadding(reading))
        score += 0.2;
    return score + 0.03 * static_cast<double>(changes) + (isRare(reading.declaration.type) ? 0.04 : 0.0);
}

QString reasonOf(const JudgedReading& reading)
{
    const DumpLook& look = reading.look;
    QStringList parts;
    if (reading.frames == 1)
        parts.append(Judge::tr("the size fits"));
    else if (reading.frames > 1)
        parts.append(Judge::tr("the file holds %1 frames").arg(reading.frames));
    if (look.dirtyPadding)
        parts.append(*look.dirtyPadding == 0.0
                         ? Judge::tr("the padding is zero")
                         : Judge::tr("%1 % of the padding is not zero").arg(percent(*look.dirtyPadding)));
    if (look.roughness)
        parts.append(Judge::tr("neighbours differ by %1 of what distant places do")
                         .arg(QString::number(*look.roughness, 'f', 2)));
    if (look.notFinite > 0.0)
        parts.append(Judge::tr("%1 % of the values are NaN or Inf").arg(percent(look.notFinite)));
    if (look.improbable > 0.3)
        parts.append(Judge::tr("the values are unlike %1").arg(dataTypeName(reading.declaration.type)));
    QString sentence = parts.join(u", ");
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence.isEmpty() ? sentence : QString(sentence + u'.');
}

QStringList doubtsOf(const JudgedReading& declared, qint64 bytes)
{
    QStringList doubts;
    const DumpDeclaration& declaration = declared.declaration;
    const DumpLook& look = declared.look;
    if (declared.frames == 0) {
        const qint64 dense = denseBytes(declaration);
        const qint64 padded = paddedBytes(declaration);
        const qint64 found = std::max<qint64>(0, bytes - declaration.offset);
        doubts.append(dense == padded ? Judge::tr("The data take %1 bytes, the file has %2.").arg(dense).arg(found)
                                      : Judge::tr("The data take %1 bytes, %2 with the padding; the file has %3.")
                                            .arg(dense)
                                            .arg(padded)
                                            .arg(found));
    } else if (declared.frames > 1) {
        doubts.append(Judge::tr("The file holds %1 times what is declared.").arg(declared.frames));
    }
    if (look.dirtyPadding.value_or(0.0) > 0.0)
        doubts.append(
            Judge::tr("%1 % of the bytes that should be padding are not zero.").arg(percent(*look.dirtyPadding)));
    if (lacksPadding(declared))
        doubts.append(Judge::tr("The file has no room for the padding that is declared."));
    if (look.wraps > 0.002)
        doubts.append(
            Judge::tr("%1 % of neighbouring values jump over nearly the whole range of %2, as values do whose "
                      "sign is read wrongly.")
                .arg(percent(look.wraps), dataTypeName(declaration.type)));
    if (look.notFinite > 0.0)
        doubts.append(Judge::tr("%1 % of the values are NaN or Inf.").arg(percent(look.notFinite)));
    if (look.improbable > 0.3)
        doubts.append(Judge::tr("The values are unlike %1.").arg(dataTypeName(declaration.type)));
    return doubts;
}

QString verdictOf(const DumpJudgement& judgement)
{
    if (!judgement.likely.isEmpty())
        return Judge::tr("The declaration is probably wrong; the data make more sense read %1.")
            .arg(judgement.likely.first().what);
    if (judgement.isDoubtful)
        return Judge::tr("The declaration does not fit, and no usual mistake explains it.");
    if (!judgement.declared.look.roughness)
        return Judge::tr("The size fits; the data have no structure that could confirm the declaration.");
    return *judgement.declared.look.roughness < 0.7
        ? Judge::tr("The declaration fits.")
        : Judge::tr("The size fits; the values look like noise however they are read.");
}

} // namespace

DumpJudgement judgeDump(const QByteArray& bytes, const DumpDeclaration& declared, const CancelToken& cancel)
{
    constexpr double clearly = 0.12;
    constexpr qsizetype mostShown = 3;
    DumpJudgement judgement;
    const auto judged = [&bytes](const DumpDeclaration& declaration, const QString& what, qsizetype changes) {
        JudgedReading reading{declaration, what, {}, framesIn(bytes.size(), declaration), bytes.size(), {}, 0.0};
        reading.look = lookAt(bytes, declaration);
        reading.score = scoreOf(reading, changes);
        reading.reason = reasonOf(reading);
        return reading;
    };
    judgement.declared = judged(declared, Judge::tr("as declared"), 0);
    judgement.doubts = doubtsOf(judgement.declared, bytes.size());
    for (const DumpAlternative& alternative : alternativesTo(declared, bytes.size())) {
        if (cancel.isCancelled())
            break;
        JudgedReading reading
            = judged(alternative.declaration, alternative.changes.join(u", "), alternative.changes.size());
        if (reading.score + clearly < judgement.declared.score)
            judgement.likely.append(std::move(reading));
    }
    std::stable_sort(judgement.likely.begin(), judgement.likely.end(),
                     [](const JudgedReading& a, const JudgedReading& b) { return a.score < b.score; });
    if (judgement.likely.size() > mostShown)
        judgement.likely.resize(mostShown);
    // A declaration that is doubted for nothing else is doubted for this, however little it is.
    const double least = judgement.doubts.isEmpty() ? 0.0 : clearly;
    if (!judgement.likely.isEmpty() && judgement.declared.look.roughness && judgement.likely.first().look.roughness
        && *judgement.declared.look.roughness > *judgement.likely.first().look.roughness + least) {
        judgement.doubts.append(
            Judge::tr("Neighbouring values differ by %1 of what distant ones do; read otherwise, by "
                      "%2.")
                .arg(QString::number(*judgement.declared.look.roughness, 'f', 2),
                     QString::number(*judgement.likely.first().look.roughness, 'f', 2)));
    }
    judgement.isDoubtful = judgement.declared.frames == 0 || !judgement.likely.isEmpty();
    judgement.verdict = verdictOf(judgement);
    return judgement;
}

} // namespace driftscope
