// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that people wrote, in a session: found, accepted, fixed, undone, and read again when their file changes.
#include "core/base/Files.h"
#include "core/session/Session.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_OwnRulesWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void foundAcceptedFixedAndUndone();
    void filesThatComeChangeAndGo();
    void aMistakeIsSaidOnce();
    void personalRulesHoldEverywhere();
    void wordsFollowTheLanguage();

private:
    void write(const QString& name, const QByteArray& text) const
    {
        QVERIFY(writeFileAtomically(m_folder->filePath(name), text));
    }
    [[nodiscard]] const Diagnostic* own(const QString& id = u"many-jobs"_s) const
    {
        const auto& all = m_session->findings();
        const auto found = std::ranges::find(all, id, &Diagnostic::ruleId);
        return found == all.end() ? nullptr : &*found;
    }

    const QByteArray m_rule{"rules:\n- id: many-jobs\n  severity: warning\n  when: {key: compiler_parameters.jobs, "
                            "greater: 8}\n  message: Too many.\n  fix: {key: compiler_parameters.jobs, set: 8}\n"};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
};

void tst_OwnRulesWatch::init()
{
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"net.yaml"_s, "model_parameters:\n  march: 'bayes-e'\ncompiler_parameters:\n  jobs: 9\n");
    m_session = std::make_unique<Session>();
}

void tst_OwnRulesWatch::foundAcceptedFixedAndUndone()
{
    write(u"driftscope-rules.yaml"_s, m_rule);
    m_session->open(m_folder->filePath(u"net.yaml"_s));
    QVERIFY(own() != nullptr);
    QCOMPARE(own()->range.line, 4);
    m_session->acceptFinding(*own(), u"a big machine"_s);
    QVERIFY(own() == nullptr);
    QCOMPARE(m_session->acceptedFindings().size(), 1);
    m_session->withdrawAcceptance(m_session->acceptedFindings().first().finding);
    QVERIFY(own() != nullptr);
    m_session->applyFix(*own()->fix);
    QVERIFY(own() == nullptr);
    QVERIFY(m_session->configText().contains("jobs: 8"));
    m_session->undo();
    QVERIFY(own() != nullptr);
}

void tst_OwnRulesWatch::filesThatComeChangeAndGo()
{
    m_session->open(m_folder->filePath(u"net.yaml"_s));
    QVERIFY(own() == nullptr);
    QSignalSpy changed(m_session.get(), &Session::findingsChanged);
    write(u"driftscope-rules.yaml"_s, m_rule);
    QTRY_VERIFY(own() != nullptr);
    QVERIFY(changed.count() > 0);
    write(u"driftscope-rules.yaml"_s, QByteArray(m_rule).replace("greater: 8", "greater: 80"));
    QTRY_VERIFY(own() == nullptr);
    QFile file(m_folder->filePath(u"driftscope-rules.yaml"_s)); // written in place
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_rule) > 0);
    file.close();
    QTRY_VERIFY(own() != nullptr);
    QVERIFY(file.remove());
    QTRY_VERIFY(own() == nullptr);
    QVERIFY(m_session->ownRules().rules()->isEmpty());
}

void tst_OwnRulesWatch::aMistakeIsSaidOnce()
{
    write(u"driftscope-rules.yaml"_s, "rules:\n- id: many-jobs\n");
    QSignalSpy problems(m_session.get(), &Session::problemOccurred);
    m_session->open(m_folder->filePath(u"net.yaml"_s));
    QCOMPARE(problems.count(), 1);
    QVERIFY(problems[0][0].value<Error>().message.contains(u"driftscope-rules.yaml, line 2"_s));
    QCOMPARE(m_session->ownRules().problems().size(), 1);
    m_session->setConfigValue(u"compiler_parameters.jobs"_s, u"10"_s);
    QCOMPARE(problems.count(), 1); // not at every keystroke
    write(u"driftscope-rules.yaml"_s, m_rule);
    QTRY_VERIFY(own() != nullptr);
    QVERIFY(m_session->ownRules().problems().isEmpty());
}

void tst_OwnRulesWatch::personalRulesHoldEverywhere()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"mine"_s));
    write(u"mine/team.yml"_s, m_rule);
    m_session->setPersonalRulesFolder(m_folder->filePath(u"mine"_s));
    QCOMPARE(m_session->ownRules().rules()->size(), 1);
    m_session->open(m_folder->filePath(u"net.yaml"_s));
    QCOMPARE(own()->severity, Severity::Warning);
    write(u"driftscope-rules.yaml"_s, QByteArray(m_rule).replace("warning", "error")); // the project's word counts
    QTRY_COMPARE(own()->severity, Severity::Error);
    write(u"mine/more.json"_s, R"({"rules": [{"id": "more", "severity": "info", "message": "m",
        "when": {"key": "compiler_parameters.jobs", "present": true}}]})");
    QTRY_VERIFY(own(u"more"_s) != nullptr);
    m_session->setPersonalRulesFolder({});
    QVERIFY(own(u"more"_s) == nullptr);
    QVERIFY(own() != nullptr);
}

void tst_OwnRulesWatch::wordsFollowTheLanguage()
{
    write(u"driftscope-rules.yaml"_s, m_rule);
    m_session->open(m_folder->filePath(u"net.yaml"_s));
    QSignalSpy changed(m_session.get(), &Session::ownRulesChanged);
    m_session->setLanguage(u"zh_CN"_s);
    QCOMPARE(changed.count(), 1);
    QVERIFY(own() != nullptr);
}

QTEST_GUILESS_MAIN(tst_OwnRulesWatch)
#include "tst_own_rules_watch.moc"
