// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/tool/ToolReport.h"

#include <QTabWidget>

class QLabel;
class QPlainTextEdit;

namespace driftscope {

class PaneTable;

/// A run of a tool: its verdict above, its tables one a tab, and the log last.
class ToolResultView : public QWidget
{
    Q_OBJECT

public:
    explicit ToolResultView(QWidget* parent = nullptr);

    void clear(); ///< for a run that begins: the log is shown
    void appendLines(const QStringList& lines);
    void setReport(const ToolReport& report);
    void setMessage(const QString& message, bool isProblem);
    void setLog(const QStringList& lines);

    [[nodiscard]] QLabel* verdict() const { return m_verdict; }
    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }
    [[nodiscard]] QPlainTextEdit* log() const { return m_log; }
    [[nodiscard]] PaneTable* table(int tab) const; ///< null for the log

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void removeTables();
    void addTable(const ToolTable& table);
    void colour();
    void copyRows(const PaneTable& table) const;

    QLabel* m_verdict = nullptr;
    QTabWidget* m_tabs = nullptr;
    QPlainTextEdit* m_log = nullptr;
    bool m_isProblem = false;
};

} // namespace driftscope
