// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/DumpedTensor.h"
#include "core/session/DumpSources.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_DumpSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void declarationsInYamlAndJson();
    void wrongDeclarationsNameTheirLine();
    void declarationsWinOverInfo();
    void judgesWhatIsKnown();
    void paddingThatIsNotThereIsDropped();
    void sizesOfPublishedLogs();
    void publishedBoardModels();

private:
    void write(const QString& name, const QByteArray& content) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    /// Empty where the corpus is absent.
    [[nodiscard]] static QStringList corpusFiles(const QString& folder, const QString& pattern)
    {
        const QString named = qEnvironmentVariable("DRIFTSCOPE_CORPUS");
        const QDir corpus(named.isEmpty() ? QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/../shared/corpus") : named);
        QStringList paths;
        for (const QString& name : QDir(corpus.filePath(folder)).entryList({pattern}, QDir::Files))
            paths.append(corpus.filePath(folder + u'/' + name));
        return paths;
    }

    QTemporaryDir m_folder;
};

void tst_DumpSources::declarationsInYamlAndJson()
{
    const QByteArray yaml = R"(declarations:
- {name: a/b, dtype: int8, shape: [1, 32, 32, 8], layout: NHWC, aligned: rule, scale: [0.5], file: "*.bin"}
- name: c
  dtype: float32
  shape: 1x10
  offset: 64
)";
    const auto declarations = parseDeclarationFile(yaml, u"d.yaml"_s);
    QVERIFY2(declarations.has_value(), declarations ? "" : qPrintable(declarations.error().message));
    QCOMPARE(declarations->size(), 2);
    QCOMPARE((*declarations)[0].shape, (Shape{1, 32, 32, 8}));
    QCOMPARE((*declarations)[0].aligned, (Shape{1, 32, 32, 16}));
    QCOMPARE((*declarations)[0].scales, (std::vector<float>{0.5F}));
    QCOMPARE((*declarations)[1].offset, 64);
    const auto json
        = parseDeclarationFile(R"({"name": "c", "dtype": "float32", "shape": "1x10", "offset": 64})", u"d.json"_s);
    QVERIFY(json.has_value());
    QVERIFY(json->first() == (*declarations)[1]);
    QCOMPARE(declarationText(json->first()), u"name=c;dtype=float32;shape=1x10;offset=64"_s);
}

void tst_DumpSources::wrongDeclarationsNameTheirLine()
{
    const auto wrong = parseDeclarationFile(
        "- {name: a, dtype: float32, shape: 1x2}\n- {name: b, dtype: flaot, shape: 3}\n", u"d.yaml"_s);
    QVERIFY(!wrong.has_value());
    QVERIFY2(wrong.error().message.contains(u"line 2") && wrong.error().message.contains(u"flaot"),
             qPrintable(wrong.error().message));
    QVERIFY(!parseDeclarationFile("just words", u"d.yaml"_s).has_value());
    QVERIFY(!parseDeclarationFile("- [1, 2]", u"d.yaml"_s).has_value());
    QVERIFY(!parseDeclarationFile("{name: a, dtype: int8, shape: 1, colour: red}", u"d.yaml"_s).has_value());
}

void tst_DumpSources::declarationsWinOverInfo()
{
    write(u"info.txt"_s,
          "output[0]:\nname: o\nvalid shape: (1,8,)\naligned shape: (1,8,)\n"
          "tensor type: HB_DNN_TENSOR_TYPE_F32\n");
    const auto knowledge
        = readDumpKnowledge({{}, m_folder.filePath(u"info.txt"_s), {}, {u"name=o;dtype=int8;shape=4x8"_s}});
    QVERIFY(knowledge.has_value());
    const auto known = DumpCatalogue(*knowledge).find(*dumpFile(u"model_infer_output_0_o.bin"_s));
    QVERIFY(known && known->isOutput && known->isDeclared);
    QCOMPARE(known->declaration.type, DataType::Int8);
    QVERIFY(!readDumpKnowledge({{}, m_folder.filePath(u"gone.txt"_s), {}, {}}));
    QVERIFY(!readDumpKnowledge({{}, {}, {}, {u"dtype=int8"_s}}));
}

void tst_DumpSources::judgesWhatIsKnown()
{
    QByteArray floats;
    for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < 60; ++x) {
            const float value = std::sin(static_cast<float>(x) / 9) * std::cos(static_cast<float>(y) / 5);
            floats.append(reinterpret_cast<const char*>(&value), sizeof value);
        }
    }
    const QString path = m_folder.filePath(u"o.bin"_s);
    write(u"o.bin"_s, floats);
    Progress progress;
    const auto judge = [&](const QString& declaration) {
        DumpKnowledge knowledge;
        knowledge.declarations = {*parseDeclaration(declaration)};
        return judgeDumps({path}, knowledge, CancelToken(), progress).value().first().judgement;
    };
    QVERIFY(!judge(u"dtype=float32;shape=1x1x40x60;layout=NCHW"_s).isDoubtful);
    const DumpJudgement wrong = judge(u"dtype=int32;shape=1x1x60x40;layout=NCHW"_s);
    QVERIFY(wrong.isDoubtful);
    QCOMPARE(wrong.likely.first().declaration.shape, (Shape{1, 1, 40, 60}));
    QCOMPARE(wrong.likely.first().declaration.type, DataType::Float32);
}

void tst_DumpSources::paddingThatIsNotThereIsDropped()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"model_infer_output_0_o.bin"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(2 * 2 * 5, '\1'));
    file.close();
    BoardTensorProperties output;
    output.name = u"o"_s;
    output.validShape = Shape{1, 2, 2, 5};
    output.alignedShape = Shape{1, 2, 2, 16};
    output.layout = TensorLayout::NHWC;
    output.tensorType = u"HB_DNN_TENSOR_TYPE_S8"_s;
    DumpKnowledge knowledge;
    knowledge.info.outputs = {output};
    const auto known = knownDump(*dumpFile(file.fileName()), knowledge);
    QVERIFY(known && known->declaration.aligned.rank() == 0);
    QCOMPARE(framesIn(20, known->declaration), 1);
}

void tst_DumpSources::sizesOfPublishedLogs()
{
    const QStringList logs = corpusFiles(u"logs"_s, u"*hrt_model_exec*"_s);
    if (logs.isEmpty())
        QSKIP("the corpus is absent");
    int tensors = 0;
    for (const QString& log : logs) {
        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto info = parseModelInfo(QString::fromUtf8(file.readAll()));
        if (!info)
            continue; // a log of perf
        for (const BoardTensorProperties& tensor : info->inputs + info->outputs) {
            const DumpDeclaration declaration = declarationOf(tensor);
            QVERIFY2(paddedBytes(declaration) == tensor.alignedByteSize,
                     qPrintable(log + u' ' + tensor.name + u' ' + declarationText(declaration)));
            QCOMPARE(framesIn(tensor.alignedByteSize, declaration), 1);
            ++tensors;
        }
    }
    QVERIFY2(tensors > 30, qPrintable(QString::number(tensors)));
}

void tst_DumpSources::publishedBoardModels()
{
    const QStringList models = corpusFiles(u"models"_s, u"*.bin"_s);
    if (models.isEmpty())
        QSKIP("the corpus is absent");
    for (const QString& path : models) {
        const auto knowledge = readDumpKnowledge({path, {}, {}, {}});
        QVERIFY2(knowledge.has_value(), knowledge ? "" : qPrintable(knowledge.error().message));
        QVERIFY(!knowledge->info.inputs.isEmpty() && !knowledge->info.outputs.isEmpty());
        for (const BoardTensorProperties& tensor : knowledge->info.inputs + knowledge->info.outputs) {
            const DumpDeclaration declaration = declarationOf(tensor);
            QVERIFY2(denseBytes(declaration) > 0, qPrintable(path + u' ' + declarationText(declaration)));
            // A dump with the padding, and one without, are read.
            for (const qint64 size : {paddedBytes(declaration), denseBytes(declaration)})
                QVERIFY(tensorFromDump(QByteArray(size, '\0'), declaration).has_value());
            const QString name = u"model_infer_output_0_"_s + flattenedName(tensor.name) + u".bin"_s;
            QVERIFY(DumpCatalogue(*knowledge).find(*dumpFile(name)).has_value());
        }
    }
}

QTEST_GUILESS_MAIN(tst_DumpSources)
#include "tst_dumpsources.moc"
