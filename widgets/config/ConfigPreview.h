// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"

#include <QTextBrowser>

namespace driftscope {

struct InputForecast;
class Theme;

/// What the config will do, before anything is compiled: the nodes it inserts and what the board must feed.
class ConfigPreview : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ConfigPreview(const Session& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void keyActivated(const QString& key);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    [[nodiscard]] static QString inputHtml(const InputForecast& input, const Theme& theme);

    const Session& m_session;
};

} // namespace driftscope
