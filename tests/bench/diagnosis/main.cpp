// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Plants every fault that can be planted into networks, marches and inputs, and counts what the diagnosis names.
#include "../Targets.h"
#include "Measurement.h"
#include "ModelFaults.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace driftscope;
using namespace driftscope::test;
using namespace Qt::StringLiterals;

namespace {

QList<SubjectPlan> plans(const QString& networks)
{
    QList<SubjectPlan> all{{u"emoji5"_s, u"bernoulli2"_s, u"rgb"_s, u"NHWC"_s},
                           {u"emoji5"_s, u"bayes-e"_s, u"rgb"_s, u"NCHW"_s},
                           {u"emoji5"_s, u"bayes"_s, u"nv12"_s, u"NHWC"_s},
                           {u"pair"_s, u"bayes-e"_s, u"rgb"_s, u"NHWC"_s},
                           {u"pair"_s, u"bernoulli2"_s, u"bgr"_s, u"NHWC"_s},
                           {u"features"_s, u"bayes-e"_s, u"gray"_s, u"NHWC"_s},
                           {u"mobilefacenet"_s, u"bernoulli2"_s, u"nv12"_s, u"NHWC"_s},
                           {u"mobilefacenet"_s, u"bayes-e"_s, u"bgr"_s, u"NCHW"_s},
                           {u"rfb_face_detector"_s, u"bernoulli2"_s, u"rgb"_s, u"NHWC"_s},
                           {u"rfb_face_detector"_s, u"bayes-e"_s, u"nv12"_s, u"NHWC"_s},
                           {u"rfb_face_detector"_s, u"bayes"_s, u"yuv444"_s, u"NHWC"_s}};
    all.removeIf([&](const SubjectPlan& plan) {
        const bool isOnDisk = plan.network == "mobilefacenet"_L1 || plan.network == "rfb_face_detector"_L1;
        return isOnDisk && !QDir(QDir(networks).filePath(plan.network)).exists();
    });
    return all;
}

struct Options
{
    std::string networks = qEnvironmentVariable("DRIFTSCOPE_NETWORKS").toStdString();
    std::string only;
    std::string faults;
    int inputs = 5;
};

void addTargets(Targets& targets, const Measurement& measurement)
{
    const Confusion& confusion = measurement.confusion();
    targets.atLeast(u"planted cause named first, in 100"_s, 100.0 * confusion.firstShare(), 97.0);
    targets.atLeast(u"planted cause among the first two, in 100"_s, 100.0 * confusion.firstTwoShare(), 99.0);
    targets.atMost(u"confident names for clean or unknown"_s, confusion.confidentFalseNames(), 0.0);
    targets.atMost(u"runs that could not be judged"_s, measurement.failures(), 0.0);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    CLI::App app("Plants faults and counts what the diagnosis names");
    Options options;
    app.add_option("--networks", options.networks, "Folder of mobilefacenet and rfb_face_detector");
    app.add_option("--only", options.only, "Expression for the subjects, `emoji5 bernoulli2 rgb NHWC`");
    app.add_option("--faults", options.faults, "Expression for the faults");
    app.add_option("--inputs", options.inputs, "How many inputs, at most 5");
    CLI11_PARSE(app, argc, argv);
    const QString networks = QString::fromStdString(options.networks);
    const QRegularExpression only(QString::fromStdString(options.only));
    Measurement measurement(QString::fromStdString(options.faults), options.inputs);
    const QTemporaryDir folder;
    int number = 0;
    for (const SubjectPlan& plan : plans(networks)) {
        if (!only.match(plan.title()).hasMatch())
            continue;
        const auto subject = makeSubject(plan, networks, folder.filePath(QString::number(number++)));
        if (!subject) {
            std::printf("%s: %s\n", qPrintable(plan.title()), qPrintable(subject.error().message));
            return 2;
        }
        measurement.measure(*subject);
        for (const ModelCase& item : modelCases(*subject, networks, folder.filePath(u"m%1"_s.arg(number++))))
            measurement.judge(item.subject, item.planted, plan.title(), item.isKnown);
        std::fflush(stdout);
    }
    measurement.confusion().print();
    std::printf(
        "\n%d planted, %d of them told as one of several that the data do not tell apart; %d names for clean or "
        "unknown\n",
        measurement.confusion().planted(), measurement.confusion().ties(), measurement.confusion().falseNames());
    Targets targets;
    addTargets(targets, measurement);
    targets.printSummary();
    return targets.allMet() ? 0 : 1;
}
