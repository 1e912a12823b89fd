// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/ContractModel.h"
#include "core/session/LatestJob.h"
#include "core/session/Session.h"
#include "widgets/common/PaneTable.h"
#include "widgets/common/SelectionContext.h"

#include <QWidget>

class QComboBox;
class QSplitter;
class QStackedLayout;
class QTextBrowser;

namespace driftscope {

class EmptyState;
class PaneHeader;

/// The input contract of the open chain: places as rows, one input at a time, the first contradiction marked and said
/// in words. Read on a worker, since calibration files are opened.
class ContractPane : public QWidget
{
    Q_OBJECT

public:
    ContractPane(const Session& session, SelectionContext& selection, QWidget* parent = nullptr);

    [[nodiscard]] PaneTable* table() const { return m_table; }
    [[nodiscard]] QComboBox* inputs() const { return m_inputs; }
    [[nodiscard]] QTextBrowser* detail() const { return m_detail; }
    [[nodiscard]] PaneHeader* header() const { return m_header; }
    [[nodiscard]] bool isBusy() const { return m_job.isBusy(); }
    /// What is selected as tab separated text.
    void copySelection() const;

Q_SIGNALS:
    void ready(); ///< the contract of the current session is shown

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Contracts
    {
        QList<InputContract> inputs;
        QList<NameDifference> names;
    };

    void setUpTable();
    void reread();
    void showContracts(Contracts contracts);
    void showInput(int index);
    void showDetail();
    void retranslate();

    const Session& m_session;
    SelectionContext& m_context;
    LatestJob m_job;
    Contracts m_contracts;
    ContractModel m_model;
    PaneHeader* m_header = nullptr;
    QComboBox* m_inputs = nullptr;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QSplitter* m_splitter = nullptr;
    PaneTable* m_table = nullptr;
    QTextBrowser* m_detail = nullptr;
};

} // namespace driftscope
