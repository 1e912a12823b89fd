// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/FarMarks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace driftscope {

namespace {

constexpr double firstCell = 64; ///< about a box and its gap
constexpr double cellsWidth = 2; ///< cells are wider than tall, as boxes are
constexpr std::size_t fewestMarksToJoin = 2000;

bool isHigher(const FarMark& first, const FarMark& second)
{
    return first.rect.top() < second.rect.top();
}

void join(FarMark& into, const FarMark& other)
{
    into.rect = into.rect.united(other.rect);
    into.isHatched = into.isHatched && other.isHatched;
    if (other.urgency > into.urgency) {
        into.urgency = other.urgency;
        into.color = other.color;
    }
}

} // namespace

int urgencyOf(const GraphScene& scene, int box, const GraphAppearance& appearance)
{
    const NodeDecoration* decoration = scene.decoration(box);
    if (appearance.overlay == Overlay::Error && decoration != nullptr && decoration->cosine) {
        return 2 + static_cast<int>(100 * errorPosition(*decoration->cosine));
    }
    if (appearance.overlay == Overlay::Latency && decoration != nullptr && decoration->latencyUs) {
        return 2 + static_cast<int>(100 * appearance.latencies.position(*decoration->latencyUs));
    }
    const NodeChange change = scene.change(box);
    return change == NodeChange::Inserted || change == NodeChange::Removed ? 1 : 0;
}

FarMarks::FarMarks(const GraphScene& scene, const GraphAppearance& appearance, const GraphEmphasis& emphasis)
{
    Level finest;
    finest.marks.reserve(static_cast<std::size_t>(scene.boxCount()));
    for (int box = 0; box < scene.boxCount(); ++box) {
        const bool isDimmed = emphasis.ofBox(box) == Emphasis::Dimmed;
        const BoxLook whole = boxLook(scene, box, appearance);
        const BoxLook look = isDimmed ? dimmedLook(whole, appearance.theme) : whole;
        const QRectF rect = scene.box(box).rect;
        // What is dimmed hides nothing: it is below even what is nothing special.
        const int urgency = isDimmed ? 0 : 1 + urgencyOf(scene, box, appearance);
        finest.marks.push_back({rect, look.mark, urgency, look.isHatched});
        finest.tallest = std::max(finest.tallest, rect.height());
    }
    std::stable_sort(finest.marks.begin(), finest.marks.end(), isHigher);
    m_levels.push_back(std::move(finest));
    for (double cell = firstCell; m_levels.back().marks.size() > fewestMarksToJoin && cell < 1e9; cell *= 2) {
        m_levels.push_back(joined(m_levels.back(), cell));
    }
}

FarMarks::Level FarMarks::joined(const Level& finer, double cell)
{
    struct Placed
    {
        qint64 row;
        qint64 column;
        std::size_t mark;
    };
    std::vector<Placed> placed;
    placed.reserve(finer.marks.size());
    for (std::size_t i = 0; i < finer.marks.size(); ++i) {
        const QPointF centre = finer.marks[i].rect.center();
        placed.push_back({static_cast<qint64>(std::floor(centre.y() / cell)),
                          static_cast<qint64>(std::floor(centre.x() / (cell * cellsWidth))), i});
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Placed& first, const Placed& second) {
        return std::pair(first.row, first.column) < std::pair(second.row, second.column);
    });
    Level level;
    level.cell = cell;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const FarMark& mark = finer.marks[placed[i].mark];
        if (i > 0 && placed[i].row == placed[i - 1].row && placed[i].column == placed[i - 1].column) {
            join(level.marks.back(), mark);
        } else {
            level.marks.push_back(mark);
        }
    }
    for (const FarMark& mark : level.marks) {
        level.tallest = std::max(level.tallest, mark.rect.height());
    }
    std::stable_sort(level.marks.begin(), level.marks.end(), isHigher);
    return level;
}

std::vector<const FarMark*> FarMarks::in(const QRectF& world, double scale) const
{
    constexpr double largestCellOnScreen = 1.5;
    const Level* level = &m_levels.front();
    for (const Level& each : m_levels) {
        if (each.cell * scale <= largestCellOnScreen) {
            level = &each;
        }
    }
    FarMark first;
    first.rect.setTop(world.top() - level->tallest);
    auto it = std::lower_bound(level->marks.cbegin(), level->marks.cend(), first, isHigher);
    std::array<std::vector<const FarMark*>, mostUrgency + 2> byUrgency;
    for (; it != level->marks.cend() && it->rect.top() <= world.bottom(); ++it) {
        if (it->rect.right() >= world.left() && it->rect.left() <= world.right()) {
            byUrgency[static_cast<std::size_t>(it->urgency)].push_back(&*it);
        }
    }
    std::vector<const FarMark*> marks = std::move(byUrgency.front());
    for (std::size_t i = 1; i < byUrgency.size(); ++i) {
        marks.insert(marks.end(), byUrgency[i].cbegin(), byUrgency[i].cend());
    }
    return marks;
}

EdgePieces::EdgePieces(const GraphScene& scene)
{
    const auto add = [this](const Piece& piece) {
        const double length = std::max(std::abs(piece.line.dx()), std::abs(piece.line.dy()));
        const auto bucket = static_cast<std::size_t>(length > 1 ? std::ceil(std::log2(length)) : 0);
        if (m_buckets.size() <= bucket) {
            m_buckets.resize(bucket + 1);
        }
        m_buckets[bucket].longest = std::max(m_buckets[bucket].longest, length);
        m_buckets[bucket].pieces.push_back(piece);
    };
    const std::vector<LayoutEdge>& edges = scene.layout().edges;
    for (std::size_t index = 0; index < edges.size(); ++index) {
        const LayoutEdge& edge = edges[index];
        for (std::size_t i = 1; i < edge.points.size(); ++i) {
            if (!edge.isStub || i != 2) { // a stub has a gap between its two ends
                add({QLineF(edge.points[i - 1], edge.points[i]), static_cast<int>(index), edge.isStub});
            }
        }
    }
    for (Bucket& bucket : m_buckets) {
        std::stable_sort(bucket.pieces.begin(), bucket.pieces.end(),
                         [](const Piece& first, const Piece& second) { return topOf(first) < topOf(second); });
    }
}

std::vector<EdgePieces::Piece>::const_iterator EdgePieces::firstIn(const Bucket& bucket, const QRectF& world)
{
    const double top = world.top() - bucket.longest;
    return std::lower_bound(bucket.pieces.begin(), bucket.pieces.end(), top,
                            [](const Piece& piece, double bound) { return topOf(piece) < bound; });
}

} // namespace driftscope
