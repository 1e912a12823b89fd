// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/PerInputModel.h"
#include "core/session/Session.h"
#include "widgets/common/PaneTable.h"

namespace driftscope {

/// The network's inputs in rows and what the config says of each in columns, so that nobody counts semicolons. What is
/// not written is shown muted: the toolchain decides it.
class InputsTable : public PaneTable
{
    Q_OBJECT

public:
    explicit InputsTable(Session& session, QWidget* parent = nullptr);
    [[nodiscard]] const PerInputModel& inputs() const { return m_model; }
    void showKey(const QString& key);

Q_SIGNALS:
    void keyEntered(const QString& key);

private:
    void refresh();

    Session& m_session;
    PerInputModel m_model;
};

} // namespace driftscope
