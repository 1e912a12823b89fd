// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Parsers that read a file in a folder together with the files it names.
#include "Parsers.h"

#include "core/board/DumpFolder.h"
#include "core/board/ImportDumps.h"
#include "core/graph/Graph.h"
#include "core/onnx/OnnxReader.h"
#include "core/onnx/OnnxWriter.h"
#include "core/project/Project.h"
#include "core/tensor/Capture.h"
#include "core/tensor/Metrics.h"
#include "core/tensor/Npy.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace driftscope::fuzz {

namespace {

/// One folder for all executions of a process: making one each time would be most of the time.
const QDir& folder()
{
    static const QTemporaryDir temporary;
    static const QDir dir(temporary.path());
    return dir;
}

/// Without the sync to disk of an atomic write, which thousands of times would take a minute.
QString write(const QString& name, const QByteArray& content)
{
    const QString path = folder().filePath(name);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(content);
    return path;
}

} // namespace

std::optional<QString> parseCaptureManifest(const QByteArray& content)
{
    static const QString tensor = write(u"0000_x.npy"_s, toNpy(Tensor::scalar(1.0F)));
    write(u"capture.json"_s, content);
    const auto capture = readCapture(folder().path());
    if (!capture)
        return capture.error().message;
    for (const CapturedTensor& each : capture->tensors) {
        static_cast<void>(compareTensors(each.tensor, each.tensor));
        static_cast<void>(toNpy(each.tensor));
    }
    return std::nullopt;
}

std::optional<QString> parseDumpSidecar(const QByteArray& content)
{
    static const QString dump = write(u"layer-0-conv-conv1-output-0-out.bin"_s, QByteArray(64, '\1'));
    write(dumpSidecarFile, content);
    const auto capture = importDumps(folder().path(), {});
    if (!capture)
        return capture.error().message;
    for (const CapturedTensor& each : capture->tensors)
        static_cast<void>(each.tensor.toRealValues());
    return capture->complete ? std::nullopt : std::optional(capture->limit);
}

std::optional<QString> parseProjectFile(const QByteArray& content)
{
    auto project = openProject(write(u"p.driftscope.json"_s, content));
    if (!project)
        return project.error().message;
    return std::nullopt;
}

/// With weights beside it, which stay there until they are asked for.
std::optional<QString> parseOnnxWithFiles(const QByteArray& content)
{
    static const QString weights = write(u"w.data"_s, QByteArray(4096, '\1'));
    const auto draft = readOnnx(write(u"m.onnx"_s, content));
    if (!draft)
        return draft.error().message;
    static_cast<void>(Graph::fromDraft(*draft));
    for (const NamedTensor& weight : draft->initializers)
        static_cast<void>(weight.tensor.toFloats());
    static_cast<void>(toOnnx(*draft));
    return std::nullopt;
}

} // namespace driftscope::fuzz
