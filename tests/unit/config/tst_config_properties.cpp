// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ConfigCorpus.h"
#include "RandomYaml.h"

#include "core/config/ConfigSchema.h"
#include "core/session/ConfigHistory.h"

#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// What must hold for every document and every key.
class tst_ConfigProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void corpusKeysTakeAnotherLegalValue();
    void corpusEditsAreReversible();
    void corpusKeysCanBeAddedAndRemoved();
    void generatedDocumentsAreUnderstood();
    void generatedEditsTouchOnlyTheValue();
    void generatedKeysCanBeAddedAndRemoved();
    void oneEditInEachOfManyDocuments();
};

namespace {

constexpr quint32 documentCount = 1000; ///< of which every key is tried
constexpr quint32 manyDocuments = 100000; ///< of which one key of each is tried

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

/// One that the toolchain would take too; per-input lists keep their length.
QString anotherLegalValue(const ConfigSchema& schema, const QString& key, const QString& value, March march)
{
    const ConfigKeyInfo* info = schema.find(key);
    if (info == nullptr)
        return value + u"_2"_s; // a node's setting, or a key that is refused anyway
    const auto other = [&](const QString& item) -> QString {
        const QStringList choices = schema.choicesFor(key, march);
        for (const QString& choice : choices) {
            if (choice.compare(item, Qt::CaseInsensitive) != 0)
                return choice;
        }
        switch (info->kind) {
        case ConfigValueKind::Boolean:
            return item.compare(u"true"_s, Qt::CaseInsensitive) == 0 ? u"False"_s : u"True"_s;
        case ConfigValueKind::Integer:
            return QString::number(item.toInt() + 1);
        case ConfigValueKind::Number:
            return item == u"0.5"_s ? u"0.25"_s : u"0.5"_s;
        case ConfigValueKind::NumberList:
            return item == u"1.5 2 0.25"_s ? u"2 1.5 0.25"_s : u"1.5 2 0.25"_s;
        case ConfigValueKind::Shape:
            return item == u"1x3x64x64"_s ? u"1x3x32x32"_s : u"1x3x64x64"_s;
        default:
            return item + u"_other"_s;
        }
    };
    if (!info->perInput)
        return other(value);
    QStringList items = splitPerInput(value);
    if (items.isEmpty())
        items.append(QString());
    for (QString& item : items)
        item = other(item);
    return items.join(u';') + (value.endsWith(u';') ? u";"_s : QString());
}

/// Whether nothing outside the old value's bytes has changed; a value that was empty may bring the blank before it.
bool differOnlyWithin(const QByteArray& before, const QByteArray& after, const SourceRange& range)
{
    const qsizetype end = range.offset + range.length;
    return after.first(range.offset) == before.first(range.offset) && after.endsWith(before.sliced(end))
        && after.size() >= before.size() - range.length;
}

QString describe(const Result<ConfigDocument>& result, const QString& key, const QByteArray& text)
{
    return u"%1: %2\n%3"_s.arg(key, result ? u"differs"_s : result.error().message, QString::fromUtf8(text.right(200)));
}

/// One key of the document gets another value, and its own again: what is wrong with that, or nothing.
QString faultOfOneEdit(const RandomDocument& random, const ConfigDocument& document, QRandomGenerator& chance)
{
    const QStringList keys = random.scalars.keys();
    if (keys.isEmpty())
        return {};
    const QString& key = keys[chance.bounded(keys.size())];
    const QString value = randomValue(chance);
    if (random.shared.contains(key))
        return document.with(key, value) ? u"changes the alias of "_s + key : QString();
    const SourceRange range = document.value(key)->valueRange;
    const Result<ConfigDocument> changed = document.with(key, value);
    if (!changed || changed->scalar(key) != value || !differOnlyWithin(random.text, changed->text(), range))
        return describe(changed, key, random.text);
    const QStringList others = document.keys();
    for (const QString& other : others) {
        if (other != key && changed->scalar(other) != document.scalar(other))
            return key + u" changes "_s + other;
    }
    if (!random.reversible.contains(key))
        return {};
    const Result<ConfigDocument> other = document.with(key, u"other"_s);
    const Result<ConfigDocument> back = other ? other->with(key, random.scalars.value(key)) : other;
    return back && back->text() == random.text ? QString() : describe(back, key, random.text);
}

QString faultOfAddition(const RandomDocument& random, const ConfigDocument& document)
{
    const bool endsInBlock = random.text.endsWith("l2 # no comment") || random.text.endsWith("f2");
    if (random.groups.isEmpty() || endsInBlock)
        return {};
    const QString added = random.groups.constLast() + u".added"_s;
    const Result<ConfigDocument> with = document.with(added, u"it's new"_s);
    const Result<ConfigDocument> back = with ? with->without(added) : with;
    const bool same = back && back->text().startsWith(random.text) && back->text().size() <= random.text.size() + 2;
    return same ? QString() : describe(back, added, random.text);
}

/// The first fault among the documents of these seeds, or nothing.
QString firstFault(quint32 firstSeed, quint32 step)
{
    QRandomGenerator chance(firstSeed);
    for (quint32 seed = firstSeed; seed < manyDocuments; seed += step) {
        const RandomDocument random = randomDocument(seed);
        const Result<ConfigDocument> document = ConfigDocument::fromText(random.text);
        if (!document)
            return describe(document, QString::number(seed), random.text);
        QString fault = faultOfOneEdit(random, *document, chance);
        if (fault.isEmpty())
            fault = faultOfAddition(random, *document);
        if (!fault.isEmpty())
            return u"%1: %2"_s.arg(seed).arg(fault);
    }
    return {};
}

} // namespace

/// As a person does it: another legal value, and undo.
void tst_ConfigProperties::corpusKeysTakeAnotherLegalValue()
{
    const QList<CorpusFile> files = configCorpus();
    if (files.isEmpty())
        QSKIP("the corpus is not here");
    const Result<ConfigSchema> schema = ConfigSchema::load();
    QVERIFY(schema);
    int edits = 0;
    for (const CorpusFile& file : files) {
        const ConfigDocument document = *ConfigDocument::fromText(file.text, file.path);
        const March march = readConversionConfig(document).march;
        const QStringList keys = document.keys();
        for (const QString& key : keys) {
            const ConfigValue value = *document.value(key);
            if (!value.isScalar)
                continue;
            const QString other = anotherLegalValue(*schema, key, value.text, march);
            QVERIFY2(other != value.text, qPrintable(key));
            const Result<ConfigDocument> changed = setWithinRange(document, key, other);
            QVERIFY2(changed, qPrintable(describe(changed, key, file.text)));
            QCOMPARE(changed->scalar(key), other);
            QVERIFY2(differOnlyWithin(file.text, changed->text(), value.valueRange), qPrintable(file.name + key));
            ConfigHistory history;
            history.reset(file.text);
            QVERIFY(history.push(changed->text(), key));
            QVERIFY(history.isModified());
            QCOMPARE(history.undo(), file.text);
            QVERIFY(!history.isModified());
            QCOMPARE(history.redo(), changed->text());
            ++edits;
        }
    }
    QVERIFY2(edits > 500, qPrintable(QString::number(edits)));
}

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
            if (random.shared.contains(entry.key()) && value != entry.value()) {
                QVERIFY(!changed); // the alias would change with it
                continue;
            }
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
    QVERIFY(reversed > 3000);
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
            if (random.shared.contains(key))
                QVERIFY(!without); // the alias would name nothing
            else
                QVERIFY2(without, qPrintable(describe(without, key, random.text)));
        }
    }
}

void tst_ConfigProperties::oneEditInEachOfManyDocuments()
{
    auto odd = std::async(std::launch::async, firstFault, 1, 2);
    const QString even = firstFault(0, 2);
    QCOMPARE(even, QString());
    QCOMPARE(odd.get(), QString());
}

QTEST_GUILESS_MAIN(tst_ConfigProperties)
#include "tst_config_properties.moc"
