// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/FrameNesting.h"

#include <algorithm>
#include <limits>

namespace driftscope {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

class FrameNester
{
public:
    FrameNester(LayeredGraph& layered, const DrawnGraph& drawn)
        : m_layered(layered)
        , m_drawn(drawn)
        , m_inside(drawn.frames.size() + 1)
    {
        findSpans();
        for (std::size_t net = 0; net < drawn.nets.size(); ++net)
            m_targetFrame.push_back(commonTargetFrame(drawn.nets[net]));
        findKeys();
    }

    NestedRows nest()
    {
        std::vector<std::vector<int>> framesOfRow(at(m_layered.rowCount()));
        for (std::size_t frame = 0; frame < m_nested.spans.size(); ++frame) {
            for (int row = m_nested.spans[frame].top; row <= m_nested.spans[frame].bottom; ++row)
                framesOfRow[at(row)].push_back(static_cast<int>(frame));
        }
        for (int row = 0; row < m_layered.rowCount(); ++row)
            nestRow(row, framesOfRow[at(row)]);
        return std::move(m_nested);
    }

private:
    /// An item or a frame among those that stand directly in one frame.
    struct Part
    {
        double key = 0;
        int item = -1;
        int frame = -1;
    };

    [[nodiscard]] int parentOf(int frame) const { return m_drawn.frames[at(frame)].parent; }

    void findSpans()
    {
        m_nested.spans.resize(m_drawn.frames.size());
        for (std::size_t i = 0; i < m_nested.spans.size(); ++i) {
            const int row = m_layered.rowOf(m_drawn.frames[i].header);
            m_nested.spans[i] = {row, row};
        }
        const auto include = [&](int frame, int top, int bottom) {
            FrameSpan& span = m_nested.spans[at(frame)];
            span = {std::min(span.top, top), std::max(span.bottom, bottom)};
        };
        for (std::size_t box = 0; box < m_drawn.boxes.size(); ++box) {
            if (const int frame = m_drawn.frameOfBox[box]; frame >= 0)
                include(frame, m_layered.items[box].row, m_layered.items[box].row);
        }
        for (int frame = static_cast<int>(m_nested.spans.size()) - 1; frame >= 0; --frame) {
            if (parentOf(frame) >= 0)
                include(parentOf(frame), m_nested.spans[at(frame)].top, m_nested.spans[at(frame)].bottom);
        }
    }

    [[nodiscard]] int commonFrame(int a, int b) const
    {
        while (a != b) { // outer frames have smaller numbers
            if (a > b)
                a = parentOf(a);
            else
                b = parentOf(b);
        }
        return a;
    }

    [[nodiscard]] int commonTargetFrame(const Net& net) const
    {
        const std::span<const int> targets = m_drawn.targetsOf(net);
        int frame = m_drawn.frameOfBox[at(targets.front())];
        for (const int target : targets.subspan(1))
            frame = commonFrame(frame, m_drawn.frameOfBox[at(target)]);
        return frame;
    }

    [[nodiscard]] int frameOf(int item) const
    {
        const RowItem& rowItem = m_layered.items[at(item)];
        if (rowItem.box >= 0)
            return m_drawn.frameOfBox[at(rowItem.box)];
        for (const int end :
             {m_targetFrame[at(rowItem.net)], m_drawn.frameOfBox[at(m_drawn.nets[at(rowItem.net)].from)]}) {
            for (int frame = end; frame >= 0; frame = parentOf(frame)) {
                if (m_nested.spans[at(frame)].covers(rowItem.row))
                    return frame;
            }
        }
        return -1;
    }

    /// Where things would like to stand, measured from the middle of their rows: boxes each for itself, the dummies of
    /// a net and the frames with one wish for all rows.
    void findKeys()
    {
        m_key.assign(m_layered.items.size(), 0);
        std::vector<double> netSum(m_drawn.nets.size(), 0);
        std::vector<int> netCount(m_drawn.nets.size(), 0);
        std::vector<double> frameSum(m_drawn.frames.size(), 0);
        std::vector<int> frameCount(m_drawn.frames.size(), 0);
        for (int index = 0; index < m_layered.rowCount(); ++index) {
            const std::span<const int> row = m_layered.row(index);
            for (std::size_t i = 0; i < row.size(); ++i) {
                const double key = static_cast<double>(i) - static_cast<double>(row.size() - 1) / 2;
                m_key[at(row[i])] = key;
                if (const int net = m_layered.items[at(row[i])].net; net >= 0) {
                    netSum[at(net)] += key;
                    ++netCount[at(net)];
                }
                for (int frame = frameOf(row[i]); frame >= 0; frame = parentOf(frame)) {
                    frameSum[at(frame)] += key;
                    ++frameCount[at(frame)];
                }
            }
        }
        for (std::size_t i = 0; i < m_layered.items.size(); ++i) {
            if (const int net = m_layered.items[i].net; net >= 0)
                m_key[i] = netSum[at(net)] / netCount[at(net)];
        }
        for (std::size_t i = 0; i < frameSum.size(); ++i)
            m_frameKey.push_back(frameSum[i] / std::max(1, frameCount[i]));
        for (const DrawnFrame& frame : m_drawn.frames)
            m_key[at(frame.header)] = -std::numeric_limits<double>::infinity(); // the title is at the left
    }

    [[nodiscard]] std::vector<Part>& partsOf(int frame) { return m_inside[at(frame + 1)]; }

    void nestRow(int row, const std::vector<int>& frames)
    {
        partsOf(-1).clear();
        for (const int frame : frames)
            partsOf(frame).clear();
        for (const int item : m_layered.row(row))
            partsOf(frameOf(item)).push_back({m_key[at(item)], item, -1});
        for (const int frame : frames)
            partsOf(parentOf(frame)).push_back({m_frameKey[at(frame)], -1, frame});
        m_nested.rows.emplace_back();
        emitParts(-1);
        auto place = m_layered.row(row).begin();
        for (const RowEntry& entry : m_nested.rows.back()) {
            if (entry.item >= 0)
                *place++ = entry.item;
        }
    }

    void emitParts(int frame)
    {
        std::ranges::stable_sort(partsOf(frame), {}, &Part::key);
        for (const Part& part : partsOf(frame)) {
            if (part.item >= 0) {
                m_nested.rows.back().push_back({part.item, -1, false});
                continue;
            }
            m_nested.rows.back().push_back({-1, part.frame, false});
            emitParts(part.frame);
            m_nested.rows.back().push_back({-1, part.frame, true});
        }
    }

    LayeredGraph& m_layered;
    const DrawnGraph& m_drawn;
    NestedRows m_nested;
    std::vector<int> m_targetFrame; ///< by net: the innermost frame around all targets
    std::vector<double> m_key; ///< by item
    std::vector<double> m_frameKey;
    std::vector<std::vector<Part>> m_inside; ///< of the row at hand, by frame + 1
};

} // namespace

NestedRows nestFrames(LayeredGraph& layered, const DrawnGraph& drawn)
{
    return FrameNester(layered, drawn).nest();
}

} // namespace driftscope
