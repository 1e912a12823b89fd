// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/DumpCatalogue.h"
#include "core/tensor/Capture.h"

#include <QCoreApplication>
#include <QSet>

namespace driftscope {

/// Reads the files of one sample into a capture. Whatever cannot be read becomes a note; the rest is read.
class DumpImport
{
    Q_DECLARE_TR_FUNCTIONS(DumpImport)

public:
    DumpImport(const DumpKnowledge& knowledge, qint64 frame = 0);

    /// What a sidecar says comes first; its files are not read again by their names.
    void addDescribed(const QString& folder);
    void addFiles(const QList<DumpFile>& files);
    [[nodiscard]] Capture finish();
    /// Frames that the files hold; more than one only where files say so.
    [[nodiscard]] qint64 frames() const { return m_frames; }

private:
    /// One tensor and the files that may give it, the best first.
    struct Source
    {
        KnownDump known;
        QString node;
        QList<DumpFile> files;
    };

    void collect(const DumpFile& file, QList<Source>& sources);
    void addSource(const Source& source);
    void addArrays(const DumpFile& file);
    [[nodiscard]] Result<Tensor> read(const Source& source, qsizetype at);
    [[nodiscard]] Result<Tensor> readPlanes(const Source& source);
    [[nodiscard]] Result<Tensor> readArray(const DumpFile& file, const KnownDump& known) const;
    void noteDuplicates(const Source& source, const QByteArray& taken);
    void append(const KnownDump& known, const QString& node, Tensor tensor);
    void note(const QString& sentence) { m_notes.append(sentence); }
    void fail(const QString& tensor, const QString& why);
    void finishNotes();

    const DumpKnowledge& m_knowledge;
    DumpCatalogue m_catalogue;
    qint64 m_frame;
    qint64 m_frames = 1;
    Capture m_capture;
    QStringList m_notes;
    QSet<QString> m_described; ///< files that the sidecar describes
    QSet<QString> m_failed; ///< tensors of which the note is already made
};

} // namespace driftscope
