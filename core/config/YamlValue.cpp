// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/YamlValue.h"

#include "core/config/YamlEvents.h"
#include "core/config/YamlGuard.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace driftscope {

namespace {

/// Collections that are still open lie on a stack and are put into the one below when they end.
class YamlValueBuilder : public YAML::EventHandler
{
public:
    YamlValueBuilder(const QByteArray& text, const TextPositions& positions)
        : m_size(text.size())
        , m_firstByte(byteOrderMarkLength(text))
        , m_positions(positions)
    { }

    [[nodiscard]] YamlValue take() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark& /*mark*/) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override
    {
        // Where nothing is written, the mark is of what comes next.
        add({YamlValue::Kind::Null, {}, rangeOf(mark), {}, {}});
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override
    {
        throw YamlRefusal(YamlRefusal::Reason::Alias, offsetOf(mark));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  const std::string& value) override
    {
        add({YamlValue::Kind::Scalar, QString::fromStdString(value), rangeOf(mark), {}, {}});
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                         YAML::EmitterStyle::value /*style*/) override
    {
        open(YamlValue::Kind::Sequence, mark);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                    YAML::EmitterStyle::value /*style*/) override
    {
        open(YamlValue::Kind::Map, mark);
    }
    void OnMapEnd() override { close(); }

private:
    struct Frame
    {
        YamlValue value;
        std::optional<YamlEntry> entry; ///< of a map: its key has been read, the value is due
    };

    [[nodiscard]] qsizetype offsetOf(const YAML::Mark& mark) const
    {
        return qBound(m_firstByte, m_firstByte + mark.pos, m_size);
    }
    [[nodiscard]] SourceRange rangeOf(const YAML::Mark& mark) const
    {
        return m_positions.range(offsetOf(mark), offsetOf(mark));
    }

    void open(YamlValue::Kind kind, const YAML::Mark& mark)
    {
        const bool isKey = !m_frames.empty() && m_frames.back().value.kind == YamlValue::Kind::Map
            && !m_frames.back().entry.has_value();
        if (isKey)
            throw YamlRefusal(YamlRefusal::Reason::OddKey, offsetOf(mark));
        if (m_frames.size() >= static_cast<std::size_t>(maximumYamlDepth))
            throw YamlRefusal(YamlRefusal::Reason::TooDeep, offsetOf(mark));
        m_frames.push_back({{kind, {}, rangeOf(mark), {}, {}}, std::nullopt});
    }

    void close()
    {
        YamlValue value = std::move(m_frames.back().value);
        m_frames.pop_back();
        add(std::move(value));
    }

    void add(YamlValue value)
    {
        if (m_frames.empty()) {
            m_root = std::move(value);
            return;
        }
        Frame& frame = m_frames.back();
        if (frame.value.kind == YamlValue::Kind::Sequence) {
            frame.value.items.push_back(std::move(value));
        } else if (frame.entry) {
            frame.entry->value = std::move(value);
            frame.value.entries.push_back(std::move(*frame.entry));
            frame.entry.reset();
        } else if (value.kind == YamlValue::Kind::Scalar) {
            frame.entry = YamlEntry{std::move(value.text), std::move(value.range), {}};
        } else {
            throw YamlRefusal(YamlRefusal::Reason::OddKey, value.range.offset);
        }
    }

    qsizetype m_size;
    qsizetype m_firstByte;
    const TextPositions& m_positions;
    YamlValue m_root;
    std::vector<Frame> m_frames;
};

} // namespace

const YamlValue* YamlValue::find(QStringView key) const
{
    const auto found = std::ranges::find(entries, key, &YamlEntry::key);
    return found == entries.end() ? nullptr : &found->value;
}

Result<YamlValue> parseYamlValue(const QByteArray& text, const QString& file)
{
    const TextPositions positions(text, file);
    YamlValueBuilder builder(text, positions);
    YamlValueBuilder second(text, positions);
    const Result<bool> parsed = runYamlParser(text, positions, builder, second);
    if (!parsed)
        return forward(parsed);
    YamlValue value = builder.take();
    if (!*parsed)
        value.range = positions.range(0, 0);
    return value;
}

} // namespace driftscope
