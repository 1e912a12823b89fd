// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/BoxLook.h"
#include "widgets/graph/GraphEmphasis.h"

#include <algorithm>

namespace driftscope {

/// A box, or several beside each other, as they show when they are too small for texts.
struct FarMark
{
    QRectF rect; ///< world units
    QRgb color = 0;
    int urgency = 0; ///< what wins where several share a pixel: 0 for dimmed boxes, else 1 + urgencyOf
    bool isHatched = false; ///< only if there is data for none of them
};

/// What wins where boxes share a pixel; 0 for nothing special, at most mostUrgency.
[[nodiscard]] int urgencyOf(const GraphScene& scene, int box, const GraphAppearance& appearance);
inline constexpr int mostUrgency = 102;

/// The marks of a scene at every size, as mipmaps are of a picture: from level to level, marks that come to lie in one
/// cell are joined and take the colour of the most urgent. What is looked at for a frame depends on its pixels, not on
/// the number of nodes.
class FarMarks
{
public:
    FarMarks() = default;
    FarMarks(const GraphScene& scene, const GraphAppearance& appearance, const GraphEmphasis& emphasis);

    /// Marks that may touch the part of the world, least urgent first, joined as far as nobody sees it at `scale`
    /// device pixels for a world unit.
    [[nodiscard]] std::vector<const FarMark*> in(const QRectF& world, double scale) const;
    [[nodiscard]] std::size_t levelCount() const { return m_levels.size(); }

private:
    struct Level
    {
        double cell = 0; ///< height of the cells in world units; 0: one mark for each box
        double tallest = 0;
        std::vector<FarMark> marks; ///< by their tops
    };
    [[nodiscard]] static Level joined(const Level& finer, double cell);

    std::vector<Level> m_levels;
};

/// Straight pieces of edges by length and place, to be asked for those that are long enough to be seen.
class EdgePieces
{
public:
    struct Piece
    {
        QLineF line; ///< world units
        int edge = -1;
        bool isStub = false;
    };
    EdgePieces() = default;
    explicit EdgePieces(const GraphScene& scene);

    /// Pieces that may touch the part of the world and are at least `shortest` world units wide or tall.
    template <typename Visit> void forEach(const QRectF& world, double shortest, Visit visit) const
    {
        for (const Bucket& bucket : m_buckets) {
            if (bucket.longest < shortest) {
                continue;
            }
            for (auto it = firstIn(bucket, world); it != bucket.pieces.end() && topOf(*it) <= world.bottom(); ++it) {
                const double left = std::min(it->line.x1(), it->line.x2());
                const double right = std::max(it->line.x1(), it->line.x2());
                if (right >= world.left() && left <= world.right()) {
                    visit(*it);
                }
            }
        }
    }

private:
    struct Bucket
    {
        double longest = 0; ///< the larger of width and height; the bucket before holds those of half as much
        std::vector<Piece> pieces; ///< by their tops
    };
    [[nodiscard]] static double topOf(const Piece& piece) { return std::min(piece.line.y1(), piece.line.y2()); }
    [[nodiscard]] static std::vector<Piece>::const_iterator firstIn(const Bucket& bucket, const QRectF& world);

    std::vector<Bucket> m_buckets;
};

} // namespace driftscope
