// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/LogLine.h"
#include "core/toolchain/MakertbinLog.h"

namespace driftscope {

/// Reads the node table and the output table of every generation by the columns that their header names (`Threshold`,
/// `DataType` or `In/Out DataType` may be missing). Rows are of fixed width; where a document has lost the spacing they
/// are read word by word.
class LogTableParser
{
public:
    /// Whether the line belongs to a table: its rule, header or row. Rows are appended to the log.
    [[nodiscard]] bool handleLine(const LogLine& line, MakertbinLog& log);
    void close();

private:
    enum class Table
    {
        None,
        Nodes,
        Outputs
    };
    struct Column
    {
        QString name;
        qsizetype start = 0;
    };

    [[nodiscard]] bool openTable(const QString& text);
    [[nodiscard]] bool readNode(const LogLine& line, MakertbinLog& log) const;
    [[nodiscard]] bool readOutput(const LogLine& line, MakertbinLog& log) const;
    [[nodiscard]] QStringList cells(const QString& row) const;

    Table m_table = Table::None;
    QList<Column> m_columns;
};

} // namespace driftscope
