// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"
#include "core/stages/foresight/FeedingCode.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace driftscope {

class ConfigPreview;
class WhatIf;

/// "What this will do": the forecast, what another choice would change, and the code to copy.
class ForesightPage : public QWidget
{
    Q_OBJECT

public:
    explicit ForesightPage(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] ConfigPreview* preview() const { return m_preview; }
    [[nodiscard]] WhatIf* whatIf() const { return m_whatIf; }
    [[nodiscard]] QPushButton* copyButton(FeedingLanguage language) const
    {
        return language == FeedingLanguage::Cpp ? m_copyCpp : m_copyPython;
    }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void copy(FeedingLanguage language);

    Session& m_session;
    WhatIf* m_whatIf = nullptr;
    ConfigPreview* m_preview = nullptr;
    QLabel* m_status = nullptr;
    QPushButton* m_copyCpp = nullptr;
    QPushButton* m_copyPython = nullptr;
};

} // namespace driftscope
