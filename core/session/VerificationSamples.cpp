// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/VerificationSamples.h"

#include "core/base/Files.h"
#include "core/diagnosis/Diagnosis.h"
#include "core/diagnosis/InputPort.h"
#include "core/session/LayersRun.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct VerificationSamples
{
    Q_DECLARE_TR_FUNCTIONS(VerificationSamples)
};

constexpr unsigned seed = 20260101;

QStringList filesIn(const QString& folder)
{
    const QDir dir(folder);
    QStringList files;
    for (const QString& name : dir.entryList(QDir::Files, QDir::Name))
        files.append(dir.absoluteFilePath(name));
    return files;
}

/// `count` of `all`, spread evenly.
qsizetype spread(qsizetype index, qsizetype count, qsizetype all)
{
    return index * all / count;
}

Result<QList<QStringList>> samplesOfOneInput(const QString& folder, int count)
{
    const bool isLabelled = QFileInfo::exists(QDir(folder).filePath(u"labels.csv"_s)) || filesIn(folder).isEmpty();
    if (isLabelled) {
        auto data = readLabelledData(folder);
        if (!data)
            return forward(data);
        return spreadPictures(*data, count);
    }
    const QStringList all = filesIn(folder);
    QList<QStringList> samples;
    const qsizetype wanted = std::min<qsizetype>(count, all.size());
    for (qsizetype i = 0; i < wanted; ++i)
        samples.append({all[spread(i, wanted, all.size())]});
    return samples;
}

QByteArray randomBytes(const InputPort& port, std::mt19937& generator)
{
    QByteArray bytes(port.byteCount(), Qt::Uninitialized);
    if (port.isPicture()) {
        for (char& byte : bytes)
            byte = static_cast<char>(generator() & 0xFFU);
        return bytes;
    }
    std::uniform_real_distribution<float> values(-1.0F, 1.0F);
    for (qsizetype at = 0; at < bytes.size(); at += qsizetype(sizeof(float))) {
        const float value = values(generator);
        std::memcpy(bytes.data() + at, &value, sizeof(value));
    }
    return bytes;
}

} // namespace

Result<QList<QStringList>> samplesOfFolder(const QString& folder, const BoardModel& board, int count)
{
    QList<QStringList> samples;
    if (board.inputs.size() == 1)
        return samplesOfOneInput(folder, count);
    QList<QStringList> byInput;
    for (const BoardTensorInfo& input : board.inputs) {
        byInput.append(filesIn(QDir(folder).filePath(input.name)));
        if (byInput.last().isEmpty() || byInput.last().size() != byInput.first().size()) {
            return failure(ErrorKind::NotFound,
                           VerificationSamples::tr("“%1” has %2 inputs; “%3” needs a sub-folder for each, called like "
                                                   "it, with as many files as the others: “%4” has %5.")
                               .arg(board.name)
                               .arg(board.inputs.size())
                               .arg(folder, input.name)
                               .arg(byInput.last().size()));
        }
    }
    const qsizetype all = byInput.first().size();
    const qsizetype wanted = std::min<qsizetype>(count, all);
    for (qsizetype i = 0; i < wanted; ++i) {
        QStringList sample;
        for (const QStringList& files : byInput)
            sample.append(files[spread(i, wanted, all)]);
        samples.append(sample);
    }
    return samples;
}

Result<QList<QStringList>> randomSamples(const VerificationSubject& subject, int count, const QString& folder)
{
    DiagnosisSubject described;
    if (!subject.config.inputs.isEmpty())
        described.config = subject.config;
    described.board = *subject.board.board;
    const auto ports = inputPorts(described);
    if (!ports)
        return forward(ports);
    if (auto made = makeFolder(folder); !made)
        return forward(made);
    std::mt19937 generator(seed);
    QList<QStringList> samples;
    for (int i = 0; i < count; ++i) {
        QStringList files;
        for (const InputPort& port : *ports) {
            files.append(QDir(folder).filePath(u"random_%1_%2.raw"_s.arg(i).arg(files.size())));
            if (auto written = writeFileAtomically(files.last(), randomBytes(port, generator)); !written)
                return forward(written);
        }
        samples.append(files);
    }
    return samples;
}

} // namespace driftscope
