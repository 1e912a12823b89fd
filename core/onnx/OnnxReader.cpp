// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/OnnxReader.h"

#include "core/base/Files.h"
#include "core/onnx/OnnxProto.h"
#include "core/onnx/OnnxWriter.h"

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

Result<GraphDraft> parse(const QByteArray& content, const OnnxSource& source, const OnnxReadOptions& options)
{
    if (content.size() > std::numeric_limits<int>::max()) {
        return failure(ErrorKind::Unsupported,
                       OnnxReader::tr("“%1” is larger than the 2 GB that an ONNX file may have; save its weights as "
                                      "external data.")
                           .arg(source.name));
    }
    onnx::ModelProto model;
    // protobuf stops at 100 nested messages by itself, so subgraphs cannot exhaust the stack.
    if (!model.ParseFromArray(content.constData(), static_cast<int>(content.size())) || !model.has_graph())
        return notOnnx(content, source.name);
    if (model.graph().node_size() == 0 && model.graph().output_size() == 0) {
        return failure(
            ErrorKind::Malformed,
            OnnxReader::tr("“%1” holds a graph without operators and outputs; export it again.").arg(source.name));
    }
    auto draft = draftFromProto(model, source);
    model.Clear();
    if (draft && options.inferShapes && !source.cancel.isCancelled())
        inferShapes(*draft);
    return draft;
}

} // namespace

Result<GraphDraft> readOnnx(const QString& path, const OnnxReadOptions& options, const CancelToken& cancel)
{
    const auto content = readFile(path);
    if (!content)
        return forward(content);
    if (cancel.isCancelled())
        return failure(ErrorKind::Cancelled, OnnxReader::tr("Reading was stopped."));
    return parse(*content, {path, QFileInfo(path).absolutePath(), cancel}, options);
}

Result<GraphDraft> parseOnnx(const QByteArray& content, const QString& name, const OnnxReadOptions& options)
{
    return parse(content, {name, {}, {}}, options);
}

} // namespace driftscope
