// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/history/RunSummary.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace driftscope::test {

/// A folder of runs as the program leaves them.
class RunFixture
{
public:
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString run(const QString& id) const { return m_folder.filePath(id); }

    /// Writes record, config and log of a run; `layout` is input_layout_rt of its config.
    QString add(const QString& id, const QString& layout = QStringLiteral("NHWC"), double worstCosine = 0.99) const
    {
        using namespace Qt::StringLiterals;
        const QString made = run(id);
        QDir().mkpath(made);
        const QJsonObject record{
            {u"format"_s, 1},
            {u"run_id"_s, id},
            {u"status"_s, u"succeeded"_s},
            {u"message"_s, QString()},
            {u"seconds"_s, 12.5},
            {u"toolchain"_s, QJsonObject{{u"name"_s, u"Sandbox"_s}, {u"version"_s, u"1.9.9"_s}}},
            {u"config"_s, u"/home/someone/net.yaml"_s},
        };
        write(made + u"/run.json"_s, QJsonDocument(record).toJson());
        write(made + u"/net.yaml"_s,
              "model_parameters:\n  march: 'bernoulli2'\n  working_dir: '" + made.toUtf8()
                  + "/output'\ninput_parameters:\n  input_layout_rt: '" + layout.toUtf8() + "'\n");
        write(made + u"/console.log"_s, log(worstCosine));
        return made;
    }

    static void write(const QString& path, const QByteArray& bytes)
    {
        if (const auto written = writeFileAtomically(path, bytes); !written)
            qFatal("%s", qPrintable(written.error().message));
    }

private:
    static QByteArray log(double worstCosine)
    {
        return "2021-04-20 17:06:20,339 INFO The converted model node information:\n"
               "==================================================================\n"
               "Node   ON   Subgraph  Type              Cosine Similarity  Threshold \n"
               "------------------------------------------------------------------\n"
               "conv1  BPU  id(0)     HzSQuantizedConv  "
            + QByteArray::number(worstCosine, 'f', 6)
            + "           253.879395\n"
              "fc     CPU  --        Gemm              0.999000           --        \n";
    }

    QTemporaryDir m_folder;
};

} // namespace driftscope::test
