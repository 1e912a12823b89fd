// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ConfigHistory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_ConfigHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoesAndRedoes();
    void typingIsOneStep();
    void typingElsewhereIsAnother();
    void aNewEditForgetsWhatWasUndone();
    void knowsWhetherTheFileOnDiskDiffers();
};

void tst_ConfigHistory::undoesAndRedoes()
{
    ConfigHistory history;
    history.reset("a: 1\n");
    QVERIFY(!history.canUndo());
    QVERIFY(history.push("a: 2\n", u"Set a"_s));
    QVERIFY(!history.push("a: 2\n", u"Set a"_s)); // nothing changed
    QCOMPARE(history.undoText(), u"Set a"_s);
    QCOMPARE(history.undo(), QByteArray("a: 1\n"));
    QCOMPARE(history.redoText(), u"Set a"_s);
    QCOMPARE(history.redo(), QByteArray("a: 2\n"));
    QVERIFY(!history.canRedo());
}

void tst_ConfigHistory::typingIsOneStep()
{
    ConfigHistory history;
    history.reset("a: \n");
    for (const char* text : {"a: x\n", "a: xy\n", "a: xyz\n"})
        history.push(text, u"Typing"_s);
    QCOMPARE(history.undo(), QByteArray("a: \n"));
}

void tst_ConfigHistory::typingElsewhereIsAnother()
{
    ConfigHistory history;
    history.reset("a: \nb: \n");
    history.push("a: x\nb: \n", u"Typing"_s);
    history.push("a: x\nb: y\n", u"Typing"_s);
    QCOMPARE(history.undo(), QByteArray("a: x\nb: \n"));
}

void tst_ConfigHistory::aNewEditForgetsWhatWasUndone()
{
    ConfigHistory history;
    history.reset("1");
    history.push("22", u"a"_s);
    history.undo();
    history.push("333", u"b"_s);
    QVERIFY(!history.canRedo());
    QCOMPARE(history.undo(), QByteArray("1"));
}

void tst_ConfigHistory::knowsWhetherTheFileOnDiskDiffers()
{
    ConfigHistory history;
    history.reset("1");
    QVERIFY(!history.isModified());
    history.push("22", u"a"_s);
    QVERIFY(history.isModified());
    history.markSaved(history.text());
    QVERIFY(!history.isModified());
    history.undo();
    QVERIFY(history.isModified());
}

QTEST_GUILESS_MAIN(tst_ConfigHistory)
#include "tst_config_history.moc"
