// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/contract/ContractPane.h"

#include "core/models/ModelRoles.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/PaneHeader.h"
#include "widgets/common/Theme.h"
#include "widgets/contract/ContractDelegate.h"
#include "widgets/contract/ContractText.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

ContractPane::ContractPane(const Session& session, SelectionContext& selection, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_context(selection)
    , m_header(new PaneHeader(this))
    , m_inputs(new QComboBox(this))
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState(this))
    , m_splitter(new QSplitter(this))
    , m_table(new PaneTable(m_splitter))
    , m_detail(new QTextBrowser(m_splitter))
{
    setUpTable();
    m_detail->setOpenLinks(false);
    m_detail->setFrameShape(QFrame::NoFrame);
    m_detail->document()->setDocumentMargin(spacing::wide);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({820, 340});
    m_header->addHeaderWidget(m_inputs);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(m_stack, 1);
    for (const auto signal : {&Session::stagesChanged, &Session::configChanged, &Session::projectChanged,
                              &Session::comparisonChanged, &Session::languageChanged})
        connect(&session, signal, this, &ContractPane::reread);
    connect(m_inputs, &QComboBox::currentIndexChanged, this, &ContractPane::showInput);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ContractPane::showDetail);
    connect(m_detail, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        if (const QString target = url.toString(); target.startsWith("key:"_L1))
            m_context.select(Selection::configKey(target.section(u':', 1)));
    });
    retranslate();
    reread();
}

void ContractPane::setUpTable()
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new ContractDelegate(m_table));
}

void ContractPane::reread()
{
    const ConfigDocument* config = m_session.config();
    if (config == nullptr && m_session.chain().stages.isEmpty()) {
        m_job.cancel();
        showContracts({});
        return;
    }
    const std::optional<ConfigDocument> document = config != nullptr ? std::optional(*config) : std::nullopt;
    m_job.start<Contracts>(
        [chain = m_session.chain(), document, fed = m_session.boardCapture()](const CancelToken&) {
            const ContractSubject subject = contractSubject(chain, document ? &*document : nullptr, fed.get());
            return Contracts{inputContracts(subject), nameDifferences(subject)};
        },
        [this](Contracts contracts) {
            showContracts(std::move(contracts));
            Q_EMIT ready();
        });
}

void ContractPane::showContracts(Contracts contracts)
{
    const QString shown = m_inputs->currentText();
    m_contracts = std::move(contracts);
    {
        const QSignalBlocker blocker(m_inputs);
        m_inputs->clear();
        for (const InputContract& contract : m_contracts.inputs)
            m_inputs->addItem(contract.input);
        m_inputs->setCurrentIndex(std::max(0, m_inputs->findText(shown)));
    }
    m_inputs->setVisible(m_contracts.inputs.size() > 1);
    m_stack->setCurrentWidget(m_contracts.inputs.isEmpty() ? static_cast<QWidget*>(m_empty) : m_splitter);
    showInput(m_inputs->currentIndex());
}

void ContractPane::showInput(int index)
{
    const bool isKnown = index >= 0 && index < m_contracts.inputs.size();
    m_model.setContract(isKnown ? m_contracts.inputs[index] : InputContract());
    m_table->fitColumns();
    const int first = m_model.contract().firstContradiction;
    if (!isKnown)
        m_header->setSubtitle({});
    else if (first < 0)
        m_header->setSubtitle(tr("%1: no contradiction").arg(m_model.contract().input));
    else
        m_header->setSubtitle(tr("%1: the first contradiction is at “%2”")
                                  .arg(m_model.contract().input, m_model.contract().rows[first].title));
    if (m_model.rowCount() > 0)
        m_table->selectRow(std::max(0, first));
    showDetail();
}

void ContractPane::showDetail()
{
    const Theme theme = Theme::fromPalette(palette());
    const int row = m_table->currentIndex().row();
    const QList<ContractRow>& rows = m_model.contract().rows;
    m_detail->setHtml((row >= 0 && row < rows.size() ? contractRowHtml(rows[row], theme) : QString())
                      % nameDifferencesHtml(m_contracts.names, theme));
}

void ContractPane::copySelection() const
{
    QString text;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        QStringList cells;
        for (int column = 0; column < ContractModel::ColumnCount; ++column)
            cells.append(m_model.index(index.row(), column).data().toString());
        text += cells.join(u'\t') % u'\n';
    }
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void ContractPane::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else
        QWidget::keyPressEvent(event);
}

void ContractPane::retranslate()
{
    m_header->setTitle(tr("Input contract"));
    m_inputs->setAccessibleName(tr("Input of the model"));
    m_table->setAccessibleName(tr("Input contract"));
    m_detail->setAccessibleName(tr("What the chosen place says"));
    m_empty->setTitle(tr("No input is known"));
    m_empty->setText(
        tr("Open a config or the stages of a conversion to see what every place from training to the board "
           "program says of the input."));
}

void ContractPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        reread();
    } else if (event->type() == QEvent::PaletteChange) {
        showDetail();
    }
}

} // namespace driftscope
