// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/DumpDeclaration.h"

#include <QStringList>

namespace driftscope {

/// One way in which bytes may be read instead of as declared.
struct DumpAlternative
{
    DumpDeclaration declaration;
    QStringList changes; ///< what differs from the declared one, one phrase each: “as int16”, “from byte 64 on”
};

/// Every usual mistake undone, alone and together: element type, layout, height and width exchanged, alignment, offset.
/// Only readings that `bytes` bytes hold exactly, in whole frames or with the padding left away. The declared one is
/// not among them.
[[nodiscard]] QList<DumpAlternative> alternativesTo(const DumpDeclaration& declared, qint64 bytes);

} // namespace driftscope
