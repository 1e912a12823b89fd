// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MatchTruth.h"
#include "tests/support/GuiTest.h"
#include "tests/support/Screenshot.h"

#include "core/models/ModelRoles.h"
#include "core/runtime/OnnxRuntime.h"
#include "widgets/common/EmptyState.h"
#include "widgets/differences/DifferencesPane.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTextBrowser>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// The pane over the sample's own stages.
class tst_DifferencesPane : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingIsOpen();
    void countsAndRows();
    void aRowSelectsItsNode();
    void theSelectionFindsItsRow();
    void linksLeadToKeysAndNodes();
    void looksInLightAndDark();

private:
    QTemporaryDir m_scratch;
    QStringList m_files;
    std::unique_ptr<Session> m_session;
    SelectionContext m_selection;
    std::unique_ptr<DifferencesPane> m_pane;
};

void tst_DifferencesPane::initTestCase()
{
    if (const auto runtime = OnnxRuntime::load(); !runtime)
        QSKIP(qPrintable(runtime.error().message));
    const auto conversion = convertAndRecord(
        QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/resources/samples/emoji5/as_published.yaml"_s, m_scratch);
    QVERIFY2(conversion, conversion ? "" : qPrintable(conversion.error().message));
    m_files = conversion->chain.files();
    m_session = std::make_unique<Session>();
    m_pane = std::make_unique<DifferencesPane>(*m_session, m_selection);
    m_pane->resize(1150, 330);
    showActive(*m_pane);
}

void tst_DifferencesPane::nothingIsOpen()
{
    QVERIFY(m_pane->emptyState()->isVisible());
    QVERIFY(!m_pane->table()->isVisible());
}

void tst_DifferencesPane::countsAndRows()
{
    // The project's config, so that causes have their lines; then its stages, one after the other.
    m_session->open(QFileInfo(m_files.first()).dir().filePath(u"as_published.yaml"_s));
    QTRY_VERIFY(!m_session->jobs().isBusy());
    for (const QString& file : m_files) {
        m_session->open(file);
        QTRY_VERIFY(!m_session->jobs().isBusy());
    }
    QTRY_COMPARE(m_session->chain().stages.size(), m_files.size());
    QVERIFY(m_pane->table()->isVisible());
    QCOMPARE(m_pane->model().rowCount(), static_cast<int>(m_session->chain().differences.size()));
    QVERIFY(m_pane->model().countOf(DifferenceKind::Added) > 10);
    QVERIFY(m_pane->kindButton(DifferenceKind::Added)
                ->text()
                .contains(QString::number(m_pane->model().countOf(DifferenceKind::Added))));
    const int all = m_pane->shown().rowCount();
    QTest::mouseClick(m_pane->kindButton(DifferenceKind::Added), Qt::LeftButton);
    QCOMPARE(m_pane->shown().rowCount(), all - m_pane->model().countOf(DifferenceKind::Added));
    QTest::mouseClick(m_pane->kindButton(DifferenceKind::Added), Qt::LeftButton);
    QTest::keyClicks(m_pane->filterEdit(), u"HZ_PREPROCESS"_s);
    QVERIFY(m_pane->shown().rowCount() > 0);
    QVERIFY(m_pane->shown().rowCount() < all / 2);
    m_pane->filterEdit()->clear();
    QCOMPARE(m_pane->shown().rowCount(), all);
}

void tst_DifferencesPane::aRowSelectsItsNode()
{
    QSignalSpy changed(&m_selection, &SelectionContext::changed);
    m_pane->table()->setFocus();
    m_pane->table()->setCurrentIndex(m_pane->shown().index(0, 0));
    QTest::keyClick(m_pane->table(), Qt::Key_Down);
    QVERIFY(changed.count() >= 1);
    QCOMPARE(m_selection.current().kind, Selection::Kind::Node);
    QCOMPARE(m_selection.current().name, m_pane->shown().index(1, 0).data(NameRole).toString());
}

void tst_DifferencesPane::theSelectionFindsItsRow()
{
    m_selection.select(Selection::node(Stage::OriginalFloat, u"HZ_PREPROCESS_FOR_input"_s));
    QCOMPARE(m_pane->table()->currentIndex().data(NameRole).toString(), u"HZ_PREPROCESS_FOR_input"_s);
    QVERIFY(m_pane->findChild<QTextBrowser*>()->toPlainText().contains(u"norm_type"_s));
}

void tst_DifferencesPane::linksLeadToKeysAndNodes()
{
    auto* details = m_pane->findChild<QTextBrowser*>();
    Q_EMIT details->anchorClicked(QUrl(u"key:input_parameters.norm_type"_s));
    QCOMPARE(m_selection.current(), Selection::configKey(u"input_parameters.norm_type"_s));
    Q_EMIT details->anchorClicked(QUrl(u"node:optimized_float:block1%2Fproject%2Fconv"_s));
    QCOMPARE(m_selection.current(), Selection::node(Stage::OptimizedFloat, u"block1/project/conv"_s));
}

void tst_DifferencesPane::looksInLightAndDark()
{
    for (const bool isDark : {false, true}) {
        useDarkPalette(isDark);
        m_selection.select(Selection::node(Stage::OriginalFloat, u"HZ_PREPROCESS_FOR_input"_s));
        QTest::qWait(50);
        const QImage image = screenshot(*m_pane, isDark ? u"differences-dark"_s : u"differences-light"_s);
        QVERIFY(!image.isNull());
    }
    useDarkPalette(false);
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_DifferencesPane)
#include "tst_differencespane.moc"
