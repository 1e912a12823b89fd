// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LintCases.h"

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

constexpr Severity info = Severity::Info;
constexpr Severity warning = Severity::Warning;
constexpr Severity error = Severity::Error;

} // namespace

QList<LintCase> settingCases()
{
    return {
        {"names-disagree-on-size", "m.onnx_model=./convnext_femto.onnx|m.output_model_file_prefix=convnext_atto",
         "m.onnx_model=./convnext_atto.onnx|m.output_model_file_prefix=convnext_atto", warning},
        {"names-disagree-on-size", "m.onnx_model=./yolo11n.onnx|m.output_model_file_prefix=yolo11s_640x640",
         "m.onnx_model=./yolo11n.onnx|m.output_model_file_prefix=yolov8s", warning},
        {"names-disagree-on-march", "m.output_model_file_prefix=net_bernoulli2",
         "m.output_model_file_prefix=net_bayese", warning},
        {"names-disagree-on-march", "m.march=bayes|m.working_dir=out/net_bayese",
         "m.march=bayes|m.working_dir=net_bayes", warning},
        {"prefix-names-other-size", "m.output_model_file_prefix=net_224x224", "m.output_model_file_prefix=net_64x64",
         info},
        {"prefix-no-file-name", "m.output_model_file_prefix=out/my net", "m.output_model_file_prefix=my-net.v2",
         warning},
        {"working-dir-is-calibration-folder", "m.working_dir=nowhere/", "m.working_dir=elsewhere", error},
        {"core-num-range", "k.core_num=3", "k.core_num=1", error},
        {"two-cores-for-one-frame", "m.march=bernoulli2|k.core_num=2", "m.march=bernoulli2|k.core_num=1", info},
        {"core-num-on-bayes", "m.march=bayes|k.core_num=1", "k.core_num=1", info},
        {"jobs", "k.jobs=0", "k.jobs=16", error},
        {"jobs", "k.jobs=32", "k.jobs=1", info},
        {"max-time-per-fc", "k.max_time_per_fc=999", "k.max_time_per_fc=0", error},
        {"max-time-per-fc", "k.max_time_per_fc=1000", "k.max_time_per_fc=0", info},
        {"advice", "k.advice=-1", "k.advice=0", error},
        {"advice", "k.advice=100", "k.advice=0", info},
        {"debug", "k.debug=True", "k.debug=False", info},
        {"debug-mode", "m.debug_mode=dump_calibration_data", "m.debug_mode=", info},
        {"balance-factor-range", "k.compile_mode=balance|k.balance_factor=101",
         "k.compile_mode=balance|k.balance_factor=100", error},
        {"input-source-for-no-input", "i.input_name=data|k.input_source.image=ddr",
         "i.input_name=data|k.input_source.data=ddr|k.input_source._default_value=ddr", warning},
        {"input-source-unknown", "k.input_source.x=camera", "k.input_source.x=ddr", error},
        {"input-source-unknown", "k.input_source.x=DDR", "k.input_source.x=pyramid", error},
        {"resizer-limits", "k.input_source.x=resizer", "i.input_type_rt=nv12|k.input_source.x=resizer", error},
        {"resizer-limits", "m.march=bernoulli2|i.input_type_rt=nv12|i.input_shape=1x3x128x144|k.input_source.x=resizer",
         "m.march=bernoulli2|i.input_type_rt=nv12|i.input_shape=1x3x128x142|k.input_source.x=resizer", error},
        {"pyramid-for-other-type", "k.input_source.x=pyramid", "i.input_type_rt=nv12|k.input_source.x=pyramid",
         warning},
        {"optimization-unknown", "c.optimization=set_softmax_input_int8,asymmetric",
         "c.optimization=set_Softmax_input_int8", warning},
        {"optimization-unknown", "c.optimization=faster", "c.optimization=bias_correction, set_Mul_output_int16",
         warning},
        {"optimization-not-for-march", "m.march=bernoulli2|c.optimization=set_model_output_int8,asymmetric",
         "c.optimization=asymmetric", warning},
        {"optimization-not-for-march", "m.march=bayes|c.optimization=asymmetric",
         "m.march=bayes|c.optimization=set_model_output_int16", warning},
        {"calibration-load", "c.calibration_type=load", "c.calibration_type=default", info},
        {"calibration-mix", "c.calibration_type=mix", "c.calibration_type=kl", info},
        {"calibration-one-method", "c.calibration_type=kl", "c.calibration_type=mix", info},
        {"calibration-one-method", "c.calibration_type=max", "c.calibration_type=default", info},
        {"calibration-folder-unused", "c.calibration_type=skip", "c.calibration_type=skip|c.cal_data_dir=-", info},
        {"calibration-folder-shared", "i.input_name=a;b|c.cal_data_dir=./x;./x",
         "i.input_name=a;b|c.cal_data_dir=./x;./y", warning},
        {"preprocess-on-impossible", "c.preprocess_on=True|i.input_type_train=featuremap|i.input_type_rt=featuremap",
         "c.preprocess_on=True", error},
        {"custom-op-incomplete", "o.op_register_files=a.py", "o.op_register_files=a.py|o.custom_op_method=register",
         error},
        {"custom-op-file-missing", "o.op_register_files=a.py", "o.custom_op_method=register", warning},
    };
}

} // namespace driftscope::test
