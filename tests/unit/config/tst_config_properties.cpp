// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ConfigCorpus.h"
#include "RandomYaml.h"

#include "core/config/ConfigDocument.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// What must hold for every document and every key.
class tst_ConfigProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void corpusEditsAreReversible();
    void corpusKeysCanBeAddedAndRemoved();
    void generatedDocumentsAreUnderstood();
    void generatedEditsTouchOnlyTheValue();
    void generatedKeysCanBeAddedAndRemoved();
};

namespace {

constexpr quint32 documentCount = 3000;

/// Sets the key and checks that no byte outside the old value's range has changed.
Result<ConfigDocument> setWithinRange(const ConfigDocument& document, const QString& key, const QString& value)
{
    const SourceRange range = document.value(key)->valueRange;
    const Result<TextEdit> edit = document.editToSet(key, value);
    if (!edit)
        return forward(edit);
    const bool inside
        = edit->offset >= range.offset && edit->offset + edit->removedLength <= range.offset + range.length;
    if (!inside)
        return failure(ErrorKind::Internal, u"the edit leaves the value"_s);
    return document.edited(*edit);
}

QString describe(const Result<ConfigDocument>& result, const QString& key, const QByteArray& text)
{
    return u"%1: %2\n%3"_s.arg(key, result ? u"differs"_s : result.error().message, QString::fromUtf8(text.right(200)));
}

} // namespace

void tst_ConfigProperties::corpusEditsAreReversible()
{
    const QList<CorpusFile> files = configCorpus();
    if (files.isEmpty())
        QSKIP("the corpus is not here");
    int edits = 0;
    for (const CorpusFile& file : files) {
        const Result<ConfigDocument> document = ConfigDocument::fromText(file.text, file.path);
        QVERIFY2(document, qPrintable(document ? QString() : document.error().message));
        const QStringList keys = document->keys();
        QVERIFY(keys.size() > 10);
        for (const QString& key : keys) {
            const ConfigValue value = *document->value(key);
            if (!value.isScalar || value.isNull)
                continue;
            for (const QString& other : {u"x"_s, u"it's \"1\" # 2"_s, u"中文"_s, u"0.5 0.25"_s}) {
                const Result<ConfigDocument> there = setWithinRange(*document, key, other);
                QVERIFY2(there, qPrintable(describe(there, key, file.text)));
                QCOMPARE(there->scalar(key), other);
                const Result<ConfigDocument> back = there->with(key, value.text);
                QVERIFY(back);
                // A bare value that had to be quoted on the way stays quoted; the rest must be as it was.
                const bool wasBare
                    = file.text.at(value.valueRange.offset) != '\'' && file.text.at(value.valueRange.offset) != '"';
                const bool quoted = wasBare && other.contains(u'#');
                if (quoted)
                    QCOMPARE(back->scalar(key), value.text);
                else
                    QCOMPARE(back->text(), file.text);
                ++edits;
            }
        }
    }
    QVERIFY(edits > 1000);
}

void tst_ConfigProperties::corpusKeysCanBeAddedAndRemoved()
{
    const QList<CorpusFile> files = configCorpus();
    if (files.isEmpty())
        QSKIP("the corpus is not here");
    for (const CorpusFile& file : files) {
        const ConfigDocument document = *ConfigDocument::fromText(file.text, file.path);
        const QStringList keys = document.keys();
        for (const QString& key : keys) {
            const Result<ConfigDocument> without = document.without(key);
            QVERIFY2(without, qPrintable(describe(without, key, file.text)));
            QVERIFY(!without->contains(key));
            if (key.contains(u'.'))
                continue;
            const QString added = key + u".added_key"_s;
            const Result<ConfigDocument> with = document.with(added, u"v"_s);
            QVERIFY2(with, qPrintable(describe(with, added, file.text)));
            const QByteArray back = with->without(added)->text();
            QVERIFY2(back == file.text || back == file.text + '\n', qPrintable(file.name));
        }
    }
}

void tst_ConfigProperties::generatedDocumentsAreUnderstood()
{
    for (quint32 seed = 0; seed < documentCount; ++seed) {
        const RandomDocument random = randomDocument(seed);
        const Result<ConfigDocument> document = ConfigDocument::fromText(random.text);
        QVERIFY2(document, qPrintable(describe(document, QString::number(seed), random.text)));
        qsizetype scalars = 0;
        const QStringList keys = document->keys();
        for (const QString& key : keys) {
            const ConfigValue value = *document->value(key);
            if (!value.isScalar || value.isNull)
                continue;
            ++scalars;
            const QByteArray written = random.text.sliced(value.valueRange.offset, value.valueRange.length);
            const QByteArray wanted = random.written.value(key);
            const bool same = written == wanted || (written + '\n' == wanted) || (written + "\r\n" == wanted)
                || (written + '\r' == wanted);
            QVERIFY2(same,
                     qPrintable(u"%1: %2\n%3"_s.arg(key, QString::fromUtf8(written), QString::fromUtf8(random.text))));
            QVERIFY2(value.text == random.scalars.value(key) || value.text + u'\n' == random.scalars.value(key),
                     qPrintable(key + value.text));
        }
        QCOMPARE(scalars, random.scalars.size());
    }
}

void tst_ConfigProperties::generatedEditsTouchOnlyTheValue()
{
    QRandomGenerator values(7);
    qsizetype reversed = 0;
    for (quint32 seed = 0; seed < documentCount; ++seed) {
        const RandomDocument random = randomDocument(seed);
        const ConfigDocument document = *ConfigDocument::fromText(random.text);
        for (auto entry = random.scalars.constBegin(); entry != random.scalars.constEnd(); ++entry) {
            const QString value = randomValue(values);
            const Result<ConfigDocument> changed = setWithinRange(document, entry.key(), value);
            QVERIFY2(changed, qPrintable(describe(changed, entry.key() + u" = "_s + value, random.text)));
            QCOMPARE(changed->scalar(entry.key()), value);
        }
        for (const QString& key : random.reversible) {
            const Result<ConfigDocument> changed = setWithinRange(document, key, u"other"_s);
            QVERIFY(changed);
            const Result<ConfigDocument> back = changed->with(key, random.scalars.value(key));
            QVERIFY2(back && back->text() == random.text, qPrintable(describe(back, key, random.text)));
            ++reversed;
        }
    }
    QVERIFY(reversed > 10000);
}

void tst_ConfigProperties::generatedKeysCanBeAddedAndRemoved()
{
    for (quint32 seed = 0; seed < documentCount; ++seed) {
        const RandomDocument random = randomDocument(seed);
        const ConfigDocument document = *ConfigDocument::fromText(random.text);
        // A line cannot follow a block text that lacks its last line break without giving it one.
        if (random.text.endsWith("l2 # no comment") || random.text.endsWith("f2"))
            continue;
        for (const QString& group : random.groups) {
            const Result<ConfigDocument> with = document.with(group + u".added"_s, u"it's new"_s);
            QVERIFY2(with, qPrintable(describe(with, group, random.text)));
            const Result<ConfigDocument> back = with->without(group + u".added"_s);
            QVERIFY(back);
            const bool same = back->text() == random.text || back->text() == random.text + '\n'
                || back->text() == random.text + "\r\n" || back->text() == random.text + '\r';
            QVERIFY2(same, qPrintable(describe(back, group, random.text)));
        }
        const Result<ConfigDocument> with = document.with(u"new_group.added"_s, u"1"_s);
        QVERIFY2(with, qPrintable(describe(with, u"new_group"_s, random.text)));
        for (const QString& key : document.keys()) {
            const Result<ConfigDocument> without = document.without(key);
            QVERIFY2(without, qPrintable(describe(without, key, random.text)));
        }
    }
}

QTEST_GUILESS_MAIN(tst_ConfigProperties)
#include "tst_config_properties.moc"
