// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html/SvgPlot.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr double width = 940;
constexpr double height = 220;
constexpr double left = 64;
constexpr double right = 16;
constexpr double top = 26;
constexpr double bottom = 40;

QString px(double value)
{
    return QString::number(value, 'f', 1);
}

class PlotWriter
{
public:
    PlotWriter(HtmlWriter& html, const SvgPlot& plot)
        : m_html(html)
        , m_plot(plot)
    {
        for (const SvgPlot::Series& series : plot.series)
            m_count = std::max(m_count, series.values.size());
    }

    void write()
    {
        const auto svg = m_html.scope("svg"_L1,
                                      {{"viewBox"_L1, u"0 0 %1 %2"_s.arg(px(width), px(height))},
                                       {"class"_L1, u"plot"_s},
                                       {"role"_L1, u"img"_s},
                                       {"aria-label"_L1, m_plot.title}});
        writeAxes();
        for (const SvgPlot::Level& level : m_plot.levels)
            writeLevel(level);
        writeFirst();
        for (const SvgPlot::Series& series : m_plot.series)
            series.isBars ? writeBars(series) : writeLine(series);
        writeMarks();
        writeLegend();
    }

private:
    [[nodiscard]] double x(std::size_t index) const
    {
        const double count = static_cast<double>(m_count);
        return left + (static_cast<double>(index) + 0.5) / count * (width - left - right);
    }
    [[nodiscard]] double y(double value) const
    {
        const double share = (value - m_plot.minimum) / (m_plot.maximum - m_plot.minimum);
        return height - bottom - std::clamp(share, 0.0, 1.0) * (height - top - bottom);
    }

    void line(double x1, double y1, double x2, double y2, QLatin1StringView cssClass)
    {
        m_html.element(
            "line"_L1, {},
            {{"x1"_L1, px(x1)}, {"y1"_L1, px(y1)}, {"x2"_L1, px(x2)}, {"y2"_L1, px(y2)}, {"class"_L1, cssClass}});
    }
    void label(double atX, double atY, const QString& text, QLatin1StringView cssClass)
    {
        m_html.element("text"_L1, text, {{"x"_L1, px(atX)}, {"y"_L1, px(atY)}, {"class"_L1, cssClass}});
    }

    void writeAxes()
    {
        for (const SvgPlot::Level& tick : m_plot.ticks) {
            line(left, y(tick.value), width - right, y(tick.value), "grid"_L1);
            label(left - 6, y(tick.value) + 4, tick.title, "tick end"_L1);
        }
        line(left, height - bottom, width - right, height - bottom, "axis"_L1);
        const double number = static_cast<double>(m_count);
        for (const SvgPlot::Level& tick : roundTicks(1, number, 10)) {
            const double whole = std::round(tick.value);
            if (whole < 1 || whole > number || std::abs(tick.value - whole) > 1e-6)
                continue;
            const double at = x(static_cast<std::size_t>(whole) - 1);
            line(at, height - bottom, at, height - bottom + 4, "axis"_L1);
            label(at, height - bottom + 16, tick.title, "tick middle"_L1);
        }
        label((left + width - right) / 2, height - 6, m_plot.xTitle, "axis-title middle"_L1);
        m_html.element("text"_L1, m_plot.yTitle,
                       {{"transform"_L1, u"translate(14 %1) rotate(-90)"_s.arg(px((top + height - bottom) / 2))},
                        {"class"_L1, u"axis-title middle"_s}});
    }

    void writeLevel(const SvgPlot::Level& level)
    {
        if (level.value < m_plot.minimum || level.value > m_plot.maximum)
            return;
        line(left, y(level.value), width - right, y(level.value), "level"_L1);
        label(width - right, y(level.value) - 4, level.title, "tick end"_L1);
    }

    void writeFirst()
    {
        if (m_plot.first < 0 || static_cast<std::size_t>(m_plot.first) >= m_count)
            return;
        const double at = x(static_cast<std::size_t>(m_plot.first));
        line(at, top - 6, at, height - bottom, "first"_L1);
        const bool isRight = at > width / 2;
        label(isRight ? at - 5 : at + 5, top - 2, m_plot.firstTitle, isRight ? "first-title end"_L1 : "first-title"_L1);
    }

    void writeLine(const SvgPlot::Series& series)
    {
        QString path;
        bool isDrawing = false;
        for (std::size_t i = 0; i < series.values.size(); ++i) {
            const auto& value = series.values[i];
            if (value) {
                const bool isAlone = !isDrawing && (i + 1 == series.values.size() || !series.values[i + 1]);
                path += (isDrawing ? u"L"_s : u"M"_s) % px(x(i)) % u' ' % px(y(*value));
                if (isAlone) // a dot, by its round end
                    path += u"h0.1"_s;
            }
            isDrawing = value.has_value();
        }
        if (!path.isEmpty())
            m_html.element("path"_L1, {}, {{"d"_L1, path}, {"class"_L1, series.cssClass}});
    }

    void writeBars(const SvgPlot::Series& series)
    {
        const double each = std::max(1.0, (width - left - right) / static_cast<double>(m_count) * 0.7);
        for (std::size_t i = 0; i < series.values.size(); ++i) {
            if (!series.values[i] || *series.values[i] <= m_plot.minimum)
                continue;
            const double high = height - bottom - y(*series.values[i]);
            m_html.element("rect"_L1, {},
                           {{"x"_L1, px(x(i) - each / 2)},
                            {"y"_L1, px(height - bottom - high)},
                            {"width"_L1, px(each)},
                            {"height"_L1, px(high)},
                            {"class"_L1, series.cssClass}});
        }
    }

    /// Points that stand out, and invisible ones that say their layer's name.
    void writeMarks()
    {
        if (m_plot.series.empty())
            return;
        const auto& values = m_plot.series.front().values;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!values[i])
                continue;
            const bool isMarked = std::ranges::find(m_plot.marked, static_cast<int>(i)) != m_plot.marked.end();
            const auto point = m_html.scope("circle"_L1,
                                            {{"cx"_L1, px(x(i))},
                                             {"cy"_L1, px(y(*values[i]))},
                                             {"r"_L1, isMarked ? u"3.5"_s : u"3"_s},
                                             {"class"_L1, isMarked ? u"point bad"_s : u"point"_s}});
            m_html.element("title"_L1, m_plot.names.value(static_cast<qsizetype>(i)));
        }
    }

    void writeLegend()
    {
        double at = left;
        for (const SvgPlot::Series& series : m_plot.series) {
            if (series.title.isEmpty())
                continue;
            if (series.isBars)
                m_html.element("rect"_L1, {},
                               {{"x"_L1, px(at)},
                                {"y"_L1, u"4"_s},
                                {"width"_L1, u"16"_s},
                                {"height"_L1, u"8"_s},
                                {"class"_L1, series.cssClass}});
            else
                line(at, 8, at + 16, 8, series.cssClass);
            label(at + 21, 12, series.title, "tick"_L1);
            at += 46 + 7.0 * static_cast<double>(series.title.size());
        }
    }

    HtmlWriter& m_html;
    const SvgPlot& m_plot;
    std::size_t m_count = 1;
};

} // namespace

void writePlot(HtmlWriter& html, const SvgPlot& plot)
{
    PlotWriter(html, plot).write();
}

std::vector<SvgPlot::Level> roundTicks(double minimum, double maximum, int wanted)
{
    std::vector<SvgPlot::Level> ticks;
    if (!(maximum > minimum) || !std::isfinite(maximum - minimum))
        return {{minimum, QString::number(minimum, 'g', 4)}};
    const double rough = (maximum - minimum) / wanted;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : {5.0, 2.0, 1.0}) {
        if (factor * power >= rough * 0.999)
            step = factor * power;
    }
    const double slack = step * 1e-6;
    for (double i = std::ceil((minimum - slack) / step); i * step <= maximum + slack; ++i) {
        const double value = std::abs(i) < 0.5 ? 0.0 : i * step;
        ticks.push_back({value, QString::number(value, 'g', 6).replace(u'-', u'−')});
    }
    return ticks;
}

} // namespace driftscope
