// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QLineEdit>
#include <QMap>
#include <QPlainTextEdit>
#include <QWidget>

#include <utility>

class QFormLayout;

namespace driftscope {

/// One profile to be typed: the fields that every kind has, and its place, by which a derived form shows its own.
/// Its constructor hands all of them to setRows() in their order.
class ProfileForm : public QWidget
{
    Q_OBJECT

public:
    [[nodiscard]] QLineEdit* name() const { return m_name; }
    [[nodiscard]] QComboBox* place() const { return m_place; }
    [[nodiscard]] QLineEdit* program() const { return m_program; }
    [[nodiscard]] QPlainTextEdit* arguments() const { return m_arguments; }
    [[nodiscard]] QPlainTextEdit* environment() const { return m_environment; }
    [[nodiscard]] QPlainTextEdit* options() const { return m_options; }
    [[nodiscard]] QLineEdit* folder() const { return m_folder; }

Q_SIGNALS:
    void edited(); ///< by the person

protected:
    explicit ProfileForm(QWidget* parent);

    void changeEvent(QEvent* event) override;

    /// One below the other, by the Tab key too. Lines and texts tell that they are edited, others do that themselves.
    void setRows(const QList<QWidget*>& fields);
    void setRowVisible(QWidget* field, bool isVisible);
    void setRowName(QWidget* field, const QString& text); ///< `text` may mark a key by “&”
    virtual void adaptToPlace() = 0; ///< shows what can be typed for the chosen place
    virtual void retranslate();

    template <typename Profile> void showCommon(const Profile& profile);
    /// Options and folder are those of another place than this machine.
    template <typename Profile> [[nodiscard]] Profile typedCommon(decltype(Profile::place) thisMachine) const;
    template <typename Place> [[nodiscard]] Place chosenPlace() const;

    [[nodiscard]] static QStringList linesOf(const QPlainTextEdit* edit);
    /// Text before and behind the first “=”.
    [[nodiscard]] static std::pair<QString, QString> halves(const QString& line);

private:
    void setVariables(const QMap<QString, QString>& variables);
    [[nodiscard]] QMap<QString, QString> variables() const;

    QFormLayout* m_form = nullptr;
    QLineEdit* m_name = nullptr;
    QComboBox* m_place = nullptr;
    QLineEdit* m_program = nullptr;
    QPlainTextEdit* m_arguments = nullptr;
    QPlainTextEdit* m_environment = nullptr;
    QPlainTextEdit* m_options = nullptr;
    QLineEdit* m_folder = nullptr;
};

template <typename Profile> void ProfileForm::showCommon(const Profile& profile)
{
    m_name->setText(profile.name);
    m_place->setCurrentIndex(m_place->findData(static_cast<int>(profile.place)));
    m_program->setText(profile.program);
    m_arguments->setPlainText(profile.arguments.join(u'\n'));
    setVariables(profile.environment);
    m_options->setPlainText(profile.options.join(u'\n'));
    m_folder->setText(profile.folderThere);
    adaptToPlace();
    setEnabled(!profile.isSandbox);
}

template <typename Profile> Profile ProfileForm::typedCommon(decltype(Profile::place) thisMachine) const
{
    Profile typed;
    typed.name = m_name->text().trimmed();
    typed.place = chosenPlace<decltype(Profile::place)>();
    typed.program = m_program->text().trimmed();
    typed.arguments = linesOf(m_arguments);
    typed.environment = variables();
    if (typed.place != thisMachine) {
        typed.options = linesOf(m_options);
        typed.folderThere = m_folder->text().trimmed();
    }
    return typed;
}

template <typename Place> Place ProfileForm::chosenPlace() const
{
    return static_cast<Place>(m_place->currentData().toInt());
}

} // namespace driftscope
