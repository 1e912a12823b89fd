// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "widgets/common/FileListEdit.h"
#include "widgets/verdict/DiagnoseFilesDialog.h"

#include <QDropEvent>
#include <QFile>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_DiagnoseFiles : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void asksForWhatIsMissing();
    void droppedFilesGoWhereTheyBelong();
    void filesAreRemovedByKey();
    void diagnosingClosesIt();

private:
    QString write(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write("x");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void tst_DiagnoseFiles::asksForWhatIsMissing()
{
    DiagnoseFilesDialog dialog({}, {});
    showActive(dialog);
    QVERIFY(!dialog.diagnoseButton()->isEnabled());
    dialog.takeFiles({write(u"c.yaml"_s), write(u"p.png"_s)});
    QVERIFY(!dialog.diagnoseButton()->isEnabled());
    dialog.takeFiles({write(u"model_infer_output_0_out.bin"_s)});
    QVERIFY(dialog.diagnoseButton()->isEnabled());
}

void tst_DiagnoseFiles::droppedFilesGoWhereTheyBelong()
{
    DiagnoseFilesDialog dialog(write(u"first.yaml"_s), {});
    showActive(dialog);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write(u"second.yml"_s)), QUrl::fromLocalFile(write(u"q.onnx"_s)),
                  QUrl::fromLocalFile(write(u"p.jpg"_s)), QUrl::fromLocalFile(write(u"out.bin"_s)),
                  QUrl::fromLocalFile(write(u"out.npy"_s))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&dialog, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&dialog, &drop);
    QCOMPARE(dialog.config(), m_folder.filePath(u"second.yml"_s));
    QCOMPARE(dialog.models(), QStringList{m_folder.filePath(u"q.onnx"_s)});
    QCOMPARE(dialog.runFiles().inputs, QStringList{m_folder.filePath(u"p.jpg"_s)});
    QCOMPARE(dialog.runFiles().outputs.size(), 2);
}

void tst_DiagnoseFiles::filesAreRemovedByKey()
{
    FileListEdit edit(u"Files"_s);
    showActive(edit);
    edit.setFiles({u"/a/one"_s, u"/a/two"_s, u"/a/one"_s});
    QCOMPARE(edit.files().size(), 2);
    edit.list()->setFocus();
    edit.list()->setCurrentRow(0);
    QTest::keyClick(edit.list(), Qt::Key_Delete);
    QCOMPARE(edit.files(), QStringList{u"/a/two"_s});
}

void tst_DiagnoseFiles::diagnosingClosesIt()
{
    DiagnoseFilesDialog dialog(write(u"c.yaml"_s), {});
    dialog.takeFiles({write(u"p.png"_s), write(u"o.bin"_s)});
    showActive(dialog);
    const QSignalSpy asked(&dialog, &DiagnoseFilesDialog::diagnosisRequested);
    QTest::mouseClick(dialog.diagnoseButton(), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QVERIFY(!dialog.isVisible());
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_DiagnoseFiles)
#include "tst_diagnosefiles.moc"
