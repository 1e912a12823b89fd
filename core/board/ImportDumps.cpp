// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/ImportDumps.h"
#include "core/board/DumpFolder.h"
#include "core/board/DumpedTensor.h"

#include "core/base/Files.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Reads one folder: what the sidecar describes, then what is left by its names. Whatever cannot be read becomes a
/// note.
class DumpImport
{
    Q_DECLARE_TR_FUNCTIONS(DumpImport)

public:
    DumpImport(const QString& folder, const BoardModelInfo& info)
        : m_folder(folder)
        , m_info(info)
    { }

    Capture execute()
    {
        readDescribed();
        readNamed();
        for (const BoardTensorProperties& output : m_info.outputs) {
            if (m_capture.find(output.name) == nullptr && !m_failed.contains(output.name))
                note(tr("The output “%1” was not dumped.").arg(output.name));
        }
        std::stable_sort(m_capture.tensors.begin(), m_capture.tensors.end(),
                         [](const CapturedTensor& a, const CapturedTensor& b) { return a.isInput && !b.isInput; });
        finishNotes();
        return std::move(m_capture);
    }

private:
    void note(const QString& sentence) { m_notes.append(sentence); }

    /// A folder of a thousand broken files must not give a sentence of a thousand lines.
    void finishNotes()
    {
        constexpr qsizetype shown = 5;
        if (m_notes.isEmpty())
            return;
        m_capture.complete = false;
        m_capture.limit = m_notes.first(std::min(shown, m_notes.size())).join(u' ');
        if (m_notes.size() > shown)
            m_capture.limit += u' '
                + tr("There are %n more problems like these.", nullptr, static_cast<int>(m_notes.size() - shown));
    }

    void readDescribed()
    {
        const auto descriptions = readDumpSidecar(m_folder.path());
        if (!descriptions) {
            note(descriptions.error().message);
            return;
        }
        for (const DumpDescription& description : *descriptions) {
            m_seen.insert(description.file);
            if (description.file.endsWith(u".txt"))
                continue; // the same values written for people, rounded
            if (m_folder.exists(description.file))
                add(description);
            else
                fail(description.properties.name, tr("The dump “%1” is missing.").arg(description.file));
        }
    }

    void readNamed()
    {
        QList<std::pair<DumpFileName, QString>> files;
        for (const QString& name : m_folder.entryList({u"*.bin"_s}, QDir::Files, QDir::Name)) {
            if (m_seen.contains(name))
                continue;
            if (const auto parsed = parseDumpFileName(name))
                files.append({*parsed, name});
            else
                note(tr("The file “%1” is not named like a dump and was left out.").arg(name));
        }
        // Layers come in their order, the model's outputs last.
        std::stable_sort(files.begin(), files.end(), [](const auto& a, const auto& b) {
            return std::tie(a.first.isModelOutput, a.first.index, a.first.slot)
                < std::tie(b.first.isModelOutput, b.first.index, b.first.slot);
        });
        for (const auto& [parsed, name] : std::as_const(files)) {
            if (!parsed.isNodeInput) // another node's output or a constant, which is in the model
                addByName(parsed, name);
        }
    }

    void addByName(const DumpFileName& parsed, const QString& file)
    {
        const BoardTensorProperties* properties = propertiesFor(parsed);
        if (properties == nullptr) {
            note(tr("The dump “%1” says neither type nor shape and was left out.").arg(file));
            return;
        }
        DumpDescription description;
        description.file = file;
        description.node = parsed.node;
        description.role = u"output"_s;
        description.type = dataTypeOfBoard(properties->tensorType);
        description.properties = *properties;
        add(description);
    }

    [[nodiscard]] const BoardTensorProperties* propertiesFor(const DumpFileName& parsed) const
    {
        const auto named = std::find_if(m_info.outputs.cbegin(), m_info.outputs.cend(),
                                        [&parsed](const BoardTensorProperties& output) {
                                            return flattenedName(output.name) == flattenedName(parsed.tensor);
                                        });
        if (named != m_info.outputs.cend())
            return &*named;
        const bool isIndexed = parsed.isModelOutput && parsed.index < m_info.outputs.size();
        return isIndexed ? &m_info.outputs[parsed.index] : nullptr;
    }

    void add(const DumpDescription& description)
    {
        const QString& name = description.properties.name;
        if (m_capture.find(name) != nullptr)
            return; // an output dumped as layer and as output
        const auto bytes = readFile(m_folder.filePath(description.file));
        if (!bytes) {
            fail(name, bytes.error().message);
            return;
        }
        auto tensor = tensorFromDump(*bytes, description.type, description.properties);
        if (!tensor) {
            fail(name, tensor.error().message);
            return;
        }
        const bool isInput = description.role == u"input" && holds(m_info.inputs, name);
        // The board names the node that reads an input; a capture names the one that makes a value.
        CapturedTensor captured{name, isInput ? QString() : description.node, *std::move(tensor), isInput, false};
        captured.isOutput = holds(m_info.outputs, name);
        m_capture.tensors.append(captured);
    }

    [[nodiscard]] static bool holds(const QList<BoardTensorProperties>& list, const QString& name)
    {
        return std::any_of(list.cbegin(), list.cend(), [&name](const auto& tensor) { return tensor.name == name; });
    }

    void fail(const QString& tensor, const QString& why)
    {
        m_failed.insert(tensor);
        note(why);
    }

    QDir m_folder;
    const BoardModelInfo& m_info;
    Capture m_capture;
    QStringList m_notes;
    QSet<QString> m_seen; ///< files that the sidecar describes
    QSet<QString> m_failed; ///< tensors of which the note is already made
};

struct DumpImportErrors
{
    Q_DECLARE_TR_FUNCTIONS(DumpImportErrors)
};

} // namespace

Result<Capture> importDumps(const QString& folder, const BoardModelInfo& info)
{
    if (!QFileInfo(folder).isDir()) {
        return failure(
            ErrorKind::NotFound,
            DumpImportErrors::tr("The folder of dumps, “%1”, does not exist; run the board with dumps first.")
                .arg(folder));
    }
    Capture capture = DumpImport(folder, info).execute();
    capture.executor = u"hrt_model_exec"_s;
    capture.stage = u"board"_s;
    return capture;
}

} // namespace driftscope
