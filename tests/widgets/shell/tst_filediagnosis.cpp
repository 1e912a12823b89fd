// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The published case in the window from files alone, in three clicks: menu, entry, button; the files are dropped.
#include "core/base/Files.h"
#include "core/tensor/Npy.h"
#include "tests/widgets/shell/WindowFixture.h"
#include "widgets/verdict/DiagnoseFilesDialog.h"
#include "widgets/verdict/VerdictBanner.h"

#include <QDir>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_FileDiagnosis : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheCauseOfThePublishedCase();
};

void tst_FileDiagnosis::namesTheCauseOfThePublishedCase()
{
    if (const QString missing = WindowFixture::missingTools(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    // Somebody else's run, made with the window; only its files are kept.
    WindowFixture theirs;
    theirs.openSample();
    QVERIFY(theirs.run(u"run.compile"_s));
    QVERIFY(theirs.run(u"run.board"_s));
    const LoadedStage* quantized = theirs.session().chain().find(Stage::Quantized);
    QVERIFY(quantized != nullptr);
    const auto board = theirs.session().boardCapture();
    QVERIFY(board && !board->outputs().isEmpty() && !board->inputFiles.isEmpty());
    const QString dump = QDir(theirs.folder()).filePath(u"dump.npy"_s);
    QVERIFY(writeFileAtomically(dump, toNpy(board->outputs().first()->tensor)));

    WindowFixture mine;
    showActive(mine.window());
    mine.trigger(u"run.diagnoseFiles"_s);
    auto* dialog = mine.window().findChild<DiagnoseFilesDialog*>();
    QVERIFY(dialog != nullptr);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(theirs.session().project()->configFile), QUrl::fromLocalFile(quantized->file),
                  QUrl::fromLocalFile(board->inputFiles.first()), QUrl::fromLocalFile(dump)});
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(dialog, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(dialog, &drop);
    QVERIFY(dialog->diagnoseButton()->isEnabled());
    QTest::mouseClick(dialog->diagnoseButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(mine.session().verdict().has_value() || !mine.message().isEmpty(), 120000);
    QCOMPARE(mine.message(), QString());
    QCOMPARE(mine.session().verdict()->cause, u"layout-inverse-transposed"_s);
    auto* banner = mine.window().findChild<VerdictBanner*>();
    QVERIFY(banner != nullptr);
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->sentence().contains(u"input_layout_rt"_s));
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_FileDiagnosis)
#include "tst_filediagnosis.moc"
