// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/LogLine.h"
#include "core/toolchain/MakertbinLog.h"

namespace driftscope {

/// hb_model_modifier: the tensors and nodes of a .bin as protobuf text over many lines, and what was removed.
class ModificationParser
{
public:
    [[nodiscard]] bool handleLine(const LogLine& line, MakertbinLog& log);
    void close(MakertbinLog& log); ///< what was being read is kept so far as it came

private:
    [[nodiscard]] bool readAction(const LogLine& line, MakertbinLog& log);
    [[nodiscard]] bool readField(const QString& text, MakertbinLog& log);
    void open(const QString& text, int number);
    void take(const QString& key, const QString& value, MakertbinLog& log);

    QString m_role; ///< `input`, `output`, `value_info`, `node`: what the section lists
    bool m_isOpen = false;
    bool m_hasOpened = false; ///< ever
    bool m_isNode = false;
    int m_depth = 0; ///< open braces
    LogBinTensor m_tensor;
    LogBinNode m_node;
};

/// hb_verifier and hb_model_verifier: what was compared and how far it differs.
class ComparisonParser
{
public:
    [[nodiscard]] bool handleLine(const LogLine& line, MakertbinLog& log);

private:
    [[nodiscard]] LogComparison& open(const LogLine& line, MakertbinLog& log) const;

    QString m_sources; ///< that are being compared
    QString m_output; ///< the output that is being compared
};

} // namespace driftscope
