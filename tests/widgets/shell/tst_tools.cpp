// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tools from the window's menu, over the sample and the sandbox: the form is filled, the fault is found.
#include "tests/support/Screenshot.h"
#include "tests/widgets/shell/WindowFixture.h"
#include "widgets/common/PaneTable.h"
#include "widgets/tools/ToolForm.h"
#include "widgets/tools/ToolResultView.h"
#include "widgets/tools/ToolsDialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_Tools : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void toolsOfTheSample();

private:
    static void run(ToolsDialog& dialog, const QString& tool);
    static void shoot(WindowFixture& fixture, ToolsDialog& dialog, const QString& tool);
};

void tst_Tools::initTestCase()
{
    if (const QString missing = WindowFixture::missingTools(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
}

void tst_Tools::run(ToolsDialog& dialog, const QString& tool)
{
    dialog.chooseTool(tool);
    QVERIFY2(dialog.runButton()->isEnabled(), qPrintable(dialog.problem()->text())); // the project filled it in
    QTest::mouseClick(dialog.runButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isBusy(), 60000);
}

/// In every look; back to light English.
void tst_Tools::shoot(WindowFixture& fixture, ToolsDialog& dialog, const QString& tool)
{
    for (const QString& language : {u"zh_CN"_s, u"en"_s}) {
        fixture.trigger(u"view.language."_s + language);
        for (const QString& theme : {u"dark"_s, u"light"_s}) {
            fixture.setTheme(theme);
            QTest::qWait(400); // texts and layouts are taken up by posted events
            QTRY_VERIFY(!dialog.isBusy());
            QVERIFY2(dialog.result()->table(0) != nullptr, qPrintable(language)); // what was read stays
            screenshot(dialog, u"window-tools-%1-%2-%3"_s.arg(tool, theme, language));
        }
    }
}

void tst_Tools::toolsOfTheSample()
{
    WindowFixture fixture;
    fixture.trigger(u"run.tools"_s); // also without a project
    auto* dialog = fixture.window().findChild<ToolsDialog*>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QVERIFY(!dialog->runButton()->isEnabled());
    fixture.openSample();
    fixture.trigger(u"run.tools"_s);
    QCOMPARE(fixture.window().findChildren<ToolsDialog*>().size(), 1); // the one that is open
    fixture.trigger(u"run.compile"_s);
    QVERIFY(fixture.waitUntilIdle());

    run(*dialog, u"checker"_s);
    QVERIFY(dialog->result()->table(0)->model()->rowCount() > 5);
    shoot(fixture, *dialog, u"checker"_s);
    run(*dialog, u"hb_perf"_s);
    QCOMPARE(dialog->result()->tabs()->count(), 4); // figures, drawing, the warning that there are no layers, log
    shoot(fixture, *dialog, u"hb_perf"_s);
    run(*dialog, u"hb_model_info"_s);
    QVERIFY(dialog->result()->table(0)->model()->rowCount() > 20);
    shoot(fixture, *dialog, u"hb_model_info"_s);
    // As published the sample is wrong on the board alone.
    run(*dialog, u"hb_verifier"_s);
    QVERIFY2(dialog->result()->verdict()->text().contains(u"failed"_s),
             qPrintable(dialog->result()->verdict()->text()));
    shoot(fixture, *dialog, u"hb_verifier"_s);
    QCOMPARE(dialog->earlierRuns()->count(), 1);
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_Tools)
#include "tst_tools.moc"
