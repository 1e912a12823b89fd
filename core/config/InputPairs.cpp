// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/InputPairs.h"

namespace driftscope {

bool isLegalPair(InputType train, InputType runtime)
{
    const bool isYuv = runtime == InputType::Yuv444 || runtime == InputType::Nv12;
    switch (train) {
    case InputType::Yuv444:
        return isYuv;
    case InputType::Rgb:
    case InputType::Bgr:
        return isYuv || runtime == InputType::Rgb || runtime == InputType::Bgr;
    case InputType::Gray:
    case InputType::Featuremap:
        return runtime == train;
    case InputType::Nv12:
    case InputType::Unknown:
        return false;
    }
    return false;
}

} // namespace driftscope
