// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/session/InputFiles.h"
#include "core/tensor/Npy.h"
#include "core/tensor/TensorOperations.h"

#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// Files of a featuremap are in the layout of training, whatever a stage takes.
class TestInputFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void npyIsTurnedToTheStage();
    void rawIsTurnedWhereTheConfigSaysTheShape();

private:
    [[nodiscard]] Result<Tensor> read(const QString& name, const Shape& stageShape, const InputConfig& config) const;

    QTemporaryDir m_folder;
    Tensor m_planar; ///< NCHW
    InputConfig m_config;
};

void TestInputFiles::initTestCase()
{
    std::vector<float> values(24);
    std::iota(values.begin(), values.end(), 0.0F);
    m_planar = Tensor::fromValues<float>(Shape{1, 2, 3, 4}, values);
    m_config.typeTrain = m_config.typeRt = InputType::Featuremap;
    m_config.layoutTrain = TensorLayout::NCHW;
    QVERIFY(writeNpy(m_folder.filePath(u"x.npy"_s), m_planar));
    QVERIFY(writeFileAtomically(m_folder.filePath(u"x.raw"_s), m_planar.bytes()));
}

Result<Tensor> TestInputFiles::read(const QString& name, const Shape& stageShape, const InputConfig& config) const
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, stageShape}};
    const auto graph = Graph::fromDraft(draft);
    LoadedStage stage;
    stage.stage = Stage::Quantized;
    return stageInputFromFile(m_folder.filePath(name), stage, config, graph->value(graph->inputs().front()));
}

void TestInputFiles::npyIsTurnedToTheStage()
{
    const auto same = read(u"x.npy"_s, Shape{1, 2, 3, 4}, m_config);
    QVERIFY(same);
    QCOMPARE(same->bytes(), m_planar.bytes());
    const auto turned = read(u"x.npy"_s, Shape{1, 3, 4, 2}, m_config);
    QVERIFY(turned);
    QCOMPARE(turned->bytes(), toLayout(m_planar, TensorLayout::NCHW, TensorLayout::NHWC).bytes());
    // Another shape of as many values is read as it lies.
    const auto flat = read(u"x.npy"_s, Shape{1, 24}, m_config);
    QVERIFY(flat);
    QCOMPARE(flat->bytes(), m_planar.bytes());
}

void TestInputFiles::rawIsTurnedWhereTheConfigSaysTheShape()
{
    const auto unknown = read(u"x.raw"_s, Shape{1, 3, 4, 2}, m_config);
    QVERIFY(unknown);
    QCOMPARE(unknown->bytes(), m_planar.bytes());
    InputConfig config = m_config;
    config.shape = Shape{1, 2, 3, 4};
    const auto turned = read(u"x.raw"_s, Shape{1, 3, 4, 2}, config);
    QVERIFY(turned);
    QCOMPARE(turned->shape(), (Shape{1, 3, 4, 2}));
    QCOMPARE(turned->bytes(), toLayout(m_planar, TensorLayout::NCHW, TensorLayout::NHWC).bytes());
}

QTEST_GUILESS_MAIN(TestInputFiles)
#include "tst_inputfiles.moc"
