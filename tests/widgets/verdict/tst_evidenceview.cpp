// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "widgets/verdict/EvidenceView.h"
#include "widgets/verdict/LadderView.h"

#include "core/diagnosis/TellApart.h"
#include "core/tensor/Picture.h"

#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_EvidenceView : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void picturesAreSavedByKeys();
    void failureIsSaid();
    void withoutPicturesThereIsNoButton();
    void ladderHasALightForEachRung();

private:
    static Verdict undecided()
    {
        Verdict verdict;
        verdict.kind = VerdictKind::Fault;
        verdict.cause = u"fed-other-layout"_s;
        verdict.alternatives = {u"channels-reversed"_s};
        verdict.toldApartBy = u"Run the board on a picture."_s;
        verdict.testPictures = {{u"input"_s, tellingPicture({20, 30, 3})}};
        return verdict;
    }
    static bool showsText(const EvidenceView& view, const QString& text)
    {
        const auto labels = view.findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    }
    /// Presses the button by the keyboard and answers the dialog.
    static void save(EvidenceView& view, const QString& path)
    {
        view.testPictureButton()->setFocus();
        QTest::keyClick(view.testPictureButton(), Qt::Key_Space);
        auto* dialog = view.findChild<QFileDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
    }
};

void tst_EvidenceView::picturesAreSavedByKeys()
{
    EvidenceView view;
    view.setVerdict(undecided());
    showActive(view);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a picture.png"_s);
    save(view, path);
    QCOMPARE(readPicture(path)->bytes(), undecided().testPictures.first().tensor.bytes());
    QVERIFY(showsText(view, path));
}

void tst_EvidenceView::failureIsSaid()
{
    EvidenceView view;
    view.setVerdict(undecided());
    showActive(view);
    const QTemporaryDir folder;
    save(view, folder.filePath(u"no/such/folder.png"_s));
    QVERIFY(showsText(view, u"folder.png"_s));
    // The next verdict begins without it.
    view.setVerdict(undecided());
    QVERIFY(!showsText(view, u"folder.png"_s));
}

void tst_EvidenceView::withoutPicturesThereIsNoButton()
{
    EvidenceView view;
    showActive(view);
    view.setVerdict(undecided());
    QVERIFY(view.testPictureButton()->isVisible());
    Verdict certain = undecided();
    certain.testPictures.clear();
    view.setVerdict(certain);
    QVERIFY(!view.testPictureButton()->isVisible());
}

void tst_EvidenceView::ladderHasALightForEachRung()
{
    EvidenceView view;
    showActive(view);
    Verdict verdict = undecided();
    verdict.ladder = {{u"training ↔ float"_s, u"not_tested"_s, {}, 0},
                      {u"float ↔ original_float"_s, u"equal"_s, {}, 1},
                      {u"calibrated ↔ quantized"_s, u"close"_s, u"one layer"_s, 0.993},
                      {u"quantized ↔ board"_s, u"differs"_s, {}, 0.41}};
    view.setVerdict(verdict);
    const auto* ladder = view.findChild<LadderView*>();
    QCOMPARE(ladder->lights(), (QList<Status>{Status::Unknown, Status::Pass, Status::Pass, Status::Fail}));
    QCOMPARE(ladder->texts().size(), 4);
    QVERIFY(ladder->texts()[2].contains(u"one layer"_s));
    QVERIFY(ladder->texts()[3].contains(u"0.41"_s));
    const auto lights = ladder->findChildren<StatusLight*>();
    QVERIFY(std::ranges::all_of(lights, [](const StatusLight* light) { return light->isVisible(); }));
    verdict.ladder = {{u"float ↔ board"_s, u"equal"_s, {}, 1}};
    view.setVerdict(verdict);
    QCOMPARE(ladder->lights(), QList<Status>{Status::Pass});
    QCOMPARE(std::ranges::count_if(lights, [](const StatusLight* light) { return light->isVisible(); }), 1);
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_EvidenceView)
#include "tst_evidenceview.moc"
