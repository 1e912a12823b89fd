// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ToolSubject.h"

#include "core/session/Session.h"
#include "core/toolchain/RunFolder.h"

using namespace Qt::StringLiterals;

namespace driftscope {

QMap<ToolFill, QString> toolSubject(const Session& session)
{
    QMap<ToolFill, QString> known;
    const auto put = [&known](ToolFill fill, const QString& value) {
        if (!value.isEmpty())
            known.insert(fill, value);
    };
    if (const ConfigDocument* config = session.config()) {
        const QString caffe = absoluteConfigPath(*config, u"model_parameters.caffe_model"_s);
        const QString onnx = absoluteConfigPath(*config, u"model_parameters.onnx_model"_s);
        const bool isCaffe = onnx.isEmpty() && !caffe.isEmpty();
        put(ToolFill::FloatModel, isCaffe ? caffe : onnx);
        put(ToolFill::ModelType, isCaffe ? u"caffe"_s : u"onnx"_s);
        put(ToolFill::Prototxt, isCaffe ? absoluteConfigPath(*config, u"model_parameters.prototxt"_s) : QString());
        put(ToolFill::March, config->scalar(u"model_parameters.march"_s).trimmed());
    }
    for (const LoadedStage& stage : session.chain().stages) {
        if (stage.stage == Stage::Float && !known.contains(ToolFill::FloatModel))
            put(ToolFill::FloatModel, stage.file);
        if (stage.stage == Stage::Quantized)
            put(ToolFill::QuantizedModel, stage.file);
        if (stage.stage != Stage::Board)
            continue;
        put(ToolFill::BoardModel, stage.file);
        if (stage.board && !known.contains(ToolFill::March))
            put(ToolFill::March, stage.board->metadata.march());
    }
    return known;
}

} // namespace driftscope
