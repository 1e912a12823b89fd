// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/SshProblem.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

Q_DECLARE_METATYPE(driftscope::SshProblem)

class tst_SshProblem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatSshSays_data();
    void readsWhatSshSays();
};

void tst_SshProblem::readsWhatSshSays_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<SshProblem>("problem");
    QTest::addColumn<bool>("passing");
    QTest::newRow("nothing") << QStringList{} << SshProblem::None << true;
    QTest::newRow("a greeting") << QStringList{u"Welcome to Ubuntu"_s} << SshProblem::None << true;
    QTest::newRow("no name") << QStringList{u"ssh: Could not resolve hostname x3: Name or service not known"_s}
                             << SshProblem::UnknownHost << false;
    QTest::newRow("refused") << QStringList{u"ssh: connect to host 10.0.0.9 port 22: Connection refused"_s}
                             << SshProblem::Refused << true;
    QTest::newRow("no route") << QStringList{u"ssh: connect to host 10.0.0.9 port 22: No route to host"_s}
                              << SshProblem::NoNetwork << true;
    QTest::newRow("no answer") << QStringList{u"Connection timed out during banner exchange"_s,
                                              u"Connection to 10.0.0.9 port 22 timed out"_s}
                               << SshProblem::NoNetwork << true;
    QTest::newRow("changed key") << QStringList{u"@@@@@@@@@@@@@@"_s,
                                                u"@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @"_s,
                                                u"Host key verification failed."_s}
                                 << SshProblem::HostKeyChanged << false;
    QTest::newRow("unknown key") << QStringList{u"No ED25519 host key is known for 10.0.0.9 and you have requested "
                                                "strict checking."_s,
                                                u"Host key verification failed."_s}
                                 << SshProblem::HostKeyUnknown << false;
    QTest::newRow("not let in") << QStringList{u"root@10.0.0.9: Permission denied (publickey,password)."_s}
                                << SshProblem::Authentication << false;
    QTest::newRow("bad option") << QStringList{u"command-line: line 0: Bad configuration option: nosuch"_s}
                                << SshProblem::BadOption << false;
    QTest::newRow("lost") << QStringList{u"client_loop: send disconnect: Broken pipe"_s} << SshProblem::Lost << true;
    QTest::newRow("silent") << QStringList{u"Timeout, server 10.0.0.9 not responding."_s} << SshProblem::Lost << true;
}

void tst_SshProblem::readsWhatSshSays()
{
    QFETCH(const QStringList, lines);
    QFETCH(const SshProblem, problem);
    QFETCH(const bool, passing);
    QCOMPARE(sshProblemOf(lines), problem);
    QCOMPARE(isPassing(problem), passing);
    const QString sentence = sshProblemSentence(problem, u"“x3”"_s, u"10.0.0.9"_s, u"why"_s);
    QCOMPARE(sentence.isEmpty(), problem == SshProblem::None);
    QVERIFY(!sentence.contains(u'%'));
    QVERIFY(sentence.isEmpty() || sentence.contains(u"“x3”"_s));
}

QTEST_GUILESS_MAIN(tst_SshProblem)
#include "tst_sshproblem.moc"
