// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/EditorText.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_EditorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsFilesAsEditorsDo_data();
    void showsFilesAsEditorsDo();
    void editsOnlyWhatChanged_data();
    void editsOnlyWhatChanged();
    void anyEditRoundTrips();
};

void tst_EditorText::showsFilesAsEditorsDo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("byte-order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a: 1\n")
                                     << u"a: 1\n"_s;
    QTest::newRow("CRLF") << QByteArray("a: 1\r\nb: 2\r\n") << u"a: 1\nb: 2\n"_s;
    QTest::newRow("Chinese") << QByteArray("# 模型\n") << u"# 模型\n"_s;
    QTest::newRow("beyond the plane") << QByteArray("\xF0\x9F\x98\x80") << QString::fromUtf8("\xF0\x9F\x98\x80");
    QTest::newRow("no UTF-8") << QByteArray("a\xFF"
                                            "b")
                              << u"a\uFFFDb"_s;
}

void tst_EditorText::showsFilesAsEditorsDo()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(EditorText(bytes).text(), text);
}

void tst_EditorText::editsOnlyWhatChanged_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("changed");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("mark and CRLF stay") << QByteArray("\xEF\xBB\xBF"
                                                      "a: 1\r\nb: 2\r\n")
                                        << u"a: 1\nb: 3\n"_s
                                        << QByteArray("\xEF\xBB\xBF"
                                                      "a: 1\r\nb: 3\r\n");
    QTest::newRow("a new line ends like the others")
        << QByteArray("a\r\nb\r\n") << u"a\nx\nb\n"_s << QByteArray("a\r\nx\r\nb\r\n");
    QTest::newRow("mixed ends stay") << QByteArray("a\r\nb\nc\r\n") << u"a\nb\ncd\n"_s << QByteArray("a\r\nb\ncd\r\n");
    QTest::newRow("other bytes stay") << QByteArray("\xFF: 1\n") << u"\uFFFD: 2\n"_s << QByteArray("\xFF: 2\n");
    QTest::newRow("delete all") << QByteArray("a\n") << QString() << QByteArray();
}

void tst_EditorText::editsOnlyWhatChanged()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, changed);
    QFETCH(QByteArray, after);
    QCOMPARE(applied(EditorText(before).editTo(changed), before), after);
}

void tst_EditorText::anyEditRoundTrips()
{
    QRandomGenerator random(7);
    const QStringList pieces{
        u"a"_s, u"\n"_s, u"型"_s, QString::fromUtf8("\xF0\x9F\x98\x80"), QString::fromUtf8("\xF0\x9F\x98\x81"), u" "_s};
    const auto piece = [&] { return pieces[random.bounded(static_cast<int>(pieces.size()))]; };
    for (int round = 0; round < 500; ++round) {
        QString text;
        for (int i = random.bounded(12); i > 0; --i)
            text += piece();
        QByteArray bytes = text.toUtf8();
        if (round % 2 == 0)
            bytes.replace("\n", "\r\n");
        QString changed = text;
        const auto at = changed.isEmpty() ? 0 : random.bounded(static_cast<int>(changed.size()));
        if (at < changed.size() && !changed[at].isSurrogate())
            changed.replace(at, 1, piece() + piece());
        else
            changed.prepend(piece());
        QCOMPARE(EditorText(applied(EditorText(bytes).editTo(changed), bytes)).text(), changed);
    }
}

QTEST_GUILESS_MAIN(tst_EditorText)
#include "tst_editortext.moc"
