// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/support/SampleComparison.h"
#include "widgets/graph/CompareView.h"
#include "widgets/graph/ExportDialog.h"

#include <QDialogButtonBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestExportDialog : public test::GuiTest
{
    Q_OBJECT

private:
    static QPushButton* saveButton(const ExportDialog& dialog)
    {
        return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save);
    }

    static std::unique_ptr<CompareView> shownView()
    {
        test::SampleComparison sample = test::makeSampleComparison();
        auto view = std::make_unique<CompareView>();
        view->resize(1200, 640);
        test::showActive(*view);
        view->setPanes(std::move(sample.panes), sample.matches);
        QCoreApplication::sendPostedEvents();
        return view;
    }

private Q_SLOTS:
    void savesOnlyWhatItCanWrite()
    {
        ExportDialog dialog({800, 600}, {900, 2000});
        QVERIFY(!saveButton(dialog)->isEnabled());
        dialog.setFileName(u"graphs.bmp"_s);
        QVERIFY(!saveButton(dialog)->isEnabled());
        for (const QString& name : {u"graphs.svg"_s, u"graphs.PNG"_s, u" graphs.pdf "_s}) {
            dialog.setFileName(name);
            QVERIFY2(saveButton(dialog)->isEnabled(), qPrintable(name));
            QCOMPARE(dialog.choice().fileName, name.trimmed());
        }
    }

    void saysHowLargeThePictureWillBe()
    {
        ExportDialog dialog({800, 600}, {900, 50000});
        dialog.setFileName(u"graphs.png"_s);
        const auto says = [&dialog](const QString& text) {
            const auto labels = dialog.findChildren<QLabel*>();
            return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text().contains(text); });
        };
        QVERIFY(says(u"13 numbered files"_s)); // 50,000 in pieces of 4,096
        dialog.findChild<QSpinBox*>()->setValue(10);
        QVERIFY(!says(u"numbered files"_s));
        dialog.findChildren<QRadioButton*>().first()->setChecked(true);
        QVERIFY(dialog.choice().onlySeen);
        QCOMPARE(dialog.choice().scale, 0.1);
        QVERIFY(says(u"80"_s));
    }

    void writesWhatTheViewShows()
    {
        const QTemporaryDir folder;
        const auto view = shownView();
        ExportChoice choice;
        choice.onlySeen = true;
        choice.fileName = folder.filePath(u"seen.png"_s);
        QVERIFY(view->exportPicture(choice).has_value());
        const QImage seen(choice.fileName);
        int widths = 0;
        for (int i = 0; i < view->paneCount(); ++i)
            widths += view->view(i)->viewport()->width();
        QCOMPARE(seen.width(), widths + 2 * 8);
        choice.onlySeen = false;
        choice.fileName = folder.filePath(u"all.png"_s);
        QVERIFY(view->exportPicture(choice).has_value());
        QVERIFY(QImage(choice.fileName).size() != seen.size());
    }

    void theShortcutAsksAndSaves()
    {
        const QTemporaryDir folder;
        const auto view = shownView();
        view->view(0)->setFocus();
        QTest::keyClick(view->view(0), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        auto* dialog = view->findChild<ExportDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        const QSignalSpy written(view.get(), &CompareView::pictureExported);
        dialog->setFileName(folder.filePath(u"graphs.svg"_s));
        QTest::mouseClick(saveButton(*dialog), Qt::LeftButton);
        QCOMPARE(written.size(), 1);
        QVERIFY(QFile::exists(folder.filePath(u"graphs.svg"_s)));
    }

    void saysWhenItCannotWrite()
    {
        const auto view = shownView();
        ExportChoice choice;
        choice.fileName = u"/nowhere/at/all/graphs.svg"_s;
        const auto written = view->exportPicture(choice);
        QVERIFY(!written.has_value());
        QVERIFY(written.error().message.contains(choice.fileName));
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
