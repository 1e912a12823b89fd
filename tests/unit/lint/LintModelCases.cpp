// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LintModels.h"

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

constexpr Severity info = Severity::Info;
constexpr Severity warning = Severity::Warning;
constexpr Severity error = Severity::Error;

/// A convolution and nothing else.
SubjectChange plain(const Shape& input = {1, 3, 64, 64}, qint64 opset = 11, qint64 ir = 6, int outputs = 1)
{
    return withNet({{node("Conv", "x w", "y")}, input, u"y"_s, {}, opset, ir, outputs});
}

/// One node between two convolutions; its input `a` has the shape.
SubjectChange between(const NodeDraft& middle, const Shape& shape = {1, 8, 32, 32})
{
    return withNet({{node("Conv", "x w", "a"), middle, node("Conv", "b w", "y")},
                    {1, 3, 64, 64},
                    u"y"_s,
                    {{u"a"_s, DataType::Float32, shape}, {u"e"_s, DataType::Float32, Shape{8}}}});
}

/// One node behind the last convolution.
SubjectChange behind(const NodeDraft& last, const Shape& shape = {1, 8, 32, 32})
{
    return withNet({{node("Conv", "x w", "a"), last},
                    {1, 3, 64, 64},
                    u"b"_s,
                    {{u"a"_s, DataType::Float32, shape}, {u"e"_s, DataType::Float32, Shape{8}}}});
}

Attribute axis(qint64 value)
{
    return {u"axis"_s, value};
}

Attribute axes(const QList<qint64>& values)
{
    return {u"axes"_s, values};
}

const QList<qint64> toNchw{0, 3, 1, 2};

} // namespace

QList<LintCase> modelCases()
{
    return {
        {"ir-version-undocumented", "", "", warning, plain({1, 3, 64, 64}, 11, 8), plain({1, 3, 64, 64}, 11, 7)},
        {"opset-undocumented", "", "", error, plain({1, 3, 64, 64}, 17), plain({1, 3, 64, 64}, 10)},
        {"dynamic-input-shape", "i.input_shape=", "", error, plain({-1, 3, 64, 64}), plain({-1, 3, 64, 64})},
        {"too-many-outputs", "", "", error, plain({1, 3, 64, 64}, 11, 6, 33), plain({1, 3, 64, 64}, 11, 6, 32)},
        {"nothing-for-the-bpu", "", "", warning, withNet({{node("Relu", "x", "y")}}), plain()},
        {"model-is-a-stage", "m.onnx_model=out/net_quantized_model.onnx|m.caffe_model=-|m.prototxt=-",
         "m.onnx_model=out/net_quantized.onnx|m.caffe_model=-|m.prototxt=-", error},
        {"model-is-a-stage", "", "", error, withNet({{node("HzPreprocess", "x", "a"), node("Conv", "a w", "y")}}),
         plain()},
        {"input-name-unknown", "i.input_name=data", "i.input_name=x", error, plain(), plain()},
        {"input-count-differs-from-model", "i.input_name=x;z", "i.input_name=x", error, plain(), plain()},
        {"input-shape-differs-from-model", "", "", warning, plain({1, 3, 32, 32}), plain({-1, 3, 64, 64})},
        {"odd-size-for-yuv", "i.input_shape=|i.input_type_rt=nv12", "i.input_shape=|i.input_type_rt=nv12", error,
         plain({1, 3, 31, 32}), plain({1, 3, 30, 32})},
        {"layout-train-contradicts-first-conv", "i.input_shape=1x64x64x3", "", error,
         withNet({{node("Transpose", "x", "a", {{u"perm"_s, toNchw}}), node("Conv", "a w", "y")}, {1, 64, 64, 3}}),
         plain()},
        {"norm-also-in-model", "", "i.norm_type=no_preprocess|i.mean_value=-|i.scale_value=-", warning,
         withNet({{node("Div", "x c", "a"), node("Conv", "a w", "y")}}),
         withNet({{node("Div", "x c", "a"), node("Conv", "a w", "y")}})},
        {"picture-not-normalised", "i.norm_type=no_preprocess|i.mean_value=-|i.scale_value=-",
         "i.norm_type=no_preprocess|i.mean_value=-|i.scale_value=-", info, plain(),
         withNet({{node("Sub", "x c", "a"), node("Conv", "a w", "y")}})},
        {"cpu-operators-split-model", "", "", warning, between(node("Erf", "a", "b")), behind(node("Erf", "a", "b"))},
        {"cpu-operators-split-model", "m.march=bernoulli2", "", warning, between(node("Sub", "a c", "b")),
         between(node("Sub", "a c", "b"))},
        {"softmax-on-cpu", "", "c.optimization=set_Softmax_input_int8,set_Softmax_output_int8", warning,
         between(node("Softmax", "a", "b", {axis(3)})), between(node("Softmax", "a", "b", {axis(3)}))},
        {"softmax-on-cpu", "", "m.march=bernoulli2|c.run_on_bpu=b_", info, behind(node("Softmax", "a", "b", {axis(1)})),
         behind(node("Softmax", "a", "b", {axis(1)}))},
        {"arg-max-limits", "", "", warning, behind(node("ArgMax", "a", "b", {axis(3)})),
         behind(node("ArgMax", "a", "b", {axis(1)}))},
        {"arg-max-limits", "", "", warning, behind(node("ArgMax", "a", "b", {axis(-3)}), {1, 65, 8, 8}),
         behind(node("ArgMax", "a", "b", {axis(-3)}), {1, 64, 8, 8})},
        {"reduce-mean-limits", "m.march=bernoulli2", "m.march=bernoulli2", warning,
         behind(node("ReduceMean", "a", "b", {axes({1})})), behind(node("ReduceMean", "a", "b", {axes({-1, -2})}))},
        {"reduce-mean-limits", "", "", warning, behind(node("ReduceMean", "a", "b", {axes({1, 2})})),
         behind(node("ReduceMean", "a", "b", {axes({1})}))},
        {"pow-limits", "", "", warning, behind(node("Pow", "a e", "b")), behind(node("Pow", "a c", "b"))},
        {"grid-sample", "m.march=bernoulli2", "", error, behind(node("GridSample", "a c", "b")), plain()},
        {"grid-sample", "", "m.march=bernoulli2", warning, behind(node("GridSample", "a c", "b")), plain()},
        {"activation-behind-last-conv", "", "", info, behind(node("Sigmoid", "a", "b")),
         between(node("Sigmoid", "a", "b"))},
        {"passive-operators-on-cpu", "", "", info,
         withNet({{node("Conv", "x w", "a"), node("Erf", "a", "b"), node("Transpose", "b", "y")}}),
         behind(node("Transpose", "a", "b"))},
        {"calibration-load", "c.calibration_type=load", "c.calibration_type=load", warning, plain(),
         behind(node("QuantizeLinear", "a c", "b"))},
    };
}

} // namespace driftscope::test
