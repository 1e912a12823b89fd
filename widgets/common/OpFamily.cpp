// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/OpFamily.h"

#include <QCoreApplication>
#include <QHash>

#include <array>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

void addAll(QHash<QString, OpFamily>& table, OpFamily family, std::initializer_list<const char*> opTypes)
{
    for (const char* opType : opTypes) {
        table.insert(QString::fromLatin1(opType), family);
    }
}

QHash<QString, OpFamily> makeTable()
{
    QHash<QString, OpFamily> table;
    addAll(table, OpFamily::Convolution,
           {"conv", "convtranspose", "convinteger", "deformconv", "gemm", "matmul", "matmulinteger", "attention",
            "lstm", "gru", "rnn", "einsum"});
    addAll(table, OpFamily::Normalization,
           {"batchnormalization", "batchnorm", "instancenormalization", "layernormalization", "groupnormalization",
            "lrn", "lpnormalization", "meanvariancenormalization", "preprocess", "normalize"});
    addAll(table, OpFamily::Activation,
           {"relu",      "leakyrelu",       "prelu", "elu",  "celu", "selu", "clip",    "sigmoid",    "hardsigmoid",
            "hardswish", "swish",           "silu",  "gelu", "mish", "tanh", "softmax", "logsoftmax", "softplus",
            "softsign",  "thresholdedrelu", "relu6", "lut"});
    addAll(table, OpFamily::Arithmetic, {"add",        "sub",       "mul",
                                         "div",        "neg",       "abs",
                                         "exp",        "log",       "sqrt",
                                         "reciprocal", "pow",       "sum",
                                         "mean",       "min",       "max",
                                         "floor",      "ceil",      "round",
                                         "erf",        "sin",       "cos",
                                         "mod",        "equal",     "greater",
                                         "less",       "and",       "or",
                                         "not",        "where",     "reducesum",
                                         "reducemean", "reducemax", "reducemin",
                                         "reducel2",   "argmax",    "argmin",
                                         "topk",       "cumsum",    "elementwiseadd",
                                         "eltwise"});
    addAll(table, OpFamily::Layout, {"reshape",  "transpose",     "flatten",         "squeeze", "unsqueeze",
                                     "concat",   "split",         "slice",           "gather",  "gatherelements",
                                     "gathernd", "scatternd",     "scatterelements", "expand",  "tile",
                                     "pad",      "depthtospace",  "spacetodepth",    "shape",   "size",
                                     "identity", "layoutconvert", "constantofshape", "range",   "onehot"});
    addAll(table, OpFamily::Quantize,
           {"quantize", "dequantize", "quantizelinear", "dequantizelinear", "dynamicquantizelinear", "requantize",
            "calibration", "fakequantize", "cast"});
    addAll(table, OpFamily::Pool,
           {"maxpool", "averagepool", "globalaveragepool", "globalmaxpool", "lppool", "globallppool", "roialign",
            "maxroipool", "resize", "upsample", "resizeupsample", "gridsample", "avgpool"});
    return table;
}

} // namespace

OpFamily opFamily(const QString& opType)
{
    static const QHash<QString, OpFamily> table = makeTable();
    const QString key = opType.toLower();
    if (const auto found = table.constFind(key); found != table.cend()) {
        return *found;
    }
    for (const QString& prefix :
         {u"qlinear"_s, u"hzqlinear"_s, u"hzsquantized"_s, u"hzquantized"_s, u"hzs"_s, u"hz"_s, u"bpu"_s, u"q"_s}) {
        if (!key.startsWith(prefix)) {
            continue;
        }
        if (const auto found = table.constFind(key.mid(prefix.size())); found != table.cend()) {
            return *found;
        }
    }
    return OpFamily::Other;
}

const QString& opFamilyKey(OpFamily family)
{
    static const std::array<QString, allOpFamilies.size()> keys{u"convolution"_s, u"normalization"_s, u"activation"_s,
                                                                u"arithmetic"_s,  u"layout"_s,        u"quantize"_s,
                                                                u"pool"_s,        u"other"_s};
    return keys[static_cast<std::size_t>(family)];
}

QString opFamilyName(OpFamily family)
{
    switch (family) {
    case OpFamily::Convolution:
        return QCoreApplication::translate("driftscope::OpFamily", "Convolution");
    case OpFamily::Normalization:
        return QCoreApplication::translate("driftscope::OpFamily", "Normalization");
    case OpFamily::Activation:
        return QCoreApplication::translate("driftscope::OpFamily", "Activation");
    case OpFamily::Arithmetic:
        return QCoreApplication::translate("driftscope::OpFamily", "Arithmetic");
    case OpFamily::Layout:
        return QCoreApplication::translate("driftscope::OpFamily", "Layout");
    case OpFamily::Quantize:
        return QCoreApplication::translate("driftscope::OpFamily", "Quantize");
    case OpFamily::Pool:
        return QCoreApplication::translate("driftscope::OpFamily", "Pool");
    case OpFamily::Other:
        break;
    }
    return QCoreApplication::translate("driftscope::OpFamily", "Other");
}

} // namespace driftscope
