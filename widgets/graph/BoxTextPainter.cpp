// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GroupPainter.h"

#include <QFontMetricsF>
#include <QPainter>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int titlePixels = 13;
constexpr int namePixels = 11;

struct Fonts
{
    QFont title;
    QFont name;
};

Fonts makeFonts(const Theme& theme)
{
    return {theme.fontOfPixels(titlePixels, true), theme.fontOfPixels(namePixels, false)};
}

/// The room for texts in a box, in the units of the scaled painter.
struct TextRoom
{
    double scale = 1;
    double left = 0;
    double right = 0;
    double height = 0;
};

/// One line fits under 28 px, two above. Texts grow with the zoom until they are comfortable, then rooms grow.
double textScale(double height)
{
    return height < 28 ? height / 26 : std::min(height / 40, 1.2);
}

void drawLine(QPainter& painter, const QRectF& where, Qt::Alignment alignment, const QString& text)
{
    painter.drawText(where, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, text);
}

double paintBadge(QPainter& painter, const GraphPaintJob& job, const Fonts& fonts, NodeChange change,
                  const TextRoom& room)
{
    const QString glyph = nodeChangeGlyph(change);
    if (glyph.isEmpty()) {
        return room.right;
    }
    QFont font = fonts.title;
    font.setPixelSize(15);
    painter.setFont(font);
    painter.setPen(changeColor(job.appearance.theme, change));
    const double width = 18;
    drawLine(painter, {room.right - width, 0, width, room.height}, Qt::AlignHCenter, glyph);
    return room.right - width - 4;
}

/// What the overlay says of the node in a word: its colour alone would not be enough. Stands in the title's line, so
/// that the name below has the whole width. Returns the title's right end. A word gives way to a title that would not
/// fit beside it (the colour says it, too); a number does not.
double paintPill(QPainter& painter, const GraphPaintJob& job, const Fonts& fonts, int box, const TextRoom& room,
                 double middle)
{
    const QString text = overlayText(job.scene, box, job.appearance);
    if (text.isEmpty()) {
        return room.right;
    }
    const Overlay overlay = job.appearance.overlay;
    const bool isWord = overlay == Overlay::Device || overlay == Overlay::DataType || overlay == Overlay::Layout;
    QFont font = fonts.title;
    font.setPixelSize(namePixels);
    const double width = QFontMetricsF(font).horizontalAdvance(text) + 14;
    const QRectF pill(room.right - width, middle - 8, width, 16);
    if (isWord && pill.left() - 4 - room.left < job.cache.wholeWidth(box, 0, fonts.title, boxTitle(job.scene, box))) {
        return room.right;
    }
    const ThemeColor role
        = overlay == Overlay::Error ? cosineRole(*job.scene.decoration(box)->cosine, job.appearance) : ThemeColor::Pass;
    painter.setFont(font);
    if (role == ThemeColor::Pass) { // what agrees stays quiet
        painter.setPen(job.appearance.theme.color(ThemeColor::MutedText));
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(job.appearance.theme.color(role));
        painter.drawRoundedRect(pill, 8, 8);
        painter.setPen(job.appearance.theme.color(ThemeColor::PillText));
    }
    drawLine(painter, pill, Qt::AlignHCenter, text);
    return pill.left() - 4;
}

void paintPillTexts(QPainter& painter, const GraphPaintJob& job, const Fonts& fonts, int box, const TextRoom& room,
                    bool hasTwoLines)
{
    const double width = room.right - room.left;
    const QRectF whole(room.left, 0, width, room.height);
    const QRectF upper(room.left, room.height / 2 - 17, width, 17);
    const QRectF lower(room.left, room.height / 2, width, 15);
    painter.setFont(fonts.title);
    painter.setPen(job.appearance.theme.color(ThemeColor::Text));
    drawLine(painter, hasTwoLines ? upper : whole, Qt::AlignHCenter,
             job.cache.elided(box, 0, width, fonts.title, Qt::ElideMiddle, boxTitle(job.scene, box)));
    if (hasTwoLines) {
        painter.setFont(fonts.name);
        painter.setPen(job.appearance.theme.color(ThemeColor::MutedText));
        drawLine(painter, lower, Qt::AlignHCenter,
                 job.cache.elided(box, 1, width, fonts.name, Qt::ElideRight, boxName(job.scene, box)));
    }
}

/// The attributes that fit beside the name, whole ones only: `3×3 /2`, and not `epsilon=1e-0…`.
QString fittingAttributes(const QString& attributes, const QFontMetricsF& metrics, double room)
{
    QString fitting = attributes;
    while (!fitting.isEmpty() && metrics.horizontalAdvance(fitting) > room) {
        // Cut before `name=` or a weight's shape; a permutation without its last number would be a lie.
        const qsizetype last = fitting.lastIndexOf(u' ');
        const QStringView token = QStringView(fitting).mid(last + 1);
        fitting.truncate(last > 0 && (token.contains(u'=') || token.startsWith(u'⟨')) ? last : 0);
    }
    return fitting;
}

/// The name, shortened at its left where names differ least, and the attributes at the right end of the line.
void paintSecondLine(QPainter& painter, const GraphPaintJob& job, const Fonts& fonts, int box, const QRectF& where,
                     bool hasOwnAttributeLine)
{
    constexpr double gap = 10;
    const BoxTextOptions& options = job.appearance.text;
    const QFontMetricsF metrics(fonts.name);
    const QString name = options.showNames ? boxName(job.scene, box) : QString();
    // A long name keeps half of the line at least.
    const double nameRoom = std::min(job.cache.wholeWidth(box, 1, fonts.name, name), where.width() * 0.55);
    const double rest = where.width() - (name.isEmpty() ? 0 : nameRoom + gap);
    const QString attributes
        = hasOwnAttributeLine ? QString() : fittingAttributes(boxKeyAttributes(job.scene, box, options), metrics, rest);
    const double taken = attributes.isEmpty() ? 0 : metrics.horizontalAdvance(attributes) + gap;
    if (!name.isEmpty()) {
        drawLine(painter, where, Qt::AlignLeft,
                 job.cache.elided(box, 1, where.width() - taken, fonts.name, Qt::ElideLeft, name));
        drawLine(painter, where, Qt::AlignRight, attributes);
    } else {
        drawLine(painter, where, Qt::AlignLeft, attributes);
    }
}

void paintThirdLine(QPainter& painter, const GraphPaintJob& job, const Fonts& fonts, int box, const QRectF& where)
{
    const QString attributes = boxKeyAttributes(job.scene, box, job.appearance.text);
    const QString output = boxOutputText(job.scene, box);
    const QString text
        = attributes.isEmpty() || output.isEmpty() ? attributes + output : u"%1  →  %2"_s.arg(attributes, output);
    drawLine(painter, where, Qt::AlignLeft, job.cache.elided(box, 3, where.width(), fonts.name, Qt::ElideRight, text));
}

void paintNodeTexts(QPainter& painter, const GraphPaintJob& job, DetailLevel level, const Fonts& fonts, int box,
                    TextRoom room, bool hasTwoLines)
{
    room.right = paintBadge(painter, job, fonts, job.scene.change(box), room);
    const double width = room.right - room.left;
    const BoxTextOptions& options = job.appearance.text;
    const bool isFull = level == DetailLevel::Full && options.showAttributes;
    const bool hasSecond = hasTwoLines && (options.showNames || (!isFull && options.showAttributes));
    const double block = 17 + (hasSecond ? 15 : 0) + (isFull ? 15 : 0);
    double top = (room.height - block) / 2;
    const double titleWidth = paintPill(painter, job, fonts, box, room, top + 8.5) - room.left;
    painter.setFont(fonts.title);
    painter.setPen(job.appearance.theme.color(ThemeColor::Text));
    drawLine(painter, {room.left, top, titleWidth, 17}, Qt::AlignLeft,
             job.cache.elided(box, 0, titleWidth, fonts.title, Qt::ElideRight, boxTitle(job.scene, box)));
    top += 17;
    painter.setFont(fonts.name);
    painter.setPen(job.appearance.theme.color(ThemeColor::MutedText));
    if (hasSecond) {
        paintSecondLine(painter, job, fonts, box, {room.left, top, width, 15}, isFull);
        top += 15;
    }
    if (isFull) {
        paintThirdLine(painter, job, fonts, box, {room.left, top, width, 15});
    }
}

} // namespace

void paintBoxTitle(QPainter& painter, const GraphPaintJob& job, int box)
{
    const QRectF rect = boxRectOnScreen(job, box);
    const double scale = textScale(rect.height());
    const bool isNode = job.scene.isOperator(box);
    const bool hasTwoLines = rect.height() >= 28;
    const QStaticText& text = job.cache.laidOut(boxTitle(job.scene, box), painter.font());
    const double room = rect.width() / scale - (isNode ? 18 : 28);
    if (text.size().width() > room) {
        return; // a text that does not fit is shortened when things have come to rest
    }
    const double left = isNode ? 12 : (rect.width() / scale - text.size().width()) / 2;
    const double lines = hasTwoLines ? 32 : 17;
    painter.save();
    painter.translate(rect.topLeft());
    painter.scale(scale, scale);
    painter.drawStaticText(QPointF(left, (rect.height() / scale - lines) / 2 + (17 - text.size().height()) / 2), text);
    painter.restore();
}

void paintBoxTexts(QPainter& painter, const GraphPaintJob& job, DetailLevel level, int box)
{
    const QRectF rect = boxRectOnScreen(job, box);
    const Fonts fonts = makeFonts(job.appearance.theme);
    TextRoom room;
    room.scale = textScale(rect.height());
    room.height = rect.height() / room.scale;
    const bool isNode = job.scene.isOperator(box);
    const bool hasTwoLines = rect.height() >= 28;
    room.left = isNode ? 12 : 14;
    const QRectF handle = job.scene.isGroup(box) ? groupHandleRect(job.view, job.scene.box(box).rect) : QRectF();
    room.right = (handle.isEmpty() ? rect.width() : handle.left() - rect.left()) / room.scale - (isNode ? 6 : 14);
    painter.save();
    painter.translate(rect.topLeft());
    painter.scale(room.scale, room.scale);
    if (isNode) {
        paintNodeTexts(painter, job, level, fonts, box, room, hasTwoLines);
    } else {
        paintPillTexts(painter, job, fonts, box, room, hasTwoLines);
    }
    painter.restore();
}

} // namespace driftscope
