// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/ProfilerReport.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qsizetype mostNodes = 100'000;

struct ProfilerReportTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::ProfilerReport)
};

enum class Figure
{
    None,
    Average,
    Longest,
    Shortest
};

Figure figureNamed(const QString& key)
{
    const QString name = key.toLower();
    if (name.startsWith("avg"_L1) || name.startsWith("average"_L1) || name == "mean"_L1)
        return Figure::Average;
    if (name.startsWith("max"_L1))
        return Figure::Longest;
    return name.startsWith("min"_L1) ? Figure::Shortest : Figure::None;
}

void set(NodeLatency& node, Figure figure, double value)
{
    if (figure == Figure::Average)
        node.averageMs = value;
    else if (figure == Figure::Longest)
        node.longestMs = value;
    else if (figure == Figure::Shortest)
        node.shortestMs = value;
}

/// Entries by name, in the order in which they came; of a part that is there twice the last figures stay.
class Entries
{
public:
    explicit Entries(QList<NodeLatency>& list)
        : m_list(list)
    { }

    void set(const QString& name, Figure figure, double value)
    {
        const auto known = m_index.constFind(name);
        if (known == m_index.cend() && m_list.size() >= mostNodes)
            return;
        if (known == m_index.cend()) {
            m_index.insert(name, m_list.size());
            m_list.append(NodeLatency{name, -1.0, -1.0, -1.0});
        }
        driftscope::set(m_list[m_index.value(name)], figure, value);
    }

private:
    QList<NodeLatency>& m_list;
    QHash<QString, qsizetype> m_index;
};

/// Goes over JSON that may be broken anywhere: names in quotes, braces and numbers are enough to know what a number is.
class LenientReader
{
public:
    explicit LenientReader(const QString& text)
        : m_text(text)
        , m_nodes(m_report.nodes)
        , m_totals(m_report.totals)
    { }

    ProfilerReport read()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c == u'"')
                readQuoted();
            else if (c == u'{')
                open();
            else if (c.isDigit() || c == u'-')
                readNumber();
            else
                ++m_at;
        }
        return std::move(m_report);
    }

private:
    void readQuoted()
    {
        const qsizetype end = m_text.indexOf(u'"', m_at + 1);
        const QString word = m_text.sliced(m_at + 1, (end < 0 ? m_text.size() : end) - m_at - 1);
        m_at = end < 0 ? m_text.size() : end + 1;
        qsizetype behind = m_at;
        while (behind < m_text.size() && m_text[behind].isSpace())
            ++behind;
        if (behind < m_text.size() && m_text[behind] == u':')
            m_key = word;
        else if (m_key == "model_name"_L1)
            m_report.modelName = word;
    }

    void open()
    {
        ++m_at;
        static const QStringList sections{u"perf_result"_s, u"running_condition"_s, u"chip_latency"_s,
                                          u"model_latency"_s, u"task_latency"_s};
        if (sections.contains(m_key))
            m_section = m_key;
        else if (!m_key.isEmpty())
            m_entry = m_key;
    }

    void readNumber()
    {
        const qsizetype start = m_at++;
        while (m_at < m_text.size() && (m_text[m_at].isDigit() || QStringView(u".eE+-").contains(m_text[m_at])))
            ++m_at;
        bool ok = false;
        const double value = QStringView(m_text).sliced(start, m_at - start).toDouble(&ok);
        if (ok && value >= 0.0)
            take(value);
    }

    void take(double value)
    {
        constexpr double largestCount = 2e9;
        const int count = value < largestCount ? static_cast<int>(value) : -1;
        const Figure figure = figureNamed(m_key);
        if (m_section == "model_latency"_L1 && figure != Figure::None && !m_entry.isEmpty())
            m_nodes.set(m_entry, figure, value);
        else if ((m_section == "chip_latency"_L1 || m_section == "task_latency"_L1) && figure != Figure::None
                 && !m_entry.isEmpty())
            m_totals.set(m_entry, figure, value);
        else if (m_key == "FPS"_L1)
            m_report.fps = value;
        else if (m_key == "average_latency"_L1)
            m_report.averageMs = value;
        else if (m_key == "frame_count"_L1)
            m_report.frames = count;
        else if (m_key == "thread_num"_L1)
            m_report.threads = count;
    }

    const QString& m_text;
    qsizetype m_at = 0;
    QString m_section;
    QString m_entry;
    QString m_key;
    ProfilerReport m_report;
    Entries m_nodes;
    Entries m_totals;
};

/// A row cut at its commas, but not within quotes.
QStringList cellsOf(const QString& row)
{
    QStringList cells(1);
    bool isQuoted = false;
    for (const QChar c : row) {
        if (c == u'"')
            isQuoted = !isQuoted;
        else if (c == u',' && !isQuoted)
            cells.append(QString());
        else
            cells.last().append(c);
    }
    for (QString& cell : cells)
        cell = cell.trimmed();
    return cells;
}

/// Titles name the columns, in any order; the first column without a figure's title is the name.
ProfilerReport readTable(const QString& text)
{
    ProfilerReport report;
    Entries nodes(report.nodes);
    QList<Figure> columns;
    for (const QString& row : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = cellsOf(row);
        if (columns.isEmpty()) {
            for (const QString& title : cells)
                columns.append(figureNamed(title));
            if (!columns.contains(Figure::Average))
                columns.clear();
            continue;
        }
        const qsizetype name = columns.indexOf(Figure::None);
        for (qsizetype i = 0; name >= 0 && name < cells.size() && i < std::min(cells.size(), columns.size()); ++i) {
            bool ok = false;
            const double value = cells[i].toDouble(&ok);
            if (ok && value >= 0.0 && columns[i] != Figure::None && !cells[name].isEmpty())
                nodes.set(cells[name], columns[i], value);
        }
    }
    return report;
}

} // namespace

bool looksLikeProfilerReport(const QByteArray& head)
{
    const QByteArray start = head.trimmed();
    if (start.startsWith('{'))
        return head.contains("\"perf_result\"") || head.contains("\"model_latency\"");
    const QStringList titles = cellsOf(QString::fromUtf8(start.left(start.indexOf('\n'))));
    return titles.size() > 1
        && std::ranges::any_of(titles, [](const QString& title) { return figureNamed(title) == Figure::Average; });
}

Result<ProfilerReport> parseProfilerReport(const QByteArray& content, const QString& fileName)
{
    const QString text = QString::fromUtf8(content);
    ProfilerReport report = text.contains(u'{') ? LenientReader(text).read() : readTable(text);
    if (report.nodes.isEmpty()) {
        return failure(ErrorKind::Malformed,
                       ProfilerReportTexts::tr("“%1” holds no latency of a node; run hrt_model_exec perf with "
                                               "--profile_path and let it end by itself.")
                           .arg(fileName));
    }
    return report;
}

} // namespace driftscope
