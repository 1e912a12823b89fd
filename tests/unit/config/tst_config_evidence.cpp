// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigSchema.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// Where the schema cites a published file, the file must say so. Skipped where the corpus is absent.
class tst_ConfigEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void citedFilesExist();
    void quotedMessagesAreInTheLogs();
    void editionsNameTheKeysTheyKnow();

private:
    [[nodiscard]] QStringList filesOf(const QString& source) const;
    [[nodiscard]] QByteArray contentsOf(const QStringList& sources) const;

    ConfigSchema m_schema;
    QStringList m_corpus; ///< paths
};

namespace {

/// How logs and board files spell a key.
QStringList spellings(const QString& key)
{
    static const QHash<QString, QStringList> others{
        {u"march"_s, {u"MARCH"_s}},
        {u"output_model_file_prefix"_s, {u"name_prefix"_s, u"MODEL_PREFIX"_s}},
        {u"working_dir"_s, {u"Working dir"_s, u"working dir"_s}},
        {u"input_space_and_range"_s, {u"input_space&range"_s}},
        {u"input_name"_s, {u"INPUT_NAMES"_s}},
        {u"calibration_type"_s, {u"CALI_TYPE"_s}},
        {u"cal_data_dir"_s, {u"CALI_DIR"_s}},
        {u"input_source"_s, {u"input-source"_s}},
        {u"core_num"_s, {u"--core-num"_s}},
        {u"optimize_level"_s, {u"--O3"_s}},
        {u"compile_mode"_s, {u"--fast"_s}},
        {u"custom_op_method"_s, {u"custom_op"_s}}};
    const QString name = key.section(u'.', 1);
    return QStringList{name, name.toUpper()} + others.value(name);
}

bool isPublishedFile(const QString& source)
{
    return source.startsWith(u"log-"_s) || source.startsWith(u"bin-"_s);
}

} // namespace

void tst_ConfigEvidence::initTestCase()
{
    m_schema = *ConfigSchema::load();
    const QString given = qEnvironmentVariable("DRIFTSCOPE_CORPUS");
    QDirIterator files(given.isEmpty() ? QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/../shared/corpus") : given, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        m_corpus.append(files.next());
    if (m_corpus.isEmpty())
        QSKIP("the corpus is not here");
}

QStringList tst_ConfigEvidence::filesOf(const QString& source) const
{
    static const QRegularExpression name(u"[\\w*.]+\\.(?:txt|log|bin|yaml)\\b"_s);
    const QString pattern = name.match(m_schema.sourceName(source)).captured();
    if (pattern.isEmpty())
        return {};
    const auto wanted = QRegularExpression::fromWildcard(pattern);
    QStringList files = m_corpus;
    files.removeIf([&](const QString& path) { return !wanted.match(path.section(u'/', -1)).hasMatch(); });
    return files;
}

QByteArray tst_ConfigEvidence::contentsOf(const QStringList& sources) const
{
    QByteArray contents;
    for (const QString& source : sources) {
        for (const QString& path : filesOf(source)) {
            QFile file(path);
            if (file.open(QIODevice::ReadOnly))
                contents += file.readAll();
        }
    }
    return contents;
}

void tst_ConfigEvidence::citedFilesExist()
{
    int count = 0;
    for (const ConfigSource& source : m_schema.sources()) {
        if (!isPublishedFile(source.id) && !source.name.contains(u".yaml"_s))
            continue;
        QVERIFY2(!filesOf(source.id).isEmpty(), qPrintable(source.name));
        ++count;
    }
    QVERIFY(count >= 10);
}

/// Messages that rest on logs alone. What a manual is cited for besides cannot be looked up here.
void tst_ConfigEvidence::quotedMessagesAreInTheLogs()
{
    static const QRegularExpression quote(u"“([^”…]*)”"_s);
    int count = 0;
    for (const ConfigKeyInfo& info : m_schema.keys()) {
        for (const ConfigPitfall& pitfall : info.pitfalls) {
            QStringList logs = pitfall.sources;
            logs.removeIf([](const QString& source) { return !source.startsWith(u"log-"_s); });
            if (logs.isEmpty())
                continue;
            const QByteArray text = contentsOf(logs);
            for (auto match = quote.globalMatch(pitfall.consequence); match.hasNext();) {
                const QString message = match.next().captured(1);
                QVERIFY2(text.contains(message.toUtf8()), qPrintable(info.key + u": "_s + message));
                ++count;
            }
        }
    }
    QVERIFY(count >= 4);
}

void tst_ConfigEvidence::editionsNameTheKeysTheyKnow()
{
    int count = 0;
    for (const ConfigEdition& edition : m_schema.editions()) {
        if (!std::ranges::all_of(edition.sources, isPublishedFile))
            continue;
        const QByteArray text = contentsOf(edition.sources);
        QVERIFY2(!text.isEmpty(), qPrintable(edition.id));
        for (const ConfigKeyInfo& info : m_schema.keys()) {
            const auto isNamed = [&](const QString& word) { return text.contains(word.toUtf8()); };
            if (!info.knownTo.contains(edition.id))
                continue;
            QVERIFY2(std::ranges::any_of(spellings(info.key), isNamed), qPrintable(edition.id + u' ' + info.key));
            ++count;
        }
    }
    QVERIFY(count > 100);
}

QTEST_GUILESS_MAIN(tst_ConfigEvidence)
#include "tst_config_evidence.moc"
