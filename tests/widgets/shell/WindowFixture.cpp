// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/shell/WindowFixture.h"

#include "widgets/shell/CompareController.h"
#include "widgets/shell/MessageBar.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope::test {

WindowFixture::WindowFixture()
    : m_settings(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat)
    , m_window(std::make_unique<MainWindow>(m_settings, m_language, m_appearance))
{
    m_window->resize(1600, 1000);
    m_window->show();
    m_window->activateWindow();
    // A missing runtime is said at the start; tests look at what comes after.
    m_window->findChild<MessageBar*>()->dismiss();
}

WindowFixture::~WindowFixture()
{
    m_window.reset();
    m_appearance.apply(ThemeChoice::Light);
    m_language.apply(u"en"_s);
}

QString WindowFixture::message() const
{
    const auto* bar = m_window->findChild<MessageBar*>();
    return bar->isVisible() ? bar->text() : QString();
}

void WindowFixture::openSample()
{
    m_window->openSample(m_folder.path());
    QVERIFY(waitUntilIdle());
    QVERIFY2(message().isEmpty(), qPrintable(message()));
    QVERIFY(session().project());
}

bool WindowFixture::waitUntilIdle(int milliseconds)
{
    return QTest::qWaitFor([this] { return !session().jobs().isBusy() && !m_window->compareController()->isBusy(); },
                           milliseconds);
}

void WindowFixture::setTheme(const QString& theme)
{
    trigger(u"view.theme."_s + theme);
    // Outside of exec() a QApplication keeps a new palette to itself.
    for (QWidget* widget : QApplication::allWidgets()) {
        QEvent event(QEvent::ApplicationPaletteChange);
        QApplication::sendEvent(widget, &event);
    }
}

bool WindowFixture::run(const QString& action)
{
    trigger(action);
    return waitUntilIdle();
}

QString WindowFixture::missingTools()
{
    const QString folder = qEnvironmentVariable("DRIFTSCOPE_BIN_DIR", QStringLiteral(DRIFTSCOPE_BINARY_DIR "/bin"));
    for (const QString& program : {u"driftscope-mapper"_s, u"driftscope-board"_s}) {
        if (!QFileInfo(folder + u'/' + program).isExecutable())
            return u"%1 is not built"_s.arg(program);
    }
    qputenv("DRIFTSCOPE_BIN_DIR", folder.toUtf8());
    const Session session;
    return session.runtimeProblem();
}

} // namespace driftscope::test
