// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/board/DumpLook.h"
#include "core/board/DumpReadings.h"

namespace driftscope {

/// One reading of a dump and what speaks for it.
struct JudgedReading
{
    DumpDeclaration declaration;
    QString what; ///< one phrase: “as declared”, “as int16, from byte 64 on”
    QString reason; ///< one sentence why it is likely or not
    qint64 frames = 0; ///< that the file holds when it is read so; 0 when it does not fit
    qint64 size = 0; ///< of the file in bytes
    DumpLook look;
    double score = 0.0; ///< less is likelier
};

/// What is to be thought of a declaration.
struct DumpJudgement
{
    bool isDoubtful = false;
    QString verdict; ///< one sentence
    QStringList doubts; ///< one sentence for each thing that speaks against the declaration
    JudgedReading declared;
    QList<JudgedReading> likely; ///< readings that fit clearly better, the likeliest first; at most three
};

/// Looks whether bytes are what they are declared to be: do the sizes fit, is the padding zero, are neighbours alike as
/// in pictures and feature maps, are the values such as that type has. Data without any structure (noise, a few class
/// scores) give no reason to doubt, and none to believe.
[[nodiscard]] DumpJudgement judgeDump(const QByteArray& bytes, const DumpDeclaration& declared,
                                      const CancelToken& cancel);

} // namespace driftscope
