// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window and a board behind a real sshd: chosen, run, diagnosed, and what it says when that fails.
#include "WindowFixture.h"
#include "tests/integration/board/BoardAccount.h"
#include "tests/support/Screenshot.h"
#include "widgets/shell/BoardScriptDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestBoardSsh : public test::GuiTest
{
    Q_OBJECT

private:
    [[nodiscard]] QComboBox* chooser()
    {
        for (QComboBox* box : m_fixture->window().findChildren<QComboBox*>()) {
            if (box->accessibleName() == u"Board"_s)
                return box;
        }
        return nullptr;
    }

    [[nodiscard]] QMap<QString, QByteArray> captured()
    {
        QMap<QString, QByteArray> tensors;
        for (const CapturedTensor& each : m_fixture->session().boardCapture()->tensors)
            tensors.insert(each.name, each.tensor.bytes());
        return tensors;
    }

    std::unique_ptr<test::BoardAccount> m_board;
    std::unique_ptr<test::WindowFixture> m_fixture;

private Q_SLOTS:
    void initTestCase()
    {
        m_board = std::make_unique<test::BoardAccount>();
        m_fixture = std::make_unique<test::WindowFixture>();
        for (const QString& problem : {m_board->problem(), m_fixture->missingTools()}) {
            if (!problem.isEmpty())
                QSKIP(qPrintable(problem));
        }
        m_fixture->openSample();
        QVERIFY(m_fixture->run(u"run.compile"_s));
        m_fixture->session().setBoardsFile(m_board->path(u"boards.json"_s));
        m_fixture->session().setBoards({m_board->profile(u"far"_s)});
    }

    void runsAsTheSandbox()
    {
        QVERIFY(chooser() != nullptr);
        QCOMPARE(chooser()->count(), 2);
        QVERIFY(m_fixture->run(u"run.board"_s));
        QVERIFY2(m_fixture->session().comparison(), qPrintable(m_fixture->message()));
        const auto here = captured();
        QVERIFY(here.size() > 50);
        chooser()->setFocus();
        QTest::keyClick(chooser(), Qt::Key_Down);
        QCOMPARE(m_fixture->session().currentBoard(), 1);
        QVERIFY(m_fixture->run(u"run.board"_s));
        QCOMPARE(m_fixture->message(), QString());
        QCOMPARE(m_fixture->session().boardCapture()->executor, u"hrt_model_exec"_s);
        QVERIFY(captured() == here);
        QVERIFY(m_fixture->run(u"run.diagnose"_s));
        QVERIFY2(m_fixture->session().verdict(), qPrintable(m_fixture->message()));
        QVERIFY(m_fixture->session().verdict()->fix && m_fixture->session().verdict()->fix->key.endsWith(u"layout_rt"));
        QCOMPARE(m_board->left(), QStringList());
    }

    void saysWhatFails()
    {
        const auto before = captured();
        m_board->uninstall();
        QVERIFY(m_fixture->run(u"run.board"_s));
        QVERIFY2(m_fixture->message().contains(u"There is no program “hrt_model_exec” on “far”"_s),
                 qPrintable(m_fixture->message()));
        QVERIFY(m_board->installSandbox());
        QVERIFY(QFile::rename(m_board->sshd().file(u"known_hosts"_s), m_board->sshd().file(u"kept"_s)));
        QVERIFY(m_fixture->run(u"run.board"_s));
        QVERIFY2(m_fixture->message().contains(u"not in known_hosts yet"_s), qPrintable(m_fixture->message()));
        QFile::remove(m_board->sshd().file(u"known_hosts"_s));
        QVERIFY(QFile::rename(m_board->sshd().file(u"kept"_s), m_board->sshd().file(u"known_hosts"_s)));
        QVERIFY(captured() == before);
        QVERIFY(m_fixture->run(u"run.board"_s));
        QCOMPARE(m_fixture->message(), QString());
    }

    void warnsOfAnotherVersion()
    {
        QVERIFY(m_board->install("#!/bin/sh\n[ \"$1\" != model_info ] || echo '[W][DNN] Inconsistency between the hbrt "
                                 "library version 3.15.47.0 and the model build version 3.15.54.0 detected, x'\n"
                                 "exec real-board \"$@\"\n"));
        QVERIFY(m_fixture->run(u"run.board"_s));
        QVERIFY2(m_fixture->message().contains(u"runs hbrt 3.15.47.0"_s), qPrintable(m_fixture->message()));
        QVERIFY(m_board->installSandbox());
    }

    void cancels()
    {
        const QString flag = m_board->runs() + u"/flag"_s;
        QVERIFY(m_board->install("#!/bin/sh\n[ \"$1\" = infer ] || exec real-board \"$@\"\n: >'" + flag.toUtf8()
                                 + "'\nsleep 1000\n"));
        m_fixture->trigger(u"run.board"_s);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(flag), 60000);
        m_fixture->trigger(u"run.cancel"_s);
        QVERIFY(m_fixture->waitUntilIdle());
        QFile::remove(flag);
        QCOMPARE(m_board->left(), QStringList());
        QVERIFY(m_board->installSandbox());
    }

    void writesAScript()
    {
        m_fixture->trigger(u"run.boardScript"_s);
        auto* dialog = m_fixture->window().findChild<BoardScriptDialog*>();
        QVERIFY(dialog != nullptr);
        const QString folder = m_board->path(u"carried $(touch x)"_s);
        dialog->samples()->setFocus();
        QTest::keyClick(dialog->samples(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(dialog->samples(), u"2"_s);
        QTest::keyClick(dialog->folder(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(dialog->folder(), folder);
        QVERIFY(!test::screenshot(*dialog, u"board-script"_s).isNull());
        QTest::mouseClick(dialog->writeButton(), Qt::LeftButton);
        QVERIFY(m_fixture->waitUntilIdle());
        QVERIFY2(m_fixture->message().contains(u"sh run.sh"_s), qPrintable(m_fixture->message()));
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PATH"_s, m_board->path(u"bin"_s) + u':' + environment.value(u"PATH"_s));
        shell.setProcessEnvironment(environment);
        shell.setWorkingDirectory(folder);
        shell.start(u"sh"_s, {u"run.sh"_s});
        QVERIFY(shell.waitForFinished(60000));
        QCOMPARE(shell.exitCode(), 0);
        for (const QString& sample : {u"0"_s, u"1"_s})
            QVERIFY(QDir(folder + u"/out/" + sample).entryList({u"layer-*.bin"_s}).size() > 50);
        m_fixture.reset();
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestBoardSsh)
#include "tst_boardssh.moc"
