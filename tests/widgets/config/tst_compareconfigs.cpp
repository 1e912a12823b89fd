// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/support/Screenshot.h"
#include "widgets/common/PaneTable.h"
#include "widgets/config/CompareConfigsDialog.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QSignalSpy>
#include <QTextBrowser>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestCompareConfigs : public test::GuiTest
{
    Q_OBJECT

private:
    static CompareConfigsDialog* dialog(const QByteArray& before, const QByteArray& after)
    {
        static const ConfigSchema schema = *ConfigSchema::load();
        return new CompareConfigsDialog(*ConfigDocument::fromText(before, u"a.yaml"_s),
                                        *ConfigDocument::fromText(after, u"b.yaml"_s), schema);
    }

    const QByteArray m_before{"model_parameters:\n  march: bernoulli2\n  onnx_model: ./a.onnx\n"
                              "input_parameters:\n  input_type_rt: rgb\n  input_layout_rt: NCHW\n"};

private Q_SLOTS:
    void showsMeaningAndText()
    {
        const QByteArray after
            = QByteArray(m_before).replace("./a.onnx", "a.onnx").replace("NCHW", "NHWC") + "  norm_type: data_scale\n";
        std::unique_ptr<CompareConfigsDialog> compared(dialog(m_before, after));
        compared->setAttribute(Qt::WA_DeleteOnClose, false);
        const QAbstractItemModelTester tester(compared->table()->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        test::showActive(*compared);
        QCOMPARE(compared->table()->model()->rowCount(), 2);
        const QString text = compared->text()->toPlainText();
        QVERIFY2(text.contains(u"− "_s) && text.contains(u"+ "_s) && text.contains(u"NHWC"_s), qPrintable(text));
        QCOMPARE(text.count(u"input_layout_rt"_s), 2); // as it was and as it is, not around the path's change again
        compared->sameMeaning()->click(); // the path
        QCOMPARE(compared->table()->model()->rowCount(), 3);
        for (const bool isDark : {false, true}) {
            test::useDarkPalette(isDark);
            test::screenshot(*compared, isDark ? u"compare-configs-dark"_s : u"compare-configs"_s);
        }
        test::useDarkPalette(false);
    }

    void aRowLeadsToItsKey()
    {
        std::unique_ptr<CompareConfigsDialog> compared(dialog(m_before, QByteArray(m_before).replace("NCHW", "NHWC")));
        compared->setAttribute(Qt::WA_DeleteOnClose, false);
        test::showActive(*compared);
        QSignalSpy activated(compared.get(), &CompareConfigsDialog::keyActivated);
        compared->table()->setFocus();
        compared->table()->setCurrentIndex(compared->table()->model()->index(0, 0));
        QTest::keyClick(compared->table(), Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated[0][0].toString(), u"input_parameters.input_layout_rt"_s);
    }

    void filesOfOneNameAreToldApart()
    {
        static const ConfigSchema schema = *ConfigSchema::load();
        const auto header = [&](const QString& first, const QString& second, int column) {
            CompareConfigsDialog compared(*ConfigDocument::fromText(m_before, first),
                                          *ConfigDocument::fromText("", second), schema);
            return compared.table()->model()->headerData(column, Qt::Horizontal).toString();
        };
        for (const auto& [first, second] : {std::pair(u"/p/a.yaml"_s, u"/p/b.yaml"_s),
                                            {u"/p/a.yaml"_s, u"/q/a.yaml"_s},
                                            {u"/p/a.yaml"_s, u"/p/a.yaml"_s}})
            QVERIFY(header(first, second, 1) != header(first, second, 2));
    }

    void saysWhenNothingDiffers()
    {
        std::unique_ptr<CompareConfigsDialog> compared(dialog(m_before, m_before));
        compared->setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(compared->table()->model()->rowCount(), 0);
        QVERIFY(!compared->text()->toPlainText().isEmpty());
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestCompareConfigs)
#include "tst_compareconfigs.moc"
