// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// driftscope-window-run PROJECT TOOLCHAINS-FILE NAME: the window in a process of its own, for what must be seen from
// outside: it opens the project, compiles it by its action, and prints as JSON what it took. Tests kill it, and measure
// its memory.
#include "tests/support/GuiTest.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/MessageBar.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace driftscope;
using namespace Qt::StringLiterals;

namespace {

/// Most memory that this process ever had, in kilobytes.
qint64 peakKilobytes()
{
    QFile file(u"/proc/self/status"_s);
    const QByteArray status = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const qsizetype at = status.indexOf("VmHWM:");
    return at < 0 ? 0 : status.mid(at + 6, 16).simplified().split(' ').first().toLongLong();
}

bool waitUntilIdle(MainWindow& window)
{
    constexpr int patience = 600000;
    return QTest::qWaitFor([&window] { return !window.session().jobs().isBusy(); }, patience);
}

/// How late the event loop came to a timer, in milliseconds, sorted.
class Latencies
{
public:
    Latencies()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(interval);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                         [this] { m_late.append(std::max<qint64>(0, m_clock.restart() - interval)); });
        m_clock.start();
        m_timer.start();
    }
    [[nodiscard]] QJsonObject summary()
    {
        std::ranges::sort(m_late);
        const auto share = [this](double part) {
            return m_late.isEmpty() ? qint64(-1) : m_late[static_cast<qsizetype>(part * double(m_late.size() - 1))];
        };
        return {{u"p50"_s, share(0.5)}, {u"p99"_s, share(0.99)}, {u"worst"_s, share(1.0)}};
    }

private:
    static constexpr int interval = 10;
    QTimer m_timer;
    QElapsedTimer m_clock;
    QList<qint64> m_late;
};

int compile(const QString& project, const QString& file, const QString& toolchain)
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    Language language;
    Appearance appearance;
    MainWindow window(settings, language, appearance);
    Session& session = window.session();
    session.setToolchainsFile(file);
    const auto chosen = std::ranges::find(session.toolchains(), toolchain, &ToolchainProfile::name);
    if (chosen == session.toolchains().end())
        return 64;
    session.setCurrentToolchain(static_cast<int>(chosen - session.toolchains().begin()));
    window.resize(1600, 1000);
    window.show();
    window.open(project);
    if (!waitUntilIdle(window))
        return 70;
    const qint64 idle = peakKilobytes();
    Latencies latencies;
    QElapsedTimer clock;
    clock.start();
    window.actions().action(u"run.compile"_s)->trigger();
    if (!waitUntilIdle(window))
        return 70;
    const QJsonObject result{{u"idle_kb"_s, idle},
                             {u"peak_kb"_s, peakKilobytes()},
                             {u"late_ms"_s, latencies.summary()},
                             {u"seconds"_s, double(clock.elapsed()) / 1000.0},
                             {u"lines_shown"_s, session.logLines().size()},
                             {u"message"_s, window.findChild<MessageBar*>()->text()}};
    std::fputs(QJsonDocument(result).toJson().constData(), stdout);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    test::setUpEnvironment();
    QApplication application(argc, argv);
    test::setUpApplication();
    const QStringList words = QApplication::arguments();
    return words.size() == 4 ? compile(words[1], words[2], words[3]) : 64;
}
