// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/YamlExtent.h"
#include "core/config/YamlTree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <map>
#include <stdexcept>

namespace driftscope {

/// Thrown through yaml-cpp (never past this room) when the document is nested too deeply, is not a map, leaves a quote
/// open, holds more keys than any config or holds what its reader does not take.
struct YamlRefusal : std::runtime_error
{
    enum class Reason
    {
        TooDeep,
        NotAMap,
        OpenQuote,
        TooManyKeys,
        Alias, ///< where none is taken
        OddKey ///< no text
    };
    YamlRefusal(Reason why, qsizetype position)
        : std::runtime_error("refused")
        , reason(why)
        , offset(position)
    { }
    Reason reason;
    qsizetype offset;
};

/// Feeds the first document of a text to `handler`; `second` takes one that must not be there. False for an empty text.
/// The errors name file, line and column and say what is wrong in words.
[[nodiscard]] Result<bool> runYamlParser(const QByteArray& text, const TextPositions& positions,
                                         YAML::EventHandler& handler, YAML::EventHandler& second);

/// Builds a YamlTree from yaml-cpp's events, which (unlike its nodes) keep keys written twice.
class YamlEvents : public YAML::EventHandler
{
public:
    YamlEvents(const QByteArray& text, qsizetype firstByte);
    [[nodiscard]] YamlTree takeTree();

    void OnDocumentStart(const YAML::Mark&) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override;
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override;

private:
    struct Frame
    {
        bool map = true;
        bool flow = false;
        bool listed = true; ///< entries of this map go into the tree
        bool expectsKey = true;
        int owner = -1; ///< entry whose value this is
        int current = -1; ///< entry whose value comes next; -1 when it is not listed
        qsizetype indent = -1; ///< bytes before the first key or dash of a block collection
    };
    struct Anchored
    {
        YamlNode::Kind kind = YamlNode::Kind::Null;
        QString text;
    };

    [[nodiscard]] qsizetype offsetOf(const YAML::Mark& mark) const;
    [[nodiscard]] qsizetype columnOf(qsizetype offset); ///< in bytes
    void beginKey(qsizetype begin, const QString& name);
    [[nodiscard]] ScalarExtent closedExtent(qsizetype begin, const ScalarContext& context) const;
    void takeNull(YamlNode& entry, qsizetype mark);
    void passOver(); ///< the value (or unusual key) that was just seen is complete
    YamlNode* currentEntry(); ///< the entry whose value is due, null when the value is not listed
    void startCollection(const YAML::Mark& mark, bool map, bool flow, YAML::anchor_t anchor);
    void endCollection();
    void remember(YAML::anchor_t anchor, YamlNode::Kind kind, const QString& text);
    void markShadowed();

    const QByteArray& m_text;
    qsizetype m_firstByte;
    YamlTree m_tree;
    std::vector<Frame> m_frames;
    std::map<YAML::anchor_t, Anchored> m_anchors;
    qsizetype m_lastEnd = 0; ///< behind the last byte that belongs to a key or value so far
    qsizetype m_lineBegin = 0; ///< of the line that m_lineSeenTo lies in
    qsizetype m_lineSeenTo = 0;
};

} // namespace driftscope
