// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/shell/WindowFixture.h"

#include "widgets/config/ConfigField.h"
#include "widgets/config/ConfigForm.h"
#include "widgets/config/ConfigTextEditor.h"
#include "widgets/config/ConfigTextPane.h"
#include "widgets/config/FieldEditor.h"
#include "widgets/config/FindingLabel.h"
#include "widgets/config/FindingsList.h"

#include <QCheckBox>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// The config by the keyboard alone: every parameter, every finding, and nothing that moves the cursor away.
class tst_ConfigKeyboard : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyParameterIsEditedAndUndone();
    void mapsOfSeveralLinesLeadToTheText();
    void everyFindingIsReached();
    void everyFixIsAppliedAndUndone();
    void findingsAreAcceptedAndTakenBack();
    void aWholeConfigIsTyped();
};

namespace {

/// Many mistakes at once, of every kind that lies in the text alone.
const QByteArray manyMistakes = R"(model_parameters:
  onnx_model: 'missing.onnx'
  march: 'bernoulli2'
  layer_out_dump: True
  output_model_file_prefix: 'net/one'
  quant_config: 'q.json'
input_parameters:
  input_name: ''
  input_type_train: 'rgb'
  input_type_rt: 'bgr'
  input_layout_train: 'NCHW'
  input_layout_rt: 'NCHW'
  input_space_and_range: 'bt601_video'
  norm_type: 'data_scale'
  mean_value: 123.675 116.28 103.53
  scale_value: 58.395 57.12 57.375
  input_batch: 300
calibration_parameters:
  cal_data_dir: './nowhere'
  calibration_type: 'kl'
  max_percentile: 0.9999
  per_chanel: True
compiler_parameters:
  compile_mode: 'bandwidth'
  debug: False
  core_num: 3
  optimize_level: 'O7'
)";

ConfigField* fieldOf(QWidget* widget)
{
    while (widget != nullptr && qobject_cast<ConfigField*>(widget) == nullptr)
        widget = widget->parentWidget();
    return qobject_cast<ConfigField*>(widget);
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

/// Something the toolchain would take, other than what stands there.
QString legalText(const ConfigKeyInfo& info, const QString& value)
{
    switch (info.kind) {
    case ConfigValueKind::Map:
        return u"{\"/head/Softmax\": {\"ON\": \"CPU\"}}"_s;
    case ConfigValueKind::Integer:
        return QString::number(value.toInt() + 1);
    case ConfigValueKind::Number:
        return u"0.75"_s;
    case ConfigValueKind::NumberList:
        return u"1.5 2 0.25"_s;
    case ConfigValueKind::Shape:
        return u"1x3x64x64"_s;
    default:
        return u"other_value"_s;
    }
}

/// Types or chooses another value in the field that has the keyboard, and says it is done.
QString editAsAPersonDoes(ConfigField& field)
{
    if (auto* combo = qobject_cast<QComboBox*>(QApplication::focusWidget())) {
        press(combo->currentIndex() == combo->count() - 1 ? Qt::Key_Up : Qt::Key_Down);
        return combo->currentData().toString();
    }
    const QString text = legalText(field.info(), field.editor()->value());
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), text);
    press(Qt::Key_Return);
    return text;
}

/// Tab until `isThere` holds; false when the way round does not come by.
bool tabTo(const std::function<bool(QWidget*)>& isThere)
{
    for (int i = 0; i < 3000; ++i) {
        if (QWidget* now = QApplication::focusWidget(); now != nullptr && isThere(now))
            return true;
        press(Qt::Key_Tab);
    }
    return false;
}

class OpenWindow : public WindowFixture
{
public:
    explicit OpenWindow(const QByteArray& text = {})
    {
        openSample();
        if (!text.isEmpty())
            session().setConfigText(text, u"typed"_s);
        form = window().findChild<ConfigForm*>();
        showActive(window());
    }
    [[nodiscard]] FindingsList* list() { return window().findChild<ConfigTextPane*>()->findings(); }
    /// Into the text, with the findings below it.
    void goToText()
    {
        trigger(u"view.text"_s);
        window().findChild<ConfigTextEditor*>()->setFocus();
    }
    /// The label of a finding in the list below the text.
    [[nodiscard]] FindingLabel* label(const Diagnostic& finding)
    {
        const auto labels = list()->findChildren<FindingLabel*>();
        for (FindingLabel* each : labels) {
            if (each->finding().ruleId == finding.ruleId && each->finding().message == finding.message)
                return each;
        }
        return nullptr;
    }
    ConfigForm* form = nullptr;
};

} // namespace

void tst_ConfigKeyboard::everyParameterIsEditedAndUndone()
{
    OpenWindow open;
    const QByteArray original = open.session().configText();
    auto* all = open.form->findChild<QCheckBox*>();
    all->setFocus();
    press(Qt::Key_Space);
    QVERIFY(all->isChecked());
    QSet<QString> edited;
    for (int i = 0; i < 2000 && (i == 0 || !all->hasFocus()); ++i) {
        press(Qt::Key_Tab);
        ConfigField* field = fieldOf(QApplication::focusWidget());
        const bool isEditor = field != nullptr && QApplication::focusWidget() == field->editor()->focusProxy();
        if (!isEditor || edited.contains(field->info().key))
            continue;
        const QString key = field->info().key;
        const QWidget* focus = QApplication::focusWidget();
        const QString value = editAsAPersonDoes(*field);
        QVERIFY2(open.message().isEmpty(), qPrintable(key + u": "_s + open.message()));
        QVERIFY2(open.session().configText() != original, qPrintable(key));
        if (field->info().kind == ConfigValueKind::Map)
            QVERIFY2(open.session().configText().contains(QByteArray(": " + value.toUtf8())), qPrintable(key));
        else
            QCOMPARE(open.session().config()->scalar(key), value);
        QVERIFY2(QApplication::focusWidget() == focus, qPrintable(key));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY2(open.session().configText() == original, qPrintable(key));
        QVERIFY2(QApplication::focusWidget() == focus, qPrintable(key));
        edited.insert(key);
    }
    for (const ConfigKeyInfo& info : open.session().schema().keys())
        QVERIFY2(!info.key.contains(u'.') || edited.contains(info.key), qPrintable(info.key));
    QVERIFY(!open.session().isConfigModified());
}

void tst_ConfigKeyboard::mapsOfSeveralLinesLeadToTheText()
{
    const QByteArray text = "model_parameters:\n  node_info:\n    /a:\n      ON: CPU\n  march: bayes-e\n";
    OpenWindow open(text);
    ConfigField* field = open.form->field(u"model_parameters.node_info"_s);
    QVERIFY(field->editor()->inTextButton() != nullptr);
    QVERIFY(!field->editor()->line()->isVisible());
    field->editor()->setFocus();
    QVERIFY(field->editor()->inTextButton()->hasFocus());
    press(Qt::Key_Space);
    auto* editor = open.window().findChild<ConfigTextEditor*>();
    QTRY_VERIFY(editor->hasFocus());
    QVERIFY2(editor->textCursor().selectedText().startsWith(u"/a:"_s), qPrintable(editor->textCursor().selectedText()));
    open.session().setConfigText("model_parameters:\n  node_info: {a: {ON: CPU}}\n", u"typed"_s);
    QVERIFY(field->editor()->inTextButton() == nullptr);
    QCOMPARE(field->editor()->value(), u"{a: {ON: CPU}}"_s);
}

void tst_ConfigKeyboard::everyFindingIsReached()
{
    OpenWindow open(manyMistakes);
    const Diagnostics findings = open.session().findings();
    QVERIFY2(findings.size() > 12, qPrintable(QString::number(findings.size())));
    open.goToText();
    open.list()->setFocus();
    QSet<QString> reached;
    for (int i = 0; i < 1000; ++i) {
        QWidget* now = QApplication::focusWidget();
        for (QWidget* up = now; up != nullptr; up = up->parentWidget()) {
            if (const auto* label = qobject_cast<FindingLabel*>(up))
                reached.insert(label->finding().ruleId + label->finding().message);
        }
        press(Qt::Key_Tab);
    }
    for (const Diagnostic& finding : findings)
        QVERIFY2(reached.contains(finding.ruleId + finding.message), qPrintable(finding.ruleId));
    // In the form each finding about a parameter stands beside it.
    for (const Diagnostic& finding : findings) {
        if (ConfigField* field = open.form->field(finding.key))
            QVERIFY2(field->hasFindings(), qPrintable(finding.ruleId));
    }
}

void tst_ConfigKeyboard::everyFixIsAppliedAndUndone()
{
    OpenWindow open(manyMistakes);
    open.goToText();
    int fixes = 0;
    const Diagnostics findings = open.session().findings();
    for (const Diagnostic& finding : findings) {
        if (!finding.fix)
            continue;
        const QByteArray before = open.session().configText();
        FindingLabel* label = open.label(finding);
        QVERIFY2(label != nullptr && label->fixButton() != nullptr, qPrintable(finding.ruleId));
        open.list()->setFocus();
        QVERIFY2(tabTo([&](const QWidget* widget) { return widget == label->fixButton(); }),
                 qPrintable(finding.ruleId));
        press(Qt::Key_Space);
        QTRY_VERIFY2(open.label(finding) == nullptr, qPrintable(finding.ruleId));
        QVERIFY2(open.session().configText() != before, qPrintable(finding.ruleId));
        QTest::keyClick(&open.window(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(open.session().configText(), before);
        QTRY_VERIFY2(open.label(finding) != nullptr, qPrintable(finding.ruleId));
        ++fixes;
    }
    QVERIFY2(fixes > 5, qPrintable(QString::number(fixes)));
}

void tst_ConfigKeyboard::findingsAreAcceptedAndTakenBack()
{
    OpenWindow open(manyMistakes);
    open.goToText();
    const Diagnostics findings = open.session().findings();
    qsizetype accepted = 0;
    for (const Diagnostic& finding : findings) {
        FindingLabel* label = open.label(finding);
        QVERIFY2(label != nullptr, qPrintable(finding.ruleId));
        auto* words = label->findChild<QLabel*>();
        open.list()->setFocus();
        QVERIFY(tabTo([&](const QWidget* widget) { return widget == words; }));
        while (QApplication::focusWidget() == words && !words->selectedText().contains(u"Accept"_s))
            press(Qt::Key_Tab); // from link to link
        QVERIFY2(words->hasFocus(), qPrintable(finding.ruleId));
        press(Qt::Key_Return);
        QInputDialog* question = nullptr;
        QTRY_VERIFY((question = open.window().findChild<QInputDialog*>()) != nullptr && question->isVisible());
        QTest::keyClicks(question->findChild<QLineEdit*>(), u"seen"_s);
        QTest::keyClick(question->findChild<QLineEdit*>(), Qt::Key_Return);
        QTRY_VERIFY(open.window().findChild<QInputDialog*>() == nullptr);
        showActive(open.window()); // as a window manager does when a dialog closes
        QVERIFY2(QApplication::focusWidget() != nullptr, qPrintable(finding.ruleId));
        QCOMPARE(open.session().acceptedFindings().size(), ++accepted);
    }
    QVERIFY(open.session().findings().isEmpty());
    QCOMPARE(open.session().configText(), manyMistakes);
    while (!open.session().acceptedFindings().isEmpty()) {
        const Diagnostic first = open.session().acceptedFindings().first().finding;
        auto* words = open.label(first)->findChild<QLabel*>();
        words->setFocus(Qt::TabFocusReason);
        while (QApplication::focusWidget() == words && !words->selectedText().contains(u"Take Back"_s))
            press(Qt::Key_Tab);
        press(Qt::Key_Return);
        --accepted;
        QTRY_COMPARE(open.session().acceptedFindings().size(), accepted);
    }
    QCOMPARE(open.session().findings().size(), findings.size());
}

/// Each key makes the text anew, with other findings and fields: the cursor goes on as if nothing were there.
void tst_ConfigKeyboard::aWholeConfigIsTyped()
{
    OpenWindow open;
    open.trigger(u"view.text"_s);
    auto* editor = open.window().findChild<ConfigTextEditor*>();
    editor->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    QString expected;
    const QStringList lines = QString::fromUtf8(manyMistakes).trimmed().split(u'\n');
    for (const QString& line : lines) {
        for (const QChar letter : line) {
            QTest::keyClick(editor, letter.toLatin1());
            QVERIFY2(editor->hasFocus(), qPrintable(expected.right(40)));
        }
        expected += line;
        // The editor may have set the indentation; what is seen up to here is what was typed.
        QCOMPARE(editor->toPlainText().simplified(), expected.simplified());
        QVERIFY(editor->textCursor().atEnd());
        expected += u'\n';
        press(Qt::Key_Return);
        press(Qt::Key_Home);
        press(Qt::Key_End, Qt::ShiftModifier);
        if (editor->textCursor().hasSelection())
            press(Qt::Key_Delete); // an indentation given for free
    }
    QVERIFY(open.session().config() != nullptr);
    QVERIFY(open.session().findings().size() > 12);
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_ConfigKeyboard)
#include "tst_configkeyboard.moc"
