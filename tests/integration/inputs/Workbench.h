// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TinyModel.h"
#include "core/config/ConversionConfig.h"
#include "core/graph/Stage.h"

#include <QProcess>
#include <QTemporaryDir>

/// The value of a Result, or a failed test that says why there is none.
#define TRY_VALUE(name, expression)                                                                                    \
    auto name##Result = (expression);                                                                                  \
    QVERIFY2(name##Result, name##Result ? "" : qPrintable(name##Result.error().message));                              \
    auto& name = *name##Result

namespace driftscope {

/// A folder with a float model, its calibration data and its YAML, on which the built toolchain and board run.
class Workbench
{
public:
    struct Outcome
    {
        int status = -1;
        QByteArray output;
    };

    Workbench();

    /// Sets `group.key`; an empty value takes the key out.
    void set(const QByteArray& key, const QString& value);
    [[nodiscard]] QByteArray yaml() const;
    [[nodiscard]] Result<ConversionConfig> config() const;

    [[nodiscard]] Result<void> writeModel(const GraphDraft& model) const;
    /// One raw file, by a path relative to the folder.
    [[nodiscard]] Result<void> writeFile(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QByteArray log() const;

    /// driftscope-mapper makertbin on what was written.
    [[nodiscard]] Outcome convert(const QStringList& options = {}) const;
    /// The same on a YAML that was written before.
    [[nodiscard]] Outcome convertFile(const QString& name, const QStringList& options = {}) const;
    /// driftscope-mapper with arguments of the test's own.
    [[nodiscard]] Outcome mapper(const QStringList& arguments) const;
    /// driftscope-board with the built .bin.
    [[nodiscard]] Outcome board(const QString& command, const QStringList& options = {}) const;

    /// All outputs of a stage in one row of numbers.
    [[nodiscard]] Result<std::vector<float>> runStage(Stage stage, const QList<NamedTensor>& inputs) const;
    [[nodiscard]] Result<std::shared_ptr<InferenceSession>> openStage(Stage stage) const;
    /// All outputs of the board, fed one file for each input.
    [[nodiscard]] Result<std::vector<float>> runBoard(const QList<QByteArray>& files) const;

private:
    [[nodiscard]] Outcome run(const QString& program, const QStringList& arguments) const;

    QTemporaryDir m_folder;
    QList<std::pair<QString, QString>> m_keys; ///< group.key
};

/// A picture (HxWx3 uint8) of blocks of 2x2 equal pixels, so that halving the chroma loses nothing.
[[nodiscard]] Tensor blockPicture(unsigned seed, qint64 height, qint64 width);

/// Euclidean distance as a share of the reference's length; infinite where the sizes differ.
[[nodiscard]] double relativeError(const std::vector<float>& reference, const std::vector<float>& candidate);
[[nodiscard]] double cosineOf(const std::vector<float>& reference, const std::vector<float>& candidate);

} // namespace driftscope
