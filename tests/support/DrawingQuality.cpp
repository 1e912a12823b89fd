// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DrawingQuality.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <unordered_set>

namespace driftscope::test {

namespace {

constexpr double touch = 0.5; ///< what is closer than this only touches
constexpr double stripHeight = 64;

struct Segment
{
    QPointF a;
    QPointF b;
    int line = -1;
    int trunk = -1;
    int copies = 1; ///< lines of the trunk that take exactly this way
    bool isFirst = false; ///< of its line
    bool isLast = false;

    [[nodiscard]] double left() const { return std::min(a.x(), b.x()); }
    [[nodiscard]] double right() const { return std::max(a.x(), b.x()); }
    [[nodiscard]] double top() const { return std::min(a.y(), b.y()); }
    [[nodiscard]] double bottom() const { return std::max(a.y(), b.y()); }
};

double cross(QPointF u, QPointF v)
{
    return u.x() * v.y() - u.y() * v.x();
}

/// Whether the segment passes through the inside of the rectangle (clipping after Liang and Barsky).
bool passesThrough(const Segment& segment, const QRectF& rect)
{
    const QPointF d = segment.b - segment.a;
    const double p[] = {-d.x(), d.x(), -d.y(), d.y()};
    const double q[] = {segment.a.x() - rect.left(), rect.right() - segment.a.x(), segment.a.y() - rect.top(),
                        rect.bottom() - segment.a.y()};
    double begin = 0;
    double end = 1;
    for (int i = 0; i < 4; ++i) {
        if (p[i] == 0 && q[i] <= 0)
            return false;
        if (p[i] < 0)
            begin = std::max(begin, q[i] / p[i]);
        else if (p[i] > 0)
            end = std::min(end, q[i] / p[i]);
    }
    return begin < end;
}

/// The middle of what two parallel segments share, if they run on top of each other for more than a touch.
std::optional<QPointF> sharedWay(const Segment& s, const Segment& t)
{
    const QPointF d = s.b - s.a;
    const double length = std::hypot(d.x(), d.y());
    if (length == 0 || std::abs(cross(t.a - s.a, d)) > touch / 10 * length
        || std::abs(cross(t.b - s.a, d)) > touch / 10 * length)
        return std::nullopt;
    const auto along = [&](QPointF point) { return QPointF::dotProduct(point - s.a, d) / length; };
    const auto [low, high] = std::minmax({along(t.a), along(t.b)});
    const double begin = std::max(0.0, low);
    const double end = std::min(length, high);
    return end - begin > touch ? std::optional(s.a + d * ((begin + end) / 2 / length)) : std::nullopt;
}

/// Where two segments cross. A bend that lies on the other line counts once: each segment owns its beginning and not
/// its end. The ends of lines own nothing, lines meet there.
std::optional<QPointF> crossing(const Segment& s, const Segment& t)
{
    const QPointF u = s.b - s.a;
    const QPointF v = t.b - t.a;
    const double scale = std::hypot(u.x(), u.y()) * std::hypot(v.x(), v.y());
    const double denominator = cross(u, v);
    if (std::abs(denominator) <= 1e-9 * scale)
        return sharedWay(s, t);
    const double onS = cross(t.a - s.a, v) / denominator;
    const double onT = cross(t.a - s.a, u) / denominator;
    const auto owns = [](const Segment& segment, double at) {
        constexpr double near = 1e-9;
        return (segment.isFirst ? at > near : at >= 0) && (segment.isLast ? at < 1 - near : at < 1);
    };
    return owns(s, onS) && owns(t, onT) ? std::optional(s.a + u * onS) : std::nullopt;
}

/// Things with rectangles, by horizontal strips of the drawing; pairs in a strip are found by a sweep from left to
/// right.
class Strips
{
public:
    Strips(double top, double bottom)
        : m_top(top)
        , m_begin(static_cast<std::size_t>(std::max(0.0, std::floor((bottom - top) / stripHeight))) + 2, 0)
    { }

    [[nodiscard]] std::size_t count() const { return m_begin.size() - 1; }
    [[nodiscard]] std::size_t stripAt(double y) const
    {
        return std::min(static_cast<std::size_t>(std::max(0.0, (y - m_top) / stripHeight)), count() - 1);
    }

    /// `topOf` and `bottomOf` give the extent of thing i; things of one strip come in the order given.
    template <typename Top, typename Bottom> void fill(const std::vector<int>& things, Top topOf, Bottom bottomOf)
    {
        for (const int thing : things)
            for (std::size_t strip = stripAt(topOf(thing)); strip <= stripAt(bottomOf(thing)); ++strip)
                ++m_begin[strip + 1];
        for (std::size_t strip = 1; strip < m_begin.size(); ++strip)
            m_begin[strip] += m_begin[strip - 1];
        m_things.resize(m_begin.back());
        std::vector<std::size_t> next = m_begin;
        for (const int thing : things)
            for (std::size_t strip = stripAt(topOf(thing)); strip <= stripAt(bottomOf(thing)); ++strip)
                m_things[next[strip]++] = thing;
    }

    [[nodiscard]] auto begin(std::size_t strip) const { return m_things.begin() + offset(strip); }
    [[nodiscard]] auto end(std::size_t strip) const { return m_things.begin() + offset(strip + 1); }

private:
    [[nodiscard]] std::ptrdiff_t offset(std::size_t strip) const { return static_cast<std::ptrdiff_t>(m_begin[strip]); }

    double m_top;
    std::vector<std::size_t> m_begin;
    std::vector<int> m_things;
};

/// A place where two trunks cross, to a quarter of a unit.
struct Place
{
    int firstTrunk;
    int secondTrunk;
    qint64 x;
    qint64 y;

    bool operator==(const Place&) const = default;
};

struct PlaceHash
{
    std::size_t operator()(const Place& place) const
    {
        std::size_t hash = 0;
        for (const qint64 part : {qint64(place.firstTrunk), qint64(place.secondTrunk), place.x, place.y})
            hash = (hash ^ static_cast<std::size_t>(part)) * 0x9E3779B97F4A7C15U + (hash >> 31U);
        return hash;
    }
};

class Measurement
{
public:
    explicit Measurement(const Drawing& drawing)
        : m_drawing(drawing)
    {
        for (std::size_t i = 0; i < drawing.boxes.size(); ++i) {
            m_boxOrder.push_back(static_cast<int>(i));
            see(drawing.boxes[i].topLeft());
            see(drawing.boxes[i].bottomRight());
        }
        std::ranges::sort(m_boxOrder, {}, [&](int box) { return boxRect(box).left(); });
        for (std::size_t i = 0; i < drawing.lines.size(); ++i)
            addLine(static_cast<int>(i));
        m_boxStrips.emplace(m_top, m_bottom);
        m_boxStrips->fill(
            m_boxOrder, [&](int box) { return boxRect(box).top(); }, [&](int box) { return boxRect(box).bottom(); });
    }

    DrawingQuality measure()
    {
        countOverlaps();
        countLinesThroughBoxes();
        countCrossings();
        return m_quality;
    }

private:
    [[nodiscard]] QRectF boxRect(int box) const
    {
        return m_drawing.boxes[static_cast<std::size_t>(box)].adjusted(touch, touch, -touch, -touch);
    }

    void see(QPointF point)
    {
        m_top = std::min(m_top, point.y());
        m_bottom = std::max(m_bottom, point.y());
    }

    void addLine(int index)
    {
        const DrawnLine& line = m_drawing.lines[static_cast<std::size_t>(index)];
        const std::size_t firstSegment = m_segments.size();
        for (std::size_t i = 1; i < line.points.size(); ++i) {
            const QPointF d = line.points[i] - line.points[i - 1];
            m_quality.length += std::hypot(d.x(), d.y());
            if (!d.isNull())
                m_segments.push_back({line.points[i - 1], line.points[i], index, line.trunk, 1, false, false});
        }
        for (const QPointF point : line.points)
            see(point);
        if (m_segments.size() > firstSegment) {
            m_segments[firstSegment].isFirst = true;
            m_segments.back().isLast = true;
        }
    }

    void countOverlaps()
    {
        for (std::size_t strip = 0; strip < m_boxStrips->count(); ++strip) {
            for (auto first = m_boxStrips->begin(strip); first != m_boxStrips->end(strip); ++first) {
                const QRectF rect = boxRect(*first);
                for (auto second = first + 1;
                     second != m_boxStrips->end(strip) && boxRect(*second).left() < rect.right(); ++second) {
                    const QRectF shared = rect.intersected(boxRect(*second));
                    if (!shared.isEmpty() && m_boxStrips->stripAt(shared.top()) == strip)
                        ++m_quality.overlaps;
                }
            }
        }
    }

    void countLinesThroughBoxes()
    {
        std::vector<int> hit;
        std::size_t i = 0;
        for (std::size_t line = 0; line < m_drawing.lines.size(); ++line) {
            hit.clear();
            for (; i < m_segments.size() && m_segments[i].line == static_cast<int>(line); ++i)
                collectBoxes(m_segments[i], hit);
            std::ranges::sort(hit);
            m_quality.throughBoxes += std::ranges::unique(hit).begin() - hit.begin();
        }
    }

    void collectBoxes(const Segment& segment, std::vector<int>& hit) const
    {
        const DrawnLine& line = m_drawing.lines[static_cast<std::size_t>(segment.line)];
        for (std::size_t strip = m_boxStrips->stripAt(segment.top()); strip <= m_boxStrips->stripAt(segment.bottom());
             ++strip) {
            for (auto box = m_boxStrips->begin(strip);
                 box != m_boxStrips->end(strip) && boxRect(*box).left() < segment.right(); ++box) {
                if (*box != line.from && *box != line.to && passesThrough(segment, boxRect(*box)))
                    hit.push_back(*box);
            }
        }
    }

    /// Of segments that lines of one trunk share, one is kept.
    void mergeCopies()
    {
        const auto key = [](const Segment& s) {
            return std::tuple(s.trunk, s.a.x(), s.a.y(), s.b.x(), s.b.y(), s.isFirst, s.isLast);
        };
        std::ranges::sort(m_segments, {}, key);
        std::size_t kept = 0;
        for (std::size_t i = 0; i < m_segments.size(); ++i) {
            if (kept > 0 && key(m_segments[kept - 1]) == key(m_segments[i]))
                ++m_segments[kept - 1].copies;
            else
                m_segments[kept++] = m_segments[i];
        }
        m_segments.resize(kept);
    }

    void countCrossings()
    {
        mergeCopies();
        std::vector<int> order(m_segments.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = static_cast<int>(i);
        const auto segment = [&](int i) -> const Segment& { return m_segments[static_cast<std::size_t>(i)]; };
        std::ranges::sort(order, {}, [&](int i) { return segment(i).left(); });
        Strips strips(m_top, m_bottom);
        strips.fill(
            order, [&](int i) { return segment(i).top(); }, [&](int i) { return segment(i).bottom(); });
        for (std::size_t strip = 0; strip < strips.count(); ++strip) {
            for (auto first = strips.begin(strip); first != strips.end(strip); ++first) {
                for (auto second = first + 1;
                     second != strips.end(strip) && segment(*second).left() <= segment(*first).right(); ++second)
                    countCrossing(segment(*first), segment(*second), strips, strip);
            }
        }
        m_quality.crossings = static_cast<qint64>(m_places.size());
    }

    void countCrossing(const Segment& s, const Segment& t, const Strips& strips, std::size_t strip)
    {
        if (s.trunk == t.trunk || s.top() > t.bottom() || t.top() > s.bottom())
            return;
        const auto at = crossing(s, t);
        if (!at || strips.stripAt(at->y()) != strip)
            return;
        m_quality.linePairs += qint64(s.copies) * t.copies;
        m_places.insert({std::min(s.trunk, t.trunk), std::max(s.trunk, t.trunk), std::llround(at->x() * 4),
                         std::llround(at->y() * 4)});
    }

    const Drawing& m_drawing;
    DrawingQuality m_quality;
    double m_top = std::numeric_limits<double>::infinity();
    double m_bottom = -std::numeric_limits<double>::infinity();
    std::vector<int> m_boxOrder; ///< from left to right
    std::optional<Strips> m_boxStrips;
    std::vector<Segment> m_segments; ///< by line, until mergeCopies()
    std::unordered_set<Place, PlaceHash> m_places;
};

} // namespace

DrawingQuality measureDrawing(const Drawing& drawing)
{
    if (drawing.boxes.empty() && drawing.lines.empty())
        return {};
    return Measurement(drawing).measure();
}

} // namespace driftscope::test
