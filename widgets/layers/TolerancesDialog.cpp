// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/TolerancesDialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

enum Column
{
    NameColumn,
    CosineColumn,
    SqnrColumn,
    ErrorColumn,
    ColumnCount
};

constexpr int kindCount = static_cast<int>(allToleranceKinds.size());

QDoubleSpinBox* numberBox(double value, double lowest, double highest, int decimals, double step)
{
    auto* box = new QDoubleSpinBox;
    box->setFrame(false);
    box->setDecimals(decimals);
    box->setRange(lowest, highest);
    box->setSingleStep(step);
    box->setValue(value);
    return box;
}

} // namespace

TolerancesDialog::TolerancesDialog(const Tolerances& tolerances, const QStringList& layers, const QString& current,
                                   QWidget* parent)
    : QDialog(parent)
    , m_text(new QLabel(this))
    , m_table(new QTableWidget(0, ColumnCount, this))
    , m_layer(new QComboBox(this))
    , m_add(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_reset(new QPushButton(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    resize(640, 400);
    m_text->setWordWrap(true);
    m_table->horizontalHeader()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_layer->setEditable(true);
    m_layer->setInsertPolicy(QComboBox::NoInsert);
    m_layer->addItems(layers);
    m_layer->setCurrentText(current.isEmpty() ? layers.value(0) : current);
    auto* tools = new QHBoxLayout;
    tools->addWidget(m_layer, 1);
    tools->addWidget(m_add);
    tools->addWidget(m_remove);
    tools->addWidget(m_reset);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_text);
    column->addWidget(m_table, 1);
    column->addLayout(tools);
    column->addWidget(m_buttons);
    for (QPushButton* button : {m_add, m_remove, m_reset})
        button->setAutoDefault(false);
    connect(m_add, &QPushButton::clicked, this, &TolerancesDialog::addLayer);
    connect(m_remove, &QPushButton::clicked, this, &TolerancesDialog::removeLayer);
    connect(m_reset, &QPushButton::clicked, this, [this] { fill({}); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table, &QTableWidget::currentCellChanged, this,
            [this](int row) { m_remove->setEnabled(row >= kindCount); });
    retranslate();
    fill(tolerances);
}

void TolerancesDialog::fill(const Tolerances& tolerances)
{
    m_table->setRowCount(0);
    for (const ToleranceKind kind : allToleranceKinds)
        addRow(toleranceKindName(kind), tolerances.of(kind), false);
    QStringList names = tolerances.layers().keys();
    names.sort();
    for (const QString& name : std::as_const(names))
        addRow(name, tolerances.layers().value(name), true);
    m_remove->setEnabled(false);
}

void TolerancesDialog::addRow(const QString& name, const ComparisonTolerance& tolerance, bool isLayer)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto* item = new QTableWidgetItem(name);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(isLayer ? tr("This layer alone") : tr("Every layer of this arithmetic"));
    m_table->setItem(row, NameColumn, item);
    QDoubleSpinBox* cosine = numberBox(tolerance.cosine, -1.0, 1.0, 6, 0.001);
    QDoubleSpinBox* sqnr = numberBox(tolerance.sqnrDb, -100.0, 300.0, 1, 1.0);
    QDoubleSpinBox* error = numberBox(tolerance.maximumError, 0.0, 1e9, 6, 0.01);
    cosine->setAccessibleName(tr("Least cosine of %1").arg(name));
    sqnr->setAccessibleName(tr("Least SQNR of %1").arg(name));
    error->setAccessibleName(tr("Largest error of %1").arg(name));
    error->setSpecialValueText(tr("any"));
    m_table->setCellWidget(row, CosineColumn, cosine);
    m_table->setCellWidget(row, SqnrColumn, sqnr);
    m_table->setCellWidget(row, ErrorColumn, error);
}

ComparisonTolerance TolerancesDialog::rowTolerance(int row) const
{
    const auto number
        = [&](int column) { return qobject_cast<QDoubleSpinBox*>(m_table->cellWidget(row, column))->value(); };
    return {number(CosineColumn), number(SqnrColumn), number(ErrorColumn)};
}

Tolerances TolerancesDialog::tolerances() const
{
    Tolerances tolerances;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (row < kindCount)
            tolerances.set(allToleranceKinds[static_cast<std::size_t>(row)], rowTolerance(row));
        else
            tolerances.setLayer(m_table->item(row, NameColumn)->text(), rowTolerance(row));
    }
    return tolerances;
}

void TolerancesDialog::addLayer()
{
    const QString name = m_layer->currentText().trimmed();
    if (name.isEmpty())
        return;
    for (int row = kindCount; row < m_table->rowCount(); ++row) {
        if (m_table->item(row, NameColumn)->text() == name) {
            m_table->setCurrentCell(row, NameColumn);
            return;
        }
    }
    addRow(name, Tolerances::usual(ToleranceKind::Int8), true);
    m_table->setCurrentCell(m_table->rowCount() - 1, NameColumn);
}

void TolerancesDialog::removeLayer()
{
    if (m_table->currentRow() >= kindCount)
        m_table->removeRow(m_table->currentRow());
}

void TolerancesDialog::retranslate()
{
    setWindowTitle(tr("Tolerances"));
    m_text->setText(
        tr("A layer drifts when it lies beyond any of these bounds. It is judged by the coarser arithmetic "
           "of its two sides; floats behind a quantization count as int8. Bounds are kept in the project."));
    m_table->setHorizontalHeaderLabels(
        {tr("arithmetic or layer"), tr("least cosine"), tr("least SQNR"), tr("largest error")});
    m_table->setAccessibleName(tr("Tolerances"));
    m_layer->setAccessibleName(tr("Layer"));
    m_add->setText(tr("&Add Layer"));
    m_remove->setText(tr("&Remove"));
    m_reset->setText(tr("&Usual Bounds"));
}

void TolerancesDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace driftscope
