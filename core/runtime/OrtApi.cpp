// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/OrtApi.h"

namespace driftscope {

QString takeMessage(const OrtApi& api, OrtStatus* status)
{
    if (status == nullptr)
        return {};
    QString message = QString::fromUtf8(api.GetErrorMessage(status)).simplified();
    api.ReleaseStatus(status);
    return message.isEmpty() ? QStringLiteral("?") : message;
}

} // namespace driftscope
