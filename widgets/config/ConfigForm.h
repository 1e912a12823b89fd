// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QScrollArea;

namespace driftscope {

class ConfigField;

/// The config as a form: the toolchain's four groups, a field for each key. Shows what is written, what must be, and
/// what findings are about; the rest on request.
class ConfigForm : public QWidget
{
    Q_OBJECT

public:
    explicit ConfigForm(Session& session, QWidget* parent = nullptr);
    ~ConfigForm() override;
    Q_DISABLE_COPY_MOVE(ConfigForm)

    [[nodiscard]] ConfigField* field(const QString& key) const;
    /// Scrolls to the key's field and marks it; shows it if it was left out.
    void showKey(const QString& key, bool takeFocus);
    [[nodiscard]] QLineEdit* filter() const { return m_filter; }

Q_SIGNALS:
    void keyEntered(const QString& key);
    void textRequested(const QString& key); ///< its value is to be edited in the text

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addGroup(const QString& group);
    void refresh();
    void showFindings();
    void showWhole(const ConfigField& field);
    void updateVisibility();
    void commit(const QString& key, const QString& value);
    [[nodiscard]] bool isWanted(const ConfigField& field) const;

    Session& m_session;
    QLineEdit* m_filter = nullptr;
    QCheckBox* m_all = nullptr;
    QLabel* m_broken = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_content = nullptr;
    QHash<QString, ConfigField*> m_fields;
    QList<std::pair<QLabel*, QList<ConfigField*>>> m_groups;
    QString m_highlighted;
};

} // namespace driftscope
