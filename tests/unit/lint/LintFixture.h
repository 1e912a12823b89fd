// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/Linter.h"

#include <algorithm>

namespace driftscope::test {

/// A config that no rule has anything to say about, apart from files that do not exist.
inline const QByteArray cleanConfig = "model_parameters:\n"
                                      "  onnx_model: ''\n"
                                      "  caffe_model: './net.caffemodel'\n"
                                      "  prototxt: './net.prototxt'\n"
                                      "  march: 'bayes-e'\n"
                                      "  output_model_file_prefix: 'net'\n"
                                      "input_parameters:\n"
                                      "  input_name: ''\n"
                                      "  input_type_rt: 'rgb'\n"
                                      "  input_layout_rt: 'NHWC'   # 板端\n"
                                      "  input_type_train: 'rgb'\n"
                                      "  input_layout_train: 'NCHW'\n"
                                      "  input_shape: '1x3x64x64'\n"
                                      "  norm_type: 'data_mean_and_scale'\n"
                                      "  mean_value: 123.675 116.28 103.53\n"
                                      "  scale_value: 0.01712475 0.017507 0.01742919\n"
                                      "calibration_parameters:\n"
                                      "  cal_data_dir: './nowhere'\n"
                                      "  cal_data_type: 'float32'\n"
                                      "  calibration_type: 'default'\n"
                                      "compiler_parameters:\n"
                                      "  compile_mode: 'latency'\n"
                                      "  optimize_level: 'O3'\n";

inline const ConfigSchema& schema()
{
    static const ConfigSchema loaded = *ConfigSchema::load();
    return loaded;
}

inline LintSubject subjectOf(const ConfigDocument& document, std::shared_ptr<const Graph> model = nullptr,
                             const QString& calibrationFolder = {})
{
    return {document, readConversionConfig(document), &schema(), std::move(model), calibrationFolder};
}

inline QStringList ruleIds(const Diagnostics& findings)
{
    QStringList ids;
    for (const Diagnostic& finding : findings)
        ids.append(finding.ruleId);
    return ids;
}

inline const Diagnostic* findingOf(const Diagnostics& findings, const QString& rule)
{
    const auto found = std::ranges::find(findings, rule, &Diagnostic::ruleId);
    return found == findings.end() ? nullptr : &*found;
}

} // namespace driftscope::test
