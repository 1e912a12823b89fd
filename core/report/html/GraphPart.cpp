// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html/ReportParts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Part
{
    Q_DECLARE_TR_FUNCTIONS(ReportGraph)
};

constexpr double gap = 28;
constexpr double header = 26;

QString px(double value)
{
    return QString::number(value, 'f', 1);
}

/// Cut in the middle to about so many letters; those of East Asia are twice as wide.
QString elided(const QString& text, qsizetype letters)
{
    qsizetype width = 0;
    for (const QChar c : text)
        width += c.unicode() > 0x2e80 ? 2 : 1;
    if (width <= letters)
        return text;
    const qsizetype kept = std::max<qsizetype>(2, letters * text.size() / width - 1);
    return QString(text.first(kept / 2) % u'…' % text.last(kept - kept / 2));
}

QString boxClass(const CropBox& box)
{
    QString css = u"node"_s;
    if (box.kind == LayoutBox::Kind::Input || box.kind == LayoutBox::Kind::Output)
        css += u" port"_s;
    if (box.mark == CropMark::Inserted)
        css += u" inserted"_s;
    if (box.mark == CropMark::Drifting)
        css += u" drifting"_s;
    if (box.isFocus)
        css += u" focus"_s;
    return css;
}

/// Said in words as well: a sign at the box's corner.
QString boxSign(const CropBox& box)
{
    if (box.mark == CropMark::Inserted)
        return u"+"_s;
    return box.mark == CropMark::Drifting ? u"≠"_s : QString();
}

void writeText(HtmlWriter& html, QPointF at, const QString& text, QLatin1StringView cssClass)
{
    html.element("text"_L1, text, {{"x"_L1, px(at.x())}, {"y"_L1, px(at.y())}, {"class"_L1, cssClass}});
}

void writeBox(HtmlWriter& html, const CropBox& box)
{
    constexpr qsizetype titleLetters = 24;
    constexpr qsizetype nameLetters = 31;
    const auto group = html.scope("g"_L1);
    html.element("title"_L1, box.name);
    html.element("rect"_L1, {},
                 {{"x"_L1, px(box.rect.x())},
                  {"y"_L1, px(box.rect.y())},
                  {"width"_L1, px(box.rect.width())},
                  {"height"_L1, px(box.rect.height())},
                  {"rx"_L1, box.title.isEmpty() ? u"16"_s : u"5"_s},
                  {"class"_L1, boxClass(box)}});
    const QPointF centre = box.rect.center();
    if (box.title.isEmpty()) {
        writeText(html, centre + QPointF(0, 4), elided(box.name, nameLetters), "node-name middle"_L1);
        return;
    }
    writeText(html, centre - QPointF(0, 4), elided(box.title, titleLetters), "node-title middle"_L1);
    writeText(html, centre + QPointF(0, 12), elided(box.name, nameLetters), "node-name middle"_L1);
    if (const QString sign = boxSign(box); !sign.isEmpty())
        writeText(html, box.rect.topRight() + QPointF(-12, 15), sign, "node-sign middle"_L1);
}

void writePane(HtmlWriter& html, const CropPane& pane, double x)
{
    writeText(html, {x + 2, 17}, stageWord(pane.stage), "pane-title"_L1);
    const QRectF& view = pane.view;
    const auto svg = html.scope(
        "svg"_L1,
        {{"x"_L1, px(x)},
         {"y"_L1, px(header)},
         {"width"_L1, px(view.width())},
         {"height"_L1, px(view.height())},
         {"viewBox"_L1,
          QString(px(view.x()) % u' ' % px(view.y()) % u' ' % px(view.width()) % u' ' % px(view.height()))}});
    html.element("rect"_L1, {},
                 {{"x"_L1, px(view.x())},
                  {"y"_L1, px(view.y())},
                  {"width"_L1, px(view.width())},
                  {"height"_L1, px(view.height())},
                  {"class"_L1, u"pane"_s}});
    for (const QList<QPointF>& line : pane.lines) {
        QString path;
        for (const QPointF point : line)
            path += (path.isEmpty() ? u"M"_s : u"L"_s) % px(point.x()) % u' ' % px(point.y());
        html.element("path"_L1, {}, {{"d"_L1, path}, {"class"_L1, u"wire"_s}});
    }
    for (const CropBox& box : pane.boxes)
        writeBox(html, box);
}

void writeCrop(HtmlWriter& html, const GraphCrop& crop)
{
    double width = -gap;
    double height = 0;
    for (const CropPane& pane : crop.panes) {
        width += pane.view.width() + gap;
        height = std::max(height, pane.view.height() + header);
    }
    const auto figure = html.scope("figure"_L1);
    {
        const auto svg = html.scope("svg"_L1,
                                    {{"viewBox"_L1, QString(u"0 0 "_s % px(width) % u' ' % px(height))},
                                     {"class"_L1, u"graph"_s},
                                     {"style"_L1, u"max-width:%1px"_s.arg(px(width))},
                                     {"role"_L1, u"img"_s},
                                     {"aria-label"_L1, crop.caption}});
        double x = 0;
        for (const CropPane& pane : crop.panes) {
            writePane(html, pane, x);
            x += pane.view.width() + gap;
        }
    }
    html.element("figcaption"_L1, crop.caption);
}

} // namespace

void writeCrops(HtmlWriter& html, const Report& report)
{
    const auto section = html.scope("section"_L1, {{"id"_L1, u"graph"_s}});
    html.element("h2"_L1, Part::tr("Where it happens"));
    if (!report.crops.content) {
        writeMissing(html, report.crops.missing);
        return;
    }
    html.element("p"_L1,
                 Part::tr("Stages stand side by side on the same rows: + marks a node without an origin in the float "
                          "model, ≠ a layer that drifts."),
                 "hint"_L1);
    for (const GraphCrop& crop : *report.crops.content)
        writeCrop(html, crop);
}

} // namespace driftscope
