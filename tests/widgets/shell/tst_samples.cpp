// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From Evaluate to the layers of one of the samples that flip, in the window.
#include "core/base/Files.h"
#include "tests/support/Screenshot.h"
#include "tests/widgets/shell/WindowFixture.h"
#include "widgets/samples/SamplesPane.h"

#include <QComboBox>
#include <QDir>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_Samples : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fromEvaluateToLayers();
};

void tst_Samples::initTestCase()
{
    if (const QString missing = WindowFixture::missingTools(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
}

void tst_Samples::fromEvaluateToLayers()
{
    WindowFixture fixture;
    fixture.openSample();
    QVERIFY(writeFileAtomically(QDir(fixture.session().project()->dataFolder).filePath(u"labels.csv"_s),
                                "file,label,class\n"
                                "people_1fac3_google.png,1,people\n"
                                "people_1f9db-200d-2642-fe0f_google.png,1,people\n"));
    QVERIFY(fixture.run(u"run.compile"_s));
    QVERIFY(fixture.run(u"run.evaluate"_s));
    auto* pane = fixture.window().findChild<SamplesPane*>();
    QVERIFY(pane != nullptr);
    fixture.trigger(u"view.samples"_s);
    QVERIFY(pane->isVisible());
    QVERIFY(pane->table()->hasFocus());
    pane->stagesPicker()->setCurrentIndex(5);
    QVERIFY(pane->model().rowCount() > 0);
    fixture.trigger(u"view.language.zh_CN"_s);
    screenshot(fixture.window(), u"window-samples-zh"_s);
    QCOMPARE(pane->stagesPicker()->count(), 7);
    fixture.trigger(u"view.language.en"_s);
    pane->stagesPicker()->setCurrentIndex(5);
    const QString file = pane->model().sample(0).file;
    pane->table()->setFocus();
    QTest::keyClick(pane->table(), Qt::Key_Return);
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY2(fixture.session().comparison(), qPrintable(fixture.message()));
    QCOMPARE(fixture.session().comparedPictures(), QStringList{QFileInfo(file).fileName()});
    QVERIFY(!pane->isVisible()); // the layers are in front
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_Samples)
#include "tst_samples.moc"
