// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/support/Screenshot.h"

#include "widgets/common/Theme.h"
#include "widgets/layers/CopyMenu.h"
#include "widgets/layers/RangeBar.h"
#include "widgets/layers/TensorCanvas.h"
#include "widgets/layers/TensorNumbers.h"
#include "widgets/layers/TensorPage.h"
#include "widgets/layers/TensorPlots.h"
#include "widgets/layers/TrailTable.h"

#include <QClipboard>
#include <QComboBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

#include <qcustomplot.h>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

constexpr int channels = 3;
constexpr int side = 8;

float valueAt(int layer, int c, int y, int x)
{
    return static_cast<float>(layer) + static_cast<float>(c) * 10.0F + static_cast<float>(y)
        + static_cast<float>(x) * 0.125F;
}

/// Three layers of halving size; the candidate's are NHWC, and wrong by 0.5 in channel 1 at the middle row.
TensorSubject subject()
{
    auto reference = std::make_shared<Capture>();
    auto candidate = std::make_shared<Capture>();
    for (int layer = 0; layer < 3; ++layer) {
        const int size = side >> layer;
        std::vector<float> nchw;
        std::vector<float> nhwc(static_cast<std::size_t>(channels * size * size));
        for (int c = 0; c < channels; ++c) {
            for (int y = 0; y < size; ++y) {
                for (int x = 0; x < size; ++x) {
                    const float value = valueAt(layer, c, y, x);
                    nchw.push_back(value);
                    nhwc[static_cast<std::size_t>((y * size + x) * channels + c)]
                        = value + (c == 1 && y == size / 2 ? 0.5F : 0.0F);
                }
            }
        }
        const QString name = u"layer%1"_s.arg(layer);
        Tensor other = Tensor::fromValues<float>({1, size, size, channels}, nhwc);
        other.setLayout(TensorLayout::NHWC);
        Tensor own = Tensor::fromValues<float>({1, channels, size, size}, nchw);
        own.setLayout(TensorLayout::NCHW);
        reference->tensors.append({name, name, own, false, false});
        candidate->tensors.append({name, name, other, false, false});
    }
    return {reference, candidate, compareCaptures(*reference, *candidate), 0};
}

} // namespace

class tst_TensorPage : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void showsBothAndTheDifference();
    void keysMoveTheCursorInAllPictures();
    void clickingShowsTheNumbers();
    void zoomIsShared();
    void pagesThroughChannels();
    void rangeFollowsKeysAndFits();
    void holdKeepsTheRange();
    void badValuesHaveTheirOwnColours();
    void numbersFollowTheCursorAndLeadIt();
    void plotsShowEveryKind();
    void clickingAChannelChoosesIt();
    void trailFollowsThePlace();
    void everythingCanBeCopied();
    void lostFilesAreSaid();
    void largeCellsShowTheirNumbers();
    void looksRightInBothThemes();

private:
    void show(const TensorSubject& what)
    {
        m_page = std::make_unique<TensorPage>();
        m_page->resize(900, 520);
        showActive(*m_page);
        QSignalSpy shown(m_page.get(), &TensorPage::shown);
        m_page->setSubject(what);
        QVERIFY(!shown.isEmpty() || shown.wait());
    }
    void openTab(TensorPage::Tab tab) { m_page->tabs()->setCurrentIndex(tab); }

    std::unique_ptr<TensorPage> m_page;
};

void tst_TensorPage::showsBothAndTheDifference()
{
    show(subject());
    QCOMPARE(m_page->referenceCanvas()->plane().at({3, 5}), valueAt(0, 0, 5, 3));
    QCOMPARE(m_page->candidateCanvas()->plane().at({3, 5}), valueAt(0, 0, 5, 3)); // its channels lie last
    QCOMPARE(m_page->differenceCanvas()->plane().magnitude, 0.0);
    QCOMPARE(m_page->channelPicker()->maximum(), channels - 1);
    m_page->channelPicker()->setValue(1);
    QTRY_COMPARE(m_page->differenceCanvas()->plane().at({2, side / 2}), 0.5F);
    QCOMPARE(m_page->differenceCanvas()->plane().at({2, 1}), 0.0F);
    QCOMPARE(m_page->referenceCanvas()->image().size(), QSize(side, side));
}

void tst_TensorPage::keysMoveTheCursorInAllPictures()
{
    show(subject());
    m_page->referenceCanvas()->setFocus();
    QTest::keyClick(m_page->referenceCanvas(), Qt::Key_Right);
    QTest::keyClick(m_page->referenceCanvas(), Qt::Key_Down);
    QTest::keyClick(m_page->referenceCanvas(), Qt::Key_Down);
    QCOMPARE(m_page->focusOfPlanes().cursor(), QPoint(1, 2));
    QVERIFY2(m_page->cursorText().contains(u"row 2, column 1"_s), qPrintable(m_page->cursorText()));
    QVERIFY(m_page->candidateCanvas()->accessibleDescription().contains(u"2"_s));
    QTest::keyClick(m_page->referenceCanvas(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(m_page->focusOfPlanes().cursor(), QPoint(1, side - 1)); // not beyond the end
}

void tst_TensorPage::clickingShowsTheNumbers()
{
    show(subject());
    TensorCanvas* canvas = m_page->candidateCanvas();
    QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->elementRect({6, 3}).center().toPoint());
    QCOMPARE(m_page->focusOfPlanes().cursor(), QPoint(6, 3));
    QVERIFY2(m_page->cursorText().contains(u"reference 3.75, candidate 3.75, difference 0"_s),
             qPrintable(m_page->cursorText()));
    const QPoint before = m_page->focusOfPlanes().cursor();
    QTest::mouseClick(canvas, Qt::LeftButton, {}, QPoint(1, 1)); // beside the picture
    QVERIFY(canvas->elementAt({1, 1}).x() < 0);
    QCOMPARE(m_page->focusOfPlanes().cursor(), before);
}

void tst_TensorPage::zoomIsShared()
{
    show(subject());
    const QRectF before = m_page->differenceCanvas()->elementRect({4, 4});
    QTest::keyClick(m_page->referenceCanvas(), Qt::Key_Plus);
    const QRectF after = m_page->differenceCanvas()->elementRect({4, 4});
    QVERIFY(after.width() > before.width() * 1.4);
    QTest::keyClick(m_page->differenceCanvas(), Qt::Key_0);
    QCOMPARE(m_page->referenceCanvas()->elementRect({4, 4}).width(), before.width());
    // What lies under the pointer stays there.
    TensorCanvas* canvas = m_page->referenceCanvas();
    const QPointF place = canvas->elementRect({6, 6}).center();
    QWheelEvent wheel(place, canvas->mapToGlobal(place), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(canvas, &wheel);
    QCOMPARE(canvas->elementAt(place), QPoint(6, 6));
}

void tst_TensorPage::pagesThroughChannels()
{
    show(subject());
    QTest::keyClick(m_page->candidateCanvas(), Qt::Key_PageDown);
    QCOMPARE(m_page->channelPicker()->value(), 1);
    QTRY_COMPARE(m_page->referenceCanvas()->plane().at({0, 0}), valueAt(0, 1, 0, 0));
    QTest::keyClick(m_page->candidateCanvas(), Qt::Key_PageUp);
    QTest::keyClick(m_page->candidateCanvas(), Qt::Key_PageUp);
    QCOMPARE(m_page->channelPicker()->value(), 0);
}

void tst_TensorPage::rangeFollowsKeysAndFits()
{
    show(subject());
    RangeBar* bar = m_page->rangeBar();
    const PlaneFocus& focus = m_page->focusOfPlanes();
    QCOMPARE(focus.minimum(), 0.0);
    QCOMPARE(focus.maximum(), static_cast<double>(valueAt(0, 0, side - 1, side - 1)));
    const QImage before = m_page->referenceCanvas()->image();
    QTest::keyClick(bar, Qt::Key_Right);
    QVERIFY(std::abs(focus.minimum() - bar->highest() / 100) < 1e-9);
    QTest::keyClick(bar, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(focus.maximum() < bar->highest());
    QVERIFY(m_page->referenceCanvas()->image() != before);
    QTest::keyClick(bar, Qt::Key_Home);
    QCOMPARE(focus.minimum(), bar->lowest());
    const QPoint lower(static_cast<int>(bar->placeOf(bar->lowest())), 5);
    QTest::mousePress(bar, Qt::LeftButton, {}, lower);
    QTest::mouseMove(bar, QPoint(bar->width() / 2, 5));
    QMouseEvent move(QEvent::MouseMove, QPointF(bar->width() / 2.0, 5),
                     bar->mapToGlobal(QPointF(bar->width() / 2.0, 5)), Qt::LeftButton, Qt::LeftButton, {});
    QApplication::sendEvent(bar, &move);
    QTest::mouseRelease(bar, Qt::LeftButton, {}, QPoint(bar->width() / 2, 5));
    QVERIFY(std::abs(focus.minimum() - bar->highest() / 2) < bar->highest() / 20);
    QVERIFY(!bar->accessibleDescription().isEmpty());
}

void tst_TensorPage::holdKeepsTheRange()
{
    show(subject());
    QTest::keyClick(m_page->rangeBar(), Qt::Key_Right);
    const double held = m_page->focusOfPlanes().minimum();
    m_page->holdButton()->setFocus();
    QTest::keyClick(m_page->holdButton(), Qt::Key_Space);
    m_page->channelPicker()->setValue(2);
    QTRY_COMPARE(m_page->referenceCanvas()->plane().at({0, 0}), valueAt(0, 2, 0, 0));
    QCOMPARE(m_page->focusOfPlanes().minimum(), held);
    QTest::keyClick(m_page->holdButton(), Qt::Key_Space);
    m_page->channelPicker()->setValue(1);
    QTRY_COMPARE(m_page->referenceCanvas()->plane().at({0, 0}), valueAt(0, 1, 0, 0));
    QCOMPARE(m_page->focusOfPlanes().minimum(), static_cast<double>(valueAt(0, 1, 0, 0)));
}

void tst_TensorPage::badValuesHaveTheirOwnColours()
{
    TensorSubject what = subject();
    auto candidate = std::make_shared<Capture>(*what.candidate);
    std::vector<float> values(64, 1.0F);
    values[0] = std::numeric_limits<float>::quiet_NaN();
    values[1] = std::numeric_limits<float>::infinity();
    auto reference = std::make_shared<Capture>(*what.reference);
    reference->tensors[0].tensor = Tensor::fromValues<float>({1, 1, 8, 8}, values);
    Tensor small = Tensor::fromValues<qint8>({1, 1, 8, 8}, [] {
        std::vector<qint8> stored(64, 3);
        stored[9] = 127;
        stored[10] = -128;
        return stored;
    }());
    small.setQuantization(Quantization{{0.5F}, {}, -1});
    candidate->tensors[0].tensor = small;
    show({reference, candidate, compareCaptures(*reference, *candidate), 0});
    const Theme theme = Theme::fromPalette(m_page->palette());
    QCOMPARE(m_page->referenceCanvas()->image().pixelColor(0, 0), theme.color(ThemeColor::NotFinite));
    QCOMPARE(m_page->referenceCanvas()->image().pixelColor(1, 0), theme.color(ThemeColor::NotFinite));
    QCOMPARE(m_page->candidateCanvas()->image().pixelColor(1, 1), theme.color(ThemeColor::Saturated));
    QCOMPARE(m_page->candidateCanvas()->image().pixelColor(2, 1), theme.color(ThemeColor::Saturated));
    QVERIFY(m_page->candidateCanvas()->image().pixelColor(3, 1) != theme.color(ThemeColor::Saturated));
    // A picture's black and white are no fault.
    m_page->saturationButton()->setFocus();
    QTest::keyClick(m_page->saturationButton(), Qt::Key_Space);
    QVERIFY(m_page->candidateCanvas()->image().pixelColor(1, 1) != theme.color(ThemeColor::Saturated));
    QTest::keyClick(m_page->saturationButton(), Qt::Key_Space);
    QCOMPARE(m_page->candidateCanvas()->image().pixelColor(1, 1), theme.color(ThemeColor::Saturated));
    QVERIFY2(m_page->cursorText().contains(u"2 NaN or Inf"_s), qPrintable(m_page->cursorText()));
}

void tst_TensorPage::numbersFollowTheCursorAndLeadIt()
{
    show(subject());
    openTab(TensorPage::NumbersTab);
    QTableView* table = m_page->numbers()->table();
    m_page->focusOfPlanes().setCursor({4, 2});
    QCOMPARE(table->currentIndex().row(), 2);
    QCOMPARE(table->currentIndex().column(), 4);
    QCOMPARE(table->currentIndex().data().toString(), u"2.5"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(m_page->focusOfPlanes().cursor(), QPoint(4, 3));
    m_page->channelPicker()->setValue(1);
    m_page->numbers()->sidePicker()->setCurrentIndex(2);
    QTRY_COMPARE(table->model()->index(side / 2, 0).data().toString(), u"0.5"_s);
}

void tst_TensorPage::plotsShowEveryKind()
{
    show(subject());
    QSignalSpy digested(m_page.get(), &TensorPage::digested);
    openTab(TensorPage::PlotsTab);
    QVERIFY(digested.wait());
    TensorPlots* plots = m_page->plots();
    QCOMPARE(plots->plot()->plottableCount(), 2);
    QComboBox* picker = plots->kindPicker();
    picker->setFocus();
    QTest::keyClick(picker, Qt::Key_Down);
    QCOMPARE(plots->kind(), TensorPlots::Scatter);
    QVERIFY(plots->plot()->graph(0)->dataCount() > channels * side);
    QVERIFY(plots->plot()->itemCount() == 1); // the line on which both are equal
    QTest::keyClick(picker, Qt::Key_Down);
    QCOMPARE(plots->kind(), TensorPlots::ErrorOverMagnitude);
    bool isFound = false;
    QVERIFY(std::abs(plots->plot()->graph(0)->getValueRange(isFound).upper - 0.5) < 1e-6);
    QTest::keyClick(picker, Qt::Key_Down);
    QCOMPARE(plots->kind(), TensorPlots::Channels);
    QCOMPARE(plots->shownChannels(), (QList<int>{0, 1, 2}));
    QVERIFY(plots->text(u',').contains(u"channel,sqnr_db"_s));
    QCOMPARE(plots->text(u',').count(u'\n'), channels + 1);
}

void tst_TensorPage::clickingAChannelChoosesIt()
{
    show(subject());
    QSignalSpy digested(m_page.get(), &TensorPage::digested);
    openTab(TensorPage::PlotsTab);
    QVERIFY(digested.wait());
    m_page->plots()->setKind(TensorPlots::Channels);
    QCustomPlot* plot = m_page->plots()->plot();
    plot->replot(QCustomPlot::rpImmediateRefresh);
    const int x = static_cast<int>(plot->xAxis->coordToPixel(2));
    QTest::mouseClick(plot, Qt::LeftButton, {}, QPoint(x, plot->height() / 2));
    QCOMPARE(m_page->channelPicker()->value(), 2);
}

void tst_TensorPage::trailFollowsThePlace()
{
    show(subject());
    m_page->channelPicker()->setValue(1);
    m_page->focusOfPlanes().setCursor({6, side / 2});
    QSignalSpy shown(m_page.get(), &TensorPage::trailShown);
    openTab(TensorPage::TrailTab);
    QVERIFY(shown.wait());
    const QList<TrailStep>& steps = m_page->trail()->trail();
    QCOMPARE(steps.size(), 3);
    QCOMPARE(steps[0].point, (PlanePoint{4, 6, 1}));
    QCOMPARE(steps[1].point, (PlanePoint{2, 3, 1}));
    QCOMPARE(steps[2].point, (PlanePoint{1, 1, 1}));
    QCOMPARE(steps[1].reference, valueAt(1, 1, 2, 3));
    QCOMPARE(steps[1].candidate, valueAt(1, 1, 2, 3) + 0.5F);
    QCOMPARE(steps[1].worstChannel, 1);
    QSignalSpy activated(m_page.get(), &TensorPage::layerActivated);
    m_page->trail()->setFocus();
    QTest::keyClick(m_page->trail(), Qt::Key_Down);
    QTest::keyClick(m_page->trail(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toString(), u"layer1"_s);
    m_page->focusOfPlanes().setCursor({0, 0}); // another place, another trail
    QVERIFY(shown.wait());
    QCOMPARE(m_page->trail()->trail().first().point, (PlanePoint{0, 0, 1}));
}

void tst_TensorPage::everythingCanBeCopied()
{
    show(subject());
    CopyMenu menu({[this](QChar separator) { return m_page->text(separator); },
                   [this] { return m_page->tabs()->currentWidget(); }, [] { return u"layer"_s; }});
    menu.copyCsv();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"reference\n0,0.125,0.25"_s));
    openTab(TensorPage::NumbersTab);
    menu.copyText();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"0\t0.125\t0.25"_s));
    menu.copyPicture();
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
    const QTemporaryDir folder;
    QCOMPARE(menu.saveTo(folder.filePath(u"a.png"_s)), QString());
    QVERIFY(!QImage(folder.filePath(u"a.png"_s)).isNull());
    QCOMPARE(menu.saveTo(folder.filePath(u"a.csv"_s)), QString());
    QVERIFY(!menu.saveTo(folder.filePath(u"nowhere/a.csv"_s)).isEmpty());
    QCOMPARE(csvCell(u"a,\"b\""_s), u"\"a,\"\"b\"\"\""_s);
}

void tst_TensorPage::lostFilesAreSaid()
{
    const QTemporaryDir folder;
    const TensorSubject what = subject();
    QVERIFY(writeCapture(*what.reference, folder.path()).has_value());
    const auto read = readCapture(folder.path());
    QVERIFY(read.has_value());
    QVERIFY(QFile::remove(folder.filePath(captureFileNames(*read).first())));
    show({std::make_shared<const Capture>(*read), what.candidate, what.comparison, 0});
    QVERIFY2(m_page->problem().contains(captureFileNames(*read).first()), qPrintable(m_page->problem()));
    QCOMPARE(m_page->cursorText(), m_page->problem());
    QVERIFY(m_page->referenceCanvas()->image().isNull());
}

void tst_TensorPage::largeCellsShowTheirNumbers()
{
    show(subject());
    m_page->resize(1400, 700);
    const QImage before = m_page->referenceCanvas()->grab().toImage();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_page->referenceCanvas(), Qt::Key_Plus);
    QVERIFY(m_page->referenceCanvas()->elementRect({0, 0}).width() >= 44);
    const QImage picture = m_page->referenceCanvas()->grab().toImage();
    QVERIFY(countPixels(picture, Qt::white, 40) + countPixels(picture, Qt::black, 40) > 200);
}

void tst_TensorPage::looksRightInBothThemes()
{
    show(subject());
    m_page->setTitles(u"Quantized"_s, u"Board"_s);
    m_page->channelPicker()->setValue(1);
    QTRY_COMPARE(m_page->differenceCanvas()->plane().magnitude, 0.5);
    for (const bool isDark : {false, true}) {
        useDarkPalette(isDark);
        for (const int tab : {0, 1, 2, 3}) {
            m_page->tabs()->setCurrentIndex(tab);
            QTest::qWait(80);
            screenshot(*m_page, u"tensorpage-%1-%2"_s.arg(tab).arg(isDark ? u"dark"_s : u"light"_s));
        }
        const Theme theme = Theme::fromPalette(m_page->palette());
        m_page->tabs()->setCurrentIndex(0);
        const QColor one = m_page->referenceCanvas()->image().pixelColor(0, 0);
        QCOMPARE(one, QColor(theme.sequential().at(0).rgb()));
    }
    useDarkPalette(false);
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_TensorPage)
#include "tst_tensorpage.moc"
