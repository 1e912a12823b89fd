// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QTest>

namespace driftscope::test {

/// Base of tests with widgets: any warning fails the test that caused it (bad connects, painters used wrongly, objects
/// in wrong threads); QTest::ignoreMessage where the warning is the point.
class GuiTest : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

private Q_SLOTS:
    void init();
};

/// The same look on every machine: Fusion, the light palette, DejaVu Sans at 13 pixels, no blinking cursor.
void setUpApplication();
/// Shows a window and waits until it has the keyboard, which shortcuts and focus need.
void showActive(QWidget& window);
/// Switches the whole application between the light and the dark palette.
void useDarkPalette(bool isDark);
/// Chooses the offscreen platform and leaves the person's settings alone; call before the application is made.
void setUpEnvironment();

} // namespace driftscope::test

/// QTEST_MAIN with that look, on the offscreen platform unless the environment names another.
#define DRIFTSCOPE_GUI_TEST_MAIN(TestClass)                                                                            \
    int main(int argc, char* argv[])                                                                                   \
    {                                                                                                                  \
        driftscope::test::setUpEnvironment();                                                                          \
        QApplication application(argc, argv);                                                                          \
        driftscope::test::setUpApplication();                                                                          \
        TestClass test;                                                                                                \
        QTEST_SET_MAIN_SOURCE_PATH                                                                                     \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
