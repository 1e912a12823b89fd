// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/DifferenceCause.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// What is in force where a key is not written; empty where the toolchain insists on it.
QString defaultOf(QLatin1StringView key)
{
    if (key == causekeys::normType)
        return u"no_preprocess"_s;
    if (key == causekeys::layoutRt)
        return u"NHWC"_s;
    return key == causekeys::calibration ? u"default"_s : QString();
}

/// Whether a message holds the name as a word: names of inserted nodes begin with names of others.
bool namesNode(const QString& message, const QString& node)
{
    const auto isPartOfName = [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'/'; };
    for (qsizetype at = message.indexOf(node); at >= 0; at = message.indexOf(node, at + 1)) {
        const qsizetype end = at + node.size();
        if ((at == 0 || !isPartOfName(message[at - 1])) && (end == message.size() || !isPartOfName(message[end])))
            return true;
    }
    return false;
}

} // namespace

InsertionCause causeOfKey(const ConfigDocument* document, QLatin1StringView key)
{
    InsertionCause cause;
    cause.key = key;
    const auto written = document != nullptr ? document->value(key) : std::nullopt;
    cause.isDefault = !written || written->isNull;
    cause.value = cause.isDefault ? defaultOf(key) : written->text;
    cause.line = written ? written->keyRange.line : 0;
    return cause;
}

LogLines::LogLines(const MakertbinLog* log)
    : m_log(log)
{
    if (log == nullptr)
        return;
    for (const LogNode& node : log->nodes) {
        if (node.truncated)
            m_cut.append({node.name, node.line});
        else
            m_whole.insert(node.name, node.line);
    }
}

int LogLines::lineOf(const QString& node) const
{
    if (m_log == nullptr)
        return 0;
    for (const Diagnostic& diagnostic : m_log->diagnostics) {
        if (namesNode(diagnostic.message, node))
            return diagnostic.range.line;
    }
    if (const auto found = m_whole.constFind(node); found != m_whole.constEnd())
        return *found;
    const auto cut = std::ranges::find_if(m_cut, [&](const auto& entry) { return node.endsWith(entry.first); });
    return cut == m_cut.end() ? 0 : cut->second;
}

} // namespace driftscope
