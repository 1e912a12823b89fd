// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/LogRecords.h"

#include <functional>

namespace driftscope {

/// Reads the numpy arrays of the calibration samples as they stream by and keeps their statistics alone: a log may hold
/// thousands of them. The text may be cut between lines, not within a number.
class SampleReader
{
public:
    void open();
    void close();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    /// `inputNamed` gives the record of an input; it is asked for once for each array and line.
    void read(QStringView text, const std::function<LogInput&(const QString&)>& inputNamed);

private:
    [[nodiscard]] qsizetype readWord(QStringView text, qsizetype at);
    [[nodiscard]] qsizetype readQuoted(QStringView text, qsizetype at);
    [[nodiscard]] qsizetype readNumber(QStringView text, qsizetype at, LogInput* input) const;

    bool m_isOpen = false;
    QString m_input; ///< whose arrays these are; empty outside of them
    bool m_hasArray = false; ///< an array began and was not counted yet
};

} // namespace driftscope
