// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/BoardsPage.h"

#include "core/board/BoardProbe.h"
#include "widgets/common/PaneTable.h"
#include "widgets/common/Theme.h"
#include "widgets/settings/BoardForm.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

BoardsPage::BoardsPage(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(new PaneTable(this))
    , m_form(new BoardForm(this))
    , m_note(new QLabel(this))
    , m_add(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_test(new QPushButton(this))
    , m_keep(new QPushButton(this))
{
    lay();
    connectAll();
    retranslate();
    fill();
    m_table->selectRow(std::max(0, session.currentBoard()));
}

/// The rows go before the table that shows them, and it tells of that.
BoardsPage::~BoardsPage()
{
    m_table->selectionModel()->disconnect(this);
    m_probing.cancel();
}

void BoardsPage::lay()
{
    m_table->setModel(&m_boards);
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
    for (QPushButton* button : {m_add, m_remove, m_test, m_keep}) {
        button->setAutoDefault(false);
        if (button == m_test)
            buttons->addStretch(1);
        buttons->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_table, 2);
    column->addWidget(scroll, 3);
    column->addWidget(m_note);
    column->addLayout(buttons);
}

void BoardsPage::connectAll()
{
    connect(m_add, &QPushButton::clicked, this, &BoardsPage::add);
    connect(m_remove, &QPushButton::clicked, this, &BoardsPage::remove);
    connect(m_test, &QPushButton::clicked, this, &BoardsPage::test);
    connect(m_keep, &QPushButton::clicked, this, [this] { static_cast<void>(keep()); });
    connect(m_form, &BoardForm::edited, this, [this] {
        m_isEdited = true;
        updateButtons();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BoardsPage::showCurrent);
    connect(&m_session, &Session::profilesChanged, this, &BoardsPage::fill);
}

const BoardProfile* BoardsPage::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_boards.rowCount() ? &m_boards.boards()[row] : nullptr;
}

/// The session's boards; what is being typed is not lost for that.
void BoardsPage::fill()
{
    const BoardProfile* before = current();
    const QString name = before != nullptr ? before->name : QString();
    m_isFilling = true;
    m_boards.setBoards(m_session.boards());
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int row = m_boards.rowOf(name);
    m_table->selectRow(std::max(0, row));
    m_isFilling = false;
    if (row < 0)
        showCurrent();
    updateButtons();
}

void BoardsPage::showCurrent()
{
    if (m_isFilling)
        return;
    if (const BoardProfile* shown = current())
        m_form->setBoard(*shown);
    m_isEdited = false;
    const QString sentence = m_boards.sentence(m_table->currentIndex().row());
    say(sentence, !sentence.isEmpty());
    updateButtons();
}

void BoardsPage::add()
{
    QString name = tr("board");
    for (int number = 2; m_boards.rowOf(name) >= 0; ++number)
        name = tr("board %1").arg(number);
    m_session.addBoard({name, u"hrt_model_exec"_s});
    m_table->selectRow(m_boards.rowOf(name));
    m_form->name()->setFocus(Qt::OtherFocusReason);
    m_form->name()->selectAll();
}

void BoardsPage::remove()
{
    const BoardProfile* gone = current();
    if (gone == nullptr || gone->isSandbox)
        return;
    QList<BoardProfile> left = m_session.boards();
    const QString name = gone->name;
    left.removeIf([&name](const BoardProfile& each) { return each.name == name; });
    m_session.setBoards(left);
    showCurrent();
}

bool BoardsPage::keep()
{
    const BoardProfile* before = current();
    if (before == nullptr || before->isSandbox || !m_isEdited)
        return before != nullptr;
    const auto typed = m_form->board();
    if (!typed) {
        say(typed.error().message, true);
        return false;
    }
    const QString name = before->name;
    if (typed->name != name && m_boards.rowOf(typed->name) >= 0) {
        say(tr("There is a board “%1” already; choose another name.").arg(typed->name), true);
        return false;
    }
    QList<BoardProfile> all = m_session.boards();
    const auto found = std::ranges::find(all, name, &BoardProfile::name);
    if (found == all.end())
        return false;
    *found = *typed;
    m_session.setBoards(all);
    m_table->selectRow(m_boards.rowOf(typed->name));
    showCurrent();
    return true;
}

void BoardsPage::test()
{
    if (!keep())
        return;
    const BoardProfile asked = *current();
    m_boards.setProbing(asked.name);
    say(tr("Asking “%1” what it is…").arg(asked.name), false);
    m_probing.start<Result<BoardCapabilities>>(
        [asked](const CancelToken& cancel) { return probeBoard(asked, cancel); },
        [this, name = asked.name](const Result<BoardCapabilities>& found) { takeProbe(name, found); });
    updateButtons();
}

void BoardsPage::takeProbe(const QString& name, const Result<BoardCapabilities>& found)
{
    m_boards.setFound(name, found);
    if (!found) {
        say(found.error().message, true);
    } else {
        say(tr("“%1” works: %2, %3, %4 free.")
                .arg(name, found->versionLine, found->architecture, QLocale().formattedDataSize(found->freeBytes)),
            false);
        const int row = m_boards.rowOf(name);
        if (row >= 0 && !m_boards.boards()[row].isSandbox) {
            BoardProfile known = m_boards.boards()[row];
            known.capabilities = *found;
            m_session.addBoard(known);
        }
    }
    updateButtons();
}

void BoardsPage::say(const QString& sentence, bool isProblem)
{
    m_note->setText(sentence);
    QPalette colors = palette();
    const Theme theme = Theme::fromPalette(palette());
    colors.setColor(QPalette::WindowText, theme.color(isProblem ? ThemeColor::Fail : ThemeColor::MutedText));
    m_note->setPalette(colors);
}

void BoardsPage::updateButtons()
{
    const BoardProfile* shown = current();
    const bool isOwn = shown != nullptr && !shown->isSandbox;
    m_remove->setEnabled(isOwn);
    m_keep->setEnabled(isOwn && m_isEdited);
    m_test->setEnabled(shown != nullptr && !m_probing.isBusy());
}

void BoardsPage::retranslate()
{
    m_table->setAccessibleName(tr("Boards"));
    m_add->setText(tr("A&dd"));
    m_remove->setText(tr("&Remove"));
    m_test->setText(tr("Te&st"));
    m_keep->setText(tr("Sa&ve Changes"));
}

void BoardsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fill();
    }
}

} // namespace driftscope
