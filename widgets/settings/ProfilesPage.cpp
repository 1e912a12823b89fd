// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/ProfilesPage.h"

#include "core/models/ProfilesModel.h"
#include "widgets/common/PaneTable.h"
#include "widgets/common/Theme.h"
#include "widgets/settings/ProfileForm.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace driftscope {

ProfilesPage::ProfilesPage(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(new PaneTable(this))
{ }

void ProfilesPage::setUp(ProfilesModel* model, ProfileForm* form, QPushButton* more, int selectedRow)
{
    m_model = model;
    m_form = form;
    m_note = new QLabel(this);
    m_add = new QPushButton(this);
    m_remove = new QPushButton(this);
    m_test = new QPushButton(this);
    m_keep = new QPushButton(this);
    lay(more);
    connectAll();
    retranslate();
    fill();
    m_table->selectRow(std::max(0, selectedRow));
}

/// The rows may go before the table that shows them, and it tells of that.
ProfilesPage::~ProfilesPage()
{
    m_table->selectionModel()->disconnect(this);
    m_probing.cancel();
}

void ProfilesPage::lay(QPushButton* more)
{
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::StyledPanel);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_form);
    scroll->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    auto* buttons = new QHBoxLayout;
    QWidget* before = m_note;
    for (QPushButton* button : {m_add, m_remove, more, m_test, m_keep}) {
        if (button == m_test)
            buttons->addStretch(1);
        if (button == nullptr)
            continue;
        button->setAutoDefault(false);
        buttons->addWidget(button);
        setTabOrder(before, button);
        before = button;
    }
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_table, 2);
    column->addWidget(scroll, 3);
    column->addWidget(m_note);
    column->addLayout(buttons);
}

void ProfilesPage::connectAll()
{
    connect(m_add, &QPushButton::clicked, this, &ProfilesPage::add);
    connect(m_remove, &QPushButton::clicked, this, &ProfilesPage::remove);
    connect(m_test, &QPushButton::clicked, this, &ProfilesPage::test);
    connect(m_keep, &QPushButton::clicked, this, [this] { static_cast<void>(keep()); });
    connect(m_form, &ProfileForm::edited, this, [this] {
        m_isEdited = true;
        updateButtons();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ProfilesPage::showCurrent);
    connect(&m_session, &Session::profilesChanged, this, &ProfilesPage::fill);
}

int ProfilesPage::currentRow() const
{
    const int row = m_table->currentIndex().row();
    return row < m_model->rowCount() ? row : -1;
}

/// The session's profiles; what is being typed is not lost for that.
void ProfilesPage::fill()
{
    const int before = currentRow();
    const QString name = before >= 0 ? m_model->nameOf(before) : QString();
    m_isFilling = true;
    fillModel();
    fitColumns();
    const int row = m_model->rowOf(name);
    m_table->selectRow(std::max(0, row));
    m_isFilling = false;
    if (row < 0)
        showCurrent();
    updateButtons();
}

void ProfilesPage::fitColumns()
{
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void ProfilesPage::showCurrent()
{
    if (m_isFilling)
        return;
    const int row = currentRow();
    if (row >= 0)
        showInForm(row);
    m_isEdited = false;
    const QString sentence = m_model->sentence(row);
    say(sentence, !sentence.isEmpty());
    updateButtons();
}

void ProfilesPage::add()
{
    QString name = nameForNew(1);
    for (int number = 2; m_model->rowOf(name) >= 0; ++number)
        name = nameForNew(number);
    addNamed(name);
    m_table->selectRow(m_model->rowOf(name));
    m_form->name()->setFocus(Qt::OtherFocusReason);
    m_form->name()->selectAll();
}

void ProfilesPage::remove()
{
    const int row = currentRow();
    if (row < 0 || m_model->isSandbox(row))
        return;
    removeNamed(m_model->nameOf(row));
    showCurrent();
}

bool ProfilesPage::keep()
{
    const int row = currentRow();
    if (row < 0 || m_model->isSandbox(row) || !m_isEdited)
        return row >= 0;
    const auto typed = typedName();
    if (!typed) {
        say(typed.error().message, true);
        return false;
    }
    const QString name = m_model->nameOf(row);
    if (*typed != name && m_model->rowOf(*typed) >= 0) {
        say(takenSentence(*typed), true);
        return false;
    }
    keepTyped(name);
    m_table->selectRow(m_model->rowOf(*typed));
    showCurrent();
    return true;
}

void ProfilesPage::test()
{
    if (!keep())
        return;
    const QString name = m_model->nameOf(currentRow());
    m_model->setState(name, ProfilesModel::State::Probing);
    say(askingSentence(name), false);
    ask(currentRow());
    updateButtons();
}

void ProfilesPage::say(const QString& sentence, bool isProblem)
{
    m_note->setText(sentence);
    QPalette colors = palette();
    const Theme theme = Theme::fromPalette(palette());
    colors.setColor(QPalette::WindowText, theme.color(isProblem ? ThemeColor::Fail : ThemeColor::MutedText));
    m_note->setPalette(colors);
}

void ProfilesPage::say(const Result<QString>& found)
{
    say(found ? *found : found.error().message, !found);
}

void ProfilesPage::updateButtons()
{
    const int row = currentRow();
    const bool isOwn = row >= 0 && !m_model->isSandbox(row);
    m_remove->setEnabled(isOwn);
    m_keep->setEnabled(isOwn && m_isEdited);
    m_test->setEnabled(row >= 0 && !m_probing.isBusy());
}

void ProfilesPage::retranslate()
{
    m_add->setText(tr("A&dd"));
    m_remove->setText(tr("&Remove"));
    m_test->setText(tr("Te&st"));
    m_keep->setText(tr("Sa&ve Changes"));
}

void ProfilesPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fill();
    }
}

} // namespace driftscope
