// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"

#include "core/base/Files.h"
#include "core/diagnosis/Comparison.h"
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
                << QString::number(layer.metrics.sqnrDb, 'f', 1) << " dB\n";
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
};

Result<Answer> run(const DiffOptions& options)
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
    const CaptureComparison comparison = compareCaptures(*reference, *candidate, *map);
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
    command->callback([&chosen, options] { chosen = [options](Context&) { return run(*options); }; });
}

} // namespace driftscope::cli
