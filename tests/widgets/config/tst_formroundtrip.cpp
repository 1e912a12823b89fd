// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/unit/config/ConfigCorpus.h"

#include "core/base/Files.h"
#include "widgets/config/ConfigField.h"
#include "widgets/config/ConfigForm.h"
#include "widgets/config/FieldEditor.h"
#include "widgets/config/InputsTable.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// Who only looks changes nothing: every field of every published config is entered and left.
class tst_FormRoundTrip : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void lookingChangesNothing_data();
    void lookingChangesNothing();
};

void tst_FormRoundTrip::lookingChangesNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    const QList<CorpusFile> files = configCorpus();
    for (const CorpusFile& file : files)
        QTest::newRow(qPrintable(file.name)) << file.text;
    QTest::newRow("windows") << QByteArray("\xef\xbb\xbfmodel_parameters:\r\n  march: \"bayes-e\"   # 注释\r\n"
                                           "input_parameters:\r\n  input_name: 'a;b;'\r\n  norm_type:\r\n");
}

void tst_FormRoundTrip::lookingChangesNothing()
{
    QFETCH(QByteArray, text);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"net.yaml"_s);
    QVERIFY(writeFileAtomically(path, text));
    Session session;
    ConfigForm form(session);
    InputsTable table(session);
    form.resize(500, 700);
    showActive(form);
    session.open(path);
    form.findChild<QCheckBox*>()->setChecked(true);
    for (const ConfigKeyInfo& info : session.schema().keys()) {
        ConfigField* field = form.field(info.key);
        if (field == nullptr)
            continue;
        QWidget* editor = field->editor()->focusProxy();
        editor->setFocus(Qt::TabFocusReason);
        QVERIFY2(editor->hasFocus(), qPrintable(info.key));
        if (field->editor()->line() == editor) {
            QTest::keyClick(editor, Qt::Key_Return);
            QTest::keyClick(editor, Qt::Key_End);
            QTest::keyClicks(editor, u"x"_s);
            QTest::keyClick(editor, Qt::Key_Backspace); // changed his mind
        }
        QTest::keyClick(editor, Qt::Key_Tab);
        QVERIFY2(session.configText() == text, qPrintable(info.key));
    }
    QVERIFY(!session.isConfigModified());
    QVERIFY(session.saveConfig());
    QCOMPARE(*readFile(path), text);
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_FormRoundTrip)
#include "tst_formroundtrip.moc"
