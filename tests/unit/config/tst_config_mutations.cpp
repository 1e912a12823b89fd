// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ConfigCorpus.h"

#include "core/config/ConversionConfig.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// Broken texts end in an error or in a document, never in a crash or a hang.
class tst_ConfigMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void truncatedTexts();
    void flippedBytes();
    void splicedConstructs();
};

namespace {

QList<QByteArray> seeds()
{
    QList<QByteArray> texts{
        "\xef\xbb\xbf# 注释\r\nmodel_parameters:\r\n  march: \"bernoulli2\"\r\n  node_info: {\"/a\": {'ON': "
        "'BPU'}}\r\n",
        "a: &x |\n  l1\n  l2\nb: *x\nc: >-\n  f\n\n  g\nd: [1, {e: 'f'}, \"g\\n\"]\n? h\n: !!str i\n",
        "input_parameters: {input_type_rt: 'rgb;nv12', mean_value: [1, 2, 3], , }\nx: - y\n",
    };
    const QList<CorpusFile> files = configCorpus();
    for (const CorpusFile& file : files) {
        if (file.text.size() < 1300)
            texts.append(file.text);
    }
    return texts.mid(0, 12);
}

/// Does with a text what the program would.
bool survives(const QByteArray& text)
{
    QElapsedTimer timer;
    timer.start();
    const Result<ConfigDocument> document = ConfigDocument::fromText(text, u"m.yaml"_s);
    if (!document)
        return !document.error().message.isEmpty() && timer.elapsed() < 2000;
    const ConversionConfig config = readConversionConfig(*document);
    for (const QString& key : document->keys()) {
        const ConfigValue value = *document->value(key);
        const bool inText = value.valueRange.offset >= 0 && value.valueRange.length >= 0
            && value.valueRange.offset + value.valueRange.length <= text.size() && value.valueRange.line > 0;
        if (!inText)
            return false;
        if (value.isScalar) {
            if (const Result<ConfigDocument> changed = document->with(key, u"v"_s);
                changed && changed->scalar(key) != u"v"_s)
                return false;
        }
    }
    return !config.inputs.isEmpty() && timer.elapsed() < 2000;
}

} // namespace

void tst_ConfigMutations::truncatedTexts()
{
    for (const QByteArray& seed : seeds()) {
        for (qsizetype length = 0; length <= seed.size(); ++length)
            QVERIFY2(survives(seed.first(length)), seed.first(length).constData());
    }
}

void tst_ConfigMutations::flippedBytes()
{
    QRandomGenerator random(11);
    for (const QByteArray& seed : seeds()) {
        for (int round = 0; round < 600; ++round) {
            QByteArray text = seed;
            for (int flips = random.bounded(1, 5); flips > 0; --flips)
                text[random.bounded(text.size())] = static_cast<char>(random.bounded(256));
            QVERIFY2(survives(text), text.toPercentEncoding().constData());
        }
    }
}

void tst_ConfigMutations::splicedConstructs()
{
    static const QList<QByteArray> pieces{
        "{",  "}",   "[",  "]",    ":",  ": ", "\n",  "\n  ",    "- ",  "? ",          "'", "\"", "|\n",  ">\n", "#",
        " #", "&a ", "*a", "!!x ", "!<", "\t", "---", "\n---\n", "...", "%YAML 1.1\n", ",", "\r", "\r\n", "\\",  "中"};
    QRandomGenerator random(13);
    for (const QByteArray& seed : seeds()) {
        for (int round = 0; round < 600; ++round) {
            QByteArray text = seed;
            for (int splices = random.bounded(1, 6); splices > 0; --splices)
                text.insert(random.bounded(text.size()), pieces[random.bounded(pieces.size())]);
            QVERIFY2(survives(text), text.toPercentEncoding().constData());
        }
    }
}

QTEST_GUILESS_MAIN(tst_ConfigMutations)
#include "tst_config_mutations.moc"
