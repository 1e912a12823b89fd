// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/OnnxReader.h"

#include "core/base/FileBytes.h"
#include "core/onnx/MemoryBytes.h"
#include "core/onnx/OnnxProto.h"
#include "core/onnx/OnnxWriter.h"
#include "core/onnx/PieceStream.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct OnnxReader
{
    Q_DECLARE_TR_FUNCTIONS(OnnxReader)
};

bool looksLikeText(QByteArrayView content)
{
    const QByteArrayView head = content.first(std::min<qsizetype>(content.size(), 256));
    return std::ranges::none_of(head, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t';
    });
}

tl::unexpected<Error> notOnnx(const QByteArray& content, const QString& name)
{
    if (content.isEmpty()) {
        return failure(ErrorKind::Malformed,
                       OnnxReader::tr("The file “%1” is empty; export or copy the model again.").arg(name));
    }
    if (content.trimmed().startsWith('<')) {
        return failure(ErrorKind::Malformed,
                       OnnxReader::tr("“%1” is a web page or XML file, not an ONNX model; perhaps a download gave the "
                                      "page in place of the file.")
                           .arg(name));
    }
    if (content.startsWith("version https://git-lfs")) {
        return failure(
            ErrorKind::Malformed,
            OnnxReader::tr("“%1” is a pointer of Git LFS, not the model itself; fetch it with “git lfs pull”.")
                .arg(name));
    }
    if (looksLikeText(content)) {
        return failure(ErrorKind::Malformed,
                       OnnxReader::tr("“%1” is a text file, not an ONNX model; choose the .onnx file.").arg(name));
    }
    return failure(
        ErrorKind::Malformed,
        OnnxReader::tr("“%1” is not an ONNX model or its end is missing; export or copy it again.").arg(name));
}

/// Raw data of this size and more is not handed to protobuf.
constexpr qint64 smallestWeight = 4096;

Result<onnx::ModelProto> leanProto(const LeanModel& lean, const OnnxSource& source)
{
    if (lean.size > std::numeric_limits<int>::max()) {
        return failure(ErrorKind::Unsupported,
                       OnnxReader::tr("“%1” is larger than the 2 GB that an ONNX file may have, not counting its "
                                      "weights; export it again.")
                           .arg(source.name));
    }
    onnx::ModelProto model;
    PieceStream stream(*source.content, lean);
    // protobuf stops at 100 nested messages by itself, so subgraphs cannot exhaust the stack.
    const bool parsed = model.ParseFromZeroCopyStream(&stream);
    if (stream.error())
        return tl::unexpected(*stream.error());
    if (parsed && model.has_graph())
        return model;
    auto head = source.content->read(0, std::min<qint64>(source.content->size(), 4096));
    if (!head)
        return forward(head);
    return notOnnx(*head, source.name);
}

Result<GraphDraft> parse(OnnxSource source, const OnnxReadOptions& options)
{
    const LeanModel lean = LeanModel::of(*source.content, smallestWeight);
    source.lean = &lean;
    auto model = leanProto(lean, source);
    if (!model)
        return forward(model);
    if (model->graph().node_size() == 0 && model->graph().output_size() == 0) {
        return failure(
            ErrorKind::Malformed,
            OnnxReader::tr("“%1” holds a graph without operators and outputs; export it again.").arg(source.name));
    }
    auto draft = draftFromProto(*model, source);
    model->Clear();
    if (draft && options.inferShapes && !source.cancel.isCancelled())
        inferShapes(*draft);
    return draft;
}

} // namespace

Result<GraphDraft> readOnnx(const QString& path, const OnnxReadOptions& options, const CancelToken& cancel)
{
    auto content = FileBytes::open(path);
    if (!content)
        return forward(content);
    if (cancel.isCancelled())
        return failure(ErrorKind::Cancelled, OnnxReader::tr("Reading was stopped."));
    OnnxSource source{path, QFileInfo(path).absolutePath(), cancel, std::make_shared<ExternalFiles>(), *content};
    source.defersWeights = true;
    return parse(std::move(source), options);
}

Result<GraphDraft> parseOnnx(const QByteArray& content, const QString& name, const OnnxReadOptions& options)
{
    return parse({name, {}, {}, nullptr, std::make_shared<const MemoryBytes>(content)}, options);
}

} // namespace driftscope
