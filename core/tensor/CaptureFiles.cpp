// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/tensor/CaptureManifest.h"
#include "core/tensor/Npy.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

namespace driftscope {

QStringList captureFileNames(const Capture& capture)
{
    QStringList names;
    for (const CapturedTensor& captured : capture.tensors)
        names.append(captured.file.isEmpty() ? capturedFileName(names.size(), captured.name) : captured.file);
    return names;
}

Result<void> writeCapture(const Capture& capture, const QString& folder)
{
    if (auto made = makeFolder(folder); !made)
        return made;
    QJsonArray tensors;
    const QStringList names = captureFileNames(capture);
    for (qsizetype i = 0; i < capture.tensors.size(); ++i) {
        const CapturedTensor& captured = capture.tensors[i];
        const QString& file = names[i];
        if (auto written = writeNpy(QDir(folder).filePath(file), captured.tensor); !written)
            return written;
        tensors.append(capturedJson(captured, file));
    }
    // The manifest comes last: a folder with one is a folder with all its tensors.
    return writeFileAtomically(QDir(folder).filePath(captureManifestName),
                               QJsonDocument(captureManifest(capture, tensors)).toJson());
}

Result<Capture> readCapture(const QString& folder)
{
    const auto manifest = readCaptureManifest(folder);
    if (!manifest)
        return forward(manifest);
    Capture capture = captureFromManifest(*manifest);
    const QJsonArray tensors = (*manifest)[QLatin1StringView("tensors")].toArray();
    for (const QJsonValue& json : tensors) {
        auto captured = capturedFromJson(json.toObject(), folder);
        if (!captured)
            return forward(captured);
        capture.tensors.append(std::move(*captured));
    }
    return capture;
}

bool isCaptureFolder(const QString& folder)
{
    return QFileInfo(QDir(folder).filePath(captureManifestName)).isFile();
}

} // namespace driftscope
