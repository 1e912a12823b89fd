// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Parsers.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Entry point of libFuzzer; which parser it is for is decided by the build.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray content(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    for (const driftscope::fuzz::NamedParser& parser : driftscope::fuzz::parsers()) {
        if (std::string_view(parser.name) == DRIFTSCOPE_FUZZED_PARSER)
            static_cast<void>(parser.parse(content));
    }
    return 0;
}
