// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Parsers.h"

#include "core/boardmodel/BoardModel.h"
#include "core/graph/Graph.h"
#include "core/onnx/OnnxReader.h"
#include "core/onnx/OnnxWriter.h"
#include "core/tensor/Metrics.h"
#include "core/tensor/Npy.h"
#include "core/tensor/Picture.h"

#include <array>

using namespace Qt::StringLiterals;

namespace driftscope::fuzz {

namespace {

template <typename T> std::optional<QString> messageOf(const Result<T>& result)
{
    return result ? std::nullopt : std::optional(result.error().message);
}

void useTensor(const Tensor& tensor)
{
    static_cast<void>(compareTensors(tensor, tensor));
    static_cast<void>(toNpy(tensor));
}

std::optional<QString> parseNpyFile(const QByteArray& content)
{
    const auto tensor = parseNpy(content, u"fuzz"_s);
    if (tensor)
        useTensor(*tensor);
    return messageOf(tensor);
}

std::optional<QString> parsePictureFile(const QByteArray& content)
{
    const auto picture = parsePicture(content, u"fuzz"_s);
    if (picture)
        static_cast<void>(pictureAs(*picture, InputType::Yuv444, TensorLayout::NCHW));
    return messageOf(picture);
}

std::optional<QString> parseOnnxFile(const QByteArray& content)
{
    const auto draft = parseOnnx(content, u"fuzz"_s);
    if (draft) {
        static_cast<void>(Graph::fromDraft(*draft));
        for (const FunctionDraft& function : draft->functions)
            static_cast<void>(Graph::fromDraft(function.body()));
        static_cast<void>(toOnnx(*draft));
    }
    return messageOf(draft);
}

std::optional<QString> parseBoardFile(const QByteArray& content)
{
    const auto model = parseBoardModel(content, u"fuzz"_s);
    if (model) {
        static_cast<void>(boardGraph(*model));
        static_cast<void>(toBoardFile(*model));
    }
    return messageOf(model);
}

constexpr std::array all{
    NamedParser{"npy", parseNpyFile},
    NamedParser{"npz", parseNpzFile},
    NamedParser{"declaration", parseDeclaredDump},
    NamedParser{"picture", parsePictureFile},
    NamedParser{"onnx", parseOnnxFile},
    NamedParser{"external", parseOnnxWithFiles},
    NamedParser{"board", parseBoardFile},
    NamedParser{"capture", parseCaptureManifest},
    NamedParser{"dumps", parseDumpSidecar},
    NamedParser{"project", parseProjectFile},
    NamedParser{"config", parseConfig},
    NamedParser{"rules", parseRules},
    NamedParser{"profiles", parseProfiles},
    NamedParser{"log", parseLog, true},
    NamedParser{"logstream", parseLogInPieces, true},
    NamedParser{"messages", matchMessages, true},
    NamedParser{"verifier", parseVerifierLog, true},
    NamedParser{"profiler", parseProfilerFile},
    NamedParser{"modelinfo", parseBoardInfo},
    NamedParser{"quantinfo", parseQuantInfoFile},
    NamedParser{"subgraphs", parseSubgraphFile},
    NamedParser{"perfgraph", parsePerfGraphFile},
    NamedParser{"toolrecord", parseToolRecordFile},
    NamedParser{"horizon", parseHorizonResultFile},
};

} // namespace

std::span<const NamedParser> parsers()
{
    return all;
}

} // namespace driftscope::fuzz
