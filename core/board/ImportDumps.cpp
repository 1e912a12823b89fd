// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/ImportDumps.h"

#include "core/board/DumpImport.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct DumpImportErrors
{
    Q_DECLARE_TR_FUNCTIONS(DumpImportErrors)
};

Result<void> checkFolder(const QString& folder)
{
    if (QFileInfo(folder).isDir())
        return {};
    return failure(
        ErrorKind::NotFound,
        DumpImportErrors::tr("The folder of dumps, “%1”, does not exist; run the board with dumps first.").arg(folder));
}

/// The files of one sample, and the folder where its sidecar would be.
struct SampleFiles
{
    QString name;
    QString folder;
    QList<DumpFile> files;
};

QList<SampleFiles> samplesOf(const QList<DumpFile>& files)
{
    QList<SampleFiles> samples;
    for (const DumpFile& file : files) {
        const auto known = std::find_if(samples.begin(), samples.end(),
                                        [&file](const SampleFiles& sample) { return sample.name == file.sample; });
        SampleFiles& sample = known != samples.end() ? *known : samples.emplaceBack();
        sample.name = file.sample;
        sample.files.append(file);
        if (file.path.endsWith(file.name))
            sample.folder = file.path.chopped(file.name.size());
    }
    return samples;
}

Capture importSample(const SampleFiles& sample, const DumpKnowledge& knowledge, qint64 frame, qint64& frames)
{
    DumpImport import(knowledge, frame);
    if (!sample.folder.isEmpty())
        import.addDescribed(sample.folder);
    import.addFiles(sample.files);
    frames = import.frames();
    return import.finish();
}

} // namespace

Result<Capture> importDumps(const QString& folder, const BoardModelInfo& info)
{
    if (auto checked = checkFolder(folder); !checked)
        return forward(checked);
    const DumpKnowledge knowledge{info, {}, false};
    SampleFiles all{{}, folder, {}};
    for (const DumpFile& file : dumpFilesIn(folder)) {
        if (file.sample.isEmpty())
            all.files.append(file);
    }
    qint64 frames = 1;
    return importSample(all, knowledge, 0, frames);
}

Result<QList<DumpFile>> dumpFilesOf(const QStringList& paths)
{
    QList<DumpFile> files;
    for (const QString& path : paths) {
        if (QFileInfo(path).isDir()) {
            files += dumpFilesIn(path);
            continue;
        }
        if (!QFileInfo(path).isFile())
            return failure(ErrorKind::NotFound, DumpImportErrors::tr("“%1” does not exist; check the path.").arg(path));
        if (const auto file = dumpFile(path)) {
            files.append(*file);
        } else {
            return failure(
                ErrorKind::InvalidArgument,
                DumpImportErrors::tr("“%1” is no dump by its name; dumps end in .bin, .txt, .npy or .npz.").arg(path));
        }
    }
    if (files.isEmpty()) {
        return failure(ErrorKind::NotFound,
                       DumpImportErrors::tr("“%1” holds no dumps (.bin, .txt, .npy or .npz); run hrt_model_exec with "
                                            "--enable_dump=true first.")
                           .arg(paths.join(u", ")));
    }
    return files;
}

Result<QList<DumpSample>> importDumpSamples(const QStringList& paths, const DumpKnowledge& knowledge,
                                            const CancelToken& cancel, Progress& progress)
{
    const auto files = dumpFilesOf(paths);
    if (!files)
        return forward(files);
    const DumpKnowledge settledKnowledge = settled(knowledge, *files);
    const QList<SampleFiles> samples = samplesOf(*files);
    QList<DumpSample> result;
    for (qsizetype i = 0; i < samples.size(); ++i) {
        progress.report(i, samples.size(), DumpImportErrors::tr("Reading dumps"));
        qint64 frames = 1;
        for (qint64 frame = 0; frame < frames; ++frame) {
            if (cancel.isCancelled())
                return failure(ErrorKind::Cancelled, DumpImportErrors::tr("The import was stopped."));
            const Capture capture = importSample(samples[i], settledKnowledge, frame, frames);
            const QString number = frames > 1 ? QString::number(frame) : QString();
            const QString gap = samples[i].name.isEmpty() || number.isEmpty() ? QString() : u"/"_s;
            result.append({samples[i].name + gap + number, capture});
        }
    }
    return result;
}

} // namespace driftscope
