// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/YamlEvents.h"

#include "core/config/YamlExtent.h"
#include "core/config/YamlGuard.h"

#include <QHash>

#include <utility>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

bool isNullWord(const QString& text)
{
    return text == u"~"_s || text == u"null"_s || text == u"Null"_s || text == u"NULL"_s;
}

} // namespace

YamlEvents::YamlEvents(const QByteArray& text, qsizetype firstByte)
    : m_text(text)
    , m_firstByte(firstByte)
{
    m_tree.rootEnd = firstByte;
    m_lastEnd = firstByte;
    m_lineBegin = firstByte;
    m_lineSeenTo = firstByte;
}

YamlTree YamlEvents::takeTree()
{
    markShadowed();
    return std::move(m_tree);
}

qsizetype YamlEvents::offsetOf(const YAML::Mark& mark) const
{
    return qBound(m_firstByte, m_firstByte + mark.pos, m_text.size());
}

/// Events come in the order of the text, so that a line of a million bytes is walked once and not once an event.
qsizetype YamlEvents::columnOf(qsizetype offset)
{
    if (offset < m_lineSeenTo)
        return offset - lineStart(m_text, offset);
    for (qsizetype at = offset; at > m_lineSeenTo; --at) {
        if (isLineBreak(m_text.at(at - 1))) {
            m_lineBegin = at;
            break;
        }
    }
    m_lineSeenTo = offset;
    return offset - m_lineBegin;
}

YamlNode* YamlEvents::currentEntry()
{
    if (m_frames.empty() || !m_frames.back().map || m_frames.back().expectsKey || m_frames.back().current < 0)
        return nullptr;
    return &m_tree.nodes[static_cast<std::size_t>(m_frames.back().current)];
}

void YamlEvents::passOver()
{
    if (m_frames.empty())
        return;
    Frame& frame = m_frames.back();
    if (!frame.map)
        return;
    if (frame.expectsKey)
        frame.current = -1; // a key that is no plain text: its value is not listed
    frame.expectsKey = !frame.expectsKey;
}

void YamlEvents::beginKey(qsizetype begin, const QString& name)
{
    Frame& frame = m_frames.back();
    const ScalarExtent extent = closedExtent(begin, {frame.flow, true, frame.indent});
    qsizetype colon = extent.end;
    while (colon < m_text.size() && isBlank(m_text.at(colon)))
        ++colon;
    const bool hasColon = colon < m_text.size() && m_text.at(colon) == ':';
    m_lastEnd = hasColon ? colon + 1 : extent.end;
    frame.current = -1;
    frame.expectsKey = false;
    if (!frame.listed)
        return;
    if (m_tree.nodes.size() >= maximumYamlKeys)
        throw YamlRefusal(YamlRefusal::Reason::TooManyKeys, begin);
    YamlNode node;
    node.key = frame.owner < 0 ? name : m_tree.nodes[static_cast<std::size_t>(frame.owner)].key + u'.' + name;
    node.parent = frame.owner;
    node.insideFlow = frame.flow;
    node.keyBegin = begin;
    node.keyEnd = extent.end;
    node.colonEnd = hasColon ? colon + 1 : -1;
    frame.current = static_cast<int>(m_tree.nodes.size());
    m_tree.nodes.push_back(std::move(node));
}

void YamlEvents::remember(YAML::anchor_t anchor, YamlNode::Kind kind, const QString& text)
{
    if (anchor != 0)
        m_anchors[anchor] = {kind, text};
}

ScalarExtent YamlEvents::closedExtent(qsizetype begin, const ScalarContext& context) const
{
    const ScalarExtent extent = scalarExtent(m_text, begin, context);
    if (!extent.closed)
        throw YamlRefusal(YamlRefusal::Reason::OpenQuote, begin);
    return extent;
}

/// The mark of a null is the place of `~` or `null` where such a word is written, else that of whatever comes next; an
/// anchor or tag may still stand between the colon and nothing.
void YamlEvents::takeNull(YamlNode& entry, qsizetype mark)
{
    const qsizetype word = skipProperties(m_text, mark);
    const ScalarExtent extent = scalarExtent(m_text, word, {entry.insideFlow, false, m_frames.back().indent});
    const qsizetype after = skipBlanksAndComments(m_text, extent.end);
    const bool isKey = after < m_text.size() && m_text.at(after) == ':';
    if (word >= m_lastEnd && !isKey && isNullWord(QString::fromUtf8(m_text.sliced(word, extent.end - word)))) {
        entry.style = extent.style;
        entry.valueBegin = word;
        entry.valueEnd = extent.end;
        return;
    }
    qsizetype at = m_lastEnd;
    qsizetype property = at;
    while (property < m_text.size()) {
        while (property < m_text.size() && isBlank(m_text.at(property)))
            ++property;
        if (property >= m_text.size() || (m_text.at(property) != '&' && m_text.at(property) != '!'))
            break;
        at = property;
        while (at < m_text.size() && !isBlank(m_text.at(at)) && !isLineBreak(m_text.at(at)) && m_text.at(at) != ','
               && m_text.at(at) != '}')
            ++at;
        property = at;
    }
    entry.valueBegin = at;
    entry.valueEnd = at;
}

void YamlEvents::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor)
{
    remember(anchor, YamlNode::Kind::Null, {});
    if (YamlNode* entry = currentEntry()) {
        takeNull(*entry, offsetOf(mark));
        m_lastEnd = qMax(m_lastEnd, entry->valueEnd);
    }
    passOver();
}

void YamlEvents::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor)
{
    const qsizetype begin = offsetOf(mark);
    const ScalarExtent extent = scalarExtent(m_text, begin, {});
    if (YamlNode* entry = currentEntry()) {
        const Anchored anchored = m_anchors[anchor];
        entry->kind = anchored.kind;
        entry->text = anchored.text;
        entry->style = ScalarStyle::Alias;
        entry->valueBegin = begin;
        entry->valueEnd = extent.end;
    }
    m_lastEnd = extent.end;
    passOver();
}

void YamlEvents::OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                          const std::string& value)
{
    const qsizetype begin = skipProperties(m_text, offsetOf(mark));
    const QString text = QString::fromStdString(value);
    if (m_frames.empty())
        throw YamlRefusal(YamlRefusal::Reason::NotAMap, begin);
    const Frame& frame = m_frames.back();
    if (frame.map && frame.expectsKey) {
        beginKey(begin, text);
        return;
    }
    const ScalarExtent extent = closedExtent(begin, {frame.flow, false, frame.indent});
    // A tag on nothing (`key: !!str`) is an empty text of no length: whatever follows belongs to someone else.
    const bool nothing = value.empty() && extent.style == ScalarStyle::Plain;
    const qsizetype end = nothing ? m_lastEnd : extent.end;
    remember(anchor, YamlNode::Kind::Scalar, text);
    if (YamlNode* entry = currentEntry()) {
        entry->kind = YamlNode::Kind::Scalar;
        entry->style = extent.style;
        entry->text = text;
        entry->valueBegin = nothing ? end : begin;
        entry->valueEnd = end;
    }
    m_lastEnd = end;
    passOver();
}

void YamlEvents::startCollection(const YAML::Mark& mark, bool map, bool flow, YAML::anchor_t anchor)
{
    const qsizetype begin = skipProperties(m_text, offsetOf(mark));
    if (m_frames.size() >= static_cast<std::size_t>(maximumYamlDepth))
        throw YamlRefusal(YamlRefusal::Reason::TooDeep, begin);
    if (m_frames.empty() && !map)
        throw YamlRefusal(YamlRefusal::Reason::NotAMap, begin);
    remember(anchor, map ? YamlNode::Kind::Map : YamlNode::Kind::Sequence, {});
    Frame frame;
    frame.map = map;
    frame.flow = flow || (!m_frames.empty() && m_frames.back().flow);
    frame.indent = columnOf(begin);
    if (m_frames.empty()) {
        m_tree.rootFlow = flow;
    } else {
        YamlNode* entry = currentEntry();
        frame.listed = entry != nullptr;
        frame.owner = m_frames.back().map ? m_frames.back().current : -1;
        if (entry != nullptr) {
            entry->kind = map ? YamlNode::Kind::Map : YamlNode::Kind::Sequence;
            entry->flow = frame.flow;
            entry->valueBegin = begin;
        }
    }
    if (flow)
        m_lastEnd = begin + 1;
    m_frames.push_back(frame);
}

void YamlEvents::endCollection()
{
    const Frame frame = m_frames.back();
    m_frames.pop_back();
    if (frame.flow) {
        qsizetype at = skipBlanksAndComments(m_text, m_lastEnd);
        while (at < m_text.size() && (m_text.at(at) == ',' || m_text.at(at) == ':'))
            at = skipBlanksAndComments(m_text, at + 1);
        const char closing = frame.map ? '}' : ']';
        if (at < m_text.size() && m_text.at(at) == closing)
            m_lastEnd = at + 1;
    }
    if (YamlNode* entry = currentEntry())
        entry->valueEnd = qMax(m_lastEnd, entry->valueBegin);
    if (m_frames.empty())
        m_tree.rootEnd = m_lastEnd;
    passOver();
}

void YamlEvents::OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                                 YAML::EmitterStyle::value style)
{
    startCollection(mark, false, style == YAML::EmitterStyle::Flow, anchor);
}

void YamlEvents::OnSequenceEnd()
{
    endCollection();
}

void YamlEvents::OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                            YAML::EmitterStyle::value style)
{
    startCollection(mark, true, style == YAML::EmitterStyle::Flow, anchor);
}

void YamlEvents::OnMapEnd()
{
    endCollection();
}

void YamlEvents::markShadowed()
{
    // Within one map the last of equal keys wins; everything under a loser loses too.
    QHash<std::pair<int, QString>, std::size_t> winners;
    for (std::size_t i = 0; i < m_tree.nodes.size(); ++i) {
        const std::pair<int, QString> place(m_tree.nodes[i].parent, m_tree.nodes[i].key);
        if (const auto earlier = winners.constFind(place); earlier != winners.constEnd())
            m_tree.nodes[*earlier].shadowed = true;
        winners[place] = i;
    }
    for (YamlNode& node : m_tree.nodes) {
        if (node.parent >= 0 && m_tree.nodes[static_cast<std::size_t>(node.parent)].shadowed)
            node.shadowed = true;
    }
}

} // namespace driftscope
