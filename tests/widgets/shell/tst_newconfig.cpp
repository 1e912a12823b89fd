// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A new config from a model and the list of rules, in the window: where they are found, and where they lead.
#include "core/base/Files.h"
#include "tests/widgets/shell/WindowFixture.h"

#include "widgets/common/EmptyState.h"
#include "widgets/common/PaneTable.h"
#include "widgets/config/ConfigForm.h"
#include "widgets/config/ConfigPane.h"
#include "widgets/config/ConfigTextEditor.h"
#include "widgets/config/ConfigTextPane.h"
#include "widgets/config/NewConfigDialog.h"
#include "widgets/config/RulesDialog.h"

#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class TestNewConfig : public GuiTest
{
    Q_OBJECT

private:
    ConfigPane* pane() { return m_fixture->window().findChild<ConfigPane*>(); }
    [[nodiscard]] QString model() const
    {
        return QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/resources/samples/emoji5/emoji5.onnx");
    }
    /// Creates the config that the dialog shows, by its button.
    void createFrom(NewConfigDialog& dialog, const QString& file)
    {
        QTRY_COMPARE(dialog.inputs()->model()->rowCount(), 1);
        dialog.target()->setText(QDir(m_fixture->folder()).filePath(file));
        const QPointer<NewConfigDialog> open(&dialog);
        QTest::mouseClick(dialog.createButton(), Qt::LeftButton);
        QTRY_VERIFY(open == nullptr);
        QVERIFY(m_fixture->waitUntilIdle());
    }
    void chooseRule(const QString& id)
    {
        m_fixture->trigger(u"edit.rules"_s);
        const QPointer<RulesDialog> dialog(m_fixture->window().findChild<RulesDialog*>());
        QVERIFY(dialog != nullptr);
        dialog->search()->setText(id);
        dialog->table()->setCurrentIndex(dialog->table()->model()->index(0, RulesModel::IdColumn));
        QTest::keyClick(dialog->table(), Qt::Key_Return);
        dialog->close();
        QTRY_VERIFY(dialog == nullptr);
    }

    void start() { m_fixture = std::make_unique<WindowFixture>(); }

    std::unique_ptr<WindowFixture> m_fixture;

private Q_SLOTS:
    void cleanup() { m_fixture.reset(); }

    void fromTheStartPage()
    {
        start();
        auto* button = m_fixture->window().findChild<QPushButton*>(u"startNewConfig"_s);
        QVERIFY(button != nullptr && button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        auto* dialog = m_fixture->window().findChild<NewConfigDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QTest::keyClicks(dialog->model(), model());
        QTest::keyClick(dialog->model(), Qt::Key_Return);
        m_fixture->trigger(u"view.text"_s); // it opens as form all the same
        createFrom(*dialog, u"made.yaml"_s);
        QCOMPARE(QFileInfo(m_fixture->session().project()->configFile).fileName(), u"made.yaml"_s);
        QCOMPARE(pane()->view(), ConfigPane::View::Form);
        QVERIFY(pane()->form()->isVisible());
        QVERIFY(!m_fixture->session().isConfigModified());
        for (const Diagnostic& finding : m_fixture->session().findings())
            QVERIFY2(finding.ruleId == "calibration-folder"_L1 || finding.severity == Severity::Info,
                     qPrintable(finding.message));
    }

    void forTheModelThatIsOpen()
    {
        start();
        m_fixture->window().open(model());
        QVERIFY(m_fixture->waitUntilIdle());
        QVERIFY(!m_fixture->session().project());
        auto* button = pane()->emptyState()->findChild<QPushButton*>();
        QVERIFY(button != nullptr && button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        auto* dialog = m_fixture->window().findChild<NewConfigDialog*>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(QFileInfo(dialog->model()->text()), QFileInfo(model()));
        createFrom(*dialog, u"beside.yaml"_s);
        QVERIFY(m_fixture->session().config() != nullptr);
        QVERIFY(m_fixture->session().chain().find(Stage::Float) != nullptr); // the config's own, found by its path
    }

    void rulesLeadToTheForm()
    {
        start();
        m_fixture->openSample();
        m_fixture->trigger(u"view.preview"_s);
        chooseRule(u"layout-rt-nchw-on-bernoulli2"_s);
        QCOMPARE(pane()->view(), ConfigPane::View::Form);
        QCOMPARE(m_fixture->window().selection().current().name, u"input_parameters.input_layout_rt"_s);
    }

    void rulesLeadToTheText()
    {
        start();
        const QString file = QDir(m_fixture->folder()).filePath(u"odd.yaml"_s);
        QVERIFY(writeFileAtomically(file, "model_parameters:\n  march: 'bayes-e'\n  nonsense: 1\n"));
        m_fixture->window().open(file);
        QVERIFY(m_fixture->waitUntilIdle());
        chooseRule(u"unknown-key"_s); // no field of the form is about it
        QCOMPARE(pane()->view(), ConfigPane::View::Text);
        QCOMPARE(pane()->text()->editor()->textCursor().blockNumber(), 2);
    }

    void brokenRulesAreSaidInTheWindow()
    {
        start();
        const QDir folder(m_fixture->folder());
        QVERIFY(writeFileAtomically(folder.filePath(u"a.yaml"_s), "model_parameters:\n  march: 'bayes-e'\n"));
        QVERIFY(writeFileAtomically(folder.filePath(u"driftscope-rules.yaml"_s), "rules:\n- id: A\n"));
        m_fixture->window().open(folder.filePath(u"a.yaml"_s));
        QVERIFY2(m_fixture->message().contains(u"driftscope-rules.yaml, line 2"_s), qPrintable(m_fixture->message()));
        QVERIFY(m_fixture->session().config() != nullptr); // the config is open all the same
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestNewConfig)
#include "tst_newconfig.moc"
