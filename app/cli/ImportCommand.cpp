// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/report/Json.h"
#include "core/session/DumpSources.h"
#include "core/tensor/Npz.h"

#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

struct ImportOptions
{
    std::vector<std::string> paths;
    std::string model;
    std::string info;
    std::string declarationFile;
    std::vector<std::string> declarations;
    std::string output;
};

QJsonArray likelyJson(const DumpJudgement& judgement)
{
    QJsonArray likely;
    for (const JudgedReading& reading : judgement.likely) {
        likely.append(QJsonObject{{u"declaration"_s, declarationText(reading.declaration)},
                                  {u"what"_s, reading.what},
                                  {u"reason"_s, reading.reason}});
    }
    return likely;
}

QJsonArray filesJson(const QList<JudgedDump>& dumps)
{
    QJsonArray files;
    for (const JudgedDump& dump : dumps) {
        files.append(QJsonObject{
            {u"file"_s, dump.file.path},
            {u"sample"_s, dump.file.sample},
            {u"tensor"_s, dump.known ? dump.known->declaration.name : dump.file.tensor()},
            {u"declaration"_s, dump.known ? QJsonValue(declarationText(dump.known->declaration)) : QJsonValue::Null},
            {u"doubtful"_s, dump.judgement.isDoubtful},
            {u"verdict"_s, dump.judgement.verdict},
            {u"doubts"_s, QJsonArray::fromStringList(dump.judgement.doubts)},
            {u"likely"_s, likelyJson(dump.judgement)}});
    }
    return files;
}

void describe(const JudgedDump& dump, QTextStream& out)
{
    if (!dump.judgement.isDoubtful)
        return;
    out << "! " << dump.file.name << ": " << dump.judgement.verdict << '\n';
    for (const QString& doubt : dump.judgement.doubts)
        out << "    " << doubt << '\n';
    for (const JudgedReading& reading : dump.judgement.likely)
        out << "    try --declare \"" << declarationText(reading.declaration) << "\"\n      " << reading.reason << '\n';
}

/// One folder for one sample, else a folder for each inside; or all tensors in one .npz.
Result<QJsonArray> write(const QList<DumpSample>& samples, const QString& output)
{
    QJsonArray written;
    QList<NamedTensor> arrays;
    const bool isNpz = output.endsWith(u".npz");
    for (const DumpSample& sample : samples) {
        const QString folder = samples.size() == 1 ? output : QDir(output).filePath(sample.name);
        if (isNpz) {
            for (const CapturedTensor& tensor : sample.capture.tensors)
                arrays.append(
                    {samples.size() == 1 ? tensor.name : QString(sample.name + u'/' + tensor.name), tensor.tensor});
        } else if (auto done = writeCapture(sample.capture, folder); !done) {
            return forward(done);
        }
        QJsonObject json = captureJson(sample.capture, isNpz ? QString() : folder);
        json.insert(u"sample"_s, sample.name);
        written.append(json);
    }
    if (isNpz) {
        if (auto done = writeNpz(output, arrays); !done)
            return forward(done);
    }
    return written;
}

QString describe(const QList<DumpSample>& samples, const QList<JudgedDump>& dumps, const QString& output)
{
    QString text;
    QTextStream out(&text);
    for (const DumpSample& sample : samples) {
        out << (sample.name.isEmpty() ? QString() : QString(sample.name + u": ")) << sample.capture.tensors.size()
            << " tensors\n";
        for (const CapturedTensor& tensor : sample.capture.tensors) {
            out << "  " << (tensor.isInput ? "input " : (tensor.isOutput ? "output " : "")) << tensor.name << ": "
                << dataTypeName(tensor.tensor.dataType()) << ' ' << tensor.tensor.shape().toString() << ' '
                << layoutName(tensor.tensor.layout()) << '\n';
        }
        if (!sample.capture.complete)
            out << "  incomplete: " << sample.capture.limit << '\n';
    }
    for (const JudgedDump& dump : dumps)
        describe(dump, out);
    out << "written to " << output;
    return text;
}

Result<Answer> run(const ImportOptions& options, Context& context)
{
    const QStringList paths = toStringList(options.paths);
    const auto knowledge
        = readDumpKnowledge({QString::fromStdString(options.model), QString::fromStdString(options.info),
                             QString::fromStdString(options.declarationFile), toStringList(options.declarations)});
    if (!knowledge)
        return forward(knowledge);
    const auto dumps = judgeDumps(paths, *knowledge, context.cancel, context.progress);
    if (!dumps)
        return forward(dumps);
    auto samples = importDumpSamples(paths, *knowledge, context.cancel, context.progress);
    if (!samples)
        return forward(samples);
    for (DumpSample& sample : *samples)
        sample.capture.modelFile = QString::fromStdString(options.model);
    const QString output = QDir().absoluteFilePath(QString::fromStdString(options.output));
    const auto written = write(*samples, output);
    if (!written)
        return forward(written);
    const bool isWhole = std::all_of(samples->cbegin(), samples->cend(),
                                     [](const DumpSample& sample) { return sample.capture.complete; });
    const bool isDoubtful
        = std::any_of(dumps->cbegin(), dumps->cend(), [](const JudgedDump& dump) { return dump.judgement.isDoubtful; });
    return Answer{QJsonObject{{u"samples"_s, *written}, {u"files"_s, filesJson(*dumps)}, {u"complete"_s, isWhole}},
                  describe(*samples, *dumps, output),
                  isWhole && !isDoubtful ? NothingToReport : Findings,
                  {}};
}

} // namespace

void addImport(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand(
        "import",
        "Makes captures of what a board dumped: raw dumps, txt, npy, npz; judges whether they were read rightly");
    auto options = std::make_shared<ImportOptions>();
    command->add_option("DUMPS", options->paths, "Folders of dumps, or single files")->required();
    command->add_option("--model", options->model, "The .bin that was run");
    command->add_option("--info", options->info, "What hrt_model_exec model_info printed of it");
    command->add_option("--declare", options->declarations,
                        "name=…;dtype=int8;shape=1x32x32x8;layout=NHWC;aligned=1x32x32x16|rule|none;scale=0.02;axis=3;"
                        "offset=64;file=*.bin (may be given several times)");
    command->add_option("--declarations", options->declarationFile, "YAML or JSON with declarations of the same keys");
    command->add_option("-o,--output", options->output, "Folder for the capture, or an .npz")->required();
    command->callback([&chosen, options] { chosen = [options](Context& context) { return run(*options, context); }; });
}

} // namespace driftscope::cli
