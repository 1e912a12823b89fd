// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"
#include "widgets/common/StatusLight.h"

#include <QWidget>

#include <array>

class QLabel;

namespace driftscope {

/// The three questions in a row, with what is known so far. Stands where the verdict will stand.
class QuestionsBar : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionsBar(const Session& session, QWidget* parent = nullptr);
    [[nodiscard]] Status status(int question) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    struct Column
    {
        StatusLight* light = nullptr;
        QLabel* question = nullptr;
        QLabel* answer = nullptr;
    };
    const Session& m_session;
    std::array<Column, 3> m_columns;
};

} // namespace driftscope
