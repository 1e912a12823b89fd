// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/InputFormat.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr std::array<std::pair<InputType, QLatin1StringView>, 6> typeNames{{
    {InputType::Rgb, QLatin1StringView("rgb")},
    {InputType::Bgr, QLatin1StringView("bgr")},
    {InputType::Yuv444, QLatin1StringView("yuv444")},
    {InputType::Nv12, QLatin1StringView("nv12")},
    {InputType::Gray, QLatin1StringView("gray")},
    {InputType::Featuremap, QLatin1StringView("featuremap")},
}};

} // namespace

QString layoutName(TensorLayout layout)
{
    switch (layout) {
    case TensorLayout::NCHW:
        return u"NCHW"_s;
    case TensorLayout::NHWC:
        return u"NHWC"_s;
    case TensorLayout::Unknown:
        break;
    }
    return {};
}

std::optional<TensorLayout> layoutFromName(const QString& name)
{
    if (name == "NCHW"_L1)
        return TensorLayout::NCHW;
    if (name == "NHWC"_L1)
        return TensorLayout::NHWC;
    return std::nullopt;
}

QString inputTypeName(InputType type)
{
    for (const auto& [value, name] : typeNames) {
        if (value == type)
            return name;
    }
    return {};
}

std::optional<InputType> inputTypeFromName(const QString& name)
{
    for (const auto& [value, text] : typeNames) {
        if (text == name)
            return value;
    }
    return std::nullopt;
}

bool isImageType(InputType type)
{
    return type != InputType::Unknown && type != InputType::Featuremap;
}

int channelCount(InputType type)
{
    switch (type) {
    case InputType::Rgb:
    case InputType::Bgr:
    case InputType::Yuv444:
    case InputType::Nv12:
        return 3;
    case InputType::Gray:
        return 1;
    case InputType::Unknown:
    case InputType::Featuremap:
        break;
    }
    return 0;
}

} // namespace driftscope
