// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/support/Screenshot.h"
#include "widgets/common/Theme.h"
#include "widgets/config/ConfigPane.h"
#include "widgets/config/ConfigPreview.h"
#include "widgets/config/ForesightPage.h"
#include "widgets/config/WhatIf.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_ForesightPage : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void emptyWithoutAConfig();
    void followsTheConfig();
    void refusalInPlaceOfTheForecast();
    void codeIsCopied();
    void whatIfTellsBeforeItIsSet();
    void hoveredChoiceIsTold();
    void fixesAreTold();
    void oneOfSeveralInputs();
    void keyboardReachesEverything();
    void keyLinksLeadToTheForm();
    void pictures();

private:
    void open(Session& session, const QByteArray& config);
    QTemporaryDir m_folder;
};

namespace {

const QByteArray published = R"(model_parameters:
  onnx_model: './emoji5.onnx'
  march: 'bernoulli2'
  output_model_file_prefix: 'emoji5'
input_parameters:
  input_name: 'image'
  input_type_rt: 'rgb'
  input_layout_rt: 'NCHW'
  input_type_train: 'rgb'
  input_layout_train: 'NCHW'
  input_shape: '1x3x64x64'
  norm_type: 'data_mean_and_scale'
  mean_value: '123.675 116.28 103.53'
  scale_value: '0.01712475 0.017507 0.01742919'
calibration_parameters:
  cal_data_dir: './calibration'
compiler_parameters:
  optimize_level: 'O3'
)";

const QString layoutRt = u"input_parameters.input_layout_rt"_s;
const QString conversion = u"HZ_PREPROCESS_FOR_image_NCHW2NHWC_LayoutConvert_Input0"_s;

void choose(QComboBox* box, const QString& text)
{
    const int index = box->findText(text, Qt::MatchContains);
    QVERIFY2(index >= 0, qPrintable(text));
    box->setCurrentIndex(index);
}

QString changes(const ForesightPage& page)
{
    QStringList texts;
    for (int row = 0; row < page.whatIf()->changes()->count(); ++row)
        texts.append(page.whatIf()->changes()->item(row)->text());
    return texts.join(u'\n');
}

} // namespace

void tst_ForesightPage::open(Session& session, const QByteArray& config)
{
    const QString path = m_folder.filePath(u"config.yaml"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(config), config.size());
    file.close();
    session.open(path);
}

void tst_ForesightPage::emptyWithoutAConfig()
{
    Session session;
    const ForesightPage page(session);
    QVERIFY(!page.copyButton(FeedingLanguage::Cpp)->isEnabled());
    QVERIFY(!page.whatIf()->isEnabled());
    QVERIFY(!page.preview()->toPlainText().isEmpty());
}

void tst_ForesightPage::followsTheConfig()
{
    Session session;
    const ForesightPage page(session);
    open(session, published);
    QString text = page.preview()->toPlainText();
    for (const QString& part :
         {u"image"_s, u"feed uint8 RGB, 1×3×64×64 (NCHW), 0…255, 12288 bytes"_s, conversion, u"1×64×64×3"_s,
          u"std::vector<std::uint8_t> feed_image"_s, u"def feed_image(rgb):"_s, u"bernoulli2"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    session.setConfigValue(layoutRt, u"NHWC"_s);
    text = page.preview()->toPlainText();
    QVERIFY(!text.contains(conversion));
    QVERIFY(text.contains(u"feed uint8 RGB, 1×64×64×3 (NHWC)"_s));
}

void tst_ForesightPage::refusalInPlaceOfTheForecast()
{
    Session session;
    const ForesightPage page(session);
    open(session, QByteArray(published).replace("input_type_rt: 'rgb'", "input_type_rt: 'gray'"));
    QVERIFY(page.preview()->toPlainText().contains(u"cannot be fed gray"_s));
    QVERIFY(!page.copyButton(FeedingLanguage::Python)->isEnabled());
}

void tst_ForesightPage::codeIsCopied()
{
    Session session;
    ForesightPage page(session);
    open(session, published);
    showActive(page);
    QTest::mouseClick(page.copyButton(FeedingLanguage::Cpp), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"#include"_s));
    page.copyButton(FeedingLanguage::Python)->setFocus();
    QTest::keyClick(page.copyButton(FeedingLanguage::Python), Qt::Key_Space);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"import numpy"_s));
}

void tst_ForesightPage::whatIfTellsBeforeItIsSet()
{
    Session session;
    ForesightPage page(session);
    open(session, published);
    const QByteArray before = session.configText();
    choose(page.whatIf()->keys(), u"input_layout_rt"_s);
    choose(page.whatIf()->values(), u"NHWC"_s);
    QVERIFY2(changes(page).contains(conversion % u" would not be inserted."_s), qPrintable(changes(page)));
    QCOMPARE(session.configText(), before);
    QVERIFY(page.whatIf()->apply()->isEnabled());
    page.whatIf()->apply()->click();
    QCOMPARE(session.config()->scalar(layoutRt), u"NHWC"_s);
    // What is there already changes nothing and cannot be set.
    QVERIFY(!page.whatIf()->apply()->isEnabled());
    QCOMPARE(page.whatIf()->values()->currentText(), u"NHWC"_s);
    QCOMPARE(page.whatIf()->changes()->count(), 1);
}

void tst_ForesightPage::hoveredChoiceIsTold()
{
    Session session;
    ForesightPage page(session);
    open(session, published);
    showActive(page);
    choose(page.whatIf()->keys(), u"input_type_rt"_s);
    choose(page.whatIf()->values(), u"rgb"_s);
    QCOMPARE(page.whatIf()->changes()->count(), 1);
    QComboBox* values = page.whatIf()->values();
    values->showPopup();
    Q_EMIT values->highlighted(values->findText(u"nv12"_s));
    QVERIFY2(changes(page).contains(u"NV12"_s), qPrintable(changes(page)));
    values->hidePopup();
    QTRY_COMPARE(page.whatIf()->changes()->count(), 1);
    QCOMPARE(values->currentText(), u"rgb"_s);
}

void tst_ForesightPage::fixesAreTold()
{
    Session session;
    ForesightPage page(session);
    open(session, published);
    QTRY_VERIFY(page.whatIf()->keys()->findText(u"Fix:"_s, Qt::MatchStartsWith) >= 0);
    for (int i = 0; i < page.whatIf()->keys()->count(); ++i) {
        page.whatIf()->keys()->setCurrentIndex(i);
        const bool isFix = page.whatIf()->keys()->itemText(i).startsWith(u"Fix:"_s);
        QCOMPARE(page.whatIf()->values()->isVisibleTo(&page), !isFix);
        if (isFix)
            QVERIFY(page.whatIf()->changes()->count() > 0);
    }
}

void tst_ForesightPage::oneOfSeveralInputs()
{
    Session session;
    ForesightPage page(session);
    open(session, R"(model_parameters:
  march: 'bayes-e'
input_parameters:
  input_name: 'a;b'
  input_type_rt: 'rgb;nv12'
  input_type_train: 'rgb;rgb'
  input_layout_train: 'NCHW;NCHW'
  input_shape: '1x3x8x8;1x3x8x8'
)");
    QVERIFY(page.whatIf()->inputs()->isVisibleTo(&page));
    choose(page.whatIf()->keys(), u"input_type_rt"_s);
    page.whatIf()->inputs()->setCurrentIndex(1);
    choose(page.whatIf()->values(), u"bgr"_s);
    page.whatIf()->apply()->click();
    QCOMPARE(session.config()->scalar(u"input_parameters.input_type_rt"_s), u"rgb;bgr"_s);
    choose(page.whatIf()->keys(), u"input_layout_rt"_s);
    page.whatIf()->inputs()->setCurrentIndex(0);
    choose(page.whatIf()->values(), u"NCHW"_s);
    page.whatIf()->apply()->click();
    QCOMPARE(session.config()->scalar(layoutRt), u"NCHW;;"_s);
    QVERIFY(page.preview()->toPlainText().contains(u"feed uint8 RGB, 1×3×8×8 (NCHW)"_s));
}

void tst_ForesightPage::keyboardReachesEverything()
{
    Session session;
    ForesightPage page(session);
    open(session, published);
    showActive(page);
    page.whatIf()->keys()->setFocus();
    QList<QWidget*> missing{page.whatIf()->values(),
                            page.whatIf()->apply(),
                            page.whatIf()->changes(),
                            page.preview(),
                            page.copyButton(FeedingLanguage::Cpp),
                            page.copyButton(FeedingLanguage::Python)};
    choose(page.whatIf()->values(), u"NHWC"_s);
    for (int step = 0; step < 60 && !missing.isEmpty(); ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        missing.removeAll(QApplication::focusWidget());
    }
    QVERIFY2(missing.isEmpty(), missing.isEmpty() ? "" : missing.first()->metaObject()->className());
}

void tst_ForesightPage::keyLinksLeadToTheForm()
{
    Session session;
    SelectionContext selection;
    ConfigPane pane(session, selection);
    open(session, published);
    pane.setView(ConfigPane::View::Preview);
    QVERIFY(pane.foresight()->isVisibleTo(&pane));
    Q_EMIT pane.foresight()->preview()->anchorClicked(QUrl(u"key:"_s + layoutRt));
    QCOMPARE(pane.view(), ConfigPane::View::Form);
    QCOMPARE(selection.current().name, layoutRt);
    // What is selected in the form is what is tried.
    const QString type = u"input_parameters.input_type_rt"_s;
    selection.select(Selection::configKey(type));
    QCOMPARE(pane.foresight()->whatIf()->keys()->currentData().toString(), type);
    selection.select(Selection::configKey(u"compiler_parameters.debug"_s));
    QCOMPARE(pane.foresight()->whatIf()->keys()->currentData().toString(), type);
}

void tst_ForesightPage::pictures()
{
    for (const bool isDark : {false, true}) {
        useDarkPalette(isDark);
        Session session;
        ForesightPage page(session);
        open(session, published);
        choose(page.whatIf()->values(), u"NHWC"_s);
        page.resize(760, 900);
        showActive(page);
        const QImage image = screenshot(page, isDark ? u"foresight-dark"_s : u"foresight-light"_s);
        const Theme theme = isDark ? Theme::dark() : Theme::light();
        QVERIFY(countPixels(image, theme.color(ThemeColor::Accent)) > 50);
        page.resize(760, 2300);
        screenshot(page, isDark ? u"foresight-whole-dark"_s : u"foresight-whole-light"_s);
    }
    useDarkPalette(false);
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_ForesightPage)
#include "tst_foresightpage.moc"
