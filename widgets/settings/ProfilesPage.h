// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/LatestJob.h"
#include "core/session/Session.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace driftscope {

class PaneTable;
class ProfileForm;
class ProfilesModel;

/// Profiles of one kind below each other, one of them as a form, with what can be done with them. Asking them happens
/// on a worker thread. A derived page knows the kind; its constructor ends with setUp().
class ProfilesPage : public QWidget
{
    Q_OBJECT

public:
    ~ProfilesPage() override;
    Q_DISABLE_COPY_MOVE(ProfilesPage)

    [[nodiscard]] PaneTable* table() const { return m_table; }
    [[nodiscard]] QLabel* note() const { return m_note; } ///< what is wrong, or what became of what was asked
    [[nodiscard]] QPushButton* addButton() const { return m_add; }
    [[nodiscard]] QPushButton* removeButton() const { return m_remove; }
    [[nodiscard]] QPushButton* testButton() const { return m_test; }
    [[nodiscard]] QPushButton* keepButton() const { return m_keep; }

protected:
    ProfilesPage(Session& session, QWidget* parent);
    /// `more` stands between the buttons that change the list and those that are for one profile; may be null.
    void setUp(ProfilesModel* model, ProfileForm* form, QPushButton* more, int selectedRow);

    void changeEvent(QEvent* event) override;

    virtual void fillModel() = 0; ///< with what the session has
    virtual void fitColumns();
    virtual void showInForm(int row) = 0;
    [[nodiscard]] virtual QString nameForNew(int number) const = 0; ///< `number` counts from one
    virtual void addNamed(const QString& name) = 0;
    virtual void removeNamed(const QString& name) = 0;
    [[nodiscard]] virtual Result<QString> typedName() const = 0; ///< or what is wrong with what is typed
    [[nodiscard]] virtual QString takenSentence(const QString& name) const = 0;
    /// Puts what is typed, which is right, in the place of the one of that name.
    virtual void keepTyped(const QString& name) = 0;
    [[nodiscard]] virtual QString askingSentence(const QString& name) const = 0;
    virtual void ask(int row) = 0; ///< by probing(); ends with updateButtons()
    virtual void updateButtons();
    virtual void retranslate();

    [[nodiscard]] Session& session() const { return m_session; }
    [[nodiscard]] LatestJob& probing() { return m_probing; }
    void say(const QString& sentence, bool isProblem);
    /// Says what was found, or why nothing was.
    void say(const Result<QString>& found);

private:
    void lay(QPushButton* more);
    void connectAll();
    void fill();
    void showCurrent();
    void add();
    void remove();
    [[nodiscard]] bool keep();
    void test();
    [[nodiscard]] int currentRow() const; ///< -1 where there is none

    Session& m_session;
    ProfilesModel* m_model = nullptr;
    PaneTable* m_table = nullptr;
    ProfileForm* m_form = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_keep = nullptr;
    bool m_isEdited = false;
    bool m_isFilling = false;
    LatestJob m_probing;
};

} // namespace driftscope
