// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/RulesDialog.h"

#include "core/models/ModelRoles.h"
#include "widgets/common/PaneTable.h"
#include "widgets/common/Theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Words in any order, each somewhere in the row.
class RulesFilter : public QSortFilterProxyModel
{
public:
    explicit RulesFilter(QObject* parent)
        : QSortFilterProxyModel(parent)
    {
        setSortRole(SortRole);
        setSortCaseSensitivity(Qt::CaseInsensitive);
        setDynamicSortFilter(true);
    }

    void setWanted(const QString& text, bool onlyFound)
    {
        m_words = text.split(u' ', Qt::SkipEmptyParts);
        m_onlyFound = onlyFound;
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        const auto cell = [&](int column, int role) { return sourceModel()->index(row, column, parent).data(role); };
        if (m_onlyFound
            && cell(RulesModel::StateColumn, StatusRole).toInt() == static_cast<int>(RulesModel::State::Quiet))
            return false;
        QString all;
        for (int column = 0; column < RulesModel::ColumnCount; ++column)
            all += cell(column, Qt::DisplayRole).toString() + u'\n';
        return std::ranges::all_of(m_words,
                                   [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
    }

private:
    QStringList m_words;
    bool m_onlyFound = false;
};

/// What is found stands out, what is quiet steps back; severities in their colours.
class RulesDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Theme theme = Theme::fromPalette(option->palette);
        if (index.column() == RulesModel::IdColumn)
            option->font = theme.monoFont();
        if (const auto color = colorOf(index))
            option->palette.setColor(QPalette::Text, theme.color(*color));
    }

private:
    static std::optional<ThemeColor> colorOf(const QModelIndex& index)
    {
        const int status = index.data(StatusRole).toInt();
        switch (index.column()) {
        case RulesModel::StateColumn:
            return status == static_cast<int>(RulesModel::State::Found) ? ThemeColor::Accent : ThemeColor::MutedText;
        case RulesModel::Bernoulli2Column:
        case RulesModel::BayesColumn:
        case RulesModel::BayesEColumn:
            if (status == static_cast<int>(Severity::Error))
                return ThemeColor::Fail;
            return status == static_cast<int>(Severity::Warning) ? ThemeColor::Warn : ThemeColor::MutedText;
        case RulesModel::SourceColumn:
            return ThemeColor::MutedText;
        default:
            return std::nullopt;
        }
    }
};

} // namespace

RulesDialog::RulesDialog(const Session& session, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_shown(new RulesFilter(this))
    , m_search(new QLineEdit(this))
    , m_onlyFound(new QCheckBox(this))
    , m_table(new PaneTable(this))
    , m_detail(new QLabel(this))
    , m_count(new QLabel(this))
    , m_note(new QLabel(this))
    , m_goTo(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1440, 720);
    lay();
    connect(m_search, &QLineEdit::textChanged, this, &RulesDialog::filter);
    connect(m_onlyFound, &QCheckBox::toggled, this, &RulesDialog::filter);
    connect(m_table, &QAbstractItemView::activated, this, &RulesDialog::activate);
    connect(m_goTo, &QPushButton::clicked, this, [this] { activate(m_table->currentIndex()); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RulesDialog::showCounts);
    for (const auto signal : {&Session::configChanged, &Session::findingsChanged, &Session::ownRulesChanged})
        connect(&session, signal, this, &RulesDialog::fill);
    retranslate();
    fill();
    fitColumns();
}

void RulesDialog::lay()
{
    m_shown->setSourceModel(&m_rules);
    m_table->setModel(m_shown);
    m_table->setItemDelegate(new RulesDelegate(m_table));
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // the order of the documentation until a header is clicked
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_detail->setMinimumHeight(2 * fontMetrics().height());
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    for (QLabel* label : {m_detail, m_note}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_goTo->setAutoDefault(false);
    m_close->setAutoDefault(false);
    auto* top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(m_onlyFound);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_count, 1);
    bottom->addWidget(m_goTo);
    bottom->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    column->addWidget(m_detail);
    column->addWidget(m_note);
    column->addLayout(bottom);
}

/// The rows go before the table that shows them, and it tells of that.
RulesDialog::~RulesDialog()
{
    for (const QObject* child : findChildren<QObject*>())
        child->disconnect(this);
}

void RulesDialog::fill()
{
    const QModelIndex current = m_table->currentIndex();
    const QString id = current.data(NameRole).toString();
    Diagnostics accepted;
    for (const SettledFinding& each : m_session.acceptedFindings())
        accepted.append(each.finding);
    m_rules.setRules(*m_session.ownRules().rules(), m_session.findings(), accepted);
    if (const int row = m_rules.rowOf(id); row >= 0)
        m_table->setCurrentIndex(m_shown->mapFromSource(m_rules.index(row, current.column())));
    QStringList problems;
    for (const Error& problem : m_session.ownRules().problems())
        problems.append(problem.message);
    m_note->setText(problems.isEmpty() ? tr("Rules of your own are read from driftscope-rules.yaml beside the config; "
                                            "docs/own-rules.md says how they are written.")
                                       : problems.join(u'\n'));
    QPalette colors = palette();
    const Theme theme = Theme::fromPalette(palette());
    colors.setColor(QPalette::WindowText, theme.color(problems.isEmpty() ? ThemeColor::MutedText : ThemeColor::Fail));
    m_note->setPalette(colors);
    filter();
}

void RulesDialog::filter()
{
    static_cast<RulesFilter*>(m_shown)->setWanted(m_search->text(), m_onlyFound->isChecked());
    showCounts();
}

void RulesDialog::showCounts()
{
    m_count->setText(tr("%1 of %2 rules; %3 found something in this config")
                         .arg(m_shown->rowCount())
                         .arg(m_rules.rowCount())
                         .arg(m_rules.findingCount()));
    const QModelIndex current = m_table->currentIndex();
    m_detail->setText(m_rules.description(m_shown->mapToSource(current).row()));
    m_goTo->setEnabled(current.isValid() && m_rules.firstFinding(m_shown->mapToSource(current).row()) != nullptr);
}

/// Short columns have the room that they want, and what a rule finds has the rest.
void RulesDialog::fitColumns()
{
    constexpr int widestId = 270;
    constexpr int widestSource = 180;
    QHeaderView* header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(RulesModel::SummaryColumn, QHeaderView::Stretch);
    m_table->resizeColumnsToContents();
    const auto limit = [&](int column, int widest) {
        m_table->setColumnWidth(column, std::min(widest, m_table->columnWidth(column)));
    };
    limit(RulesModel::IdColumn, widestId);
    limit(RulesModel::SourceColumn, widestSource);
}

void RulesDialog::activate(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    if (const Diagnostic* finding = m_rules.firstFinding(m_shown->mapToSource(index).row())) {
        const Diagnostic copy = *finding; // whoever hears of it may change the config
        Q_EMIT findingActivated(copy);
    }
}

void RulesDialog::retranslate()
{
    setWindowTitle(tr("Rules"));
    m_search->setPlaceholderText(tr("Search: words of the id, the text, the source, or error, own, found"));
    m_search->setAccessibleName(tr("Search the rules"));
    m_onlyFound->setText(tr("&Only what found something here"));
    m_table->setAccessibleName(tr("Rules"));
    m_goTo->setText(tr("&Go to Finding"));
    m_close->setText(tr("Close"));
}

/// From the search into the table and back without a mouse.
bool RulesDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (m_shown->rowCount() > 0) {
                m_table->setFocus(Qt::TabFocusReason);
                if (!m_table->currentIndex().isValid())
                    m_table->setCurrentIndex(m_shown->index(0, RulesModel::IdColumn));
            }
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void RulesDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
        fill();
        fitColumns();
    }
}

} // namespace driftscope
