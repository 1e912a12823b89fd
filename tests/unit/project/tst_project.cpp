// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/project/Project.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_Project : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void opensAFile();
    void opensAConfig();
    void opensAFolder();
    void refuses_data();
    void refuses();
    void savingKeepsWhatItDoesNotKnow();
    void keepsTolerances();

private:
    void write(const QString& name, const QByteArray& content) const
    {
        QVERIFY(writeFileAtomically(m_folder->filePath(name), content));
    }
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Project::opensAFile()
{
    write(u"p.driftscope.json"_s,
          R"({"driftscope_project": 1, "config": "a/net.yaml", "data": "../pictures", "board": "/opt/hrt"})");
    const auto project = openProject(path(u"p.driftscope.json"_s));
    QVERIFY2(project, project ? "" : qPrintable(project.error().message));
    QCOMPARE(project->configFile, path(u"a/net.yaml"_s));
    QCOMPARE(project->dataFolder, QDir::cleanPath(path(u"../pictures"_s)));
    QCOMPARE(project->runsFolder, path(u"runs"_s));
    QCOMPARE(project->toolchain, u"sandbox"_s);
    QCOMPARE(project->board, u"/opt/hrt"_s);
}

void tst_Project::opensAConfig()
{
    write(u"net.yaml"_s, "model_parameters:\n");
    auto project = openProject(path(u"net.yaml"_s));
    QVERIFY(project);
    QCOMPARE(project->file, QString());
    QCOMPARE(project->name, u"net"_s);
    QCOMPARE(project->dataFolder, QString());
    QCOMPARE(project->runsFolder, path(u"runs"_s));
    QVERIFY(QDir().mkpath(path(u"heldout"_s)));
    QCOMPARE(openProject(path(u"net.yaml"_s))->dataFolder, path(u"heldout"_s));
}

void tst_Project::opensAFolder()
{
    write(u"one.yml"_s, "a: 1\n");
    QCOMPARE(openProject(m_folder->path())->configFile, path(u"one.yml"_s));
    write(u"two.yaml"_s, "a: 1\n");
    const auto two = openProject(m_folder->path());
    QVERIFY(!two);
    QVERIFY2(two.error().message.contains(u"one.yml, two.yaml"_s), qPrintable(two.error().message));
    write(u"p.driftscope.json"_s, R"({"driftscope_project": 1, "config": "two.yaml"})");
    QCOMPARE(openProject(m_folder->path())->configFile, path(u"two.yaml"_s));
}

void tst_Project::refuses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("mention");
    QTest::newRow("empty") << QByteArray("") << u"not a Driftscope project"_s;
    QTest::newRow("half") << QByteArray("{\"driftscope_project\": 1,") << u"not a Driftscope project"_s;
    QTest::newRow("list") << QByteArray("[]") << u"driftscope_project is missing"_s;
    QTest::newRow("other json") << QByteArray("{\"name\": 1}") << u"driftscope_project is missing"_s;
    QTest::newRow("later version") << QByteArray("{\"driftscope_project\": 2}") << u"later version"_s;
    QTest::newRow("no config") << QByteArray("{\"driftscope_project\": 1}") << u"names no config"_s;
    QTest::newRow("config is a number") << QByteArray("{\"driftscope_project\": 1, \"config\": 4}") << u"no config"_s;
}

void tst_Project::refuses()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, mention);
    write(u"p.driftscope.json"_s, content);
    const auto project = openProject(path(u"p.driftscope.json"_s));
    QVERIFY(!project);
    QVERIFY2(project.error().message.contains(mention), qPrintable(project.error().message));
    QVERIFY2(project.error().message.contains(u"p.driftscope.json"_s), qPrintable(project.error().message));
}

void tst_Project::savingKeepsWhatItDoesNotKnow()
{
    write(u"p.driftscope.json"_s,
          R"({"driftscope_project": 1, "config": "net.yaml", "colour": {"of": "later"}, "runs": "out"})");
    auto project = openProject(path(u"p.driftscope.json"_s));
    QVERIFY(project);
    project->name = u"层"_s;
    QVERIFY(saveProject(*project));
    const auto content = readFile(path(u"p.driftscope.json"_s));
    QVERIFY(content);
    const QJsonObject object = QJsonDocument::fromJson(*content).object();
    QCOMPARE(object["colour"_L1]["of"_L1].toString(), u"later"_s);
    QCOMPARE(object["config"_L1].toString(), u"net.yaml"_s); // still relative: the folder may move
    QCOMPARE(object["runs"_L1].toString(), u"out"_s);
    QCOMPARE(openProject(path(u"p.driftscope.json"_s))->name, u"层"_s);
    QVERIFY(!saveProject(Project()));
}

void tst_Project::keepsTolerances()
{
    write(u"p.driftscope.json"_s, R"({"driftscope_project": 1, "config": "net.yaml"})");
    auto project = openProject(path(u"p.driftscope.json"_s));
    QVERIFY(project);
    QCOMPARE(project->tolerances, Tolerances());
    QVERIFY(saveProject(*project));
    QVERIFY(!readFile(path(u"p.driftscope.json"_s))->contains("tolerances")); // nothing but the usual
    project->tolerances.set(ToleranceKind::Int8, {0.95, 12, 0.5});
    project->tolerances.setLayer(u"卷积/conv1"_s, {0.9, 8, 0});
    QVERIFY(saveProject(*project));
    const auto again = openProject(path(u"p.driftscope.json"_s));
    QVERIFY(again);
    QCOMPARE(again->tolerances, project->tolerances);
    QCOMPARE(again->tolerances.of(u"卷积/conv1"_s, ToleranceKind::Float32).sqnrDb, 8.0);
    QCOMPARE(again->tolerances.of(u"other"_s, ToleranceKind::Int8).cosine, 0.95);
    QCOMPARE(again->tolerances.of(u"other"_s, ToleranceKind::Int16), Tolerances::usual(ToleranceKind::Int16));
}

QTEST_GUILESS_MAIN(tst_Project)
#include "tst_project.moc"
