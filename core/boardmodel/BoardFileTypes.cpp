// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boardmodel/BoardFileTypes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace driftscope {

namespace {

// Beyond the observed 1, 3, 5, 6, 7 and 8 the numbers of ONNX, which those that were observed agree with.
constexpr std::array<std::pair<int, DataType>, 11> elementTypes{{
    {1, DataType::Float32},
    {2, DataType::UInt8},
    {3, DataType::Int8},
    {4, DataType::UInt16},
    {5, DataType::Int16},
    {6, DataType::Int32},
    {7, DataType::Int64},
    {9, DataType::Bool},
    {11, DataType::Float64},
    {12, DataType::UInt32},
    {13, DataType::UInt64},
}};

constexpr std::array<std::pair<int, InputType>, 6> inputTypes{{
    {5, InputType::Featuremap},
    {6, InputType::Gray},
    {7, InputType::Nv12},
    {9, InputType::Yuv444},
    {10, InputType::Rgb},
    {11, InputType::Bgr},
}};

template <typename Rows, typename Value> Value valueOf(const Rows& rows, int code, Value fallback)
{
    const auto row = std::ranges::find_if(rows, [code](const auto& pair) { return pair.first == code; });
    return row == rows.end() ? fallback : row->second;
}

template <typename Rows, typename Value> int codeOf(const Rows& rows, Value value)
{
    const auto row = std::ranges::find_if(rows, [value](const auto& pair) { return pair.second == value; });
    return row == rows.end() ? 0 : row->first;
}

constexpr int nhwcCode = 0;
constexpr int nchwCode = 2;

} // namespace

DataType typeFromBoardFile(int code)
{
    return code == boardFileBytes ? DataType::UInt8 : valueOf(elementTypes, code, DataType::Undefined);
}

int boardFileTypeOf(DataType type)
{
    return codeOf(elementTypes, type);
}

InputType inputTypeFromBoardFile(int code)
{
    return valueOf(inputTypes, code, InputType::Unknown);
}

int boardFileInputTypeOf(InputType type)
{
    return codeOf(inputTypes, type);
}

TensorLayout layoutFromBoardFile(int code)
{
    if (code == nhwcCode)
        return TensorLayout::NHWC;
    return code == nchwCode ? TensorLayout::NCHW : TensorLayout::Unknown;
}

int boardFileLayoutOf(TensorLayout layout)
{
    return layout == TensorLayout::NHWC ? nhwcCode : nchwCode;
}

} // namespace driftscope
