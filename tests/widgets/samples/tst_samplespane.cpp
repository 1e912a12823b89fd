// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The samples that flip in the sample project as it was published.
#include "core/base/Files.h"
#include "core/models/ModelRoles.h"
#include "core/runtime/OnnxRuntime.h"
#include "tests/support/GuiTest.h"
#include "tests/support/Screenshot.h"
#include "widgets/common/EmptyState.h"
#include "widgets/samples/ConfusionView.h"
#include "widgets/samples/PicturePreview.h"
#include "widgets/samples/SamplesPane.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_SamplesPane : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingIsEvaluated();
    void worstFirst();
    void thePictureOfTheRow();
    void onePairOfStages();
    void confusionOfAStage();
    void looksInLightAndDark();
    void enterAsksForItsLayers();
    void anotherProjectForgets();

private:
    [[nodiscard]] bool waitUntilIdle() const
    {
        return QTest::qWaitFor([this] { return !m_session->jobs().isBusy(); }, 240000);
    }
    [[nodiscard]] double lost(int row) const
    {
        const QAbstractItemModel* shown = m_pane->table()->model();
        return shown->index(row, m_pane->model().columnOf(FlipsModel::LostColumn)).data(SortRole).toDouble();
    }

    QTemporaryDir m_folder;
    QString m_problem; ///< what the session said went wrong
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SamplesPane> m_pane;
};

void tst_SamplesPane::initTestCase()
{
    if (const auto runtime = OnnxRuntime::load(); !runtime)
        QSKIP(qPrintable(runtime.error().message));
    m_session = std::make_unique<Session>();
    connect(m_session.get(), &Session::problemOccurred, this,
            [this](const Error& error) { m_problem = error.message; });
    m_session->openSample(m_folder.path());
    QVERIFY(waitUntilIdle());
    QVERIFY2(m_session->project(), qPrintable(m_problem));
    QVERIFY(writeFileAtomically(QDir(m_session->project()->dataFolder).filePath(u"labels.csv"_s),
                                "file,label,class\n"
                                "people_1fac3_google.png,1,people\n"
                                "people_1f9db-200d-2642-fe0f_google.png,1,people\n"
                                "people_1f385_google.png,1,people\n"
                                "people_1f646-200d-2640-fe0f_twitter.png,1,people\n"));
    m_pane = std::make_unique<SamplesPane>(*m_session);
    m_pane->resize(1150, 330);
    showActive(*m_pane);
}

void tst_SamplesPane::nothingIsEvaluated()
{
    m_session->compile();
    QVERIFY(waitUntilIdle());
    QVERIFY(m_pane->emptyState()->isVisible());
    QVERIFY(!m_pane->table()->isVisible());
    QVERIFY(!m_pane->compareAction()->isEnabled());
}

void tst_SamplesPane::worstFirst()
{
    m_session->evaluate();
    QVERIFY(waitUntilIdle());
    QVERIFY2(m_problem.isEmpty(), qPrintable(m_problem));
    QVERIFY(m_pane->table()->isVisible());
    QCOMPARE(m_session->evaluations().size(), 6);
    const int rows = m_pane->table()->model()->rowCount();
    QVERIFY(rows > 0); // the published config fails on the board
    QCOMPARE(rows, m_pane->model().rowCount());
    for (int row = 1; row < rows; ++row)
        QVERIFY(lost(row - 1) >= lost(row));
    QVERIFY(lost(0) > 0);
    QCOMPARE(m_pane->table()->currentIndex().row(), 0);
    QVERIFY(m_pane->compareAction()->isEnabled());
}

void tst_SamplesPane::thePictureOfTheRow()
{
    QTRY_VERIFY(!m_pane->picture()->image().isNull());
    const QSize first = m_pane->picture()->image().size();
    QVERIFY(first.width() > 8 && first.width() <= 640);
    m_pane->picture()->setFile(u"/nowhere/picture.png"_s);
    QTRY_VERIFY(m_pane->picture()->image().isNull()); // what cannot be read is not the one before
    m_pane->picture()->setFile(m_pane->model().sample(0).file);
    QTRY_COMPARE(m_pane->picture()->image().size(), first);
}

void tst_SamplesPane::onePairOfStages()
{
    QComboBox* picker = m_pane->stagesPicker();
    QCOMPARE(picker->count(), 1 + 5 + 1); // any, neighbours, the whole way
    const int all = m_pane->model().rowCount();
    const auto& evaluations = m_session->evaluations();
    const Flips flips(evaluations, m_session->evaluatedData());
    picker->setFocus();
    QTest::keyClick(picker, Qt::Key_End);
    QCOMPARE(picker->currentText(), u"float → board"_s);
    QCOMPARE(m_pane->model().rowCount(), static_cast<int>(flips.of({Stage::Float, Stage::Board}).size()));
    picker->setCurrentIndex(5);
    QCOMPARE(picker->currentText(), u"quantized → board"_s);
    QCOMPARE(m_pane->model().rowCount(), static_cast<int>(flips.of({Stage::Quantized, Stage::Board}).size()));
    QVERIFY(m_pane->model().rowCount() > 0);
    for (int row = 0; row < m_pane->model().rowCount(); ++row)
        QCOMPARE(m_pane->model().flip(row).stages, (StagePair{Stage::Quantized, Stage::Board}));
    picker->setCurrentIndex(0);
    QCOMPARE(m_pane->model().rowCount(), all);
}

void tst_SamplesPane::confusionOfAStage()
{
    ConfusionView* confusion = m_pane->confusion();
    QCOMPARE(confusion->stagePicker()->count(), 6);
    QCOMPARE(confusion->stagePicker()->currentIndex(), 5); // the board, which it is about
    const auto right = [&] { return confusion->model().index(1, 1).data().toString(); };
    const StageEvaluation& board = m_session->evaluations().last();
    QCOMPARE(right() == u"·"_s ? 0 : right().toInt(), board.correct);
    confusion->stagePicker()->setFocus();
    QTest::keyClick(confusion->stagePicker(), Qt::Key_Home);
    QCOMPARE(right().toInt(), m_session->evaluations().first().correct);
}

void tst_SamplesPane::looksInLightAndDark()
{
    m_pane->confusion()->stagePicker()->setCurrentIndex(5);
    for (const bool isDark : {true, false}) {
        useDarkPalette(isDark);
        QTest::qWait(50);
        const QImage image = screenshot(*m_pane, isDark ? u"samples-dark"_s : u"samples-light"_s);
        QVERIFY(!image.isNull());
    }
}

void tst_SamplesPane::enterAsksForItsLayers()
{
    m_pane->stagesPicker()->setCurrentIndex(5);
    QSignalSpy asked(m_pane.get(), &SamplesPane::comparisonRequested);
    LayersRequest request;
    connect(m_pane.get(), &SamplesPane::comparisonRequested, this,
            [&request](const LayersRequest& wanted) { request = wanted; });
    m_pane->table()->setFocus();
    QTest::keyClick(m_pane->table(), Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(request.reference, Stage::Quantized);
    QCOMPARE(request.candidate, Stage::Board);
    QCOMPARE(request.files, QStringList{m_pane->model().sample(0).file});
    // By mouse and by the header's button the same.
    const QPoint place = m_pane->table()->visualRect(m_pane->table()->model()->index(0, 0)).center();
    QTest::mouseClick(m_pane->table()->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(m_pane->table()->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(asked.count(), 2);
    m_pane->compareAction()->trigger();
    QCOMPARE(asked.count(), 3);
    disconnect(m_pane.get(), &SamplesPane::comparisonRequested, this, nullptr);
    // The session compares that picture, and no other.
    m_session->compareLayers(request);
    QVERIFY(waitUntilIdle());
    QVERIFY2(m_session->comparison(), qPrintable(m_problem));
    QCOMPARE(m_session->comparedPictures(), QStringList{QFileInfo(request.files.first()).fileName()});
    QVERIFY(m_session->comparison()->firstDivergence >= 0);
}

void tst_SamplesPane::anotherProjectForgets()
{
    m_session->open(m_session->project()->configFile);
    QVERIFY(waitUntilIdle());
    QVERIFY(m_session->evaluations().isEmpty());
    QCOMPARE(m_pane->model().rowCount(), 0);
    QVERIFY(m_pane->emptyState()->isVisible());
    QVERIFY(!m_pane->compareAction()->isEnabled());
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_SamplesPane)
#include "tst_samplespane.moc"
