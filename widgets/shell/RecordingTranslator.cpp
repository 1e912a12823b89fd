// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/RecordingTranslator.h"

#include <QMutexLocker>

#include <algorithm>
#include <utility>

namespace driftscope {

namespace {

constexpr qsizetype mostTexts = 20000; ///< several times what the program has in both languages
constexpr qsizetype ringSize = 4096;
constexpr qsizetype nearby = 64; ///< requests between a sentence and what it was filled with
constexpr int deepest = 6;
constexpr qsizetype telling = 16; ///< characters of a text that nobody gives to something of theirs as its name

QByteArray borrowed(const char* text)
{
    return text == nullptr ? QByteArray() : QByteArray::fromRawData(text, qsizetype(qstrlen(text)));
}

QByteArray owned(const QByteArray& text)
{
    return {text.constData(), text.size()};
}

} // namespace

size_t qHash(const TextRequest& request, size_t seed = 0)
{
    return qHashMulti(seed, request.context, request.source, request.comment, request.count);
}

/// Looks for what a sentence was made from, in a copy of what was said.
struct RecordingTranslator::Finder
{
    struct Candidate
    {
        TextTemplate text;
        const Said* said;
        qsizetype index;
    };
    std::vector<Candidate> candidates; ///< the most telling first
    QList<qsizetype> requests; ///< the last ones, in their order

    [[nodiscard]] bool areNear(qsizetype one, qsizetype other) const
    {
        for (qsizetype at = requests.indexOf(one); at >= 0; at = requests.indexOf(one, at + 1)) {
            const qsizetype from = std::max<qsizetype>(0, at - nearby);
            if (requests.mid(from, 2 * nearby + 1).contains(other))
                return true;
        }
        return false;
    }
    /// A short text may as well be somebody's name for something: it counts where it was asked for beside the sentence
    /// that it stands in.
    [[nodiscard]] bool mayStandIn(const Candidate& candidate, qsizetype around) const
    {
        return around < 0 || candidate.said->request.source.size() >= telling || areNear(around, candidate.index);
    }
    /// What has few words of its own, as “%1: %2” and “%1 of %2”, is likely only around texts of the program, or where
    /// it was asked for beside the sentence that it stands in.
    [[nodiscard]] static bool isLikely(const Candidate& candidate, const Sentence& found, qsizetype around)
    {
        const bool isTelling = candidate.text.places().isEmpty() || candidate.said->request.source.size() >= telling;
        return (candidate.text.letters() > 0 && (isTelling || around >= 0))
            || std::ranges::any_of(found.arguments, &Sentence::isOfProgram);
    }
    [[nodiscard]] Sentence find(const QString& text, qsizetype around = -1, bool isInBare = false, int depth = 0) const
    {
        for (const Candidate& candidate : candidates) {
            const bool isBare = candidate.text.letters() == 0;
            if (depth > deepest || (isBare && isInBare) || !candidate.text.matches(text)
                || !mayStandIn(candidate, around))
                continue;
            Sentence found{{}, candidate.said->request, candidate.text.places(), {}};
            for (const QString& argument : candidate.text.match(text))
                found.arguments.push_back(find(argument, candidate.index, isBare, depth + 1));
            if (isLikely(candidate, found, around))
                return found;
        }
        return Sentence{text, {}, {}, {}};
    }
};

QString RecordingTranslator::translate(const char* context, const char* source, const char* comment, int count) const
{
    const QString text = QTranslator::translate(context, source, comment, count);
    if (source != nullptr && *source != '\0')
        remember({borrowed(context), borrowed(source), borrowed(comment), count},
                 text.isNull() ? QString::fromUtf8(source) : text);
    return text;
}

void RecordingTranslator::remember(const TextRequest& request, const QString& text) const
{
    const QMutexLocker lock(&m_mutex);
    auto known = m_known.constFind(request);
    if (known == m_known.constEnd() || m_said[*known].text != text) {
        if (m_said.size() >= mostTexts) { // counts without end: forget all but what comes
            m_said.clear();
            m_known.clear();
            m_recent.clear();
            m_next = 0;
        }
        const TextRequest kept{owned(request.context), owned(request.source), owned(request.comment), request.count};
        m_said.append({kept, text});
        known = m_known.insert(kept, m_said.size() - 1);
    }
    if (m_recent.size() < ringSize) {
        m_recent.append(*known);
    } else {
        m_recent[m_next] = *known;
        m_next = (m_next + 1) % ringSize;
    }
}

Sentence RecordingTranslator::trace(const QString& sentence) const
{
    QList<Said> said;
    Finder finder;
    {
        const QMutexLocker lock(&m_mutex);
        said = m_said;
        finder.requests = m_recent.mid(m_next) + m_recent.first(m_next);
    }
    for (qsizetype i = said.size() - 1; i >= 0; --i) { // among equals the latest
        QString text = said[i].text;
        if (said[i].request.count >= 0)
            text.replace(QLatin1String("%n"), QString::number(said[i].request.count));
        finder.candidates.push_back({TextTemplate(text), &std::as_const(said)[i], i});
    }
    std::ranges::stable_sort(finder.candidates, std::ranges::greater(),
                             [](const Finder::Candidate& candidate) { return candidate.text.letters(); });
    return finder.find(sentence);
}

} // namespace driftscope
