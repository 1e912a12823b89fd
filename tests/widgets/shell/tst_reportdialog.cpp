// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/shell/WindowFixture.h"
#include "widgets/shell/ReportDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// The report from the menu: where to, in which format, with what left out.
class tst_ReportDialog : public GuiTest
{
    Q_OBJECT

public Q_SLOTS:
    void takeUrl(const QUrl& url) { m_opened.append(url); }

private Q_SLOTS:
    void isOfferedWhenThereIsSomething();
    void writesByKeys();
    void keepsPathsWhenAsked();
    void formatAndSuffixFollowEachOther();
    void staysOpenWhenItCannotWrite();

private:
    [[nodiscard]] static ReportDialog* openDialog(WindowFixture& fixture)
    {
        fixture.trigger(u"file.exportReport"_s);
        return fixture.window().findChild<ReportDialog*>();
    }
    [[nodiscard]] static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QList<QUrl> m_opened;
};

void tst_ReportDialog::isOfferedWhenThereIsSomething()
{
    WindowFixture fixture;
    showActive(fixture.window());
    QVERIFY(!fixture.window().actions().action(u"file.exportReport"_s)->isEnabled());
    fixture.openSample();
    QTRY_VERIFY(fixture.window().actions().action(u"file.exportReport"_s)->isEnabled());
}

void tst_ReportDialog::writesByKeys()
{
    QDesktopServices::setUrlHandler(u"file"_s, this, "takeUrl");
    WindowFixture fixture;
    showActive(fixture.window());
    fixture.openSample();
    QPointer<ReportDialog> dialog = openDialog(fixture);
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->redact()->isChecked());
    showActive(*dialog);
    const QString file = QDir(fixture.folder()).filePath(u"报告.html"_s);
    dialog->file()->setFocus();
    dialog->file()->selectAll();
    dialog->file()->insert(file); // keyClicks types ASCII alone
    QSignalSpy written(dialog, &ReportDialog::written);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(dialog == nullptr, 60000);
    QDesktopServices::unsetUrlHandler(u"file"_s);
    QCOMPARE(m_opened, QList<QUrl>{QUrl::fromLocalFile(file)});
    const QByteArray page = contentOf(file);
    QVERIFY(page.startsWith("<!DOCTYPE html>"));
    QVERIFY(page.contains("No diagnosis was made."));
    QVERIFY(page.contains("layout-rt-nchw"));
    QVERIFY(!page.contains(fixture.folder().toUtf8()));
    QVERIFY(fixture.message().contains(u"报告.html"_s));
}

void tst_ReportDialog::keepsPathsWhenAsked()
{
    WindowFixture fixture;
    showActive(fixture.window());
    fixture.openSample();
    QPointer<ReportDialog> dialog = openDialog(fixture);
    QVERIFY(dialog != nullptr);
    QTest::mouseClick(dialog->redact(), Qt::LeftButton, {}, {8, dialog->redact()->height() / 2});
    QTest::mouseClick(dialog->openWhenDone(), Qt::LeftButton, {}, {8, dialog->openWhenDone()->height() / 2});
    QVERIFY(!dialog->redact()->isChecked());
    QVERIFY(!dialog->openWhenDone()->isChecked());
    const QString file = QDir(fixture.folder()).filePath(u"a.json"_s);
    dialog->file()->setText(file);
    QCOMPARE(dialog->format()->currentIndex(), 1);
    QTest::mouseClick(dialog->saveButton(), Qt::LeftButton);
    QVERIFY(dialog->isWriting());
    QVERIFY(!dialog->saveButton()->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(dialog == nullptr, 60000);
    QVERIFY(contentOf(file).contains(fixture.folder().toUtf8()));
}

void tst_ReportDialog::formatAndSuffixFollowEachOther()
{
    WindowFixture fixture;
    ReportDialog dialog(fixture.session(), u"en"_s);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    showActive(dialog);
    QVERIFY(dialog.file()->text().endsWith(u"driftscope-report.html"_s));
    dialog.format()->setFocus();
    QTest::keyClick(dialog.format(), Qt::Key_Down);
    QVERIFY(dialog.file()->text().endsWith(u"driftscope-report.json"_s));
    QTest::keyClick(dialog.format(), Qt::Key_Down);
    QVERIFY(dialog.file()->text().endsWith(u"driftscope-report.csv"_s));
    dialog.file()->setText(u"/x/a.html"_s);
    QCOMPARE(dialog.format()->currentIndex(), 0);
    dialog.file()->setText(u"/x/a.pdf"_s);
    QVERIFY(!dialog.saveButton()->isEnabled());
    dialog.file()->clear();
    QVERIFY(!dialog.saveButton()->isEnabled());
}

void tst_ReportDialog::staysOpenWhenItCannotWrite()
{
    WindowFixture fixture;
    ReportDialog dialog(fixture.session(), u"en"_s);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    showActive(dialog);
    dialog.file()->setText(QDir(fixture.folder()).filePath(u"none/a.html"_s));
    QTest::mouseClick(dialog.saveButton(), Qt::LeftButton);
    QTRY_VERIFY(!dialog.isWriting());
    QVERIFY(dialog.isVisible());
    QVERIFY2(dialog.outcome()->text().contains(u"a.html"_s), qPrintable(dialog.outcome()->text()));
    QVERIFY(dialog.saveButton()->isEnabled());
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_ReportDialog)
#include "tst_reportdialog.moc"
