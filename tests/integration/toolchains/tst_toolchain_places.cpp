// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The same conversion by the same toolchain on this machine, in containers and by ssh: the results are the same, and
// what belongs to the person is as it was.
#include "Places.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

/// Name and content of every file below a folder, its runs left out.
QMap<QString, QByteArray> contentsOf(const QString& folder)
{
    QMap<QString, QByteArray> contents;
    QDirIterator files(folder, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!path.contains(u"/runs"_s))
            contents.insert(path, QCryptographicHash::hash(contentOf(path), QCryptographicHash::Sha1));
    }
    return contents;
}

} // namespace

class tst_ToolchainPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void compilesAlike_data();
    void compilesAlike();
    void sweepsAlike_data();
    void sweepsAlike();
    void toolsAlike_data();
    void toolsAlike();
    void probes_data();
    void probes();
    void discovers();
    void seesMountedFolders();
    void refusesWhatCannotBeReached_data();
    void refusesWhatCannotBeReached();

private:
    [[nodiscard]] CliResult compile(const QString& toolchain) const
    {
        return m_places->cli().run(
            {u"compile"_s, m_project + u"/fixed.yaml"_s, u"--toolchain"_s, toolchain, u"--json"_s});
    }
    /// What `info` says of a file, without what depends on paths.
    [[nodiscard]] QJsonObject infoOf(const QString& file) const
    {
        QJsonObject info = m_places->cli().run({u"info"_s, file, u"--json"_s}).json;
        QJsonObject metadata = info["metadata"_L1].toObject();
        for (const QString& key : {u"WORKING_DIR"_s, u"ONNX_MODEL"_s, u"CALI_DIR"_s})
            metadata.remove(key);
        info.insert(u"metadata"_s, metadata);
        info.remove(u"file"_s);
        return info;
    }

    std::unique_ptr<Places> m_places;
    QString m_project;
    CliResult m_local;
};

void tst_ToolchainPlaces::initTestCase()
{
    m_places = std::make_unique<Places>();
    QVERIFY(m_places->isValid());
    // As a person may name a folder, and worse.
    m_project = m_places->path(u"a b'c\"d $(touch pwned), & 图"_s);
    QVERIFY(copySampleTo(m_project, HeldOut::First));
    QVERIFY2(m_places->add(m_places->toolchain(u"local"_s, u"driftscope-mapper"_s, {})).status == 0, "local");
    m_local = compile(u"local"_s);
    QVERIFY2(m_local.status == 0, m_local.all());
}

void tst_ToolchainPlaces::compilesAlike_data()
{
    QTest::addColumn<QString>("place");
    for (const QString& name : m_places->names())
        QTest::newRow(qPrintable(name)) << name;
    if (!m_places->sshdProblem().isEmpty())
        QTest::newRow("sshd") << QString();
}

void tst_ToolchainPlaces::compilesAlike()
{
    QFETCH(const QString, place);
    if (place.isEmpty())
        QSKIP(qPrintable(m_places->sshdProblem()));
    const QString mapper = qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-mapper"_s;
    const CliResult added = m_places->add(m_places->toolchain(place, mapper, {}));
    QVERIFY2(added.status == 0, added.all());
    const auto before = contentsOf(m_project);
    const CliResult result = compile(place);
    QVERIFY2(result.status == 0, result.all());
    QCOMPARE(contentsOf(m_project), before);
    for (const QString& key : {u"nodes"_s, u"outputs"_s, u"status"_s})
        QCOMPARE(result.json[key], m_local.json[key]);
    const auto files = artifactsOf(result.json);
    const auto expected = artifactsOf(m_local.json);
    QCOMPARE(files.keys(), expected.keys());
    QVERIFY(files.size() >= 5);
    const QString folder = result.json["folder"_L1].toString();
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        if (it.key() == u"float"_s)
            continue;
        QVERIFY2(it.value().startsWith(folder + u"/output/"), qPrintable(it.value()));
        if (it.key() == u"board"_s)
            QCOMPARE(infoOf(it.value()), infoOf(expected.value(it.key())));
        else
            QVERIFY2(contentOf(it.value()) == contentOf(expected.value(it.key())), qPrintable(it.key()));
    }
    // The copy of the config has the paths of there, and nothing of the run is left there.
    const QByteArray config = contentOf(folder + u"/fixed.yaml");
    QCOMPARE(config.contains(m_places->there().toUtf8()), place != u"local"_s);
    QCOMPARE(m_places->leftThere(), QStringList());
    QCOMPARE(processesLeft(result.json["run_id"_L1].toString()), QStringList());
    QVERIFY(!QFile::exists(m_places->path(u"pwned"_s)) && !QFile::exists(u"pwned"_s));
}

void tst_ToolchainPlaces::sweepsAlike_data()
{
    compilesAlike_data();
}

/// Each variant goes there with its own config, and none of it into the person's folder.
void tst_ToolchainPlaces::sweepsAlike()
{
    QFETCH(const QString, place);
    if (place.isEmpty())
        QSKIP(qPrintable(m_places->sshdProblem()));
    const QString mapper = qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-mapper"_s;
    const CliResult added = m_places->add(m_places->toolchain(place, mapper, {}));
    QVERIFY2(added.status == 0, added.all());
    const auto before = contentsOf(m_project);
    const auto sweep = [&](const QString& toolchain) {
        return m_places->cli().run({u"sweep"_s, m_project + u"/fixed.yaml"_s, u"--toolchain"_s, toolchain, u"--key"_s,
                                    u"calibration_type=max,kl"_s, u"--no-evaluation"_s, u"--json"_s});
    };
    const CliResult result = sweep(place);
    QVERIFY2(result.status == 0, result.all());
    QCOMPARE(contentsOf(m_project), before);
    const CliResult local = sweep(u"local"_s);
    QVERIFY2(local.status == 0, local.all());
    for (int row = 0; row < 2; ++row) {
        for (const QString& figure : {u"cosine.output"_s, u"cosine.worst"_s, u"latency.us"_s}) {
            const QJsonValue value = result.json["rows"_L1][row]["metrics"_L1][figure];
            QVERIFY2(value.isDouble(), qPrintable(figure));
            QCOMPARE(value, local.json["rows"_L1][row]["metrics"_L1][figure]);
        }
    }
    QVERIFY(result.json["rows"_L1][0]["metrics"_L1]["cosine.worst"_L1]
            != result.json["rows"_L1][1]["metrics"_L1]["cosine.worst"_L1]);
    QCOMPARE(m_places->leftThere(), QStringList());
}

void tst_ToolchainPlaces::toolsAlike_data()
{
    compilesAlike_data();
}

/// Tools that write where they stand: what they wrote comes back, what they read stays as it is.
void tst_ToolchainPlaces::toolsAlike()
{
    QFETCH(const QString, place);
    if (place.isEmpty())
        QSKIP(qPrintable(m_places->sshdProblem()));
    const QString mapper = qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-mapper"_s;
    QVERIFY(m_places->add(m_places->toolchain(place, mapper, {})).status == 0);
    const QString model = artifactsOf(m_local.json).value(u"board"_s);
    const auto before = contentsOf(m_project);
    const QByteArray modelBefore = contentOf(model);
    for (const QStringList& words :
         {QStringList{u"checker"_s, u"--march"_s, u"bayes-e"_s, u"--model"_s, m_project + u"/emoji5.onnx"},
          QStringList{u"hb_perf"_s, model}, QStringList{u"hb_model_info"_s, model},
          QStringList{u"hb_model_modifier"_s, model, u"--remove-type"_s, u"Reshape"_s}}) {
        const QStringList more{u"--work"_s, m_places->path(u"tool runs"_s), u"--json"_s, u"--toolchain"_s};
        const CliResult local = m_places->cli().run(QStringList{u"tool"_s} + words + more + QStringList{u"local"_s});
        const CliResult result = m_places->cli().run(QStringList{u"tool"_s} + words + more + QStringList{place});
        QVERIFY2(result.status == 0, result.all());
        QCOMPARE(result.json["tables"_L1], local.json["tables"_L1]);
        QCOMPARE(result.json["verdict"_L1], local.json["verdict"_L1]);
        QVERIFY(!result.json["tables"_L1].toArray().isEmpty());
        QStringList names;
        for (const CliResult* each : {&local, &result}) {
            QStringList files;
            for (const QJsonValue& file : each->json["files"_L1].toArray())
                files.append(file.toString().section(u"/output/"_s, 1));
            names.append(files.join(u' '));
        }
        QCOMPARE(names[1], names[0]);
        QCOMPARE(m_places->leftThere(), QStringList());
        QCOMPARE(processesLeft(result.json["run_id"_L1].toString()), QStringList());
    }
    QCOMPARE(contentsOf(m_project), before);
    QCOMPARE(contentOf(model), modelBefore);
    QVERIFY(!QFile::exists(m_places->path(u"pwned"_s)) && !QFile::exists(u"pwned"_s));
}

void tst_ToolchainPlaces::probes_data()
{
    compilesAlike_data();
}

void tst_ToolchainPlaces::probes()
{
    QFETCH(const QString, place);
    if (place.isEmpty())
        QSKIP(qPrintable(m_places->sshdProblem()));
    const QString mapper = qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-mapper"_s;
    QVERIFY(m_places->add(m_places->toolchain(place, mapper, {})).status == 0);
    const CliResult result = m_places->cli().run({u"toolchains"_s, u"probe"_s, place, u"--json"_s});
    QVERIFY2(result.status == 0, result.all());
    const auto found = elementWith(result.json["toolchains"_L1].toArray(), u"name"_s, place);
    QCOMPARE(found["version"_L1].toString(), u"1.24.3"_s);
    // It is kept.
    const CliResult listed = m_places->cli().run({u"toolchains"_s, u"--json"_s});
    QCOMPARE(elementWith(listed.json["toolchains"_L1].toArray(), u"name"_s, place)["version"_L1].toString(),
             u"1.24.3"_s);
}

void tst_ToolchainPlaces::discovers()
{
    const CliResult result = m_places->cli().run({u"toolchains"_s, u"discover"_s, u"--json"_s});
    QVERIFY2(result.status == 0, result.all());
    QStringList targets;
    for (const QJsonValue& each : result.json["toolchains"_L1].toArray())
        targets.append(each["engine"_L1].toString() + u' ' + each["target"_L1].toString());
    const QString image = u"openexplorer/ai_toolchain_ubuntu_20_x5_cpu:v1.2.8"_s;
    QCOMPARE(
        targets,
        (QStringList{u"docker horizon-box"_s, u"docker "_s + image, u"podman horizon-box"_s, u"podman "_s + image}));
}

/// A container that sees the project works in it: nothing is copied.
void tst_ToolchainPlaces::seesMountedFolders()
{
    const QString seen = m_places->path(u"seen"_s);
    QVERIFY(QFile::link(m_project, seen));
    const QString mapper = qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-mapper"_s;
    const CliResult added = m_places->cli().run({u"toolchains"_s, u"add"_s, u"mounted"_s, u"--place"_s, u"container"_s,
                                                 u"--target"_s, u"horizon-box"_s, u"--program"_s, mapper, u"--folder"_s,
                                                 u"/nonexistent/folder"_s, u"--mount"_s, m_project + u'=' + seen});
    QVERIFY2(added.status == 0, added.all());
    const CliResult result = compile(u"mounted"_s);
    QVERIFY2(result.status == 0, result.all());
    QVERIFY(
        contentOf(result.json["folder"_L1].toString() + u"/fixed.yaml").contains(QString(seen + u"/runs/").toUtf8()));
}

void tst_ToolchainPlaces::refusesWhatCannotBeReached_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("said");
    QTest::newRow("container") << u"docker container"_s << u"gone"_s << u"hb_mapper"_s << u"No such container"_s;
    QTest::newRow("image") << u"docker image"_s << u"no-such-image"_s << u"hb_mapper"_s << u"Unable to find image"_s;
    QTest::newRow("host") << u"fake ssh"_s << u"unreachable"_s << u"hb_mapper"_s << u"Connection refused"_s;
    QTest::newRow("program") << u"fake ssh"_s << u"far"_s << u"no-such-mapper"_s << u"no-such-mapper"_s;
}

void tst_ToolchainPlaces::refusesWhatCannotBeReached()
{
    QFETCH(const QString, place);
    QFETCH(const QString, target);
    QFETCH(const QString, program);
    QFETCH(const QString, said);
    ToolchainProfile toolchain = m_places->toolchain(place, program, {});
    toolchain.name = u"bad"_s;
    toolchain.target = target;
    QVERIFY(m_places->add(toolchain).status == 0);
    const QStringList runs = QDir(m_project + u"/runs"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    const CliResult result = compile(u"bad"_s);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.errors.contains(said.toUtf8()), result.all());
    QCOMPARE(QDir(m_project + u"/runs"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot), runs);
    QCOMPARE(m_places->leftThere(), QStringList());
    const CliResult probed = m_places->cli().run({u"toolchains"_s, u"probe"_s, u"bad"_s});
    QCOMPARE(probed.status, 1);
    QVERIFY2(probed.errors.contains(said.toUtf8()), probed.all());
}

QTEST_GUILESS_MAIN(tst_ToolchainPlaces)
#include "tst_toolchain_places.moc"
