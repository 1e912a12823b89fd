// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/project/Project.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestBookmarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void togglingSetsTheLowestFreeNumberAndTakesAway()
    {
        Bookmarks bookmarks;
        bookmarks.toggle(u"quantized"_s, u"a"_s);
        bookmarks.toggle(u"quantized"_s, u"b"_s);
        bookmarks.toggle(u"float"_s, u"a"_s);
        QCOMPARE(bookmarks.list().size(), 3);
        QCOMPARE(bookmarks.numbered(2)->name, u"b"_s);
        bookmarks.toggle(u"quantized"_s, u"a"_s);
        QCOMPARE(bookmarks.numbered(1), nullptr);
        bookmarks.toggle(u"quantized"_s, u"c"_s);
        QCOMPARE(bookmarks.numbered(1)->name, u"c"_s);
        QCOMPARE(bookmarks.numbered(3)->stage, u"float"_s);
    }

    void afterNineThereIsNoNumber()
    {
        Bookmarks bookmarks;
        for (int i = 0; i < 12; ++i)
            bookmarks.toggle(u"float"_s, QString::number(i));
        QCOMPARE(bookmarks.list()[8].number, 9);
        QCOMPARE(bookmarks.list()[9].number, 0);
        QCOMPARE(bookmarks.numbered(0), nullptr);
    }

    void settingANumberTakesItFromAnother()
    {
        Bookmarks bookmarks;
        bookmarks.toggle(u"float"_s, u"a"_s);
        bookmarks.setNumbered(1, u"float"_s, u"b"_s);
        QCOMPARE(bookmarks.numbered(1)->name, u"b"_s);
        QCOMPARE(bookmarks.list().first().number, 0);
        bookmarks.setNumbered(4, u"float"_s, u"b"_s); // the same node, renumbered
        QCOMPARE(bookmarks.list().size(), 2);
        QCOMPARE(bookmarks.numbered(1), nullptr);
        bookmarks.setNumbered(10, u"float"_s, u"c"_s);
        QCOMPARE(bookmarks.list().size(), 2);
    }

    void jsonComesBackAndKeepsWhatIsUnknown()
    {
        const QByteArray written = R"([{"stage":"float","node":"a","number":2,"note":"why?","colour":"red"},
            {"stage":"float","node":"b","number":2}, {"kind":"region","from":1}, "text"])";
        const Bookmarks read = Bookmarks::fromJson(QJsonDocument::fromJson(written).array());
        QCOMPARE(read.list().size(), 2);
        QCOMPARE(read.list().first().note, u"why?"_s);
        QCOMPARE(read.list().last().number, 0); // the number is taken
        const QJsonArray again = read.toJson();
        QCOMPARE(again.size(), 4);
        QCOMPARE(again.first().toObject().value(u"colour"_s).toString(), u"red"_s);
        QCOMPARE(again.last().toString(), u"text"_s);
        QCOMPARE(Bookmarks::fromJson(again).toJson(), again);
    }

    void projectFileKeepsThem()
    {
        const QTemporaryDir folder;
        const QString config = QDir(folder.path()).filePath(u"net.yaml"_s);
        QVERIFY(writeFileAtomically(config, "model_parameters: {}\n").has_value());
        auto project = openProject(config);
        QVERIFY(project.has_value() && project->file.isEmpty());
        project->bookmarks.toggle(u"float"_s, u"conv1"_s);
        project->bookmarks.setNote(0, u"first layer"_s);
        project->file = projectFileBeside(config);
        QVERIFY(saveProject(*project).has_value());
        const auto again = openProject(config); // by its YAML: the file beside it is found
        QVERIFY(again.has_value());
        QCOMPARE(again->file, projectFileBeside(config));
        QCOMPARE(again->bookmarks.list().size(), 1);
        QCOMPARE(again->bookmarks.list().first().note, u"first layer"_s);
    }
};

QTEST_GUILESS_MAIN(TestBookmarks)
#include "tst_bookmarks.moc"
