// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A new config from a model, by keys and mouse.
#include "core/base/Files.h"
#include "core/onnx/OnnxWriter.h"
#include "tests/support/GuiTest.h"
#include "widgets/common/PaneTable.h"
#include "widgets/config/NewConfigDialog.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <cstdlib>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestNewConfigDialog : public test::GuiTest
{
    Q_OBJECT

private:
    /// A picture and a row of numbers, each handed through.
    static GraphDraft network()
    {
        GraphDraft draft;
        draft.irVersion = 6;
        draft.opsets = {{QString(), 11}};
        draft.inputs
            = {{u"image"_s, DataType::Float32, Shape{1, 3, 8, 8}}, {u"state"_s, DataType::Float32, Shape{1, 4, 1, 1}}};
        for (const auto& [from, to] : {std::pair(u"image"_s, u"a"_s), {u"state"_s, u"b"_s}}) {
            draft.nodes.append({to + u'_', u"Relu"_s, {}, {from}, {to}, {}, {}});
            draft.outputs.append({to, DataType::Float32, std::nullopt});
        }
        return draft;
    }

    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] bool waitForInputs() const
    {
        return QTest::qWaitFor([this] { return m_dialog->inputs()->model()->rowCount() == 2; }, 10000);
    }
    [[nodiscard]] QString config() const { return m_dialog->preview()->toPlainText(); }

    /// Opens the list of a cell by a click or a key, and chooses by keys.
    void choose(int row, int column, const QString& value, bool byMouse)
    {
        PaneTable* table = m_dialog->inputs();
        const QModelIndex cell = table->model()->index(row, column);
        table->setFocus();
        table->setCurrentIndex(cell);
        if (byMouse)
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
        else
            QTest::keyClick(table, Qt::Key_Return);
        auto* combo = table->findChild<QComboBox*>();
        QVERIFY(combo != nullptr);
        QTRY_VERIFY(combo->view()->isVisible());
        const int steps = combo->findText(value) - combo->currentIndex();
        for (int i = 0; i < std::abs(steps); ++i)
            QTest::keyClick(combo->view(), steps > 0 ? Qt::Key_Down : Qt::Key_Up);
        QTest::keyClick(combo->view(), Qt::Key_Return);
        QTRY_COMPARE(table->model()->index(row, column).data().toString(), value);
        QTRY_VERIFY(table->findChild<QComboBox*>() == nullptr);
        QVERIFY(m_dialog != nullptr && m_dialog->isVisible()); // Return chose, and created nothing
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QPointer<NewConfigDialog> m_dialog;

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(writeOnnx(path(u"net.onnx"_s), network()));
    }

    void cleanup() { delete m_dialog; }

    void readsAModelThatIsTyped()
    {
        m_dialog = new NewConfigDialog({});
        new QAbstractItemModelTester(m_dialog->inputs()->model(),
                                     QAbstractItemModelTester::FailureReportingMode::QtTest, m_dialog);
        test::showActive(*m_dialog);
        QVERIFY(!m_dialog->createButton()->isEnabled());
        QVERIFY(!m_dialog->status()->text().isEmpty());
        m_dialog->model()->setFocus();
        QTest::keyClicks(m_dialog->model(), path(u"net.onnx"_s));
        QTest::keyClick(m_dialog->model(), Qt::Key_Tab);
        QVERIFY(waitForInputs());
        QVERIFY(m_dialog->createButton()->isEnabled());
        QCOMPARE(m_dialog->target()->text(), path(u"net_bernoulli2.yaml"_s));
        QVERIFY(config().contains(u"input_type_rt: 'rgb;featuremap'"_s));
        QVERIFY(config().contains(u"onnx_model: './net.onnx'"_s));
    }

    void followsWhatIsChosen()
    {
        m_dialog = new NewConfigDialog(path(u"net.onnx"_s));
        test::showActive(*m_dialog);
        QVERIFY(waitForInputs());
        choose(0, TemplateInputsModel::CaseColumn, u"nv12"_s, true);
        QVERIFY(config().contains(u"input_type_rt: 'nv12;featuremap'"_s));
        QVERIFY(m_dialog->status()->text().contains(u"Camera"_s));
        choose(0, TemplateInputsModel::NormColumn, u"imagenet"_s, false);
        QVERIFY(config().contains(u"mean_value: '123.675 116.28 103.53;None'"_s));
        m_dialog->march()->setFocus();
        QTest::keyClick(m_dialog->march(), Qt::Key_End);
        QVERIFY(config().contains(u"march: 'bayes-e'"_s));
        QCOMPARE(m_dialog->target()->text(), path(u"net_bayes-e.yaml"_s));
        m_dialog->target()->setText(path(u"mine.yaml"_s));
        QTest::keyClick(m_dialog->march(), Qt::Key_Home);
        QCOMPARE(m_dialog->target()->text(), path(u"mine.yaml"_s)); // what a person wrote stays
        m_dialog->target()->setText(u"sub/mine.yaml"_s); // below the model's folder, wherever the program was started
        QVERIFY(config().contains(u"onnx_model: '../net.onnx'"_s));
    }

    void shapesCanBeWritten()
    {
        GraphDraft open = network();
        open.inputs.first().shape = Shape{-1, 3, -1, -1};
        QVERIFY(writeOnnx(path(u"open.onnx"_s), open));
        m_dialog = new NewConfigDialog(path(u"open.onnx"_s));
        test::showActive(*m_dialog);
        QVERIFY(waitForInputs());
        QVERIFY(!m_dialog->createButton()->isEnabled());
        QVERIFY2(m_dialog->status()->text().contains(u"“image”"_s), qPrintable(m_dialog->status()->text()));
        PaneTable* table = m_dialog->inputs();
        table->setCurrentIndex(table->model()->index(0, TemplateInputsModel::ShapeColumn));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_F2);
        auto* line = table->findChild<QLineEdit*>();
        QVERIFY(line != nullptr);
        line->selectAll();
        QTest::keyClicks(line, u"1x3x32x48"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(m_dialog->createButton()->isEnabled());
        QVERIFY(config().contains(u"input_shape: '1x3x32x48;1x4x1x1'"_s));
    }

    void writesWhereItIsAsked()
    {
        m_dialog = new NewConfigDialog(path(u"net.onnx"_s));
        test::showActive(*m_dialog);
        QVERIFY(waitForInputs());
        QSignalSpy created(m_dialog, &NewConfigDialog::created);
        m_dialog->target()->setText(path(u"absent/new.yaml"_s));
        QTest::mouseClick(m_dialog->createButton(), Qt::LeftButton);
        QCOMPARE(created.count(), 0);
        QVERIFY2(m_dialog->status()->text().contains(u"absent"_s), qPrintable(m_dialog->status()->text()));
        m_dialog->target()->setText(path(u"new.yaml"_s));
        const QString shown = config();
        QTest::mouseClick(m_dialog->createButton(), Qt::LeftButton);
        QCOMPARE(created.count(), 1);
        QCOMPARE(created[0][0].toString(), path(u"new.yaml"_s));
        QCOMPARE(QString::fromUtf8(readFile(path(u"new.yaml"_s)).value_or(QByteArray())), shown);
        QTRY_VERIFY(m_dialog == nullptr); // closed
    }

    void neverReplacesUnasked_data()
    {
        QTest::addColumn<bool>("replaces");
        QTest::newRow("stays") << false;
        QTest::newRow("replaced") << true;
    }

    void neverReplacesUnasked()
    {
        QFETCH(bool, replaces);
        QVERIFY(writeFileAtomically(path(u"precious.yaml"_s), "mine"));
        m_dialog = new NewConfigDialog(path(u"net.onnx"_s));
        test::showActive(*m_dialog);
        QVERIFY(waitForInputs());
        QSignalSpy created(m_dialog, &NewConfigDialog::created);
        m_dialog->target()->setText(path(u"precious.yaml"_s));
        QTest::mouseClick(m_dialog->createButton(), Qt::LeftButton);
        QTRY_VERIFY(m_dialog->findChild<QMessageBox*>() != nullptr);
        auto* question = m_dialog->findChild<QMessageBox*>();
        QVERIFY(question->text().contains(u"precious.yaml"_s));
        if (replaces) {
            for (QAbstractButton* button : question->buttons()) {
                if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                    QTest::mouseClick(button, Qt::LeftButton);
            }
        } else {
            QTest::keyClick(question, Qt::Key_Return); // what one presses without reading
        }
        QTRY_COMPARE(created.count(), replaces ? 1 : 0);
        QCOMPARE(readFile(path(u"precious.yaml"_s)).value_or(QByteArray()) == "mine", !replaces);
    }

    void goesWhileSomethingIsTyped()
    {
        m_dialog = new NewConfigDialog(path(u"net.onnx"_s));
        test::showActive(*m_dialog);
        QVERIFY(waitForInputs());
        m_dialog->model()->setFocus();
        QTest::keyClicks(m_dialog->model(), u"x"_s);
        delete m_dialog; // its field says that it is finished: nobody may hear of it
        QVERIFY(m_dialog == nullptr);
    }

    void saysWhatIsNoModel()
    {
        QVERIFY(writeFileAtomically(path(u"text.onnx"_s), "text"));
        m_dialog = new NewConfigDialog(path(u"text.onnx"_s));
        test::showActive(*m_dialog);
        QTRY_VERIFY(m_dialog->status()->text().contains(u"text.onnx"_s));
        QVERIFY(!m_dialog->createButton()->isEnabled());
        QVERIFY(config().isEmpty());
        m_dialog->model()->setText(path(u"net.onnx"_s));
        QTest::keyClick(m_dialog->model(), Qt::Key_Return); // reads, and does not create yet
        QVERIFY(waitForInputs());
        QVERIFY(m_dialog != nullptr && m_dialog->isVisible());
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestNewConfigDialog)
#include "tst_newconfigdialog.moc"
