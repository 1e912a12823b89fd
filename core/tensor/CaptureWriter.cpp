// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/CaptureWriter.h"

#include "core/base/Files.h"
#include "core/tensor/CaptureManifest.h"
#include "core/tensor/Npy.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct CaptureWriting
{
    Q_DECLARE_TR_FUNCTIONS(CaptureWriting)
};

tl::unexpected<Error> notWritten(const QFile& file)
{
    return failure(ErrorKind::Unreadable,
                   CaptureWriting::tr("The tensor file “%1” cannot be written (%2); free some room or choose another "
                                      "folder.")
                       .arg(file.fileName(), file.errorString()));
}

/// In pieces, so that a cancel does not wait for a slow disk.
Result<void> writePieces(QFile& file, QByteArrayView bytes, const CancelToken& cancel)
{
    constexpr qsizetype piece = 8 << 20;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, CaptureWriting::tr("The capture was stopped on request."));
        const QByteArrayView part = bytes.sliced(at, std::min(piece, bytes.size() - at));
        if (file.write(part.data(), part.size()) != part.size())
            return notWritten(file);
    }
    return {};
}

/// Types that numpy lacks are kept as whole npy files of another type, as writeCapture() keeps them.
Result<void> writeTensorFile(const QString& path, DataType type, const Shape& shape, QByteArrayView bytes,
                             const CancelToken& cancel)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return notWritten(file);
    auto header = npyHeader(type, shape);
    const QByteArray own = header ? QByteArray() : toNpy(Tensor(type, shape, bytes.toByteArray()));
    auto written = header ? writePieces(file, *header, cancel) : writePieces(file, own, cancel);
    if (written && header)
        written = writePieces(file, bytes, cancel);
    file.close();
    if (!written)
        file.remove();
    return written;
}

void removeTensors(const QString& folder, const QJsonObject& manifest)
{
    const QJsonArray tensors = manifest["tensors"_L1].toArray();
    for (const QJsonValue& tensor : tensors) {
        const QString file = tensor["file"_L1].toString();
        if (file.endsWith(".npy"_L1) && file == QFileInfo(file).fileName())
            QFile::remove(QDir(folder).filePath(file));
    }
}

} // namespace

Result<CaptureWriter> CaptureWriter::open(const QString& folder, const QString& key, const Capture& origin)
{
    if (auto made = makeFolder(folder); !made)
        return forward(made);
    CaptureWriter writer;
    writer.m_folder = folder;
    writer.m_key = key;
    writer.m_capture = origin;
    writer.m_capture.tensors.clear();
    if (!isCaptureFolder(folder))
        return writer;
    // A manifest that cannot be read is no reason to fail: the capture is begun anew.
    const auto manifest = readCaptureManifest(folder);
    if (manifest && !key.isEmpty() && (*manifest)["key"_L1].toString() == key) {
        writer.takeUp(*manifest);
    } else if (manifest) {
        removeTensors(folder, *manifest);
        QFile::remove(QDir(folder).filePath(captureManifestName));
    }
    return writer;
}

void CaptureWriter::takeUp(const QJsonObject& manifest)
{
    const QJsonArray tensors = manifest["tensors"_L1].toArray();
    for (const QJsonValue& json : tensors) {
        m_nextFile = std::max<qsizetype>(m_nextFile, json["file"_L1].toString().section(u'_', 0, 0).toLongLong() + 1);
        auto captured = capturedFromJson(json.toObject(), m_folder);
        if (!captured || !captured->tensor.isDeferred())
            continue; // lost or cut short: it is captured again
        m_bytes += captured->tensor.byteCount();
        m_index.insert(captured->name, m_capture.tensors.size());
        m_capture.tensors.append(std::move(*captured));
    }
    for (const QJsonValue& name : manifest["notTensors"_L1].toArray())
        m_noTensors.insert(name.toString());
    const Capture before = captureFromManifest(manifest);
    m_capture.complete = before.complete && m_capture.tensors.size() == tensors.size();
    m_capture.limit = before.limit;
}

const CapturedTensor* CaptureWriter::find(const QString& name) const
{
    const auto found = m_index.constFind(name);
    return found == m_index.cend() ? nullptr : &m_capture.tensors[*found];
}

Result<void> CaptureWriter::add(const CapturedTensor& description, DataType type, const Shape& shape,
                                QByteArrayView bytes, const CancelToken& cancel)
{
    const QString file = capturedFileName(m_nextFile++, description.name);
    const QString path = QDir(m_folder).filePath(file);
    if (auto written = writeTensorFile(path, type, shape, bytes, cancel); !written)
        return written;
    auto tensor = openNpy(path);
    if (!tensor)
        return forward(tensor);
    tensor->setLayout(description.tensor.layout());
    tensor->setQuantization(description.tensor.quantization());
    CapturedTensor captured = description;
    captured.tensor = std::move(*tensor);
    captured.file = file;
    m_bytes += captured.tensor.byteCount();
    m_index.insert(captured.name, m_capture.tensors.size());
    m_capture.tensors.append(std::move(captured));
    return {};
}

void CaptureWriter::sortBy(const QStringList& names)
{
    QHash<QString, qsizetype> places;
    for (const QString& name : names)
        places.insert(name, places.size());
    QList<qsizetype> order(m_capture.tensors.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](qsizetype i) { return places.value(m_capture.tensors[i].name, -1); });
    QList<CapturedTensor> tensors;
    for (const qsizetype i : std::as_const(order)) {
        m_index.insert(m_capture.tensors[i].name, tensors.size());
        tensors.append(m_capture.tensors[i]);
    }
    m_capture.tensors = tensors;
}

Result<void> CaptureWriter::commit(bool complete, const QString& limit)
{
    m_capture.complete = complete;
    m_capture.limit = limit;
    QJsonArray tensors;
    for (const CapturedTensor& captured : m_capture.tensors)
        tensors.append(capturedJson(captured, captured.file));
    QJsonObject manifest = captureManifest(m_capture, tensors);
    manifest.insert(u"key"_s, m_key);
    QStringList none(m_noTensors.cbegin(), m_noTensors.cend());
    none.sort();
    manifest.insert(u"notTensors"_s, QJsonArray::fromStringList(none));
    return writeFileAtomically(QDir(m_folder).filePath(captureManifestName), QJsonDocument(manifest).toJson());
}

} // namespace driftscope
