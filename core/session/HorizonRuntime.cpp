// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/HorizonRuntime.h"

#include "core/base/Files.h"
#include "core/onnx/OnnxWriter.h"
#include "core/runtime/CapturePlan.h"
#include "core/tensor/Npy.h"
#include "core/toolchain/RunFolder.h"
#include "core/toolchain/Workplace.h"
#include "core/toolchain/tool/HorizonResult.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTemporaryDir>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside any namespace; a static library's resources are not registered by themselves.
static void registerHorizonResources()
{
    Q_INIT_RESOURCE(driftscope_horizon);
}

namespace driftscope {

namespace {

constexpr QLatin1StringView horizonDomain{"horizon"};
constexpr QLatin1StringView resultFile{"result.json"};
constexpr qint64 mostResultBytes = qint64(64) << 20;

class HorizonCapture
{
    Q_DECLARE_TR_FUNCTIONS(HorizonCapture)

public:
    HorizonCapture(const ToolchainProfile& toolchain, const GraphDraft& model, const CaptureOptions& options)
        : m_toolchain(toolchain)
        , m_model(model)
        , m_options(options)
        , m_plan(planCapture(model, options.only, std::numeric_limits<qsizetype>::max(),
                             std::numeric_limits<qint64>::max()))
    { }

    Result<Capture> execute(const QList<NamedTensor>& inputs, const CancelToken& cancel, Progress& progress)
    {
        if (auto prepared = prepare(inputs); !prepared)
            return forward(prepared);
        progress.report(0, 0, tr("Running the model with the toolchain “%1”").arg(m_toolchain.name));
        Workplace place(m_toolchain, m_folder.filePath(runName()));
        auto ran = run(place, cancel);
        place.clear();
        if (!ran)
            return forward(ran);
        return read(inputs);
    }

private:
    [[nodiscard]] static QString runName() { return u"horizon-%1"_s.arg(QCoreApplication::applicationPid()); }
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(u"send/"_s + name); }
    [[nodiscard]] QString outputFolder() const
    {
        return m_folder.filePath(runName() + u'/' + QString(runOutputFolder));
    }

    Result<void> prepare(const QList<NamedTensor>& inputs)
    {
        registerHorizonResources();
        QFile script(u":/horizon/run_stage.py"_s);
        if (!m_folder.isValid() || !script.open(QIODevice::ReadOnly))
            return failure(ErrorKind::Internal, tr("The script for the toolchain's runtime cannot be written."));
        for (const QString& folder : {m_folder.filePath(u"send"_s), outputFolder()}) {
            if (auto made = makeFolder(folder); !made)
                return made;
        }
        for (const QList<PlannedValue>& chunk : m_plan.chunks)
            m_values += chunk;
        const auto model = toOnnx(modelComputing(m_model, m_values));
        if (!model)
            return forward(model);
        for (qsizetype i = 0; i < inputs.size(); ++i) {
            if (auto written = writeNpy(file(u"%1.npy"_s.arg(i)), inputs[i].tensor); !written)
                return written;
            const bool isOnly = inputs.size() == 1 && m_model.inputs.size() == 1;
            m_feed.append({isOnly ? m_model.inputs.first().name : inputs[i].name, file(u"%1.npy"_s.arg(i))});
        }
        if (auto written = writeFileAtomically(file(u"model.onnx"_s), *model); !written)
            return written;
        if (auto written = writeFileAtomically(file(u"request.json"_s), "{}");
            !written) // it is planned before it is known
            return written;
        return writeFileAtomically(file(u"run_stage.py"_s), script.readAll());
    }

    [[nodiscard]] QByteArray request(const Workplace& place) const
    {
        QJsonObject feed;
        for (const auto& [name, path] : m_feed)
            feed.insert(name, place.mapped(path));
        QJsonArray names;
        for (const PlannedValue& value : m_values)
            names.append(value.name);
        return QJsonDocument(QJsonObject{{u"model"_s, place.mapped(file(u"model.onnx"_s))},
                                         {u"inputs"_s, feed},
                                         {u"outputs"_s, names},
                                         {u"folder"_s, place.mapped(outputFolder())}})
            .toJson();
    }

    Result<void> run(Workplace& place, const CancelToken& cancel)
    {
        QStringList sent{file(u"model.onnx"_s), file(u"request.json"_s), file(u"run_stage.py"_s)};
        for (const auto& [name, path] : std::as_const(m_feed))
            sent.append(path);
        place.plan(sent);
        if (auto written = writeFileAtomically(file(u"request.json"_s), request(place)); !written)
            return written;
        if (auto done = place.send(cancel); !done)
            return done;
        Command command;
        command.program = u"python3"_s;
        command.arguments = {place.mapped(file(u"run_stage.py"_s)), place.mapped(file(u"request.json"_s))};
        command.workingDirectory = m_folder.filePath(runName());
        QString last;
        const ToolEnd end = place.run(
            command,
            [&last](OutputChannel, const QString& line) {
                constexpr qsizetype mostCharacters = 1000;
                if (!line.trimmed().isEmpty())
                    last = line.trimmed().left(mostCharacters);
            },
            cancel, 0);
        if (end.result.ending == ProcessResult::Ending::Cancelled)
            return failure(ErrorKind::Cancelled, tr("The capture was stopped on request."));
        if (!end.result.isSuccess()) {
            const QString said = last.startsWith("ERROR "_L1) ? last.sliced(6) : end.result.message + u' ' + last;
            return failure(ErrorKind::Unavailable,
                           tr("The toolchain “%1” cannot run the model: %2").arg(m_toolchain.name, said.trimmed()));
        }
        return place.fetch(cancel);
    }

    Result<Capture> read(const QList<NamedTensor>& inputs) const
    {
        const auto content = readFile(QDir(outputFolder()).filePath(resultFile), mostResultBytes);
        if (!content)
            return forward(content);
        const auto result = parseHorizonResult(*content);
        if (!result)
            return forward(result);
        Capture capture;
        capture.executor = u"%1 (%2)"_s.arg(result->runtime, m_toolchain.name);
        for (qsizetype i = 0; i < inputs.size(); ++i)
            capture.tensors.append({m_feed[i].first, {}, inputs[i].tensor, true, false});
        if (!m_plan.unknown.isEmpty()) {
            capture.complete = false;
            capture.limit = tr("The model has no values named: %1.").arg(m_plan.unknown.join(u", "_s));
        }
        if (auto read = readOutputs(*result, capture); !read)
            return forward(read);
        return capture;
    }

    Result<void> readOutputs(const HorizonResult& result, Capture& capture) const
    {
        const auto quantization = quantizationOfValues(m_model);
        qint64 bytes = 0;
        for (const auto& [name, fileName] : result.outputs) {
            auto tensor = readNpy(QDir(outputFolder()).filePath(fileName));
            if (!tensor)
                return forward(tensor);
            bytes += tensor->bytes().size();
            if (bytes > m_options.maximumBytes) {
                capture.complete = false;
                capture.limit = tr("The capture was stopped before “%1” because it would hold more than %2.")
                                    .arg(name, QLocale::c().formattedDataSize(m_options.maximumBytes));
                return {};
            }
            if (const auto known = quantization.constFind(name);
                known != quantization.cend() && isInteger(tensor->dataType()))
                tensor->setQuantization(*known);
            const auto planned = std::ranges::find(m_values, name, &PlannedValue::name);
            const bool isOutput = std::ranges::find(m_model.outputs, name, &ValueDraft::name) != m_model.outputs.cend();
            capture.tensors.append(
                {name, planned == m_values.cend() ? QString() : planned->node, *std::move(tensor), false, isOutput});
        }
        return {};
    }

    const ToolchainProfile& m_toolchain;
    const GraphDraft& m_model;
    const CaptureOptions& m_options;
    CapturePlan m_plan;
    QList<PlannedValue> m_values;
    QList<std::pair<QString, QString>> m_feed; ///< names of inputs and their files here
    QTemporaryDir m_folder;
};

} // namespace

bool needsHorizonRuntime(const GraphDraft& model)
{
    return std::ranges::any_of(model.nodes, [&](const NodeDraft& node) {
        const auto isDefined = [&](const FunctionDraft& function) {
            return function.domain == node.domain && function.name == node.opType;
        };
        return node.domain == horizonDomain && std::ranges::none_of(model.functions, isDefined);
    });
}

Result<Capture> captureWithToolchain(const ToolchainProfile& toolchain, const GraphDraft& model,
                                     const QList<NamedTensor>& inputs, const CaptureOptions& options,
                                     const CancelToken& cancel, Progress& progress)
{
    return HorizonCapture(toolchain, model, options).execute(inputs, cancel, progress);
}

} // namespace driftscope
