// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/YamlTree.h"

#include "core/config/YamlEvents.h"
#include "core/config/YamlExtent.h"
#include "core/config/YamlGuard.h"

#include <QCoreApplication>

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct YamlParser
{
    Q_DECLARE_TR_FUNCTIONS(YamlParser)
};

Error refusalError(const YamlRefusal& refusal, const TextPositions& positions)
{
    const QString place = yamlPlace(positions.range(refusal.offset, refusal.offset));
    if (refusal.reason == YamlRefusal::Reason::TooDeep) {
        return {ErrorKind::Malformed,
                YamlParser::tr("%1: the text is nested too deeply; a conversion config needs two levels.").arg(place)};
    }
    if (refusal.reason == YamlRefusal::Reason::OpenQuote) {
        return {ErrorKind::Malformed,
                YamlParser::tr("%1: the quote that opens here is never closed; add the closing quote.").arg(place)};
    }
    if (refusal.reason == YamlRefusal::Reason::TooManyKeys) {
        return {
            ErrorKind::Malformed,
            YamlParser::tr("%1: the text has more than %2 keys, which no conversion config has; open the right file.")
                .arg(place)
                .arg(maximumYamlKeys)};
    }
    if (refusal.reason == YamlRefusal::Reason::Alias) {
        return {ErrorKind::Malformed,
                YamlParser::tr("%1: an alias cannot stand in this file; write the value out.").arg(place)};
    }
    if (refusal.reason == YamlRefusal::Reason::OddKey)
        return {ErrorKind::Malformed, YamlParser::tr("%1: a key has to be a text on one line.").arg(place)};
    return {ErrorKind::Malformed,
            YamlParser::tr("%1: the text is no map of groups; a conversion config begins with a group such as "
                           "“model_parameters:”.")
                .arg(place)};
}

Error parserError(const YAML::ParserException& exception, const QByteArray& text, const TextPositions& positions)
{
    const qsizetype mark = exception.mark.is_null() ? 0 : exception.mark.pos;
    const qsizetype at = qBound(qsizetype{0}, byteOrderMarkLength(text) + mark, text.size());
    if (const qsizetype tab = findIndentationTab(text, lineEnd(text, at)); tab >= 0) {
        return {ErrorKind::Malformed,
                YamlParser::tr("%1: a tab cannot indent YAML; replace it by spaces.")
                    .arg(yamlPlace(positions.range(tab, tab)))};
    }
    return {ErrorKind::Malformed,
            YamlParser::tr("%1: the YAML cannot be read, %2.")
                .arg(yamlPlace(positions.range(at, at)), explainYamlProblem(exception.msg))};
}

/// yaml-cpp takes a carriage return alone for a letter; YAML and the vendor's parser end the line there. One byte for
/// one, so that its marks stay ours.
std::string withLineFeeds(const QByteArray& text)
{
    std::string result = text.toStdString();
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (result[i] == '\r' && (i + 1 == result.size() || result[i + 1] != '\n'))
            result[i] = '\n';
    }
    return result;
}

bool beginsCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

} // namespace

TextPositions::TextPositions(const QByteArray& text, QString file)
    : m_text(text)
    , m_file(std::move(file))
    , m_lineStarts{byteOrderMarkLength(text)}
{
    for (qsizetype at = nextLine(text, 0); at > m_lineStarts.back() && at <= text.size(); at = nextLine(text, at)) {
        if (!isLineBreak(text.at(at - 1)))
            break; // the last line has no line break
        m_lineStarts.push_back(at);
    }
    m_characters.reserve(static_cast<std::size_t>(text.size() / stride) + 1);
    qsizetype characters = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i % stride == 0)
            m_characters.push_back(characters);
        characters += beginsCharacter(text.at(i)) ? 1 : 0;
    }
}

qsizetype TextPositions::charactersBefore(qsizetype offset) const
{
    if (m_characters.empty())
        return 0;
    const auto stretch = qMin(static_cast<std::size_t>(offset / stride), m_characters.size() - 1);
    qsizetype characters = m_characters[stretch];
    for (qsizetype i = static_cast<qsizetype>(stretch) * stride; i < qMin(offset, m_text.size()); ++i)
        characters += beginsCharacter(m_text.at(i)) ? 1 : 0;
    return characters;
}

SourceRange TextPositions::range(qsizetype begin, qsizetype end) const
{
    const auto after = std::ranges::upper_bound(m_lineStarts, begin);
    const auto line = after == m_lineStarts.begin() ? m_lineStarts.begin() : after - 1;
    const qsizetype column = 1 + qMax(qsizetype{0}, charactersBefore(begin) - charactersBefore(*line));
    return {m_file, static_cast<int>(line - m_lineStarts.begin()) + 1, static_cast<int>(column), begin, end - begin};
}

qsizetype byteOrderMarkLength(const QByteArray& text)
{
    return text.startsWith("\xef\xbb\xbf") ? 3 : 0;
}

Result<bool> runYamlParser(const QByteArray& text, const TextPositions& positions, YAML::EventHandler& handler,
                           YAML::EventHandler& second)
{
    if (const Result<void> checked = checkBeforeParsing(text, positions); !checked)
        return forward(checked);
    try {
        std::istringstream stream(withLineFeeds(text.sliced(byteOrderMarkLength(text))));
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(handler))
            return false;
        if (parser.HandleNextDocument(second)) {
            return failure(ErrorKind::Malformed,
                           YamlParser::tr("The text holds more than one YAML document; keep the first and remove the "
                                          "line “---” and what follows it."));
        }
        return true;
    } catch (const YamlRefusal& refusal) {
        return tl::make_unexpected(refusalError(refusal, positions));
    } catch (const YAML::ParserException& exception) {
        return tl::make_unexpected(parserError(exception, text, positions));
    } catch (const std::exception& exception) {
        return failure(ErrorKind::Malformed,
                       YamlParser::tr("The YAML cannot be read: %1.").arg(QString::fromUtf8(exception.what())));
    }
}

Result<YamlTree> parseYaml(const QByteArray& text, const TextPositions& positions)
{
    const qsizetype first = byteOrderMarkLength(text);
    YamlEvents events(text, first);
    YamlEvents second(text, first);
    const Result<bool> parsed = runYamlParser(text, positions, events, second);
    if (!parsed)
        return forward(parsed);
    return *parsed ? events.takeTree() : YamlTree{};
}

} // namespace driftscope
