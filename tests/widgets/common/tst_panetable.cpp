// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "widgets/common/PaneTable.h"

#include <QHeaderView>
#include <QStandardItemModel>

#include <numeric>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestPaneTable : public test::GuiTest
{
    Q_OBJECT

private:
    static int total(const QTableView& table)
    {
        int width = 0;
        for (int column = 0; column < table.model()->columnCount(); ++column) {
            width += table.columnWidth(column);
        }
        return width;
    }

private Q_SLOTS:
    void widthsAreThoseWantedWhereTheyFit()
    {
        QCOMPARE(fittedWidths({100, 200, 300}, 600), (std::vector<int>{100, 200, 300}));
        QCOMPARE(fittedWidths({}, 100), std::vector<int>());
    }

    void onlyTheWidestAreCut()
    {
        QCOMPARE(fittedWidths({100, 500, 900}, 700), (std::vector<int>{100, 300, 300}));
        QCOMPARE(fittedWidths({100, 250, 900}, 700), (std::vector<int>{100, 250, 350}));
    }

    void shortTextsAreNeverCut()
    {
        const std::vector<int> widths = fittedWidths({60, 60, 400, 60}, 100);
        QCOMPARE(widths[0], 60);
        QCOMPARE(widths[3], 60);
        QVERIFY(widths[2] >= 100 && widths[2] < 400);
    }

    void columnsFollowTheTable()
    {
        QStandardItemModel model(1, 3);
        model.setItem(0, 0, new QStandardItem(u"a"_s));
        model.setItem(0, 1, new QStandardItem(QString(60, u'm')));
        model.setItem(0, 2, new QStandardItem(u"b"_s));
        PaneTable table;
        table.setModel(&model);
        table.resize(2000, 200);
        test::showActive(table);
        table.fitColumns();
        const int wanted = table.columnWidth(1);
        QVERIFY(wanted > 300);
        table.resize(350, 200);
        QTRY_VERIFY(table.columnWidth(1) < wanted);
        QVERIFY(total(table) <= table.viewport()->width());
        table.resize(2000, 200);
        QTRY_COMPARE(table.columnWidth(1), wanted);
        QCOMPARE(total(table), table.viewport()->width()); // the last one is stretched
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestPaneTable)
#include "tst_panetable.moc"
