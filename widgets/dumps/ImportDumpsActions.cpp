// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dumps/ImportDumpsDialog.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QFileDialog* fileDialog(QWidget* parent, const QString& title, QFileDialog::FileMode mode)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    return dialog;
}

} // namespace

void ImportDumpsDialog::chooseFiles()
{
    auto* dialog = fileDialog(this, tr("Add Dumps"), QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Dumps (*.bin *.txt *.npy *.npz)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &ImportDumpsDialog::addPaths);
    dialog->open();
}

void ImportDumpsDialog::chooseFolder()
{
    auto* dialog = fileDialog(this, tr("Add Folder of Dumps"), QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) { addPaths({folder}); });
    dialog->open();
}

void ImportDumpsDialog::chooseSource()
{
    auto* dialog = fileDialog(this, tr("Model or What model_info Printed"), QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Board models and texts (*.bin *.txt *.log)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDumpsDialog::setModelOrInfo);
    dialog->open();
}

void ImportDumpsDialog::chooseInput()
{
    auto* dialog = fileDialog(this, tr("Input of the Board"), QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &ImportDumpsDialog::setInputs);
    dialog->open();
}

void ImportDumpsDialog::chooseCaptureFolder()
{
    auto* dialog = fileDialog(this, tr("Folder for the Capture"), QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDumpsDialog::saveCapture);
    dialog->open();
}

/// What does not fit or is missing is said, and the rest is imported.
void ImportDumpsDialog::importThen(const std::function<void(const QList<DumpSample>&)>& done)
{
    using Samples = QList<DumpSample>;
    m_jobs.start<Samples>(
        tr("Importing dumps"),
        [paths = m_paths, known = knowledge(), model = m_sources.modelFile](const CancelToken& cancel,
                                                                            Progress& progress) -> Result<Samples> {
            auto samples = importDumpSamples(paths, known, cancel, progress);
            if (samples) {
                for (DumpSample& sample : *samples)
                    sample.capture.modelFile = model;
            }
            return samples;
        },
        [this, done](const Result<Samples>& samples) {
            if (!samples) {
                m_message->setText(samples.error().message);
                return;
            }
            QStringList limits;
            for (const DumpSample& sample : *samples) {
                if (!sample.capture.complete)
                    limits.append(sample.capture.limit);
            }
            m_message->setText(limits.join(u'\n').left(600));
            done(*samples);
        });
}

void ImportDumpsDialog::saveCapture(const QString& folder)
{
    importThen([this, folder](const QList<DumpSample>& samples) {
        qsizetype tensors = 0;
        for (const DumpSample& sample : samples) {
            const QString place = samples.size() == 1 ? folder : QDir(folder).filePath(sample.name);
            if (auto written = writeCapture(sample.capture, place); !written) {
                m_message->setText(written.error().message);
                return;
            }
            tensors += sample.capture.tensors.size();
        }
        const QString said = tr("%n tensors were written to %1.", nullptr, static_cast<int>(tensors)).arg(folder);
        m_message->setText(m_message->text().isEmpty() ? said : QString(said + u'\n' + m_message->text()));
    });
}

void ImportDumpsDialog::compare()
{
    importThen([this](const QList<DumpSample>& samples) {
        if (samples.isEmpty() || samples.first().capture.tensors.isEmpty())
            return;
        m_session.compareDumps(samples, inputs());
    });
}

} // namespace driftscope
