// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/support/Screenshot.h"
#include "tests/unit/lint/LintFixture.h"

#include "core/base/Files.h"
#include "widgets/common/Theme.h"
#include "widgets/config/ConfigField.h"
#include "widgets/config/ConfigForm.h"
#include "widgets/config/FieldEditor.h"
#include "widgets/config/FindingLabel.h"
#include "widgets/config/KeyHelp.h"
#include "widgets/config/KeyHelpHtml.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QTextDocumentFragment>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// The help under a field of the form.
class tst_KeyHelp : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void opensAndClosesByKeyboard();
    void saysEverythingOfTheKey();
    void followsTheMarch();
    void sourcesOpenByKeyboard();
    void uncertaintyIsSaidInWords();
    void everyKeyOnEveryMarch();
    void staysOpenInAnotherLanguage();
    void isNamedForScreenReaders();
    void wrapsInANarrowForm();
    void comesIntoViewWhenOpened();
    void standsBelowTheFindings();
    void pictures();

private:
    void open(Session& session, const QByteArray& march = "bayes-e");
    QTemporaryDir m_folder;
};

namespace {

const QString layoutKey = u"input_parameters.input_layout_rt"_s;
const QString levelKey = u"compiler_parameters.optimize_level"_s;

QString plain(const QString& html)
{
    return QTextDocumentFragment::fromHtml(html).toPlainText().replace(QChar::Nbsp, u' ');
}

QString textOf(const ConfigField& field)
{
    return plain(field.help()->text()->text());
}

} // namespace

void tst_KeyHelp::open(Session& session, const QByteArray& march)
{
    const QString path = m_folder.filePath(u"net.yaml"_s);
    QVERIFY(writeFileAtomically(path, QByteArray(cleanConfig).replace("bayes-e", march)));
    session.open(path);
}

void tst_KeyHelp::opensAndClosesByKeyboard()
{
    Session session;
    ConfigForm form(session);
    form.resize(460, 700);
    showActive(form);
    open(session);
    ConfigField* field = form.field(layoutKey);
    QVERIFY(field->help() == nullptr); // written when it is first asked for
    field->editor()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(field->editor()->focusProxy(), Qt::Key_Tab);
    QVERIFY(field->helpButton()->hasFocus());
    QTest::keyClick(field->helpButton(), Qt::Key_Space);
    QVERIFY(field->help() != nullptr && field->help()->isVisible());
    QVERIFY(field->isExplained());
    QTest::keyClick(field->helpButton(), Qt::Key_Tab);
    QVERIFY(field->help()->text()->hasFocus()); // it can be read and copied by keyboard
    QTest::keyClick(field->help()->text(), Qt::Key_A, Qt::ControlModifier);
    QVERIFY(field->help()->text()->selectedText().size() > 100);
    QTest::keyClick(field->help()->text(), Qt::Key_Tab);
    QVERIFY(field->help()->sourcesButton()->hasFocus());
    field->helpButton()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(field->helpButton(), Qt::Key_Space);
    QVERIFY(!field->help()->isVisible());
}

void tst_KeyHelp::saysEverythingOfTheKey()
{
    Session session;
    ConfigForm form(session);
    open(session, "bernoulli2");
    ConfigField* field = form.field(layoutKey);
    QTest::mouseClick(field->helpButton(), Qt::LeftButton);
    const QString text = textOf(*field);
    const ConfigKeyInfo& info = field->info();
    QVERIFY(text.contains(info.explanation()));
    QVERIFY(text.contains(info.example));
    QVERIFY(text.contains(u"NHWC, NCHW."_s));
    QVERIFY(text.contains(u"Default on bernoulli2"_s));
    QVERIFY(text.contains(u"bernoulli2, bayes, bayes-e."_s));
    QVERIFY(text.contains(u"What goes wrong"_s));
    const auto find = [&](const QString& id) { return *std::ranges::find(info.pitfalls, id, &ConfigPitfall::id); };
    QVERIFY(text.contains(find(u"nchw-on-x3"_s).mistake) && text.contains(find(u"nchw-on-x3"_s).consequence));
    QVERIFY(!text.contains(find(u"nchw-elsewhere"_s).mistake)); // of other marches
    const QString sources = plain(field->help()->sources()->text());
    QVERIFY(sources.contains(session.schema().sourceName(u"case"_s)));
    QVERIFY(sources.contains(u"Known to: "_s) && sources.contains(u"Not stated for: hb_mapper 1.1.58"_s));
}

void tst_KeyHelp::followsTheMarch()
{
    Session session;
    ConfigForm form(session);
    open(session);
    ConfigField* field = form.field(levelKey);
    field->setExplained(true);
    QVERIFY(textOf(*field).contains(u"Default on bayes-e"_s) && textOf(*field).contains(u"O0."_s));
    QCOMPARE(field->editor()->combo()->itemText(0), u"(O0)"_s);
    session.setConfigValue(u"model_parameters.march"_s, u"bernoulli2"_s);
    QVERIFY(textOf(*field).contains(u"Default on bernoulli2"_s));
    QVERIFY(textOf(*field).contains(u"None is documented."_s));
    QCOMPARE(field->editor()->combo()->itemText(0), u"(not written)"_s);
    ConfigField* balance = form.field(u"compiler_parameters.balance_factor"_s);
    balance->setExplained(true);
    QVERIFY(textOf(*balance).contains(u"The key does not exist on bernoulli2."_s));
}

void tst_KeyHelp::sourcesOpenByKeyboard()
{
    Session session;
    ConfigForm form(session);
    form.resize(460, 700);
    showActive(form);
    open(session);
    ConfigField* field = form.field(levelKey);
    field->setExplained(true);
    QToolButton* button = field->help()->sourcesButton();
    QVERIFY(!field->help()->sources()->isVisible()); // no wall of text
    QVERIFY2(button->text().startsWith(u"Versions and sources ("_s), qPrintable(button->text()));
    button->setFocus(Qt::TabFocusReason);
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(field->help()->sources()->isVisible());
    QTest::keyClick(button, Qt::Key_Tab);
    QVERIFY(field->help()->sources()->hasFocus());
    QTest::keyClick(field->help()->sources(), Qt::Key_Backtab);
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(!field->help()->sources()->isVisible());
}

void tst_KeyHelp::uncertaintyIsSaidInWords()
{
    Session session;
    ConfigForm form(session);
    open(session, "bernoulli2");
    ConfigField* field = form.field(layoutKey);
    field->setExplained(true);
    const ConfigStatement fallback = field->info().facts.value(ConfigFact::Default);
    QVERIFY(!fallback.doubt.isEmpty());
    QVERIFY(textOf(*field).contains(u"Uncertain: "_s + fallback.doubt));
}

/// Nothing that concerns the march is left out, everything uncertain is marked, every number has its source.
void tst_KeyHelp::everyKeyOnEveryMarch()
{
    const Theme theme = Theme::light();
    static const QRegularExpression number(u"\\[(\\d+)\\]"_s);
    for (const ConfigKeyInfo& info : schema().keys()) {
        for (const March march : {March::Unknown, March::Bernoulli2, March::Bayes, March::BayesE}) {
            const KeyHelpHtml html(schema(), info, march, theme);
            const QString text = plain(html.help());
            const QString sources = plain(html.sources());
            for (const ConfigPitfall& pitfall : info.pitfalls) {
                const bool isOfMarch = march == March::Unknown || pitfall.marches.isEmpty()
                    || pitfall.marches.contains(marchName(march));
                QCOMPARE(text.contains(pitfall.consequence), isOfMarch);
                if (isOfMarch && !pitfall.doubt.isEmpty())
                    QVERIFY2(text.contains(u"Uncertain: "_s + pitfall.doubt), qPrintable(info.key));
            }
            QVERIFY(html.sourceCount() > 0);
            for (auto match = number.globalMatch(text); match.hasNext();) {
                const int cited = match.next().captured(1).toInt();
                QVERIFY2(cited >= 1 && cited <= html.sourceCount(), qPrintable(info.key));
                QVERIFY2(sources.contains(u"[%1]"_s.arg(cited)), qPrintable(info.key));
            }
        }
    }
}

void tst_KeyHelp::staysOpenInAnotherLanguage()
{
    Session session;
    ConfigForm form(session);
    open(session);
    form.field(levelKey)->setExplained(true);
    session.setLanguage(u"zh_CN"_s);
    const ConfigField* field = form.field(levelKey);
    QVERIFY(field->isExplained() && field->help() != nullptr);
    QVERIFY2(textOf(*field).contains(u"编译优化级别"_s), qPrintable(textOf(*field)));
    QVERIFY(!form.field(layoutKey)->isExplained());
    form.filter()->setText(u"layer_out"_s); // a help that is open does not come along where something is looked for
    QVERIFY(field->isHidden());
}

void tst_KeyHelp::isNamedForScreenReaders()
{
    Session session;
    ConfigForm form(session);
    open(session);
    ConfigField* field = form.field(layoutKey);
    field->setExplained(true);
    QCOMPARE(field->helpButton()->accessibleName(), u"Explain "_s + layoutKey);
    QCOMPARE(field->help()->text()->accessibleName(), u"Help for "_s + layoutKey);
    QVERIFY(field->help()->text()->accessibleDescription().startsWith(field->info().explanation()));
    QCOMPARE(field->help()->sourcesButton()->accessibleName(), u"Versions and sources for "_s + layoutKey);
    QVERIFY(!field->help()->sources()->accessibleDescription().isEmpty());
}

void tst_KeyHelp::wrapsInANarrowForm()
{
    Session session;
    ConfigForm form(session);
    form.resize(320, 600);
    showActive(form);
    open(session);
    ConfigField* field = form.field(layoutKey);
    field->setExplained(true);
    QTRY_VERIFY(field->help()->text()->height()
                >= field->help()->text()->heightForWidth(field->help()->text()->width()));
    QVERIFY(field->help()->width() <= field->width());
    QVERIFY(field->width() <= form.width());
}

void tst_KeyHelp::comesIntoViewWhenOpened()
{
    Session session;
    ConfigForm form(session);
    form.resize(460, 420);
    showActive(form);
    open(session);
    const auto* area = form.findChild<QScrollArea*>();
    QVERIFY(area != nullptr);
    ConfigField* field = form.field(levelKey); // at the end
    const auto top = [&] { return field->mapTo(area->viewport(), QPoint()).y(); };
    QVERIFY(top() + field->height() > area->viewport()->height());
    form.showKey(levelKey, true);
    QTest::keyClick(field->editor()->focusProxy(), Qt::Key_Tab);
    QTest::keyClick(field->helpButton(), Qt::Key_Space);
    QTRY_VERIFY(top() >= 0 && (top() == 0 || top() + field->height() <= area->viewport()->height()));
    QVERIFY(field->height() > 150);
    QVERIFY(field->helpButton()->hasFocus());
}

void tst_KeyHelp::standsBelowTheFindings()
{
    Session session;
    ConfigForm form(session);
    form.resize(460, 900);
    showActive(form);
    open(session, "bernoulli2");
    ConfigField* field = form.field(layoutKey);
    field->setExplained(true);
    session.setConfigValue(layoutKey, u"NCHW"_s);
    QTRY_VERIFY(field->hasFindings());
    const auto* finding = field->findChild<FindingLabel*>();
    QVERIFY(finding != nullptr);
    QTRY_VERIFY(finding->y() > field->editor()->y() && finding->y() < field->help()->y());
}

void tst_KeyHelp::pictures()
{
    for (const bool isDark : {false, true}) {
        useDarkPalette(isDark);
        for (const QString& language : {u"en"_s, u"zh_CN"_s}) {
            Session session;
            session.setLanguage(language);
            ConfigForm form(session);
            form.resize(460, 1000);
            open(session, "bernoulli2");
            form.field(layoutKey)->setExplained(true);
            form.field(layoutKey)->help()->sourcesButton()->setChecked(true);
            form.field(u"compiler_parameters.compile_mode"_s)->setExplained(true);
            showActive(form);
            form.showKey(layoutKey, false);
            const QImage image = screenshot(form, u"key-help-%1-%2"_s.arg(isDark ? u"dark"_s : u"light"_s, language));
            const Theme theme = isDark ? Theme::dark() : Theme::light();
            QVERIFY(countPixels(image, theme.color(ThemeColor::Warn), 40) > 20); // what is uncertain
        }
    }
    useDarkPalette(false);
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_KeyHelp)
#include "tst_keyhelp.moc"
