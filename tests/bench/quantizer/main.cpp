// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_quantizer: how near the sandbox toolchain's int8 models stay to their float models, method by method, on
// pictures that calibration did not see. The exit code is 1 if a target is missed.
#include "Accuracy.h"

#include "tests/bench/Targets.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

struct Options
{
    std::vector<std::string> networks{"mobilefacenet", "rfb_face_detector", "densenet121", "pose",
                                      "ppocr_cls",     "ppocr_det",         "ppocr_rec"};
    std::vector<std::string> marches{"bernoulli2", "bayes-e"};
    std::vector<std::string> methods{"max", "max-percentile", "kl", "default", "mix"};
    int pictures = 20;
    std::string folder;
};

constexpr double leastCosine = 0.99;
constexpr double leastCosineOfPowers = 0.98; // bernoulli2
constexpr double leastAgreement = 0.999;

/// `max`, `kl`, …, `max-percentile`; behind a `+` further settings: per_channel, bias_correction, asymmetric.
QList<std::pair<QString, QString>> settingsOf(const QString& method)
{
    const QStringList parts = method.split(u'+');
    const bool isPercentile = parts.first() == "max-percentile"_L1;
    QList<std::pair<QString, QString>> settings{
        {u"calibration_parameters.calibration_type"_s, isPercentile ? u"max"_s : parts.first()}};
    if (isPercentile)
        settings.append({u"calibration_parameters.max_percentile"_s, u"0.99995"_s});
    QStringList optimization;
    for (const QString& part : parts.mid(1)) {
        if (part == "per_channel"_L1)
            settings.append({u"calibration_parameters.per_channel"_s, u"True"_s});
        else
            optimization.append(part);
    }
    if (!optimization.isEmpty())
        settings.append({u"calibration_parameters.optimization"_s, optimization.join(u',')});
    return settings;
}

struct Row
{
    QString network;
    QString march;
    QString method;
    Result<QuantizerAccuracy> accuracy;
};

Row measure(const Options& options, const QString& network, const QString& march, const QString& method)
{
    const QTemporaryDir work;
    const QuantizerSubject subject{QDir(QString::fromStdString(options.folder)).filePath(network), march,
                                   settingsOf(method)};
    return {network, march, method, measureAccuracy(subject, work.path(), options.pictures)};
}

void print(const Row& row)
{
    QString line = u"| %1 | %2 | %3 | "_s.arg(row.network, row.march, row.method);
    if (const auto& it = row.accuracy; it) {
        line += u"%1 | %2 | %3 % | %4 s | %5 |"_s.arg(it->meanCosine, 0, 'f', 4)
                    .arg(it->leastCosine, 0, 'f', 4)
                    .arg(it->boardAgreement * 100.0, 0, 'f', 3)
                    .arg(it->seconds, 0, 'f', 1)
                    .arg(it->method);
    } else {
        line += u"failed: %1 |"_s.arg(it.error().message);
    }
    std::printf("%s\n", qUtf8Printable(line));
    std::fflush(stdout);
}

void judge(const Row& row, Targets& targets)
{
    const QString what = u"%1 %2 %3"_s.arg(row.network, row.march, row.method);
    const QuantizerAccuracy accuracy = row.accuracy ? *row.accuracy : QuantizerAccuracy();
    if (row.method == "default"_L1) {
        targets.atLeast(what + u" cosine"_s, accuracy.meanCosine,
                        row.march == "bernoulli2"_L1 ? leastCosineOfPowers : leastCosine);
    }
    targets.atLeast(what + u" board agreement"_s, accuracy.boardAgreement, leastAgreement);
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    Options options;
    options.folder
        = qEnvironmentVariable("DRIFTSCOPE_NETWORKS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/.cache/networks"_s)
              .toStdString();
    CLI::App cli("Accuracy of the sandbox toolchain's quantizer");
    cli.add_option("--networks", options.networks, "Folders below $DRIFTSCOPE_NETWORKS")->delimiter(',');
    cli.add_option("--marches", options.marches)->delimiter(',');
    cli.add_option("--methods", options.methods, "max, max-percentile, kl, default, mix; +per_channel, +…")
        ->delimiter(',');
    cli.add_option("--pictures", options.pictures, "Held-out pictures of each network");
    CLI11_PARSE(cli, argc, argv)
    std::printf("| network | march | method | mean cosine | least cosine | board = quantized | conversion | chosen |\n"
                "|---|---|---|---|---|---|---|---|\n");
    std::vector<Row> rows;
    for (const std::string& network : options.networks) {
        for (const std::string& march : options.marches) {
            for (const std::string& method : options.methods) {
                rows.push_back(measure(options, QString::fromStdString(network), QString::fromStdString(march),
                                       QString::fromStdString(method)));
                print(rows.back());
            }
        }
    }
    std::printf("\n");
    Targets targets;
    for (const Row& row : rows)
        judge(row, targets);
    targets.printSummary();
    return targets.allMet() ? 0 : 1;
}
