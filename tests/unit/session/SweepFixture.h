// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/session/SweepRun.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace driftscope::test {

/// A config and a toolchain that takes a moment, writes a .bin, and refuses calibration_type kl.
class SweepFixture
{
public:
    SweepFixture()
    {
        write(QStringLiteral("net.yaml"), configText());
        write(QStringLiteral("net.onnx"), "no model");
        write(QStringLiteral("samples/one.raw"), "1");
        write(QStringLiteral("tool"), R"(#!/bin/sh
while [ "$1" != --config ]; do shift; done
folder=$(sed -n "s/.*working_dir: *'\(.*\)'.*/\1/p" "$2")
type=$(sed -n "s/.*calibration_type: *'\{0,1\}\([a-z]*\)'\{0,1\}.*/\1/p" "$2")
[ -f "$(dirname "$0")/slow" ] && sleep 30
if [ "$type" = kl ]; then echo "2025-01-01 00:00:00,000 ERROR kl is not for us"; exit 3; fi
printf '%s' "$type" >"$folder/net.bin"
echo "2021-04-20 17:06:20,339 INFO FPS=2000.0, latency = 500.0 us"
echo "2025-01-01 00:00:00,700 INFO Convert to runtime bin file successfully!"
)");
        QFile::setPermissions(path(QStringLiteral("tool")),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadUser);
        if (auto loaded = ConfigSchema::load())
            m_schema = std::make_shared<const ConfigSchema>(std::move(*loaded));
    }

    static QByteArray configText()
    {
        return "# kept as it is\n"
               "model_parameters:\n"
               "  onnx_model: './net.onnx'\n"
               "  march: \"bayes-e\"\n"
               "  working_dir: './model_output'\n"
               "  output_model_file_prefix: 'net'\n"
               "calibration_parameters:\n"
               "  cal_data_dir: './samples'\n"
               "  cal_data_type: 'uint8'\n"
               "  calibration_type: 'default' # for now\n";
    }

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString runsFolder() const { return path(QStringLiteral("runs")); }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        if (const auto written = writeFileAtomically(path(name), bytes); !written)
            qFatal("%s", qPrintable(written.error().message));
    }
    [[nodiscard]] QByteArray content(const QString& name) const
    {
        const auto bytes = readFile(path(name));
        return bytes ? *bytes : QByteArray();
    }

    [[nodiscard]] std::shared_ptr<const ConfigSchema> schema() const { return m_schema; }
    [[nodiscard]] SweepSubject subject() const
    {
        SweepSubject subject;
        if (auto document = ConfigDocument::load(path(QStringLiteral("net.yaml"))))
            subject.lint.document = *document;
        subject.lint.config = readConversionConfig(subject.lint.document);
        subject.schema = m_schema;
        return subject;
    }
    [[nodiscard]] Result<SweepPlan> plan(const QList<SweepKey>& keys) const
    {
        Progress progress;
        return planSweep(subject(), keys, {}, progress);
    }
    /// A request over the fixture's toolchain.
    [[nodiscard]] SweepRequest request(const QList<SweepKey>& keys) const
    {
        SweepRequest request;
        if (auto planned = plan(keys))
            request.plan = *std::move(planned);
        request.runsFolder = runsFolder();
        request.toolchain.name = QStringLiteral("tool");
        request.toolchain.program = path(QStringLiteral("tool"));
        return request;
    }

private:
    QTemporaryDir m_folder;
    std::shared_ptr<const ConfigSchema> m_schema;
};

} // namespace driftscope::test
