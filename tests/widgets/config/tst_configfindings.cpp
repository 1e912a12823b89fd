// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/unit/lint/CalibrationFixture.h"

#include "core/base/Files.h"
#include "widgets/config/ConfigField.h"
#include "widgets/config/ConfigForm.h"
#include "widgets/config/ConfigTextEditor.h"
#include "widgets/config/ConfigTextPane.h"
#include "widgets/config/FieldEditor.h"

#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// Findings about calibration files come late, while someone types.
class tst_ConfigFindings : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void formKeepsWhatIsBeingTyped();
    void textKeepsWhatIsBeingTyped();

private:
    QString m_config;
    SampleFolder m_samples;
    QTemporaryDir m_folder;
};

void tst_ConfigFindings::initTestCase()
{
    m_samples.fill(
        [](int seed) { return asFloats(changed(photograph(seed), [](double value) { return (value - 120) / 58; })); });
    m_config = m_folder.filePath(u"net.yaml"_s);
    QVERIFY(writeFileAtomically(m_config, m_samples.config().text()));
}

void tst_ConfigFindings::formKeepsWhatIsBeingTyped()
{
    Session session;
    ConfigForm form(session);
    form.resize(500, 700);
    showActive(form);
    session.open(m_config);
    const ConfigField* about = form.field(u"calibration_parameters.cal_data_dir"_s);
    auto* line
        = qobject_cast<QLineEdit*>(form.field(u"model_parameters.output_model_file_prefix"_s)->editor()->focusProxy());
    QVERIFY(line != nullptr);
    line->setFocus();
    QTest::keyClick(line, Qt::Key_End);
    QTest::keyClicks(line, u"_half"_s); // and no Enter
    QVERIFY(!about->hasFindings());
    QTRY_VERIFY(about->hasFindings());
    QCOMPARE(line->text(), u"net_half"_s);
    QVERIFY(line->hasFocus());
    QTest::keyClicks(line, u"way"_s); // the cursor stands where it stood
    QCOMPARE(line->text(), u"net_halfway"_s);
    // Here the form goes away amid typing, which once was the end of the program.
}

void tst_ConfigFindings::textKeepsWhatIsBeingTyped()
{
    Session session;
    ConfigTextPane pane(session);
    pane.resize(600, 600);
    showActive(pane);
    session.open(m_config);
    auto* editor = pane.findChild<ConfigTextEditor*>();
    QVERIFY(editor != nullptr);
    editor->setFocus();
    editor->moveCursor(QTextCursor::Start);
    QSignalSpy arrived(&session, &Session::findingsChanged);
    QTest::keyClicks(editor, u"# net"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    const int position = editor->textCursor().position();
    QTRY_COMPARE(arrived.count(), 1);
    QCOMPARE(editor->textCursor().position(), position);
    QVERIFY(editor->hasFocus());
    QVERIFY2(editor->toPlainText().startsWith(u"# net\n"_s), qPrintable(editor->toPlainText().left(80)));
    QVERIFY(findingOf(session.findings(), u"calibration-normalised-twice"_s));
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_ConfigFindings)
#include "tst_configfindings.moc"
