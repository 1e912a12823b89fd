// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/MachineMemory.h"

#include <unistd.h>

#include <algorithm>

namespace driftscope {

qint64 machineMemory()
{
    const qint64 pages = ::sysconf(_SC_PHYS_PAGES);
    return std::max<qint64>(0, pages) * ::sysconf(_SC_PAGESIZE);
}

} // namespace driftscope
