// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/ToolchainsPage.h"

#include "core/toolchain/ToolchainProbe.h"
#include "widgets/common/PaneTable.h"
#include "widgets/common/Theme.h"
#include "widgets/settings/ToolchainForm.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

ToolchainsPage::ToolchainsPage(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(new PaneTable(this))
    , m_form(new ToolchainForm(this))
    , m_note(new QLabel(this))
    , m_add(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_find(new QPushButton(this))
    , m_test(new QPushButton(this))
    , m_keep(new QPushButton(this))
{
    lay();
    connectAll();
    retranslate();
    fill();
    m_table->selectRow(std::max(0, session.currentToolchain()));
}

/// The rows go before the table that shows them, and it tells of that.
ToolchainsPage::~ToolchainsPage()
{
    m_table->selectionModel()->disconnect(this);
    m_probing.cancel();
    m_finding.cancel();
}

void ToolchainsPage::lay()
{
    m_table->setModel(&m_toolchains);
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
    for (QPushButton* button : {m_add, m_remove, m_find, m_test, m_keep}) {
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

void ToolchainsPage::connectAll()
{
    connect(m_add, &QPushButton::clicked, this, &ToolchainsPage::add);
    connect(m_remove, &QPushButton::clicked, this, &ToolchainsPage::remove);
    connect(m_find, &QPushButton::clicked, this, &ToolchainsPage::find);
    connect(m_test, &QPushButton::clicked, this, &ToolchainsPage::test);
    connect(m_keep, &QPushButton::clicked, this, [this] { static_cast<void>(keep()); });
    connect(m_form, &ToolchainForm::edited, this, [this] {
        m_isEdited = true;
        updateButtons();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ToolchainsPage::showCurrent);
    connect(&m_session, &Session::profilesChanged, this, &ToolchainsPage::fill);
}

const ToolchainProfile* ToolchainsPage::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_toolchains.rowCount() ? &m_toolchains.toolchains()[row] : nullptr;
}

/// The session's toolchains; what is being typed is not lost for that.
void ToolchainsPage::fill()
{
    const ToolchainProfile* before = current();
    const QString name = before != nullptr ? before->name : QString();
    m_isFilling = true;
    m_toolchains.setToolchains(m_session.toolchains());
    constexpr int widestPlace = 330;
    m_table->resizeColumnsToContents();
    m_table->setColumnWidth(ToolchainsModel::PlaceColumn,
                            std::min(widestPlace, m_table->columnWidth(ToolchainsModel::PlaceColumn)));
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int row = m_toolchains.rowOf(name);
    m_table->selectRow(std::max(0, row));
    m_isFilling = false;
    if (row < 0)
        showCurrent();
    updateButtons();
}

void ToolchainsPage::showCurrent()
{
    if (m_isFilling)
        return;
    if (const ToolchainProfile* shown = current())
        m_form->setToolchain(*shown);
    m_isEdited = false;
    const QString sentence = m_toolchains.sentence(m_table->currentIndex().row());
    say(sentence, !sentence.isEmpty());
    updateButtons();
}

void ToolchainsPage::add()
{
    QString name = u"hb_mapper"_s;
    for (int number = 2; m_toolchains.rowOf(name) >= 0; ++number)
        name = u"hb_mapper %1"_s.arg(number);
    m_session.addToolchain({name, u"hb_mapper"_s});
    m_table->selectRow(m_toolchains.rowOf(name));
    m_form->name()->setFocus(Qt::OtherFocusReason);
    m_form->name()->selectAll();
}

void ToolchainsPage::remove()
{
    const ToolchainProfile* gone = current();
    if (gone == nullptr || gone->isSandbox)
        return;
    QList<ToolchainProfile> left = m_session.toolchains();
    const QString name = gone->name;
    left.removeIf([&name](const ToolchainProfile& each) { return each.name == name; });
    m_session.setToolchains(left);
    showCurrent();
}

bool ToolchainsPage::keep()
{
    const ToolchainProfile* before = current();
    if (before == nullptr || before->isSandbox || !m_isEdited)
        return before != nullptr;
    const auto typed = m_form->toolchain();
    if (!typed) {
        say(typed.error().message, true);
        return false;
    }
    const QString name = before->name;
    if (typed->name != name && m_toolchains.rowOf(typed->name) >= 0) {
        say(tr("There is a toolchain “%1” already; choose another name.").arg(typed->name), true);
        return false;
    }
    QList<ToolchainProfile> all = m_session.toolchains();
    const auto found = std::ranges::find(all, name, &ToolchainProfile::name);
    if (found == all.end())
        return false;
    *found = *typed;
    m_session.setToolchains(all);
    m_table->selectRow(m_toolchains.rowOf(typed->name));
    showCurrent();
    return true;
}

void ToolchainsPage::find()
{
    say(tr("Looking for hb_mapper, images and running containers…"), false);
    m_finding.start<Result<QList<ToolchainProfile>>>(
        [](const CancelToken& cancel) {
            Progress progress;
            return discoverToolchains(cancel, progress);
        },
        [this](const Result<QList<ToolchainProfile>>& found) { takeFound(found); });
    updateButtons();
}

void ToolchainsPage::takeFound(const Result<QList<ToolchainProfile>>& found)
{
    if (!found) {
        say(found.error().message, true);
    } else {
        QList<ToolchainProfile> all = m_session.toolchains();
        const qsizetype before = all.size();
        for (const ToolchainProfile& each : *found) {
            if (std::ranges::find(all, each.name, &ToolchainProfile::name) == all.end())
                all.append(each);
        }
        m_session.setToolchains(all);
        say(all.size() == before ? tr("Nothing new was found.")
                                 : tr("Toolchains found and added: %1.").arg(all.size() - before),
            false);
    }
    updateButtons();
}

void ToolchainsPage::test()
{
    if (!keep())
        return;
    const ToolchainProfile asked = *current();
    m_toolchains.setState(asked.name, ToolchainsModel::State::Probing);
    say(tr("Asking “%1” for its version…").arg(asked.name), false);
    m_probing.start<Result<ToolchainCapabilities>>(
        [asked](const CancelToken& cancel) { return probeToolchain(asked, cancel); },
        [this, name = asked.name](const Result<ToolchainCapabilities>& found) { takeProbe(name, found); });
    updateButtons();
}

void ToolchainsPage::takeProbe(const QString& name, const Result<ToolchainCapabilities>& found)
{
    if (!found) {
        m_toolchains.setState(name, ToolchainsModel::State::Fails, found.error().message);
        say(found.error().message, true);
    } else {
        m_toolchains.setState(name, ToolchainsModel::State::Works);
        say(tr("“%1” works: %2").arg(name, found->versionLine), false);
        const int row = m_toolchains.rowOf(name);
        if (row >= 0 && !m_toolchains.toolchains()[row].isSandbox) {
            ToolchainProfile known = m_toolchains.toolchains()[row];
            known.capabilities = *found;
            m_session.addToolchain(known);
        }
    }
    updateButtons();
}

void ToolchainsPage::say(const QString& sentence, bool isProblem)
{
    m_note->setText(sentence);
    QPalette colors = palette();
    const Theme theme = Theme::fromPalette(palette());
    colors.setColor(QPalette::WindowText, theme.color(isProblem ? ThemeColor::Fail : ThemeColor::MutedText));
    m_note->setPalette(colors);
}

void ToolchainsPage::updateButtons()
{
    const ToolchainProfile* shown = current();
    const bool isOwn = shown != nullptr && !shown->isSandbox;
    m_remove->setEnabled(isOwn);
    m_keep->setEnabled(isOwn && m_isEdited);
    m_test->setEnabled(shown != nullptr && !m_probing.isBusy());
    m_find->setEnabled(!m_finding.isBusy());
}

void ToolchainsPage::retranslate()
{
    m_table->setAccessibleName(tr("Toolchains"));
    m_add->setText(tr("A&dd"));
    m_remove->setText(tr("&Remove"));
    m_find->setText(tr("Find A&utomatically"));
    m_test->setText(tr("Te&st"));
    m_keep->setText(tr("Sa&ve Changes"));
}

void ToolchainsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fill();
    }
}

} // namespace driftscope
