// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/quantize/QuantizedModel.h"

namespace driftscope {

/// A quantized model that gives the results of its convolutions as outputs of their own.
struct LayerDump
{
    QuantizedModel model;
    QList<std::pair<QString, QString>> outputs; ///< convolution, name of its output, in the model's order
};

/// layer_out_dump: a dequantized output for each convolution behind the preprocessing, after the model's own outputs.
[[nodiscard]] LayerDump withLayerOutputs(QuantizedModel model);

/// `{"<convolution>": "<output>", …}`, the content of `<prefix>_quantized_model_conv_output_map.json`.
[[nodiscard]] QByteArray convOutputMap(const LayerDump& dump);

} // namespace driftscope
