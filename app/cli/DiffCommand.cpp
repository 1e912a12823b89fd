// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/base/Files.h"
#include "core/diagnosis/IsolatedErrors.h"
#include "core/report/Json.h"
#include "core/tensor/Npy.h"
#include "core/tensor/Npz.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

/// A capture folder, the arrays of an .npz, or one tensor file as a capture of one tensor named `tensor`.
Result<Capture> readEither(const QString& path)
{
    if (QFileInfo(path).isDir())
        return readCapture(path);
    Capture capture;
    if (path.endsWith(u".npz")) {
        auto arrays = readNpz(path);
        if (!arrays)
            return forward(arrays);
        for (NamedTensor& array : arrays->tensors)
            capture.tensors.append({array.name, {}, std::move(array.tensor), false, true});
        capture.complete = arrays->problems.isEmpty();
        capture.limit = arrays->problems.join(u' ');
        return capture;
    }
    auto tensor = readNpy(path);
    if (!tensor)
        return forward(tensor);
    capture.tensors.append({u"tensor"_s, {}, std::move(*tensor), false, true});
    return capture;
}

Result<TensorNameMap> readMap(const QString& path)
{
    TensorNameMap map;
    if (path.isEmpty())
        return map;
    auto content = readFile(path, 64 << 20);
    if (!content)
        return forward(content);
    const QJsonDocument document = QJsonDocument::fromJson(*content);
    if (!document.isObject()) {
        return failure(
            ErrorKind::Malformed,
            u"“%1” is not a map of tensor names; write one JSON object {\"reference\": \"candidate\", …}."_s.arg(path));
    }
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), it.value().toString());
    return map;
}

QString describe(const CaptureComparison& comparison)
{
    QString text;
    QTextStream out(&text);
    for (const LayerComparison& layer : comparison.layers) {
        out << (layer.drifts ? "! " : "  ") << layer.name << ": ";
        if (layer.status == ComparisonStatus::Compared) {
            out << "cosine " << QString::number(layer.metrics.cosine, 'f', 6) << ", Pearson "
                << QString::number(layer.metrics.pearson, 'f', 4) << ", same values "
                << (layer.metrics.sameValues ? "yes" : "no") << ", SQNR "
                << QString::number(layer.metrics.sqnrDb, 'f', 1) << " dB";
            if (layer.isolated)
                out << ", of its own " << QString::number(layer.isolated->sqnrDb, 'f', 1) << " dB";
            out << '\n';
        } else {
            out << comparisonStatusName(layer.status) << ' ' << layer.statusReason << '\n';
        }
    }
    if (comparison.firstDivergence >= 0)
        out << "First divergence: " << comparison.layers[comparison.firstDivergence].name << '\n';
    return text.trimmed();
}

struct DiffOptions
{
    std::string reference;
    std::string candidate;
    std::string map;
    std::string isolated;
    std::string tolerances;
    std::string memory;
};

/// The model is that of the candidate, or that of the reference where the candidate is a board.
Result<void> addIsolated(CaptureComparison& comparison, const Capture& reference, const Capture& candidate,
                         const DiffOptions& options, Context& context)
{
    const QString file = QString::fromStdString(options.isolated);
    auto stage = loadStage(file, {}, context.cancel);
    if (!stage)
        return forward(stage);
    const bool isCandidates = stage->draft && isCaptureOf(candidate, *stage->draft);
    if (!stage->draft || (!isCandidates && !isCaptureOf(reference, *stage->draft))) {
        return failure(
            ErrorKind::InvalidArgument,
            u"“%1” is the model of neither capture; --isolated takes the .onnx that one of them is of."_s.arg(file));
    }
    const auto memory = bytesNamed(options.memory, CaptureLimits::usualMemory);
    if (!memory)
        return forward(memory);
    auto runtime = OnnxRuntime::load();
    if (!runtime)
        return forward(runtime);
    IsolatedSubject subject{*runtime, *stage->draft, reference, candidate, !isCandidates};
    subject.limits.memory = *memory;
    return computeIsolatedErrors(comparison, subject, context.cancel, context.progress);
}

/// Of a project file, or of a file that holds nothing else.
Result<Tolerances> tolerancesFrom(const std::string& path)
{
    if (path.empty())
        return Tolerances();
    auto content = readFile(QString::fromStdString(path), 16 << 20);
    if (!content)
        return forward(content);
    const QJsonObject json = QJsonDocument::fromJson(*content).object();
    return Tolerances::fromJson(json.contains("tolerances"_L1) ? json["tolerances"_L1].toObject() : json);
}

Result<Answer> run(const DiffOptions& options, Context& context)
{
    auto reference = readEither(QString::fromStdString(options.reference));
    if (!reference)
        return forward(reference);
    auto candidate = readEither(QString::fromStdString(options.candidate));
    if (!candidate)
        return forward(candidate);
    auto map = readMap(QString::fromStdString(options.map));
    if (!map)
        return forward(map);
    const auto tolerances = tolerancesFrom(options.tolerances);
    if (!tolerances)
        return forward(tolerances);
    CaptureComparison comparison = compareCaptures(*reference, *candidate, *map, *tolerances);
    if (!options.isolated.empty()) {
        if (auto added = addIsolated(comparison, *reference, *candidate, options, context); !added)
            return forward(added);
    }
    return Answer{comparisonJson(comparison),
                  describe(comparison),
                  comparison.firstDivergence >= 0 ? Findings : NothingToReport,
                  {}};
}

} // namespace

void addDiff(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("diff", "Compares two captures, or two .npz or .npy files");
    auto options = std::make_shared<DiffOptions>();
    command->add_option("REFERENCE", options->reference, "Capture folder, .npz or .npy")->required();
    command->add_option("CANDIDATE", options->candidate, "Capture folder, .npz or .npy")->required();
    command->add_option("--map", options->map, "JSON object of tensor names, reference to candidate");
    command->add_option("--isolated", options->isolated,
                        "The .onnx of one of the captures: also computes each layer alone from the other's inputs");
    command->add_option("--tolerances", options->tolerances, "A project file, or JSON, with the bounds to judge by");
    command->add_option("--memory", options->memory, "What --isolated may take, such as 512M or 4G; 2G by default");
    command->callback([&chosen, options] { chosen = [options](Context& context) { return run(*options, context); }; });
}

} // namespace driftscope::cli
