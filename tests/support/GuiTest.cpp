// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"

#include "widgets/common/Theme.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QStyleFactory>

namespace driftscope::test {

using namespace Qt::StringLiterals;

void GuiTest::init()
{
    // What the offscreen platform says about itself is not about the program.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
}

void showActive(QWidget& window)
{
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

void setUpEnvironment()
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QStandardPaths::setTestModeEnabled(true);
}

void setUpApplication()
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setCursorFlashTime(0);
    QFont font(u"DejaVu Sans"_s);
    font.setPixelSize(13);
    QApplication::setFont(font);
    useDarkPalette(false);
}

void useDarkPalette(bool isDark)
{
    QApplication::setPalette(isDark ? Theme::darkPalette() : Theme::lightPalette());
}

} // namespace driftscope::test
