// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CliRunner.h"
#include "core/runtime/OnnxRuntime.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// Networks that were trained by others go the same way as the sample.
class tst_CliNetworks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void compilesRunsAndDiffs_data();
    void compilesRunsAndDiffs();

private:
    [[nodiscard]] bool capture(const QString& model, const QString& config, const QString& picture,
                               const QString& folder) const;
    /// The lowest cosine over the layers whose names are the model's outputs.
    [[nodiscard]] double outputCosine(const QString& reference, const QString& candidate,
                                      const QStringList& outputs) const;

    QString m_networks;
    QTemporaryDir m_folder;
    CliRunner m_cli;
};

void tst_CliNetworks::initTestCase()
{
    if (const auto runtime = OnnxRuntime::load(); !runtime)
        QSKIP(qPrintable(runtime.error().message));
    m_networks
        = qEnvironmentVariable("DRIFTSCOPE_NETWORKS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/.cache/networks"_s);
    if (!QFileInfo(m_networks).isDir())
        QSKIP("the networks are not here; scripts/networks/fetch gets them, or DRIFTSCOPE_NETWORKS names their folder");
}

void tst_CliNetworks::compilesRunsAndDiffs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("march");
    QTest::addColumn<double>("leastCosine");
    for (const char* march : {"bernoulli2", "bayes-e"}) {
        for (const char* name : {"mobilefacenet", "rfb_face_detector", "resnet18"}) {
            // Random weights keep little of a picture: of them only the whole way is asked, not how near it stays.
            const bool isTrained = qstrcmp(name, "resnet18") != 0;
            QTest::addRow("%s %s", name, march)
                << QString::fromLatin1(name) << QString::fromLatin1(march) << (isTrained ? 0.98 : 0.5);
        }
    }
}

bool tst_CliNetworks::capture(const QString& model, const QString& config, const QString& picture,
                              const QString& folder) const
{
    const CliResult run
        = m_cli.run({u"run"_s, model, u"--config"_s, config, u"--input"_s, picture, u"-o"_s, folder, u"--json"_s});
    if (run.status != 0)
        qWarning("%s", run.all().constData());
    return run.status == 0;
}

double tst_CliNetworks::outputCosine(const QString& reference, const QString& candidate,
                                     const QStringList& outputs) const
{
    const CliResult diff = m_cli.run({u"diff"_s, reference, candidate, u"--json"_s});
    double lowest = 2.0;
    QStringList found;
    for (const QJsonValue& layer : diff.json["layers"_L1].toArray()) {
        const QString tensor = layer["reference"_L1].toString();
        if (!outputs.contains(tensor))
            continue;
        found.append(tensor);
        lowest = std::min(lowest, layer["cosine"_L1].toDouble(-1.0));
    }
    return found.size() == outputs.size() ? lowest : -2.0;
}

void tst_CliNetworks::compilesRunsAndDiffs()
{
    QFETCH(QString, name);
    QFETCH(QString, march);
    QFETCH(double, leastCosine);
    const QDir network(m_networks + u'/' + name);
    if (!network.exists())
        QSKIP(qPrintable(u"%1 is not here; scripts/networks/fetch gets it"_s.arg(name)));
    const QString config = network.filePath(march + u".yaml"_s);
    const QString work = m_folder.filePath(name + march);
    const CliResult compiled = m_cli.run({u"compile"_s, config, u"--work"_s, work, u"--json"_s});
    QVERIFY2(compiled.status == 0, compiled.all().constData());
    const auto stages = artifactsOf(compiled.json);
    QCOMPARE(stages.size(), 6);
    const CliResult info = m_cli.run({u"info"_s, stages[u"float"_s], u"--json"_s});
    QStringList outputs;
    for (const QJsonValue& output : info.json["outputs"_L1].toArray())
        outputs.append(output["name"_L1].toString());
    QVERIFY(!outputs.isEmpty());

    // The network's own picture, and pictures of the sample that were not calibrated with.
    const QDir heldOut(QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/resources/samples/emoji5/heldout"_s);
    const QStringList files = heldOut.entryList({u"*.png"_s}, QDir::Files, QDir::Name);
    QStringList pictures{network.filePath(u"picture.png"_s)};
    for (qsizetype i = 50; i < files.size() && pictures.size() < 4; i += 120)
        pictures.append(heldOut.filePath(files[i]));
    QCOMPARE(pictures.size(), 4);
    for (const QString& picture : pictures) {
        const QString base = m_folder.filePath(name + march + QFileInfo(picture).completeBaseName());
        for (const QString& stage : {u"float"_s, u"quantized"_s, u"board"_s})
            QVERIFY(capture(stages[stage], config, picture, base + stage));
        const double quantized = outputCosine(base + u"float"_s, base + u"quantized"_s, outputs);
        const double board = outputCosine(base + u"quantized"_s, base + u"board"_s, outputs);
        qInfo("%s: quantized %.4f, board %.6f", qPrintable(QFileInfo(picture).fileName()), quantized, board);
        QVERIFY(quantized >= leastCosine);
        QVERIFY(board > 0.99);
    }
}

QTEST_GUILESS_MAIN(tst_CliNetworks)
#include "tst_cli_networks.moc"
