// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/CompareConfigsDialog.h"

#include "core/config/LineDifference.h"
#include "core/models/ModelRoles.h"
#include "widgets/common/PaneTable.h"
#include "widgets/common/Theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Short, and not the same for both: with their folders where the files are called alike, and told by the order where
/// they are one file, saved and edited.
std::pair<QString, QString> namesOf(const ConfigDocument& other, const ConfigDocument& open)
{
    const QFileInfo first(other.path());
    const QFileInfo second(open.path());
    if (first.fileName() != second.fileName())
        return {first.fileName(), second.fileName()};
    if (first != second)
        return {first.filePath(), second.filePath()};
    return {CompareConfigsDialog::tr("%1 as saved").arg(first.fileName()),
            CompareConfigsDialog::tr("%1 as edited").arg(second.fileName())};
}

QString linesHtml(const QByteArrayList& lines, qsizetype begin, qsizetype count, const QString& mark,
                  const QString& style)
{
    QString html;
    for (qsizetype i = begin; i < begin + count; ++i) {
        html += u"<div style='white-space:pre; %1'>%2 %3</div>"_s.arg(
            style, mark,
            QString::fromUtf8(lines[i].trimmed().isEmpty() ? QByteArray(" ") : lines[i])
                .remove(u'\n')
                .remove(u'\r')
                .toHtmlEscaped());
    }
    return html;
}

/// What changed, with three lines around it.
QString textDifference(const QByteArray& before, const QByteArray& after, const Theme& theme)
{
    constexpr qsizetype around = 3;
    const QByteArrayList earlier = linesOf(before);
    const QByteArrayList later = linesOf(after);
    const auto background = [&](ThemeColor color) {
        return u"background-color:%1;"_s.arg(mixed(theme.color(ThemeColor::Canvas), theme.color(color), 0.18).name());
    };
    QString html;
    qsizetype shown = 0; // lines of the earlier text that are told already
    const std::vector<LineChange> changes = lineChanges(earlier, later);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const LineChange& change = changes[i];
        const qsizetype from = std::max(shown, change.before - around);
        if (from > shown)
            html += u"<div>…</div>"_s;
        html += linesHtml(earlier, from, change.before - from, u" "_s, {});
        html += linesHtml(earlier, change.before, change.removed, u"−"_s, background(ThemeColor::Fail));
        html += linesHtml(later, change.after, change.added, u"+"_s, background(ThemeColor::Pass));
        shown = change.before + change.removed;
        const qsizetype next = i + 1 < changes.size() ? changes[i + 1].before : earlier.size();
        const qsizetype behind = std::min(around, next - shown);
        html += linesHtml(earlier, shown, behind, u" "_s, {});
        shown += behind;
    }
    return html;
}

} // namespace

CompareConfigsDialog::CompareConfigsDialog(const ConfigDocument& other, const ConfigDocument& open,
                                           const ConfigSchema& schema, QWidget* parent)
    : QDialog(parent)
    , m_other(other)
    , m_open(open)
    , m_differences(compareConfigs(other, open, schema))
    , m_sentence(new QLabel(this))
    , m_table(new PaneTable(this))
    , m_sameMeaning(new QCheckBox(this))
    , m_text(new QTextBrowser(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(860, 620);
    m_table->setModel(&m_model);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_table);
    split->addWidget(m_text);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_sentence);
    column->addWidget(m_sameMeaning);
    column->addWidget(split, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_sameMeaning, &QCheckBox::toggled, this, &CompareConfigsDialog::fill);
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT keyActivated(index.data(KeyRole).toString()); });
    fill();
}

void CompareConfigsDialog::fill()
{
    setWindowTitle(tr("Compare Configs"));
    m_sameMeaning->setText(tr("Also what is written differently and means the same"));
    m_table->setAccessibleName(tr("Parameters that differ"));
    m_text->setAccessibleName(tr("Lines that differ"));
    QList<ConfigDifference> shown = m_differences;
    if (!m_sameMeaning->isChecked())
        shown.removeIf([](const auto& each) { return each.kind == ConfigDifference::Kind::SameMeaning; });
    const auto meaningful = std::ranges::count_if(
        m_differences, [](const auto& each) { return each.kind != ConfigDifference::Kind::SameMeaning; });
    const auto [before, after] = namesOf(m_other, m_open);
    m_sentence->setText(meaningful == 0
                            ? tr("The toolchain understands the same from “%1” and “%2”.").arg(before, after)
                            : tr("“%2” says %n things differently from “%1”.", nullptr, static_cast<int>(meaningful))
                                  .arg(before, after));
    m_model.setDifferences(shown, before, after);
    m_table->fitColumns();
    const Theme theme = Theme::fromPalette(palette());
    m_text->setFont(theme.monoFont());
    const QString difference = textDifference(m_other.text(), m_open.text(), theme);
    m_text->setHtml(difference.isEmpty() ? tr("The texts are the same.") : difference);
}

void CompareConfigsDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace driftscope
