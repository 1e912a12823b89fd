// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"
#include "core/stages/foresight/FeedingCode.h"

#include <QTextBrowser>

namespace driftscope {

/// The forecast of a session's config; empty where none is open. Knows the model where the float stage is open.
[[nodiscard]] ConversionForecast sessionForecast(const Session& session, const ConfigDocument& config);

/// What the config will do, before anything is compiled: every stage's input, the nodes it inserts, what the board must
/// feed and the code that does it. Follows the config as it is edited.
class ConfigPreview : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ConfigPreview(const Session& session, QWidget* parent = nullptr);

    /// The functions of all inputs; empty where there is no config or it is refused.
    [[nodiscard]] QString code(FeedingLanguage language) const;

Q_SIGNALS:
    void keyActivated(const QString& key);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    const Session& m_session;
};

} // namespace driftscope
