// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/RuntimeLookup.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct OnnxRuntimeLookup
{
    Q_DECLARE_TR_FUNCTIONS(OnnxRuntimeLookup)
};

/// $DRIFTSCOPE_ONNXRUNTIME may name the library or a release's folder.
QString fromEnvironment()
{
    const QString named = qEnvironmentVariable("DRIFTSCOPE_ONNXRUNTIME");
    if (named.isEmpty() || !QFileInfo(named).isDir())
        return named;
    const QDir folder(named);
    const QString inLib = folder.filePath(u"lib/libonnxruntime.so"_s);
    return QFileInfo::exists(inLib) ? inLib : folder.filePath(u"libonnxruntime.so"_s);
}

} // namespace

QStringList onnxRuntimeCandidates(const QString& libraryPath)
{
    if (!libraryPath.isEmpty())
        return {libraryPath};
    if (const QString named = fromEnvironment(); !named.isEmpty())
        return {named};
    QStringList candidates;
    const auto addIfThere = [&candidates](const QString& path) {
        if (QFileInfo::exists(path))
            candidates.append(path);
    };
    if (QCoreApplication::instance() != nullptr) {
        const QDir programs(QCoreApplication::applicationDirPath());
        addIfThere(QDir::cleanPath(programs.filePath(u"../lib/driftscope/libonnxruntime.so"_s)));
    }
#ifdef DRIFTSCOPE_DEFAULT_ONNXRUNTIME
    addIfThere(QStringLiteral(DRIFTSCOPE_DEFAULT_ONNXRUNTIME));
#endif
    candidates.append({u"libonnxruntime.so"_s, u"libonnxruntime.so.1"_s});
    return candidates;
}

Error onnxRuntimeMissing(const QString& libraryPath, const QString& detail)
{
    if (!libraryPath.isEmpty()) {
        return {ErrorKind::Unavailable,
                OnnxRuntimeLookup::tr("ONNX Runtime cannot be loaded from “%1” (%2); run scripts/setup in the source "
                                      "tree, which fetches it, or set DRIFTSCOPE_ONNXRUNTIME to a libonnxruntime.so of "
                                      "version 1.11 or later.")
                    .arg(libraryPath, detail)};
    }
    return {
        ErrorKind::Unavailable,
        OnnxRuntimeLookup::tr("ONNX Runtime, which runs the ONNX models, is not available (%1); run scripts/setup in "
                              "the source tree and build again, or set ONNXRUNTIME_ROOT when configuring, or "
                              "DRIFTSCOPE_ONNXRUNTIME to its libonnxruntime.so.")
            .arg(detail)};
}

} // namespace driftscope
