// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "widgets/common/Theme.h"

using namespace driftscope;

class TestTheme : public test::GuiTest
{
    Q_OBJECT

private:
    static QList<Theme> both() { return {Theme::light(), Theme::dark()}; }

private Q_SLOTS:
    void followsThePalette()
    {
        QVERIFY(!Theme::fromPalette(Theme::lightPalette()).isDark());
        QVERIFY(Theme::fromPalette(Theme::darkPalette()).isDark());
        QVERIFY(Theme::fromPalette(QPalette(QColor(60, 60, 60))).isDark());
        QVERIFY(!Theme::fromPalette(QPalette(QColor(200, 200, 200))).isDark());
    }

    void selectionAndOutlinesHaveContrast()
    {
        for (const Theme& theme : both()) {
            for (const ThemeColor background : {ThemeColor::Canvas, ThemeColor::Surface}) {
                for (const ThemeColor role : {ThemeColor::Accent, ThemeColor::MatchLinkActive, ThemeColor::SearchMatch,
                                              ThemeColor::Inserted, ThemeColor::Removed, ThemeColor::DeviceBpu,
                                              ThemeColor::DeviceCpu, ThemeColor::Reference, ThemeColor::Candidate}) {
                    const double ratio = contrastRatio(theme.color(role), theme.color(background));
                    QVERIFY2(ratio >= 3.0, qPrintable(QString::number(static_cast<int>(role))));
                }
            }
        }
    }

    void textsHaveContrast()
    {
        for (const Theme& theme : both()) {
            const auto reads = [&theme](ThemeColor text, ThemeColor background) {
                return contrastRatio(theme.color(text), theme.color(background)) >= 4.5;
            };
            for (const ThemeColor background : {ThemeColor::Window, ThemeColor::Canvas, ThemeColor::Surface,
                                                ThemeColor::InsertedTint, ThemeColor::RemovedTint}) {
                QVERIFY(reads(ThemeColor::Text, background));
                QVERIFY2(reads(ThemeColor::MutedText, background),
                         qPrintable(QString::number(static_cast<int>(background))));
            }
            for (const ThemeColor role : {ThemeColor::Pass, ThemeColor::Warn, ThemeColor::Fail, ThemeColor::Changed}) {
                QVERIFY2(reads(role, ThemeColor::Canvas), qPrintable(QString::number(static_cast<int>(role))));
            }
            for (const ThemeColor fill : {ThemeColor::Warn, ThemeColor::Fail, ThemeColor::Pass}) {
                QVERIFY2(reads(ThemeColor::PillText, fill), qPrintable(QString::number(static_cast<int>(fill))));
            }
        }
    }

    void familiesStandOutFromBoxes()
    {
        for (const Theme& theme : both()) {
            for (const OpFamily family : allOpFamilies) {
                QVERIFY2(contrastRatio(theme.family(family), theme.color(ThemeColor::Surface)) >= 3.0,
                         qPrintable(opFamilyName(family)));
            }
        }
    }

    void mapsKeepRisingInGrey()
    {
        const Theme light = Theme::light();
        const Theme dark = Theme::dark();
        const auto rises = [](const ColorMap& map, bool upwards) {
            double last = relativeLuminance(map.at(0));
            for (int i = 1; i <= 64; ++i) {
                const double next = relativeLuminance(map.at(i / 64.0));
                if (upwards ? next <= last : next >= last) {
                    return false;
                }
                last = next;
            }
            return true;
        };
        QVERIFY(rises(light.sequential(), true));
        QVERIFY(rises(light.diverging(), true));
        QVERIFY(rises(light.error(), false));
        QVERIFY(rises(dark.error(), true));
    }

    void mapsTakeAnyNumber()
    {
        const ColorMap copy = Theme::light().sequential();
        QCOMPARE(copy.at(-5), copy.stops().front());
        QCOMPARE(copy.at(7), copy.stops().back());
        QCOMPARE(copy.at(qQNaN()), copy.stops().front());
        QCOMPARE(copy.at(1.0), copy.stops().back());
    }

    void operatorsHaveFamilies_data()
    {
        QTest::addColumn<QString>("opType");
        QTest::addColumn<OpFamily>("family");
        QTest::newRow("Conv") << QStringLiteral("Conv") << OpFamily::Convolution;
        QTest::newRow("QLinearConv") << QStringLiteral("QLinearConv") << OpFamily::Convolution;
        QTest::newRow("HzPreprocess") << QStringLiteral("HzPreprocess") << OpFamily::Normalization;
        QTest::newRow("QLinearAdd") << QStringLiteral("QLinearAdd") << OpFamily::Arithmetic;
        QTest::newRow("QuantizeLinear") << QStringLiteral("QuantizeLinear") << OpFamily::Quantize;
        QTest::newRow("Transpose") << QStringLiteral("Transpose") << OpFamily::Layout;
        QTest::newRow("HzCalibration") << QStringLiteral("HzCalibration") << OpFamily::Quantize;
        QTest::newRow("unknown") << QStringLiteral("MyOwnOp") << OpFamily::Other;
    }

    void operatorsHaveFamilies()
    {
        QFETCH(QString, opType);
        QFETCH(OpFamily, family);
        QCOMPARE(opFamily(opType), family);
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestTheme)
#include "tst_theme.moc"
