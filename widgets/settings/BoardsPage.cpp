// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/BoardsPage.h"

#include "core/base/Profiles.h"
#include "core/board/BoardProbe.h"
#include "widgets/common/PaneTable.h"
#include "widgets/settings/BoardForm.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace driftscope {

BoardsPage::BoardsPage(Session& session, QWidget* parent)
    : ProfilesPage(session, parent)
    , m_boards(new BoardsModel(this))
    , m_form(new BoardForm(this))
{
    setUp(m_boards, m_form, nullptr, session.currentBoard());
}

void BoardsPage::fillModel()
{
    m_boards->setBoards(session().boards());
}

void BoardsPage::showInForm(int row)
{
    m_form->setBoard(m_boards->boards()[row]);
}

QString BoardsPage::nameForNew(int number) const
{
    return number == 1 ? tr("board") : tr("board %1").arg(number);
}

void BoardsPage::addNamed(const QString& name)
{
    session().addBoard({name, u"hrt_model_exec"_s});
}

void BoardsPage::removeNamed(const QString& name)
{
    QList<BoardProfile> left = session().boards();
    removeProfile(left, name);
    session().setBoards(left);
}

Result<QString> BoardsPage::typedName() const
{
    return m_form->board().map([](const BoardProfile& typed) { return typed.name; });
}

QString BoardsPage::takenSentence(const QString& name) const
{
    return tr("There is a board “%1” already; choose another name.").arg(name);
}

void BoardsPage::keepTyped(const QString& name)
{
    QList<BoardProfile> all = session().boards();
    replaceProfile(all, name, *m_form->board());
    session().setBoards(all);
}

QString BoardsPage::askingSentence(const QString& name) const
{
    return tr("Asking “%1” what it is…").arg(name);
}

void BoardsPage::ask(int row)
{
    probing().start<Result<BoardCapabilities>>(
        [asked = m_boards->boards()[row]](const CancelToken& cancel) { return probeBoard(asked, cancel); },
        [this, name = m_boards->nameOf(row)](const Result<BoardCapabilities>& found) { takeProbe(name, found); });
}

void BoardsPage::takeProbe(const QString& name, const Result<BoardCapabilities>& found)
{
    m_boards->setFound(name, found);
    say(found.map([&name](const BoardCapabilities& each) {
        return tr("“%1” works: %2, %3, %4 free.")
            .arg(name, each.versionLine, each.architecture, QLocale().formattedDataSize(each.freeBytes));
    }));
    if (const auto known = found ? ownProfileWith(m_boards->boards(), name, *found) : std::nullopt)
        session().addBoard(*known);
    updateButtons();
}

void BoardsPage::retranslate()
{
    ProfilesPage::retranslate();
    table()->setAccessibleName(tr("Boards"));
}

} // namespace driftscope
