// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/Project.h"
#include "core/session/Session.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_CorrectionHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoAndRedo();
    void theProjectKeepsThem();
    void aYamlGetsAProjectFile();

private:
    [[nodiscard]] static MatchCorrection tie(const QString& from, const QString& to)
    {
        return {Stage::Float, Stage::OriginalFloat, {from}, {to}, {}};
    }
    static QString sample(const QString& file)
    {
        return QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/resources/samples/emoji5/"_s + file;
    }
};

void tst_CorrectionHistory::undoAndRedo()
{
    CorrectionHistory history;
    QVERIFY(!history.canUndo());
    MatchCorrections one;
    one.add(tie(u"a"_s, u"b"_s));
    QVERIFY(history.push(one, u"first"_s));
    QVERIFY(!history.push(one, u"again"_s));
    MatchCorrections two = one;
    two.add(tie(u"c"_s, u"d"_s));
    QVERIFY(history.push(two, u"second"_s));
    QCOMPARE(history.undoText(), u"second"_s);
    history.undo();
    QCOMPARE(history.current(), one);
    QCOMPARE(history.redoText(), u"second"_s);
    QVERIFY(history.push(MatchCorrections(), u"third"_s));
    QVERIFY(!history.canRedo());
    history.undo();
    history.undo();
    history.undo();
    QVERIFY(history.current().isEmpty());
    history.reset(two);
    QVERIFY(!history.canUndo() && !history.canRedo());
    QCOMPARE(history.current(), two);
}

void tst_CorrectionHistory::theProjectKeepsThem()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"p.driftscope.json"_s);
    QVERIFY(QFile::copy(sample(u"fixed.yaml"_s), folder.filePath(u"fixed.yaml"_s)));
    Project project;
    project.file = file;
    project.name = u"p"_s;
    project.configFile = folder.filePath(u"fixed.yaml"_s);
    project.runsFolder = folder.filePath(u"runs"_s);
    QVERIFY(saveProject(project));

    Session session;
    session.open(file);
    QSignalSpy changed(&session, &Session::matchCorrectionsChanged);
    session.correctMatch(tie(u"a"_s, u"b"_s));
    session.correctMatch(tie(u"c"_s, u"d"_s));
    session.removeMatchCorrection(0);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(openProject(file)->corrections.list(), QList<MatchCorrection>{tie(u"c"_s, u"d"_s)});
    session.undoMatchCorrection();
    QCOMPARE(openProject(file)->corrections.list().size(), qsizetype{2});
    session.redoMatchCorrection();
    Session later;
    later.open(file);
    QCOMPARE(later.matchCorrections().list(), QList<MatchCorrection>{tie(u"c"_s, u"d"_s)});
}

void tst_CorrectionHistory::aYamlGetsAProjectFile()
{
    const QTemporaryDir folder;
    const QString config = folder.filePath(u"fixed.yaml"_s);
    QVERIFY(QFile::copy(sample(u"fixed.yaml"_s), config));
    QVERIFY(QFile::copy(sample(u"fixed.yaml"_s), folder.filePath(u"other.yaml"_s)));
    Session session;
    session.open(config);
    session.correctMatch(tie(u"a"_s, u"b"_s));
    QCOMPARE(openProject(config)->corrections.list().size(), qsizetype{1});
    QVERIFY(openProject(folder.filePath(u"other.yaml"_s))->corrections.isEmpty());
}

QTEST_GUILESS_MAIN(tst_CorrectionHistory)
#include "tst_correctionhistory.moc"
