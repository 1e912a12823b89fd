// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of a compilation that runs: its phases with their times, those to come, how much is done, and
// how long it will still take, learned from the compilation before.
#include "WindowFixture.h"
#include "core/history/CompileForecast.h"
#include "tests/support/Screenshot.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/layers/LogPane.h"
#include "widgets/layers/PhaseList.h"
#include "widgets/shell/JobStatus.h"

#include <QFile>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QRegularExpression>
#include <QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_CompileProgress : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void firstCompilationSaysWhatRuns();
    void laterOneSaysWhatIsToCome();
    void phasesThatFailedSaySo();

private:
    struct Row
    {
        Status status;
        QString name;
        QString time;
        bool isDimmed;
    };
    [[nodiscard]] static QList<Row> rowsOf(const PhaseList& list)
    {
        const auto* grid = static_cast<QGridLayout*>(list.layout());
        const auto label
            = [&](int row, int column) { return static_cast<QLabel*>(grid->itemAtPosition(row, column)->widget()); };
        QList<Row> rows;
        for (int row = 0; row < list.count(); ++row) {
            const auto* light = static_cast<StatusLight*>(grid->itemAtPosition(row, 0)->widget());
            rows.append({light->status(), label(row, 1)->text(), label(row, 2)->text(),
                         label(row, 1)->foregroundRole() == QPalette::PlaceholderText});
        }
        return rows;
    }
    [[nodiscard]] static QString namesOf(const QList<Row>& rows)
    {
        QStringList names;
        for (const Row& row : rows)
            names.append(row.name + u" ["_s + row.time + u']');
        return names.join(u'\n');
    }
    [[nodiscard]] QList<Row> rows() const { return rowsOf(*m_fixture->window().findChild<PhaseList*>()); }
    [[nodiscard]] QString title() const
    {
        return m_fixture->window().findChild<JobStatus*>()->findChild<ElidedLabel*>()->text();
    }
    [[nodiscard]] QProgressBar* bar() const
    {
        return m_fixture->window().findChild<JobStatus*>()->findChild<QProgressBar*>();
    }
    [[nodiscard]] QString gate() const { return m_tools.filePath(u"gate"_s); }
    void openGate() const { QVERIFY(QFile(gate()).open(QIODevice::WriteOnly)); }
    void beginAndHold()
    {
        QFile::remove(gate());
        m_fixture->trigger(u"run.compile"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            std::ranges::any_of(rows(),
                                [](const Row& row) { return row.status == Status::Running && row.name == held; })
                || !m_fixture->session().jobs().isBusy(),
            60000);
        QVERIFY2(m_fixture->session().jobs().isBusy(), qPrintable(m_fixture->message()));
    }
    /// Of the window, its log in front.
    void shoot(const QString& name)
    {
        for (QWidget* page = m_fixture->window().findChild<LogPane*>(); page != nullptr; page = page->parentWidget()) {
            auto* tabs = qobject_cast<QTabWidget*>(
                page->parentWidget() != nullptr ? page->parentWidget()->parentWidget() : nullptr);
            if (tabs != nullptr && tabs->indexOf(page) >= 0)
                tabs->setCurrentWidget(page);
        }
        for (const QString& language : {u"zh_CN"_s, u"en"_s}) {
            m_fixture->trigger(u"view.language."_s + language);
            for (const QString& theme : {u"dark"_s, u"light"_s}) {
                m_fixture->setTheme(theme);
                QTest::qWait(400); // texts and layouts are taken up by posted events
                const QString look = u"-%1-%2-%3"_s.arg(name, theme, language);
                screenshot(m_fixture->window(), u"compile"_s + look);
                screenshot(*m_fixture->window().findChild<LogPane*>(), u"phases"_s + look);
                screenshot(*m_fixture->window().findChild<JobStatus*>(), u"status"_s + look);
            }
        }
    }

    inline static const QString held = u"calibrate the model"_s;
    QTemporaryDir m_tools;
    std::unique_ptr<WindowFixture> m_fixture;
};

/// The sandbox's toolchain, which waits for a file once it has said that it calibrates.
void tst_CompileProgress::init()
{
    m_fixture.reset();
    if (const QString missing = WindowFixture::missingTools(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QFile tool(m_tools.filePath(u"tool"_s));
    QVERIFY(tool.open(QIODevice::WriteOnly));
    tool.write("#!/bin/bash\nset -o pipefail\n'" + qgetenv("DRIFTSCOPE_BIN_DIR")
               + "/driftscope-mapper' \"$@\" 2>&1 | while IFS= read -r line; do\n  printf '%s\\n' \"$line\"\n"
                 "  case \"$line\" in *'Start to calibrate the model.'*)\n    while [ ! -e '"
               + gate().toUtf8() + "' ]; do sleep 0.05; done;;\n  esac\ndone\n");
    QVERIFY(tool.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    tool.close();
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->openSample();
    ToolchainProfile toolchain;
    toolchain.name = u"held"_s;
    toolchain.program = tool.fileName();
    m_fixture->session().setToolchains({toolchain});
    m_fixture->session().setCurrentToolchain(1);
}

/// Nothing was learned yet: no percentages, no times that nobody knows, no phases to come.
void tst_CompileProgress::firstCompilationSaysWhatRuns()
{
    beginAndHold();
    if (QTest::currentTestFailed())
        return;
    const QList<Row> shown = rows();
    QCOMPARE(shown.last().name, held);
    for (const Row& row : shown) {
        QVERIFY2(!row.isDimmed, qPrintable(namesOf(shown)));
        QVERIFY2(row.time.isEmpty() == (row.status == Status::Running), qPrintable(namesOf(shown)));
    }
    QTRY_COMPARE(title(), u"Compiling: %1"_s.arg(held));
    QCOMPARE(bar()->maximum(), 0);
    QVERIFY(bar()->text().isEmpty());
    shoot(u"first"_s);
    openGate();
    QVERIFY(m_fixture->waitUntilIdle());
}

void tst_CompileProgress::laterOneSaysWhatIsToCome()
{
    openGate();
    QVERIFY(m_fixture->run(u"run.compile"_s));
    QVERIFY2(m_fixture->message().isEmpty(), qPrintable(m_fixture->message()));
    const QList<Row> before = rows();
    for (const Row& row : before)
        QVERIFY2(row.status == Status::Pass && !row.time.startsWith(u"about"_s), qPrintable(namesOf(before)));
    beginAndHold();
    if (QTest::currentTestFailed())
        return;
    const QList<Row> shown = rows();
    const qsizetype at = std::ranges::find(shown, held, &Row::name) - shown.begin();
    QVERIFY2(at + 1 < shown.size(), qPrintable(namesOf(shown)));
    QCOMPARE(shown.size(), before.size());
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const bool isToCome = i > at;
        QCOMPARE(shown[i].name, before[i].name); // in their order
        QCOMPARE(shown[i].isDimmed, isToCome);
        QCOMPARE(shown[i].status == Status::Unknown, isToCome);
        if (isToCome) // what it took the last time
            QCOMPARE(shown[i].time, u"about "_s + before[i].time);
    }
    QCOMPARE(shown[at].time, u"about "_s + before[at].time);
    const QRegularExpression said(u"^Compiling: %1 \\(about \\d+ (s|min) left\\)$"_s.arg(held));
    QTRY_VERIFY2(said.match(title()).hasMatch(), qPrintable(title()));
    QCOMPARE(bar()->maximum(), 100);
    QTRY_VERIFY2(bar()->value() > 0 && bar()->value() < 100, qPrintable(bar()->text()));
    QCOMPARE(bar()->text(), u"%1 %"_s.arg(bar()->value()));
    shoot(u"forecast"_s);
    const int share = bar()->value();
    openGate();
    QTRY_VERIFY_WITH_TIMEOUT(bar()->value() > share || !m_fixture->session().jobs().isBusy(), 60000);
    QVERIFY(m_fixture->waitUntilIdle());
    QCOMPARE(title(), u"Ready"_s);
    const QList<Row> after = rows();
    QCOMPARE(after.size(), before.size()); // none is to come any more
    for (const Row& row : after)
        QVERIFY2(row.status == Status::Pass && !row.time.startsWith(u"about"_s), qPrintable(namesOf(after)));
}

/// Stopped in the middle: the phase that ran did not end, and none is awaited.
void tst_CompileProgress::phasesThatFailedSaySo()
{
    openGate();
    QVERIFY(m_fixture->run(u"run.compile"_s));
    beginAndHold();
    if (QTest::currentTestFailed())
        return;
    m_fixture->trigger(u"run.cancel"_s);
    QVERIFY(m_fixture->waitUntilIdle());
    const QList<Row> shown = rows();
    QCOMPARE(shown.last().name, held);
    QCOMPARE(shown.last().status, Status::Fail);
    QVERIFY2(shown.last().time.isEmpty(), qPrintable(namesOf(shown))); // how long it took is not known
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_CompileProgress)
#include "tst_compileprogress.moc"
