// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LintCases.h"

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

constexpr Severity info = Severity::Info;
constexpr Severity warning = Severity::Warning;
constexpr Severity error = Severity::Error;

/// The clean text with one piece exchanged.
SubjectChange textWith(const QByteArray& piece, const QByteArray& other)
{
    return [piece, other](LintSubject& subject) {
        QByteArray text = cleanConfig;
        text.replace(piece, other);
        replaceDocument(subject, *ConfigDocument::fromText(text, u"/nowhere/c.yaml"_s));
    };
}

} // namespace

QList<LintCase> configCases()
{
    return {
        {"layout-rt-nchw-on-bernoulli2", "m.march=bernoulli2|i.input_layout_rt=NCHW", "i.input_layout_rt=NCHW",
         warning},
        {"layout-rt-nchw-on-bernoulli2", "m.march=bernoulli2|i.input_layout_rt=NCHW|i.input_type_rt=bgr",
         "m.march=bernoulli2", warning},
        {"layout-rt-nchw-on-bernoulli2", "m.march=bernoulli2|i.input_layout_rt=NCHW|i.input_type_rt=yuv444",
         "m.march=bernoulli2|i.input_type_rt=yuv444", error},
        {"layout-rt-nchw-on-bernoulli2", "m.march=bernoulli2|i.input_layout_rt=NHWC;NCHW|i.input_type_rt=rgb;rgb",
         "m.march=bernoulli2|i.input_layout_rt=NCHW|i.input_type_rt=gray|i.input_type_train=gray|i.input_shape=1x1x8x8|"
         "i.mean_value=1|i.scale_value=1",
         warning},
        {"layout-rt-ignored-for-nv12", "i.input_type_rt=nv12", "i.input_type_rt=nv12|i.input_layout_rt=", info},
        {"input-type-pair", "i.input_type_train=gray|i.input_type_rt=nv12", "i.input_type_rt=yuv444", error},
        {"input-type-pair", "i.input_type_train=featuremap", "i.input_type_train=bgr", error},
        {"video-range-without-nv12", "i.input_space_and_range=bt601_video",
         "i.input_type_rt=nv12|i.input_space_and_range=bt601_video", warning},
        {"video-range-without-nv12",
         "i.input_type_rt=nv12|i.input_type_train=yuv444|i.input_space_and_range=bt601_video",
         "m.march=bayes|i.input_type_rt=nv12|i.input_type_train=yuv444|i.input_space_and_range=bt601_video", warning},
        {"input-count-mismatch", "i.input_name=a;b", "i.input_name=a;", error},
        {"input-batch", "i.input_batch=4|i.input_shape=2x3x64x64", "i.input_batch=4", error},
        {"input-batch", "m.march=bernoulli2|i.input_batch=129", "i.input_batch=129", error},
        {"input-shape-syntax", "i.input_shape=1,3,64,64", "i.input_shape=1x3x64x64;", error},
        {"input-shape-rank-on-bernoulli2", "m.march=bernoulli2|i.input_shape=1x3x64", "i.input_shape=1x3x64", error},
        {"odd-size-for-yuv", "i.input_type_rt=nv12|i.input_shape=1x3x64x65", "i.input_shape=1x3x64x65", error},
        {"odd-size-for-yuv", "m.march=bayes|i.input_type_rt=yuv444|i.input_shape=1x3x63x64",
         "m.march=bayes|i.input_type_rt=yuv444|i.input_shape=1x3x64x64", error},
        {"odd-size-for-yuv", "i.input_type_rt=yuv444|i.input_shape=1x3x63x64",
         "i.input_type_rt=yuv444|i.input_shape=1x3x62x64", warning},
        {"norm-value-missing", "i.scale_value=-", "i.scale_value=-|i.norm_type=data_mean", error},
        {"norm-value-missing", "i.mean_value=", "i.mean_value=|i.norm_type=data_scale", error},
        {"norm-type-missing", "i.norm_type=-", "i.norm_type=-|i.mean_value=-|i.scale_value=-", warning},
        {"norm-value-ignored", "i.norm_type=data_scale", "i.norm_type=data_scale|i.mean_value=", warning},
        {"norm-value-ignored", "i.norm_type=data_mean", "i.norm_type=data_mean|i.scale_value=None", warning},
        {"norm-channel-count", "i.mean_value=1 2", "i.mean_value=128", error},
        {"norm-channel-count", "i.scale_value=0.1 0.1 0.1 0.1", "i.scale_value=0.1 0.1 0.1", error},
        {"norm-values-spelling", "i.mean_value=123.675, 116.28, 103.53", "i.mean_value=123.675  116.28 103.53",
         warning},
        {"norm-values-spelling", "i.mean_value=imagenet", "i.mean_value=1.2e2", error},
        {"norm-on-featuremap", "i.input_type_rt=featuremap|i.input_type_train=featuremap",
         "i.input_type_rt=featuremap|i.input_type_train=featuremap|i.norm_type=no_preprocess", warning},
        {"norm-on-featuremap", "i.input_type_rt=featuremap|i.input_type_train=featuremap|i.input_shape=1x8",
         "i.input_name=x", error},
        {"norm-scale-is-deviation", "i.scale_value=58.395 57.12 57.375", "i.scale_value=1", warning},
        {"norm-scale-is-deviation", "i.scale_value=4.367 4.464 4.444", "i.scale_value=1.5 1.5 1.5", warning},
        {"norm-mean-in-unit-range", "i.mean_value=0.485 0.456 0.406", "i.mean_value=0 0 0", warning},
        {"norm-scale-truncated", "i.scale_value=0.0039", "i.scale_value=0.003921568627451", info},
        {"calibration-folder", "c.cal_data_dir=", "c.cal_data_dir=|c.calibration_type=load", error},
        {"calibration-folder", "c.cal_data_dir=gone", "c.cal_data_dir=/", warning},
        {"calibration-skip", "c.calibration_type=skip", "c.calibration_type=kl", warning},
        {"calibration-type-assumed", "c.cal_data_type=-", "c.cal_data_type=-|c.cal_data_dir=./cal_f32", warning},
        {"calibration-type-contradicts-folder", "c.cal_data_dir=./cal_f32|c.cal_data_type=uint8",
         "c.cal_data_dir=./cal_f32", warning},
        {"max-percentile", "c.max_percentile=0.999", "c.max_percentile=0.999|c.calibration_type=max", info},
        {"max-percentile", "c.max_percentile=0.4|c.calibration_type=max",
         "m.march=bernoulli2|c.max_percentile=0.4|c.calibration_type=max", error},
        {"max-percentile", "c.max_percentile=1.5|c.calibration_type=max", "c.max_percentile=1|c.calibration_type=max",
         error},
        {"per-channel-ignored", "c.per_channel=True", "c.per_channel=True|c.calibration_type=max", info},
        {"per-channel-ignored", "c.per_channel=True|c.calibration_type=mix",
         "m.march=bernoulli2|c.per_channel=True|c.calibration_type=mix", info},
        {"preprocess-on", "c.preprocess_on=True", "c.preprocess_on=False", warning},
        {"core-num-unsupported", "k.core_num=2", "m.march=bernoulli2|k.core_num=2", error},
        {"core-num-unsupported", "m.march=bayes|k.core_num=2", "k.core_num=1", error},
        {"optimize-level-below-o3", "k.optimize_level=O2", "k.optimize_level=O3", warning},
        {"optimize-level-below-o3", "k.optimize_level=-", "k.jobs=2", warning},
        {"layer-out-dump", "m.layer_out_dump=True", "m.layer_out_dump=False", warning},
        {"layer-out-dump", "m.layer_out_dump=true|k.input_source.x=resizer", "k.input_source.x=resizer", error},
        {"balance-factor", "k.compile_mode=balance", "k.compile_mode=balance|k.balance_factor=40", error},
        {"balance-factor", "k.balance_factor=40", "k.compile_mode=bandwidth", info},
        {"unknown-key", "k.input-layout=NCHW", "k.jobs=8", error},
        {"unknown-key", "i.norm_typ=data_scale", "m.node_info.anything=x", error},
        {"wrong-toolchain-generation", "i.std_value=58", "i.scale_value=0.017", error},
        {"wrong-toolchain-generation", "m.march=nash-e", "m.march=bayes", error},
        {"missing-group", "k.=-", "k.compile_mode=-", error},
        {"missing-required-key", "i.input_type_train=", "m.output_model_file_prefix=-", error},
        {"missing-required-key", "m.march=bernoulli2|i.norm_type=-", "i.norm_type=-", error},
        {"model-source", "m.onnx_model=./a.onnx", "m.onnx_model=./a.onnx|m.caffe_model=-|m.prototxt=-", error},
        {"model-source", "m.prototxt=-", "m.working_dir=x", error},
        {"model-source", "m.prototxt=-|m.caffe_model=", "m.working_dir=x", error},
        {"value-not-allowed", "c.calibration_type=best", "c.calibration_type=mix", error},
        {"value-not-allowed", "i.input_layout_rt=nhwc", "i.input_layout_rt=None", warning},
        {"value-not-allowed", "k.compile_mode=balance|m.march=bernoulli2", "k.compile_mode=balance", error},
        {"value-not-allowed", "k.debug=perhaps", "k.debug=true", error},
        {"value-not-allowed", "k.jobs=many", "k.jobs=4", error},
        {"key-not-for-march", "m.march=bernoulli2|m.node_info=x:int16", "m.node_info=x:int16", warning},
        {"key-deprecated", "c.run_on_cpu=x", "m.march=bernoulli2|c.run_on_cpu=x", warning},
        {"layout-train-contradicts-shape", "i.input_layout_train=NHWC", "i.input_shape=1x4x64x64", error},
        {"prefix-names-other-type", "m.output_model_file_prefix=net_nv12", "m.output_model_file_prefix=net_rgb", info},
        {"model-file-missing", "m.onnx_model=./a.onnx|m.caffe_model=-|m.prototxt=-", "m.working_dir=x", warning},
        {"layout-rt-nchw-on-bayes", "i.input_layout_rt=NCHW", "m.march=bayes", info},
        {"layout-rt-nchw-on-bayes", "m.march=bayes|i.input_type_rt=yuv444|i.input_layout_rt=NCHW",
         "i.input_type_rt=nv12|i.input_layout_rt=NCHW", info},
        {"layout-rt-nchw-of-one-channel",
         "m.march=bernoulli2|i.input_type_rt=gray|i.input_type_train=gray|i.input_shape=1x1x64x64|i.mean_value=1|"
         "i.scale_value=0.01|i.input_layout_rt=NCHW",
         "i.input_layout_rt=NCHW", info},
        {"layout-rt-ignored-for-nv12", "i.input_type_rt=nv12;rgb|i.input_layout_rt=NCHW;NHWC",
         "i.input_type_rt=nv12;rgb|i.input_layout_rt=None;NHWC", info},
        {"layout-rt-missing", "i.input_layout_rt=-", "i.input_layout_rt=-|i.input_type_rt=nv12", info},
        {"norm-scale-tiny", "i.scale_value=0.0000154", "i.scale_value=0.0039", warning},
        {"norm-scale-not-positive", "i.scale_value=0.1 0 0.1", "i.scale_value=0.1 0.2 0.1", error},
        {"norm-mean-beyond-pixels", "i.mean_value=31000", "i.mean_value=255", warning},
        {"norm-order-of-colours", "i.input_type_train=bgr",
         "i.input_type_train=bgr|i.mean_value=103.53 116.28 123.675|i.scale_value=0.01742919 0.017507 0.01712475",
         warning},
        {"norm-order-of-colours", "i.mean_value=103.53 116.28 123.675", "i.mean_value=104 117 124", warning},
        {"picture-not-normalised", "i.norm_type=no_preprocess|i.mean_value=-|i.scale_value=-",
         "i.norm_type=no_preprocess|i.input_type_train=featuremap|i.input_type_rt=featuremap", info},
        {"picture-not-normalised", "i.norm_type=no_preprocess",
         "i.norm_type=no_preprocess|i.mean_value=-|i.scale_value=-", warning},
        {"input-shape-size-of-zero", "i.input_shape=1x3x0x64", "i.input_shape=1x3x1x64", error},
        {"row-alignment", "m.march=bernoulli2|i.input_type_rt=nv12|i.input_shape=1x3x64x100",
         "m.march=bernoulli2|i.input_type_rt=nv12|i.input_shape=1x3x100x64", info},
        {"picture-without-four-axes", "i.input_shape=1x3x64",
         "i.input_shape=1x3x64|i.input_type_train=featuremap|i.input_type_rt=featuremap", error},
        {"channels-contradict-type", "i.input_shape=1x4x64x64", "i.input_shape=1x64x64x3", error},
        {"channels-contradict-type", "i.input_type_train=gray|i.input_type_rt=gray", "i.input_type_train=bgr", error},
        {"value-is-a-list", "", "", warning,
         textWith("scale_value: 0.01712475 0.017507 0.01742919", "scale_value: [0.017, 0.018]"),
         textWith("scale_value: 0.01712475", "scale_value: 0.0172")},
        {"unquoted-name", "", "", warning, textWith("input_name: ''", "input_name: 0"),
         textWith("input_name: ''", "input_name: '0'")},
        {"unquoted-name", "", "", warning, textWith("prefix: 'net'", "prefix: on"),
         textWith("prefix: 'net'", "prefix: one")},
        {"comma-between-inputs", "i.input_name=a,b", "i.input_name=a;b", error},
        {"input-name-missing", "i.input_type_rt=rgb;rgb", "i.input_type_rt=rgb;rgb|i.input_name=a;b", warning},
        {"input-name-twice", "i.input_name=a;a", "i.input_name=a;b", error},
        {"unquoted-on", "", "", error, textWith("  march:", "  node_info: {\"/a.b\": {ON: BPU}}\n  march:"),
         textWith("  march:", "  node_info: {\"/a.b\": {'ON': BPU}}\n  march:")},
        {"duplicate-key", "", "", warning, textWith("'O3'\n", "'O3'\n  optimize_level: 'O3'\n"),
         textWith("'O3'", "'O2'")},
        {"model-unreadable", "", "", error,
         [](LintSubject& subject) { subject.modelProblem = u"its end is missing"_s; }},
    };
}

} // namespace driftscope::test
