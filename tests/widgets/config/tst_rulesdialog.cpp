// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of all rules, by keys and mouse.
#include "core/base/Files.h"
#include "core/lint/RuleCatalogue.h"
#include "core/models/ModelRoles.h"
#include "tests/support/GuiTest.h"
#include "widgets/common/PaneTable.h"
#include "widgets/config/RulesDialog.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestRulesDialog : public test::GuiTest
{
    Q_OBJECT

private:
    [[nodiscard]] QAbstractItemModel* rows() const { return m_dialog->table()->model(); }
    [[nodiscard]] QStringList shownIds() const
    {
        QStringList ids;
        for (int row = 0; row < rows()->rowCount(); ++row)
            ids.append(rows()->index(row, RulesModel::IdColumn).data().toString());
        return ids;
    }
    void write(const QString& name, const QByteArray& text) const
    {
        QVERIFY(writeFileAtomically(m_folder->filePath(name), text));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<RulesDialog> m_dialog;

private Q_SLOTS:
    void open()
    {
        m_dialog.reset();
        m_session = std::make_unique<Session>();
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"net.yaml"_s,
              "model_parameters:\n  march: 'bayes-e'\ncompiler_parameters:\n  jobs: -9\n  nonsense: 1\n");
        write(u"driftscope-rules.yaml"_s,
              "rules:\n- id: ours\n  severity: warning\n  when: {key: compiler_parameters.jobs, present: true}\n"
              "  message: Leave it out.\n");
        m_session->open(m_folder->filePath(u"net.yaml"_s));
        m_dialog = std::make_unique<RulesDialog>(*m_session);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        new QAbstractItemModelTester(rows(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_dialog.get());
        test::showActive(*m_dialog);
        QCOMPARE(rows()->rowCount(), ruleCatalogue().size() + 1);
    }

    void searches()
    {
        open();
        m_dialog->search()->setFocus();
        QTest::keyClicks(m_dialog->search(), u"own error"_s); // words in any order; “unknown” holds one
        QVERIFY(shownIds().contains(u"unknown-key"_s));
        QVERIFY(!shownIds().contains(u"ours"_s)); // a warning
        m_dialog->search()->clear();
        QTest::keyClicks(m_dialog->search(), u"LEAVE it"_s);
        QCOMPARE(shownIds(), QStringList{u"ours"_s});
        m_dialog->table()->selectRow(0);
        QVERIFY(m_dialog->detail()->text().contains(u"Leave it out."_s));
        QVERIFY(m_dialog->detail()->text().contains(u"driftscope-rules.yaml"_s)); // its source
        m_dialog->search()->clear();
        QTest::keyClicks(m_dialog->search(), u"zzz"_s);
        QVERIFY(shownIds().isEmpty());
        m_dialog->search()->clear();
        QTest::mouseClick(m_dialog->onlyFound(), Qt::LeftButton, {}, QPoint(8, m_dialog->onlyFound()->height() / 2));
        QVERIFY(shownIds().contains(u"ours"_s) && shownIds().contains(u"unknown-key"_s));
        QVERIFY(!shownIds().contains(u"duplicate-key"_s));
        for (const QString& id : shownIds())
            QVERIFY(std::ranges::find(m_session->findings(), id, &Diagnostic::ruleId) != m_session->findings().end());
    }

    void leadsToTheFirstFinding()
    {
        open();
        QSignalSpy activated(m_dialog.get(), &RulesDialog::findingActivated);
        m_dialog->search()->setFocus();
        QTest::keyClicks(m_dialog->search(), u"unknown-key"_s);
        QTest::keyClick(m_dialog->search(), Qt::Key_Down); // into the table
        QTRY_VERIFY(m_dialog->table()->hasFocus());
        QTest::keyClick(m_dialog->table(), Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated[0][0].value<Diagnostic>().range.line, 5);
        m_dialog->search()->setText(u"ours"_s);
        const QRect cell = m_dialog->table()->visualRect(rows()->index(0, RulesModel::IdColumn));
        QTest::mouseClick(m_dialog->table()->viewport(), Qt::LeftButton, {}, cell.center());
        QTest::mouseDClick(m_dialog->table()->viewport(), Qt::LeftButton, {}, cell.center());
        QCOMPARE(activated.count(), 2);
        QCOMPARE(activated[1][0].value<Diagnostic>().ruleId, u"ours"_s);
        m_dialog->search()->setText(u"duplicate-key"_s);
        m_dialog->table()->setCurrentIndex(rows()->index(0, RulesModel::IdColumn));
        QTest::keyClick(m_dialog->table(), Qt::Key_Return);
        QCOMPARE(activated.count(), 2); // it found nothing
    }

    void followsTheConfig()
    {
        open();
        const auto state = [&](const QString& id) {
            const auto match = rows()->match(rows()->index(0, RulesModel::IdColumn), Qt::DisplayRole, id);
            return match.isEmpty() ? -1
                                   : match.first().siblingAtColumn(RulesModel::StateColumn).data(StatusRole).toInt();
        };
        const auto is = [](RulesModel::State wanted) { return static_cast<int>(wanted); };
        m_dialog->table()->setCurrentIndex(
            rows()->match(rows()->index(0, RulesModel::IdColumn), Qt::DisplayRole, u"ours"_s).first());
        QCOMPARE(state(u"ours"_s), is(RulesModel::State::Found));
        const auto own = std::ranges::find(m_session->findings(), u"ours"_s, &Diagnostic::ruleId);
        m_session->acceptFinding(Diagnostic(*own), u"known"_s);
        QCOMPARE(state(u"ours"_s), is(RulesModel::State::Accepted));
        m_session->removeConfigKey(u"compiler_parameters.jobs"_s);
        QCOMPARE(state(u"ours"_s), is(RulesModel::State::Quiet));
        QCOMPARE(m_dialog->table()->currentIndex().data(NameRole).toString(), u"ours"_s); // stays chosen
        write(u"driftscope-rules.yaml"_s, "rules:\n- id: ours\n");
        QTRY_COMPARE(state(u"ours"_s), -1);
        QVERIFY2(m_dialog->note()->text().contains(u"line 2"_s), qPrintable(m_dialog->note()->text()));
    }

    void sortsByAColumn()
    {
        open();
        QHeaderView* header = m_dialog->table()->horizontalHeader();
        const auto click = [&](int column) {
            const QPoint at(header->sectionViewportPosition(column) + 10, header->height() / 2);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
        };
        QCOMPARE(shownIds().first(), u"ours"_s);
        QCOMPARE(shownIds()[1], QString(ruleCatalogue().first().id));
        click(RulesModel::IdColumn);
        QStringList sorted = shownIds();
        std::ranges::sort(sorted,
                          [](const QString& a, const QString& b) { return a.compare(b, Qt::CaseInsensitive) < 0; });
        QCOMPARE(shownIds(), sorted);
        click(RulesModel::StateColumn);
        QCOMPARE(rows()->index(0, RulesModel::StateColumn).data(StatusRole).toInt(),
                 static_cast<int>(RulesModel::State::Found));
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestRulesDialog)
#include "tst_rulesdialog.moc"
