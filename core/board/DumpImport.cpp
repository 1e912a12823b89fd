// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/DumpImport.h"

#include "core/base/Files.h"
#include "core/board/DumpedTensor.h"
#include "core/tensor/Npy.h"
#include "core/tensor/Npz.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Layers come in their order, the model's outputs after them; what is exact before what was rounded for people.
auto orderOf(const DumpFile& file)
{
    const DumpFileName parsed = file.parsed.value_or(DumpFileName{});
    return std::tuple(!file.parsed.has_value(), parsed.isModelOutput, parsed.index, parsed.slot, file.format);
}

/// An array as numpy saved it, with what is known of the tensor of that name.
void attach(Tensor& tensor, const DumpDeclaration& declaration)
{
    if (tensor.shape() != declaration.shape)
        return;
    tensor.setLayout(declaration.layout);
    if (!declaration.scales.empty() && tensor.dataType() == declaration.type) {
        const auto read = tensorFromDump(tensor.bytes(), declaration);
        if (read)
            tensor.setQuantization(read->quantization());
    }
}

} // namespace

DumpImport::DumpImport(const DumpKnowledge& knowledge, qint64 frame)
    : m_knowledge(knowledge)
    , m_catalogue(knowledge)
    , m_frame(frame)
{ }

void DumpImport::addDescribed(const QString& folder)
{
    const auto descriptions = readDumpSidecar(folder);
    if (!descriptions) {
        note(descriptions.error().message);
        return;
    }
    for (const DumpDescription& description : *descriptions) {
        m_described.insert(description.file);
        const QString& name = description.declaration.name;
        const auto file = dumpFile(QDir(folder).filePath(description.file));
        if (!file || !QFileInfo(file->path).isFile()) {
            fail(name, tr("The dump “%1” is missing.").arg(description.file));
            continue;
        }
        Source source{{description.declaration, false, false, false}, description.node, {*file}};
        const auto isCalled = [&name](const BoardTensorProperties& tensor) { return tensor.name == name; };
        const auto& info = m_knowledge.info;
        source.known.isInput
            = description.role == u"input" && std::any_of(info.inputs.cbegin(), info.inputs.cend(), isCalled);
        source.known.isOutput = std::any_of(info.outputs.cbegin(), info.outputs.cend(), isCalled);
        if (m_capture.find(name) == nullptr) // an output may be dumped as layer and as output
            addSource(source);
    }
}

void DumpImport::addFiles(const QList<DumpFile>& files)
{
    QList<DumpFile> ordered = files;
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const DumpFile& a, const DumpFile& b) { return orderOf(a) < orderOf(b); });
    QList<Source> sources;
    for (const DumpFile& file : std::as_const(ordered)) {
        // A text beside a described dump holds the same values, rounded.
        const QString binary = file.name.section(u'.', 0, -2) + u".bin"_s;
        if (!m_described.contains(file.name) && !m_described.contains(binary))
            collect(file, sources);
    }
    for (const Source& source : std::as_const(sources)) {
        if (m_capture.find(source.known.declaration.name) == nullptr)
            addSource(source);
    }
}

/// Finds out what a file is; files of one tensor go together.
void DumpImport::collect(const DumpFile& file, QList<Source>& sources)
{
    if (file.format == DumpFormat::Npz) {
        addArrays(file);
        return;
    }
    const auto known = m_catalogue.find(file);
    const bool isNodeInput = file.parsed && file.parsed->isNodeInput;
    if (isNodeInput && !(known && (known->isInput || known->isDeclared)))
        return; // another node's output or a constant, which is in the model
    if (!known && file.format != DumpFormat::Npy) {
        note(file.parsed ? tr("The dump “%1” says neither type nor shape and was left out.").arg(file.name)
                         : tr("The file “%1” is not named like a dump and was left out.").arg(file.name));
        return;
    }
    KnownDump tensor = known.value_or(KnownDump{});
    if (!known)
        tensor.declaration.name = file.tensor();
    // The board names the node that reads an input; a capture names the one that makes a value.
    const QString node = file.parsed && !isNodeInput ? file.parsed->node : QString();
    const auto same = std::find_if(sources.begin(), sources.end(), [&tensor](const Source& source) {
        return source.known.declaration.name == tensor.declaration.name;
    });
    if (same == sources.end()) {
        sources.append({tensor, node, {file}});
        return;
    }
    same->files.append(file);
    if (same->node.isEmpty())
        same->node = node;
}

void DumpImport::addSource(const Source& source)
{
    const auto isPlane = [](const DumpFile& file) { return file.parsed && file.parsed->plane != DumpPlane::None; };
    const bool arePlanes
        = source.known.declaration.isNv12 && std::any_of(source.files.cbegin(), source.files.cend(), isPlane);
    QList<DumpFile> files = source.files;
    std::stable_sort(files.begin(), files.end(),
                     [](const DumpFile& a, const DumpFile& b) { return a.format < b.format; });
    const Source ordered{source.known, source.node, files};
    QString problem;
    for (qsizetype at = 0; at < (arePlanes ? 1 : files.size()); ++at) {
        auto tensor = arePlanes ? readPlanes(ordered) : read(ordered, at);
        if (tensor) {
            append(source.known, source.node, *std::move(tensor));
            if (!problem.isEmpty())
                note(tr("%1 “%2” was taken in its place.").arg(problem, files[at].name));
            return;
        }
        if (problem.isEmpty())
            problem = tensor.error().message;
    }
    fail(source.known.declaration.name, problem);
}

Result<Tensor> DumpImport::read(const Source& source, qsizetype at)
{
    const DumpFile& file = source.files[at];
    const DumpDeclaration& declaration = source.known.declaration;
    if (file.format == DumpFormat::Npy)
        return readArray(file, source.known);
    const auto bytes = readFile(file.path);
    if (!bytes)
        return forward(bytes);
    if (file.format == DumpFormat::Text)
        return tensorFromText(*bytes, declaration);
    if (at == 0)
        noteDuplicates(source, *bytes);
    m_frames = std::max(m_frames, framesIn(bytes->size(), declaration));
    return tensorFromDump(*bytes, declaration, m_frame);
}

Result<Tensor> DumpImport::readArray(const DumpFile& file, const KnownDump& known) const
{
    auto tensor = readNpy(file.path);
    if (tensor)
        attach(*tensor, known.declaration);
    return tensor;
}

Result<Tensor> DumpImport::readPlanes(const Source& source)
{
    std::optional<QByteArray> luma;
    std::optional<QByteArray> chroma;
    for (const DumpFile& file : source.files) {
        if (!file.parsed || file.parsed->plane == DumpPlane::None || file.format != DumpFormat::Raw)
            continue;
        auto bytes = readFile(file.path);
        if (!bytes)
            return forward(bytes);
        (file.parsed->plane == DumpPlane::Luma ? luma : chroma) = *std::move(bytes);
    }
    const QString& name = source.known.declaration.name;
    if (!luma || !chroma) {
        return failure(ErrorKind::NotFound,
                       luma ? tr("The chroma plane (uv) of “%1” was not dumped.").arg(name)
                            : tr("The luma plane (y) of “%1” was not dumped.").arg(name));
    }
    return tensorFromPlanes(*luma, *chroma, source.known.declaration);
}

/// The same tensor in several raw files: fine when they agree, as an output does that is dumped as layer, too.
void DumpImport::noteDuplicates(const Source& source, const QByteArray& taken)
{
    for (const DumpFile& other : source.files.mid(1)) {
        if (other.format != DumpFormat::Raw)
            continue;
        const auto bytes = readFile(other.path);
        if (bytes && bytes->size() == taken.size() && *bytes != taken) {
            note(tr("“%1” was dumped twice with different values; “%2” was taken, not “%3”.")
                     .arg(source.known.declaration.name, source.files.first().name, other.name));
        }
    }
}

void DumpImport::addArrays(const DumpFile& file)
{
    auto content = readNpz(file.path);
    if (!content) {
        note(content.error().message);
        return;
    }
    for (const QString& problem : std::as_const(content->problems))
        note(problem);
    for (NamedTensor& array : content->tensors) {
        KnownDump known = m_catalogue.findTensor(array.name).value_or(KnownDump{});
        if (known.declaration.name.isEmpty())
            known.declaration.name = array.name;
        attach(array.tensor, known.declaration);
        if (m_capture.find(known.declaration.name) == nullptr)
            append(known, {}, std::move(array.tensor));
    }
}

void DumpImport::append(const KnownDump& known, const QString& node, Tensor tensor)
{
    m_capture.tensors.append(
        {known.declaration.name, known.isInput ? QString() : node, std::move(tensor), known.isInput, known.isOutput});
}

void DumpImport::fail(const QString& tensor, const QString& why)
{
    m_failed.insert(tensor);
    note(why);
}

Capture DumpImport::finish()
{
    for (const BoardTensorProperties& output : m_knowledge.info.outputs) {
        if (m_capture.find(output.name) == nullptr && !m_failed.contains(output.name))
            note(tr("The output “%1” was not dumped.").arg(output.name));
    }
    std::stable_sort(m_capture.tensors.begin(), m_capture.tensors.end(),
                     [](const CapturedTensor& a, const CapturedTensor& b) { return a.isInput && !b.isInput; });
    finishNotes();
    m_capture.executor = u"hrt_model_exec"_s;
    m_capture.stage = u"board"_s;
    return std::move(m_capture);
}

/// A folder of a thousand broken files must not give a sentence of a thousand lines.
void DumpImport::finishNotes()
{
    constexpr qsizetype shown = 5;
    if (m_notes.isEmpty())
        return;
    m_capture.complete = false;
    m_capture.limit = m_notes.first(std::min(shown, m_notes.size())).join(u' ');
    if (m_notes.size() > shown)
        m_capture.limit
            += u' ' + tr("There are %n more problems like these.", nullptr, static_cast<int>(m_notes.size() - shown));
}

} // namespace driftscope
