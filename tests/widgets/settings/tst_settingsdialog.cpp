// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The toolchains of a person, by keys and mouse.
#include "core/toolchain/ToolchainFile.h"
#include "tests/support/GuiTest.h"
#include "tests/support/Screenshot.h"
#include "widgets/common/PaneTable.h"
#include "widgets/settings/SettingsDialog.h"
#include "widgets/settings/ToolchainForm.h"
#include "widgets/settings/ToolchainsPage.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestSettingsDialog : public test::GuiTest
{
    Q_OBJECT

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"toolchains.json"_s); }
    [[nodiscard]] ToolchainsPage& page() const { return *m_dialog->toolchains(); }
    [[nodiscard]] ToolchainForm& form() const { return *page().form(); }

    /// Replaces what a field holds by keys.
    static void type(QWidget* field, const QString& text)
    {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
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
