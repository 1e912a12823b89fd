// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CliRunner.h"
#include "core/runtime/OnnxRuntime.h"
#include "core/tensor/Npy.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// On bayes-e both layouts convert rightly: the board is wrong only when it is fed the other one.
class tst_CliBayesE : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsRightFromWrong_data();
    void tellsRightFromWrong();

private:
    /// Runs one picture on the board, as itself or as the raw bytes it becomes, and returns the capture's folder.
    [[nodiscard]] QString captured(const QString& layout, const QString& feed, const QString& picture,
                                   bool asRaw) const;

    QTemporaryDir m_folder;
    CliRunner m_cli;
    QMap<QString, QMap<QString, QString>> m_stages; ///< by layout and stage key
};

namespace {

const QStringList pictures{u"animals_1f402_google"_s, u"animals_1f400_twitter"_s, u"animals_1f400_google"_s,
                           u"animals_1f403_google"_s};

QString configFor(const QString& layout)
{
    return u"bayes_e_%1.yaml"_s.arg(layout.toLower());
}

} // namespace

void tst_CliBayesE::initTestCase()
{
    if (const auto runtime = OnnxRuntime::load(); !runtime)
        QSKIP(qPrintable(runtime.error().message));
    m_cli.folder = m_folder.path();
    QVERIFY(copySampleTo(m_cli.folder));
    for (const QString& layout : {u"NCHW"_s, u"NHWC"_s}) {
        const CliResult compiled = m_cli.run({u"compile"_s, configFor(layout), u"--json"_s});
        QVERIFY2(compiled.status == 0, compiled.all().constData());
        m_stages[layout] = artifactsOf(compiled.json);
        QCOMPARE(m_stages[layout].size(), 6);
    }
}

void tst_CliBayesE::tellsRightFromWrong_data()
{
    QTest::addColumn<QString>("declared");
    QTest::addColumn<QString>("fed");
    QTest::addColumn<bool>("asRaw");
    for (const QString& declared : {u"NCHW"_s, u"NHWC"_s}) {
        for (const QString& fed : {u"NCHW"_s, u"NHWC"_s}) {
            for (const bool asRaw : {false, true}) {
                QTest::addRow("%s fed %s %s", qPrintable(declared), qPrintable(fed), asRaw ? "raw" : "picture")
                    << declared << fed << asRaw;
            }
        }
    }
}

QString tst_CliBayesE::captured(const QString& layout, const QString& feed, const QString& picture, bool asRaw) const
{
    const QString folder = m_folder.filePath(u"%1_%2_%3"_s.arg(layout, feed, picture));
    const QStringList run{u"run"_s,     m_stages[layout][u"board"_s], u"--config"_s, configFor(layout), u"--json"_s,
                          u"--layers"_s};
    const CliResult fed = m_cli.run(
        run + QStringList{u"--input"_s, u"heldout/%1.png"_s.arg(picture), u"--feed"_s, feed, u"-o"_s, folder});
    if (fed.status != 0 || !asRaw)
        return fed.status == 0 ? folder : QString::fromUtf8(fed.all());
    for (const QJsonValue& tensor : fed.json["tensors"_L1].toArray()) {
        if (!tensor["is_input"_L1].toBool())
            continue;
        const auto bytes = readNpy(tensor["file"_L1].toString());
        QFile raw(folder + u".raw"_s);
        if (!bytes || !raw.open(QIODevice::WriteOnly) || raw.write(bytes->bytes()) != 64 * 64 * 3)
            return {};
    }
    const CliResult again = m_cli.run(run + QStringList{u"--input"_s, folder + u".raw"_s, u"-o"_s, folder + u"_raw"_s});
    return again.status == 0 ? QString(folder + u"_raw"_s) : QString::fromUtf8(again.all());
}

void tst_CliBayesE::tellsRightFromWrong()
{
    QFETCH(QString, declared);
    QFETCH(QString, fed);
    QFETCH(bool, asRaw);
    const bool isRight = declared == fed;
    QStringList diagnose{u"diagnose"_s, u"--json"_s, u"--config"_s, configFor(declared)};
    for (const QString& picture : pictures) {
        const QString capture = captured(declared, fed, picture, asRaw);
        QVERIFY2(QDir(capture).exists(), qPrintable(capture));
        diagnose += {u"--capture"_s, capture};
        const QString reference = m_folder.filePath(u"%1_%2_quantized"_s.arg(declared, picture));
        const CliResult run
            = m_cli.run({u"run"_s, m_stages[declared][u"quantized"_s], u"--config"_s, configFor(declared), u"--input"_s,
                         u"heldout/%1.png"_s.arg(picture), u"-o"_s, reference, u"--layers"_s});
        QVERIFY2(run.status == 0, run.all().constData());
        const CliResult diff = m_cli.run({u"diff"_s, reference, capture, u"--json"_s});
        QVERIFY2(diff.status == (isRight ? 0 : 1), diff.all().constData());
        QCOMPARE(diff.json["first_divergence"_L1].isNull(), isRight);
    }
    const CliResult diagnosed = m_cli.run(diagnose);
    QVERIFY2(diagnosed.status == (isRight ? 0 : 1), diagnosed.all().constData());
    const QString sentence = diagnosed.json["verdict"_L1].toString();
    QCOMPARE(diagnosed.json["kind"_L1].toString(), isRight ? u"no_fault"_s : u"fault"_s);
    if (isRight) {
        QVERIFY2(sentence.startsWith(u"No fault found"_s), qPrintable(sentence));
        return;
    }
    QCOMPARE(diagnosed.json["cause"_L1].toString(), u"fed-other-layout"_s);
    QVERIFY2(sentence.startsWith(u"The board was fed the wrong layout"_s), qPrintable(sentence));
    QVERIFY(sentence.contains(u"wants "_s + declared));
    QVERIFY(diagnosed.json["confidence"_L1].toDouble() >= 0.5);

    // One picture alone may look much alike both ways to the model; the bytes still tell.
    if (!asRaw) {
        for (qsizetype i = 4; i + 1 < diagnose.size(); i += 2) {
            const CliResult alone = m_cli.run(diagnose.first(4) + diagnose.sliced(i, 2));
            QVERIFY2(alone.status == 1, alone.all().constData());
            QCOMPARE(alone.json["cause"_L1].toString(), u"fed-other-layout"_s);
        }
    }
}

QTEST_GUILESS_MAIN(tst_CliBayesE)
#include "tst_cli_bayes_e.moc"
