// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../lint/CalibrationFixture.h"

#include "core/base/Files.h"
#include "core/session/Session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// Findings about calibration files in a session: they come later than the others, and stay while one types.
class tst_CalibrationFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void comeAfterTheOthers();
    void stayWhileOneTypes();
    void followTheFolder();
    void vanishWithTheReason();

private:
    void open(Session& session) const;

    SampleFolder m_samples; ///< normalized
    SampleFolder m_good;
    QTemporaryDir m_project;
};

namespace {

const QString twice = u"calibration-normalised-twice"_s;

bool has(const Session& session, const QString& rule)
{
    return findingOf(session.findings(), rule) != nullptr;
}

} // namespace

void tst_CalibrationFindings::initTestCase()
{
    m_samples.fill(
        [](int seed) { return asFloats(changed(photograph(seed), [](double value) { return (value - 120) / 58; })); });
    m_good.fill([](int seed) { return asFloats(photograph(seed)); });
}

void tst_CalibrationFindings::open(Session& session) const
{
    const QString file = m_project.filePath(u"net.yaml"_s);
    if (!writeFileAtomically(file, m_samples.config().text()))
        qFatal("cannot write the config");
    session.open(file);
}

void tst_CalibrationFindings::comeAfterTheOthers()
{
    Session session;
    QSignalSpy arrived(&session, &Session::findingsChanged);
    open(session);
    session.setConfigValue(u"compiler_parameters.optimize_level"_s, u"O1"_s);
    QVERIFY(has(session, u"optimize-level-below-o3"_s)); // at once
    QVERIFY(!has(session, twice)); // the folder was not looked at yet
    QTRY_COMPARE(arrived.count(), 1);
    QVERIFY(has(session, twice));
    QVERIFY(has(session, u"optimize-level-below-o3"_s));
}

void tst_CalibrationFindings::stayWhileOneTypes()
{
    Session session;
    open(session);
    QTRY_VERIFY(has(session, twice));
    const int line = findingOf(session.findings(), twice)->range.line;
    session.setConfigText("# one more line\n" + session.configText(), u"typing"_s);
    QVERIFY(has(session, twice)); // without a look
    QCOMPARE(findingOf(session.findings(), twice)->range.line, line + 1);
}

void tst_CalibrationFindings::followTheFolder()
{
    const QString key = u"calibration_parameters.cal_data_dir"_s;
    Session session;
    open(session);
    QTRY_VERIFY(has(session, twice));
    QSignalSpy arrived(&session, &Session::findingsChanged);
    session.setConfigValue(key, m_good.path());
    QVERIFY(!has(session, twice)); // what is known is about another folder
    QTRY_COMPARE(arrived.count(), 1);
    QVERIFY(!has(session, twice));
    session.undo();
    QTRY_VERIFY(has(session, twice));
}

void tst_CalibrationFindings::vanishWithTheReason()
{
    Session session;
    open(session);
    QTRY_VERIFY(has(session, twice));
    session.setConfigValue(u"calibration_parameters.calibration_type"_s, u"skip"_s);
    QVERIFY(!has(session, twice));
    session.undo();
    QTRY_VERIFY(has(session, twice));
    session.setConfigText("a: [", u"typing"_s);
    QVERIFY(session.findings().isEmpty());
    session.undo();
    QTRY_VERIFY(has(session, twice));
}

QTEST_GUILESS_MAIN(tst_CalibrationFindings)
#include "tst_calibration_findings.moc"
