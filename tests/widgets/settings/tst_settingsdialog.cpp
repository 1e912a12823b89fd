// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The toolchains and boards of a person and what captures may cost, by keys and mouse.
#include "core/board/BoardFile.h"
#include "core/toolchain/ToolchainFile.h"
#include "tests/support/GuiTest.h"
#include "tests/support/Screenshot.h"
#include "widgets/common/PaneTable.h"
#include "widgets/settings/BoardForm.h"
#include "widgets/settings/BoardsPage.h"
#include "widgets/settings/CapturesPage.h"
#include "widgets/settings/SettingsDialog.h"
#include "widgets/settings/ToolchainForm.h"
#include "widgets/settings/ToolchainsPage.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestSettingsDialog : public test::GuiTest
{
    Q_OBJECT

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"toolchains.json"_s); }
    [[nodiscard]] QString boardsFile() const { return m_folder->filePath(u"boards.json"_s); }
    [[nodiscard]] BoardsPage& boards() const { return *m_dialog->boards(); }
    [[nodiscard]] BoardForm& board() const { return *boards().form(); }
    [[nodiscard]] CapturesPage& captures() const { return *m_dialog->captures(); }
    [[nodiscard]] ToolchainsPage& page() const { return *m_dialog->toolchains(); }
    [[nodiscard]] ToolchainForm& form() const { return *page().form(); }

    /// Replaces what a field holds by keys.
    static void type(QWidget* field, const QString& text)
    {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
    }

    /// From the form's first field on: so many, each below the one before, and what comes behind them.
    static void tabThrough(ProfileForm& form, int fields, const QList<QWidget*>& behind)
    {
        const QWidget* window = form.window();
        form.name()->setFocus();
        int above = -1;
        for (int field = 0; field < fields; ++field) {
            QVERIFY2(form.isAncestorOf(window->focusWidget()), qPrintable(u"field %1"_s.arg(field)));
            const int top = window->focusWidget()->mapTo(&form, QPoint()).y();
            QVERIFY2(top > above, qPrintable(u"field %1"_s.arg(field)));
            above = top;
            QTest::keyClick(window->focusWidget(), Qt::Key_Tab);
        }
        for (const QWidget* each : behind) {
            QCOMPARE(window->focusWidget(), each);
            QTest::keyClick(window->focusWidget(), Qt::Key_Tab);
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SettingsDialog> m_dialog;

private Q_SLOTS:
    void open()
    {
        m_dialog.reset();
        m_session = std::make_unique<Session>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_session->setToolchainsFile(file());
        m_session->setBoardsFile(boardsFile());
        m_dialog = std::make_unique<SettingsDialog>(*m_session);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        new QAbstractItemModelTester(page().table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     m_dialog.get());
        test::showActive(*m_dialog);
        QCOMPARE(page().table()->model()->rowCount(), 1);
        QVERIFY(!form().isEnabled()); // the built-in one is as it is
        QVERIFY(!page().removeButton()->isEnabled());
        // Rows stand together however high the dialog is.
        m_dialog->resize(m_dialog->width(), 3 * m_dialog->height() / 2);
        QTRY_VERIFY(form().height() <= form().sizeHint().height());
    }

    void addsAndKeeps()
    {
        open();
        QTest::mouseClick(page().addButton(), Qt::LeftButton);
        QCOMPARE(page().table()->model()->rowCount(), 2);
        QVERIFY(form().name()->hasFocus());
        QTest::keyClicks(form().name(), u"far"_s);
        QVERIFY(!form().target()->isVisible());
        form().place()->setFocus();
        QTest::keyClick(form().place(), Qt::Key_End);
        QTest::keyClick(form().place(), Qt::Key_Return);
        Q_EMIT form().place()->activated(form().place()->currentIndex());
        QVERIFY(form().target()->isVisible());
        QCOMPARE(form().engine()->currentText(), u"ssh"_s);
        QTest::mouseClick(page().keepButton(), Qt::LeftButton);
        QVERIFY2(page().note()->text().contains(u"where it runs"_s), qPrintable(page().note()->text()));
        type(form().target(), u"me@far"_s);
        type(form().mounts(), u"/data=/open_explorer"_s);
        QTest::mouseClick(page().keepButton(), Qt::LeftButton);
        QCOMPARE(page().note()->text(), QString());
        const auto kept = loadToolchains(file());
        QVERIFY(kept.has_value());
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->first().name, u"far"_s);
        QCOMPARE(kept->first().place, ToolchainPlace::Host);
        QCOMPARE(kept->first().target, u"me@far"_s);
        QVERIFY((kept->first().mounts == QList<PathMount>{{u"/data"_s, u"/open_explorer"_s}}));
        QTest::mouseClick(page().removeButton(), Qt::LeftButton);
        QVERIFY(loadToolchains(file())->isEmpty());
        QCOMPARE(m_session->toolchains().size(), 1);
    }

    void tests()
    {
        open();
        page().table()->selectRow(0);
        QTest::mouseClick(page().testButton(), Qt::LeftButton);
        QVERIFY(!page().testButton()->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(page().testButton()->isEnabled(), 60000);
        QVERIFY2(page().note()->text().contains(u"1.24.3"_s), qPrintable(page().note()->text()));
        QTest::mouseClick(page().addButton(), Qt::LeftButton);
        type(form().program(), u"no-such-mapper"_s);
        QTest::mouseClick(page().testButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(page().testButton()->isEnabled(), 60000);
        QVERIFY2(page().note()->text().contains(u"no-such-mapper"_s), qPrintable(page().note()->text()));
    }

    /// Closed while it asks a tool that never answers.
    void closesWhileAsking()
    {
        open();
        m_session->addToolchain({u"slow"_s, u"sh"_s, {u"-c"_s, u"sleep 1000"_s}});
        page().table()->selectRow(1);
        QTest::mouseClick(page().testButton(), Qt::LeftButton);
        m_dialog.reset();
    }

    void doesNotWriteOverWhatItCannotRead()
    {
        open();
        QFile broken(m_folder->filePath(u"broken.json"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{oops") > 0);
        broken.close();
        Session session;
        QStringList problems;
        connect(&session, &Session::problemOccurred, this, [&](const Error& each) { problems.append(each.message); });
        session.setToolchainsFile(broken.fileName());
        session.addToolchain({u"a"_s, u"b"_s});
        QCOMPARE(problems.size(), 1);
        QVERIFY(broken.open(QIODevice::ReadOnly));
        QCOMPARE(broken.readAll(), QByteArray("{oops"));
    }

    void addsAndKeepsBoards()
    {
        open();
        m_dialog->showBoards();
        new QAbstractItemModelTester(boards().table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     m_dialog.get());
        QVERIFY(!board().isEnabled() && !boards().removeButton()->isEnabled());
        QTest::mouseClick(boards().addButton(), Qt::LeftButton);
        QVERIFY(board().name()->hasFocus());
        QTest::keyClicks(board().name(), u"x3"_s);
        QVERIFY(!board().host()->isVisible());
        board().place()->setFocus();
        QTest::keyClick(board().place(), Qt::Key_End);
        Q_EMIT board().place()->activated(board().place()->currentIndex());
        QVERIFY(board().host()->isVisible());
        QTest::mouseClick(boards().keepButton(), Qt::LeftButton);
        QVERIFY2(boards().note()->text().contains(u"where it is"_s), qPrintable(boards().note()->text()));
        type(board().host(), u"192.168.1.10"_s);
        type(board().port(), u"2222"_s);
        type(board().user(), u"root"_s);
        type(board().options(), u"-i"_s);
        QTest::keyClick(board().options(), Qt::Key_Return);
        QTest::keyClicks(board().options(), u"/home/me/my key"_s);
        type(board().folder(), u"userdata"_s);
        QTest::mouseClick(boards().keepButton(), Qt::LeftButton);
        QVERIFY2(boards().note()->text().contains(u"not absolute"_s), qPrintable(boards().note()->text()));
        type(board().folder(), u"/userdata"_s);
        QTest::mouseClick(boards().keepButton(), Qt::LeftButton);
        QCOMPARE(boards().note()->text(), QString());
        const auto kept = loadBoards(boardsFile());
        QVERIFY(kept && kept->size() == 1);
        const BoardProfile& x3 = kept->first();
        QCOMPARE(boardWhere(x3), u"root@192.168.1.10:2222"_s);
        QCOMPARE(x3.options, QStringList({u"-i"_s, u"/home/me/my key"_s}));
        QCOMPARE(x3.folderThere, u"/userdata"_s);
        QTest::mouseClick(boards().removeButton(), Qt::LeftButton);
        QVERIFY(loadBoards(boardsFile())->isEmpty());
        QCOMPARE(m_session->boards().size(), 1);
    }

    void testsBoards()
    {
        open();
        m_dialog->showBoards();
        boards().table()->selectRow(0);
        QTest::mouseClick(boards().testButton(), Qt::LeftButton);
        QVERIFY(!boards().testButton()->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(boards().testButton()->isEnabled(), 60000);
        QVERIFY2(boards().note()->text().contains(u"driftscope-sandbox"_s), qPrintable(boards().note()->text()));
        QTest::mouseClick(boards().addButton(), Qt::LeftButton);
        type(board().program(), u"no-such-exec"_s);
        QTest::mouseClick(boards().testButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(boards().testButton()->isEnabled(), 60000);
        QVERIFY2(boards().note()->text().contains(u"There is no program “no-such-exec”"_s),
                 qPrintable(boards().note()->text()));
        m_session->addBoard({u"slow"_s, u"sh"_s, {u"-c"_s, u"sleep 1000"_s}}); // closed while it asks
        boards().table()->selectRow(2);
        QTest::mouseClick(boards().testButton(), Qt::LeftButton);
        m_dialog.reset();
    }

    /// Fields and buttons by the Tab key, in the order in which they stand.
    void tabsFromTopToBottom()
    {
        open();
        ToolchainProfile host{u"far"_s, u"hb_mapper"_s};
        host.place = ToolchainPlace::Host;
        host.engine = u"ssh"_s;
        host.target = u"me@far"_s;
        m_session->setToolchains({host});
        BoardProfile x3{u"x3"_s, u"hrt_model_exec"_s};
        x3.place = BoardPlace::Ssh;
        x3.host = u"far"_s;
        m_session->setBoards({x3});
        page().table()->selectRow(1);
        tabThrough(form(), 10, {page().addButton(), page().removeButton(), page().findButton(), page().testButton()});
        m_dialog->showBoards();
        boards().table()->selectRow(1);
        tabThrough(board(), 11, {boards().addButton(), boards().removeButton(), boards().testButton()});
    }

    void refusesATakenName()
    {
        open();
        m_session->setToolchains({{u"a"_s, u"hb_mapper"_s}, {u"b"_s, u"hb_mapper"_s}});
        m_session->setBoards({{u"a"_s, u"hrt_model_exec"_s}, {u"b"_s, u"hrt_model_exec"_s}});
        page().table()->selectRow(2);
        type(form().name(), u"a"_s);
        QTest::mouseClick(page().keepButton(), Qt::LeftButton);
        QVERIFY2(page().note()->text().contains(u"toolchain “a” already"_s), qPrintable(page().note()->text()));
        type(form().name(), u"c"_s);
        QTest::mouseClick(page().keepButton(), Qt::LeftButton);
        QCOMPARE(page().note()->text(), QString());
        QCOMPARE(m_session->toolchains().last().name, u"c"_s);
        QCOMPARE(page().table()->currentIndex().row(), 2); // it stays selected under its new name
        QVERIFY(!page().keepButton()->isEnabled());
        m_dialog->showBoards();
        boards().table()->selectRow(2);
        type(board().name(), u"a"_s);
        QTest::mouseClick(boards().keepButton(), Qt::LeftButton);
        QVERIFY2(boards().note()->text().contains(u"board “a” already"_s), qPrintable(boards().note()->text()));
        type(board().name(), u"c"_s);
        QTest::mouseClick(boards().keepButton(), Qt::LeftButton);
        QCOMPARE(m_session->boards().last().name, u"c"_s);
        QCOMPARE(boards().table()->currentIndex().row(), 2);
    }

    void limitsOfCaptures()
    {
        open();
        m_session->setCaptureSettings({});
        m_dialog->showCaptures();
        QCOMPARE(captures().memory()->value(), 2048);
        QCOMPARE(captures().disk()->value(), 20);
        QSignalSpy changed(m_session.get(), &Session::captureSettingsChanged);
        type(captures().memory(), u"4096"_s);
        QCOMPARE(changed.size(), 0); // half a number is no limit
        QTest::keyClick(captures().memory(), Qt::Key_Return);
        QCOMPARE(m_session->captureSettings().limits.memory, qint64(4) << 30);
        QTest::keyClick(captures().memory(), Qt::Key_Up);
        QCOMPARE(m_session->captureSettings().limits.memory, (qint64(4) << 30) + (qint64(256) << 20));
        type(captures().disk(), u"7"_s);
        QTest::keyClick(captures().disk(), Qt::Key_Tab);
        QVERIFY(captures().days()->hasFocus());
        QCOMPARE(m_session->captureSettings().cache.bytes, qint64(7) << 30);
        QTest::keyClick(captures().days(), Qt::Key_Down);
        QCOMPARE(m_session->captureSettings().cache.days, 29);
        QVERIFY(m_dialog->isVisible()); // the Return key closed nothing
        CaptureSettings other = m_session->captureSettings();
        other.limits.memory = qint64(1) << 30;
        m_session->setCaptureSettings(other); // as the comparison's dialog does
        QCOMPARE(captures().memory()->value(), 1024);
        QCOMPARE(m_session->captureSettings().cache.days, 29);
    }

    void emptiesTheCache()
    {
        open();
        CaptureSettings settings;
        settings.cacheFolder = m_folder->filePath(u"captures"_s);
        const CaptureCache cache(settings.cacheFolder, settings.cache);
        for (const QString& key : {u"earlier"_s, u"now"_s}) {
            QFile tensor(cache.folderFor(key) + u"/0000_x.npy"_s);
            QVERIFY(tensor.open(QIODevice::WriteOnly) && tensor.write(QByteArray(3 << 20, 'x')) > 0);
        }
        QFile used(settings.cacheFolder + u"/earlier/used"_s);
        QVERIFY(used.open(QIODevice::ReadWrite));
        QVERIFY(used.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
        used.close();
        m_session->setCaptureSettings(settings);
        m_dialog->showCaptures();
        QTRY_VERIFY2(captures().used()->text().startsWith(u"Captures take 6.0 MiB"_s),
                     qPrintable(captures().used()->text()));
        QTest::mouseClick(captures().emptyButton(), Qt::LeftButton);
        QTRY_VERIFY2(captures().note()->text().startsWith(u"3.0 MiB were freed; 3.0 MiB stay"_s),
                     qPrintable(captures().note()->text()));
        QVERIFY(captures().used()->text().startsWith(u"Captures take 3.0 MiB"_s));
        QVERIFY(!QFileInfo::exists(settings.cacheFolder + u"/earlier"_s));
        QVERIFY(QFileInfo::exists(settings.cacheFolder + u"/now/0000_x.npy"_s)); // it may be on display
    }

    void capturesLookRight()
    {
        open();
        CaptureSettings settings;
        settings.cacheFolder = m_folder->filePath(u"captures"_s);
        m_session->setCaptureSettings(settings);
        m_dialog->showCaptures();
        QTRY_VERIFY(!captures().used()->text().isEmpty());
        for (const bool isDark : {false, true}) {
            test::useDarkPalette(isDark);
            QTest::qWait(50); // the palette and the layout come with events
            const QImage picture
                = test::screenshot(*m_dialog, isDark ? u"settings-captures-dark"_s : u"settings-captures"_s);
            QVERIFY(picture.width() >= 900);
        }
        test::useDarkPalette(false);
        m_dialog.reset();
    }

    void boardsLookRight()
    {
        open();
        m_dialog->showBoards();
        BoardProfile x3{u"RDK X3"_s, u"hrt_model_exec"_s};
        x3.place = BoardPlace::Ssh;
        x3.host = u"192.168.1.10"_s;
        x3.user = u"root"_s;
        x3.folderThere = u"/userdata/driftscope"_s;
        x3.environment = {{u"LD_LIBRARY_PATH"_s, u"/usr/lib/hobot"_s}};
        x3.capabilities = {u"1.24.5"_s, {}, u"aarch64"_s};
        m_session->setBoards({x3});
        boards().table()->selectRow(1);
        for (const bool isDark : {false, true}) {
            test::useDarkPalette(isDark);
            QTest::qWait(50); // the palette and the layout come with events
            const QImage picture
                = test::screenshot(*m_dialog, isDark ? u"settings-boards-dark"_s : u"settings-boards"_s);
            QVERIFY(picture.width() >= 900);
        }
        test::useDarkPalette(false);
        m_dialog.reset();
    }

    void looksRight()
    {
        open();
        ToolchainProfile image{u"OpenExplorer 1.2.8"_s, u"hb_mapper"_s};
        image.place = ToolchainPlace::Image;
        image.engine = u"docker"_s;
        image.target = u"openexplorer/ai_toolchain_ubuntu_20_x5_cpu:v1.2.8"_s;
        image.mounts = {{u"/data/calibration"_s, u"/open_explorer/calibration"_s}};
        image.capabilities = {u"1.24.3"_s, {}, {u"hb_mapper"_s, u"hb_perf"_s, u"hb_verifier"_s}, true, true};
        m_session->setToolchains({image});
        page().table()->selectRow(1);
        for (const bool isDark : {false, true}) {
            test::useDarkPalette(isDark);
            QTest::qWait(50); // the palette and the layout come with events
            const QImage picture
                = test::screenshot(*m_dialog, isDark ? u"settings-toolchains-dark"_s : u"settings-toolchains"_s);
            QVERIFY(picture.width() >= 900);
        }
        test::useDarkPalette(false);
        m_dialog.reset();
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
