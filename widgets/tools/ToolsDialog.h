// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/JobRunner.h"
#include "core/session/LatestJob.h"
#include "core/session/Session.h"
#include "core/toolchain/tool/ToolReport.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace driftscope {

class LogRelay;
class ToolForm;
class ToolResultView;

/// The tools beside makertbin: one is chosen, its form filled in from the project, and run with the current toolchain;
/// what it says is shown as tables. Earlier runs are kept and shown again. Not modal.
class ToolsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ToolsDialog(Session& session, QWidget* parent = nullptr);
    ~ToolsDialog() override; ///< cancels what runs and waits for its end
    Q_DISABLE_COPY_MOVE(ToolsDialog)

    void chooseTool(const QString& name);

    [[nodiscard]] QListWidget* tools() const { return m_tools; }
    [[nodiscard]] ToolForm* form() const { return m_form; }
    [[nodiscard]] QLineEdit* commandLine() const { return m_command; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }
    [[nodiscard]] QPushButton* runButton() const { return m_run; }
    [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }
    [[nodiscard]] QLabel* problem() const { return m_problem; } ///< why it cannot run yet
    [[nodiscard]] QComboBox* earlierRuns() const { return m_earlier; } ///< the latest first; data: the folder
    [[nodiscard]] ToolResultView* result() const { return m_result; }
    [[nodiscard]] bool isBusy() const { return m_jobs.isBusy() || m_loading.isBusy(); }

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Shown
    {
        Result<ToolRun> run = failure(ErrorKind::Internal, {});
        ToolReport report;
        QStringList lines;
    };

    void lay();
    QWidget* makeSetup();
    QLayout* makeCommandRow();
    QLayout* makeRunRow();
    void connectParts();
    void retranslate();
    void showTool();
    void showForm();
    void showCommand();
    void run();
    void finish(const Result<ToolRun>& run);
    void listRuns(const QString& chosen);
    void load(const QString& folder);
    void show(const ToolRun& run, const ToolReport& report);
    [[nodiscard]] const ToolDescription* tool() const;
    [[nodiscard]] ToolchainProfile toolchain() const;
    [[nodiscard]] QString runsFolder() const;

    Session& m_session;
    QMap<QString, ToolValues> m_kept; ///< what was typed, by tool
    QListWidget* m_tools = nullptr;
    QLabel* m_help = nullptr;
    QLabel* m_files = nullptr; ///< what the tool reads and writes
    ToolForm* m_form = nullptr;
    QLabel* m_place = nullptr;
    QLineEdit* m_command = nullptr;
    QPushButton* m_copy = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_run = nullptr;
    QPushButton* m_cancel = nullptr;
    QLabel* m_earlierLabel = nullptr;
    QComboBox* m_earlier = nullptr;
    QPushButton* m_folder = nullptr;
    QPushButton* m_close = nullptr;
    ToolResultView* m_result = nullptr;
    std::shared_ptr<LogRelay> m_relay; ///< of the run that is shown
    LatestJob m_loading;
    JobRunner m_jobs; ///< last: a job that runs still tells of its lines
};

} // namespace driftscope
