// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/Sentence.h"

#include <QHash>
#include <QMutex>
#include <QTranslator>

namespace driftscope {

/// A translator that remembers what it was asked for and what it said, so that a finished sentence can be traced back
/// to the texts that it was made from: errors come from any thread as plain sentences.
class RecordingTranslator : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char* context, const char* source, const char* comment,
                                    int count) const override; ///< from any thread
    /// How a sentence was made, as far as that can be told; its text in the language of now is the sentence, unless the
    /// sentence was made in another language.
    [[nodiscard]] Sentence trace(const QString& sentence) const;

private:
    struct Said
    {
        TextRequest request;
        QString text;
        friend bool operator==(const Said&, const Said&) = default;
    };
    struct Finder;

    void remember(const TextRequest& request, const QString& text) const;

    mutable QMutex m_mutex;
    mutable QHash<TextRequest, qsizetype> m_known; ///< index of the latest
    mutable QList<Said> m_said; ///< each once a language
    mutable QList<qsizetype> m_recent; ///< a ring of what was asked for last
    mutable qsizetype m_next = 0; ///< in the ring
};

} // namespace driftscope
