// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A stage with operators of the domain horizon, run by the toolchain's own runtime wherever it is.
#include "Places.h"
#include "core/onnx/OnnxWriter.h"
#include "core/tensor/Npy.h"
#include "tests/support/HorizonModules.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_ToolchainRuntime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void runsAlike_data();
    void runsAlike();
    void tellsWhatIsMissing();

private:
    [[nodiscard]] ToolchainProfile toolchain(const QString& place, const QString& modules) const;
    [[nodiscard]] CliResult run(const QString& place) const;
    void write(const QString& name, const QByteArray& text) const;

    std::unique_ptr<Places> m_places;
};

void tst_ToolchainRuntime::write(const QString& name, const QByteArray& text) const
{
    const QString path = m_places->path(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

void tst_ToolchainRuntime::initTestCase()
{
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        QSKIP("There is no python3 here.");
    m_places = std::make_unique<Places>();
    QVERIFY(m_places->isValid());
    write(u"modules/numpy.py"_s, standInNumpy);
    write(u"modules/horizon_tc_ui/__init__.py"_s, standInRuntime);
    const std::vector<qint8> values{1, 2, -3, 4};
    QVERIFY(writeNpy(m_places->path(u"in.npy"_s), Tensor::fromValues<qint8>(Shape{1, 4}, values)));
    QVERIFY(writeOnnx(m_places->path(u"m_quantized_model.onnx"_s), horizonNetwork(u"HzLut"_s)));
}

ToolchainProfile tst_ToolchainRuntime::toolchain(const QString& place, const QString& modules) const
{
    const QString mapper = qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-mapper"_s;
    ToolchainProfile toolchain = m_places->toolchain(place, mapper, {});
    toolchain.environment = {{u"PYTHONPATH"_s, m_places->path(modules)},
                             {u"PYTHONDONTWRITEBYTECODE"_s, u"1"_s},
                             {u"CALLS"_s, m_places->path(u"calls"_s)}};
    return toolchain;
}

CliResult tst_ToolchainRuntime::run(const QString& place) const
{
    return m_places->cli().run({u"run"_s, m_places->path(u"m_quantized_model.onnx"_s), u"--input"_s,
                                m_places->path(u"in.npy"_s), u"--toolchain"_s, place, u"--layers"_s, u"-o"_s,
                                m_places->path(u"out "_s + place), u"--json"_s});
}

void tst_ToolchainRuntime::runsAlike_data()
{
    QTest::addColumn<QString>("place");
    for (const QString& name : m_places->names())
        QTest::newRow(qPrintable(name)) << name;
}

void tst_ToolchainRuntime::runsAlike()
{
    QFETCH(const QString, place);
    const CliResult added = m_places->add(toolchain(place, u"modules"_s));
    QVERIFY2(added.status == 0, added.all());
    QFile::remove(m_places->path(u"calls"_s));
    const CliResult result = run(place);
    QVERIFY2(result.status == 0, result.all());
    QStringList names;
    for (const QJsonValue& tensor : result.json["tensors"_L1].toArray())
        names.append(tensor["name"_L1].toString());
    QCOMPARE(names, (QStringList{u"x"_s, u"y"_s, u"z"_s}));
    for (const QJsonValue& tensor : result.json["tensors"_L1].toArray()) {
        const QDir folder(m_places->path(u"out "_s + place));
        const auto read = readNpy(folder.absoluteFilePath(tensor["file"_L1].toString()));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->bytes(), QByteArray("\1\2\xfd\4", 4));
    }
    QCOMPARE(contentOf(m_places->path(u"calls"_s)), QByteArray("(['y', 'z'], ['x'], 0, True)"));
    QCOMPARE(m_places->leftThere(), QStringList());
}

void tst_ToolchainRuntime::tellsWhatIsMissing()
{
    QVERIFY(m_places->add(toolchain(u"local"_s, u"no modules"_s)).status == 0);
    const CliResult result = run(u"local"_s);
    QCOMPARE(result.status, 2);
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY2(result.errors.contains("horizon_tc_ui"), result.all());
}

QTEST_GUILESS_MAIN(tst_ToolchainRuntime)
#include "tst_toolchain_runtime.moc"
