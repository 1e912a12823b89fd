// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/YamlGuard.h"

#include "core/config/YamlExtent.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct YamlGuard
{
    Q_DECLARE_TR_FUNCTIONS(YamlGuard)
};

bool isForbiddenControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7f;
}

/// Offset of the first byte that is no valid UTF-8, or -1.
qsizetype firstInvalidByte(const QByteArray& text)
{
    if (text.isValidUtf8())
        return -1;
    qsizetype valid = 0;
    qsizetype invalid = text.size();
    while (invalid - valid > 1) { // shortest prefix that is invalid even when its last character is given more bytes
        const qsizetype middle = valid + (invalid - valid) / 2;
        qsizetype end = middle;
        while (end > valid && (static_cast<unsigned char>(text.at(end)) & 0xC0U) == 0x80U)
            --end;
        if (end > valid && text.first(end).isValidUtf8())
            valid = end;
        else if (end <= valid)
            break;
        else
            invalid = end;
    }
    return valid;
}

/// Offset of the bracket that opens too deep a level, or -1. Counts brackets in quotes and comments too: on the safe
/// side, and no real file comes near.
qsizetype firstTooDeepBracket(const QByteArray& text)
{
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == '[' || c == '{')
            ++depth;
        else if ((c == ']' || c == '}') && depth > 0)
            --depth;
        if (depth > 4 * maximumYamlDepth)
            return i;
    }
    return -1;
}

} // namespace

QString yamlPlace(const SourceRange& range)
{
    if (range.file.isEmpty())
        return YamlGuard::tr("Line %1, column %2").arg(range.line).arg(range.column);
    return YamlGuard::tr("%1, line %2, column %3").arg(range.file).arg(range.line).arg(range.column);
}

Error oversizedConfig(const QString& path, qint64 bytes)
{
    if (path.isEmpty()) {
        return {
            ErrorKind::Malformed,
            YamlGuard::tr("The text is %1 bytes long, which no conversion config is; open the right file.").arg(bytes)};
    }
    return {ErrorKind::Malformed,
            YamlGuard::tr("“%1” is %2 bytes long, which no conversion config is; open the right file.")
                .arg(path)
                .arg(bytes)};
}

Result<void> checkBeforeParsing(const QByteArray& text, const TextPositions& positions)
{
    if (text.size() > maximumConfigBytes)
        return tl::make_unexpected(oversizedConfig({}, text.size()));
    const auto control = std::ranges::find_if(text, isForbiddenControl);
    if (control != text.end()) {
        const qsizetype at = control - text.begin();
        const QString code
            = u"U+%1"_s.arg(static_cast<int>(static_cast<unsigned char>(*control)), 4, 16, QLatin1Char('0'));
        return failure(ErrorKind::Malformed,
                       YamlGuard::tr("%1: the control character %2 may not stand in YAML; remove it, or save the file "
                                     "as UTF-8 if it is in another encoding.")
                           .arg(yamlPlace(positions.range(at, at)), code.toUpper()));
    }
    if (const qsizetype at = firstInvalidByte(text); at >= 0) {
        return failure(ErrorKind::Malformed,
                       YamlGuard::tr("%1: the text is not UTF-8 from here on; save the file as UTF-8.")
                           .arg(yamlPlace(positions.range(at, at))));
    }
    if (const qsizetype at = firstTooDeepBracket(text); at >= 0) {
        return failure(ErrorKind::Malformed,
                       YamlGuard::tr("%1: brackets are nested too deeply; a conversion config needs two levels.")
                           .arg(yamlPlace(positions.range(at, at))));
    }
    return {};
}

QString explainYamlProblem(std::string_view parserMessage)
{
    struct Explanation
    {
        std::string_view message;
        QString text;
    };
    const std::array<Explanation, 15> explanations{{
        {"illegal map value",
         YamlGuard::tr("a colon stands where none may stand; quote the value, or check the "
                       "indentation of this line and the one above")},
        {"illegal map key", YamlGuard::tr("a key may not stand here; check the indentation")},
        {"end of map not found",
         YamlGuard::tr("the indentation fits none of the lines above, or a key has no colon and value")},
        {"end of sequence not found", YamlGuard::tr("a line of this list is not indented like the others")},
        {"end of map flow not found", YamlGuard::tr("a { is never closed, or a comma is missing within the braces")},
        {"end of sequence flow not found",
         YamlGuard::tr("a [ is never closed, or a comma is missing within the brackets")},
        {"illegal EOF in scalar", YamlGuard::tr("the text ends inside quotes; a closing quote is missing")},
        {"illegal document indicator in scalar", YamlGuard::tr("the document ends inside quotes; a quote is missing")},
        {"illegal character in scalar",
         YamlGuard::tr("a quoted text goes on with too little indentation; perhaps a "
                       "closing quote is missing above")},
        {"unknown token", YamlGuard::tr("a value cannot begin with this character; put it in quotes")},
        {"illegal block entry", YamlGuard::tr("a list item may not stand here; check the indentation")},
        {"illegal flow end", YamlGuard::tr("a closing bracket has no opening one")},
        {"illegal tab when looking for indentation", YamlGuard::tr("a tab cannot indent YAML; use spaces")},
        {"the referenced anchor is not defined", YamlGuard::tr("this alias names an anchor that is not defined above")},
        {"cannot assign multiple anchors to the same node", YamlGuard::tr("one value has two anchors")},
    }};
    for (const Explanation& explanation : explanations) {
        if (parserMessage.starts_with(explanation.message))
            return explanation.text;
    }
    return YamlGuard::tr("it is not valid YAML (%1)")
        .arg(QString::fromUtf8(parserMessage.data(), static_cast<qsizetype>(parserMessage.size())));
}

qsizetype findIndentationTab(const QByteArray& text, qsizetype limit)
{
    qsizetype lineStart = byteOrderMarkLength(text);
    while (lineStart < text.size() && lineStart <= limit) {
        qsizetype i = lineStart;
        qsizetype tab = -1;
        while (i < text.size() && (text.at(i) == ' ' || text.at(i) == '\t')) {
            if (text.at(i) == '\t' && tab < 0)
                tab = i;
            ++i;
        }
        const bool hasContent = i < text.size() && text.at(i) != '\n' && text.at(i) != '\r' && text.at(i) != '#';
        if (tab >= 0 && hasContent)
            return tab;
        lineStart = nextLine(text, i);
    }
    return -1;
}

} // namespace driftscope
