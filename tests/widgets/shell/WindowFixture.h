// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/GuiTest.h"
#include "widgets/shell/MainWindow.h"

#include <QSettings>
#include <QTemporaryDir>

#include <functional>

namespace driftscope::test {

/// A window with settings and folders of its own.
class WindowFixture
{
public:
    WindowFixture();
    ~WindowFixture();

    [[nodiscard]] MainWindow& window() { return *m_window; }
    [[nodiscard]] Session& session() { return m_window->session(); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] Language& language() { return m_language; }
    [[nodiscard]] Appearance& appearance() { return m_appearance; }
    /// What the message bar says; empty when it is not shown.
    [[nodiscard]] QString message() const;

    /// Opens a fresh copy of the sample and waits until it is there.
    void openSample();
    /// Waits until no job runs and the graphs are laid out.
    [[nodiscard]] bool waitUntilIdle(int milliseconds = 240000);
    void trigger(const QString& action) { m_window->actions().action(action)->trigger(); }
    /// Chooses a theme: `light`, `dark`, `system`.
    void setTheme(const QString& theme);
    /// Starts what an action starts and waits for its end.
    [[nodiscard]] bool run(const QString& action);

    /// Why the sandbox's programs cannot be run; empty if they can.
    [[nodiscard]] static QString missingTools();

private:
    QTemporaryDir m_folder;
    QSettings m_settings;
    Language m_language;
    Appearance m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace driftscope::test
