// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigSchema.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace driftscope {

/// What is known of one key, under its field: what it means, its facts for the chosen march and what goes wrong;
/// versions and sources behind a button. Its texts can be selected, copied and read by keyboard.
class KeyHelp : public QWidget
{
    Q_OBJECT

public:
    /// The schema must outlive the help.
    KeyHelp(const ConfigSchema& schema, const ConfigKeyInfo& info, QWidget* parent = nullptr);

    void setMarch(March march);
    [[nodiscard]] QLabel* text() const { return m_text; }
    [[nodiscard]] QLabel* sources() const { return m_sources; }
    [[nodiscard]] QToolButton* sourcesButton() const { return m_more; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void write();
    [[nodiscard]] QLabel* addLabel(const QString& accessibleName);

    const ConfigSchema& m_schema;
    ConfigKeyInfo m_info;
    March m_march = March::Unknown;
    QLabel* m_text = nullptr;
    QToolButton* m_more = nullptr;
    QLabel* m_sources = nullptr;
};

} // namespace driftscope
