// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ModelRoles.h"
#include "core/models/PerInputModel.h"
#include "core/models/TemplateInputsModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_TemplateInputsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_model.reset(); }
    void showsAndEdits();
    void refusesWhatCannotBe();
    void aCaseGivesWayToTheShape();
    void aCaseGivesWayToTheProcessor();
    void describesARow();

private:
    bool set(int row, int column, const QString& value) { return m_model->setData(m_model->index(row, column), value); }
    [[nodiscard]] QString text(int row, int column) const { return m_model->index(row, column).data().toString(); }
    [[nodiscard]] QStringList choices(int row, int column) const
    {
        return m_model->index(row, column).data(PerInputModel::ChoicesRole).toStringList();
    }
    using Model = TemplateInputsModel;
    std::unique_ptr<Model> m_model;
};

void tst_TemplateInputsModel::init()
{
    m_model = std::make_unique<Model>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_model->setMarch(March::BayesE);
    m_model->setInputs({{u"image"_s, Shape{1, 3, 64, 64}, TensorLayout::NCHW, u"rgb"_s, TemplateNorm::Unit},
                        {u"state"_s, Shape{1, 16}, TensorLayout::NCHW, u"featuremap"_s, TemplateNorm::None}});
}

void tst_TemplateInputsModel::showsAndEdits()
{
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(text(0, Model::NameColumn), u"image"_s);
    QCOMPARE(text(0, Model::ShapeColumn), u"1x3x64x64"_s);
    QCOMPARE(text(1, Model::CaseColumn), u"featuremap"_s);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(set(0, Model::CaseColumn, u"nv12"_s));
    QVERIFY(set(0, Model::NormColumn, u"imagenet"_s));
    QVERIFY(set(0, Model::ShapeColumn, u"1x3x32x32"_s));
    QCOMPARE(changed.count(), 3);
    const TemplateInput& input = m_model->inputs().first();
    QCOMPARE(input.caseId, u"nv12"_s);
    QCOMPARE(input.norm, TemplateNorm::ImageNet);
    QCOMPARE(input.shape, (Shape{1, 3, 32, 32}));
    QVERIFY(!(m_model->flags(m_model->index(0, Model::NameColumn)) & Qt::ItemIsEditable));
    QVERIFY(m_model->flags(m_model->index(0, Model::NormColumn)) & Qt::ItemIsEditable);
}

void tst_TemplateInputsModel::refusesWhatCannotBe()
{
    QCOMPARE(choices(1, Model::CaseColumn), QStringList{u"featuremap"_s});
    QCOMPARE(choices(1, Model::NormColumn), QStringList{u"none"_s});
    QVERIFY(choices(0, Model::ShapeColumn).isEmpty());
    QVERIFY(!set(1, Model::CaseColumn, u"rgb"_s));
    QVERIFY(!set(0, Model::CaseColumn, u"gray"_s));
    QVERIFY(!set(0, Model::NormColumn, u"half"_s));
    QVERIFY(!set(0, Model::LayoutColumn, u"HWC"_s));
    QVERIFY(!set(0, Model::ShapeColumn, u"1,3"_s));
    QVERIFY(!set(0, Model::NameColumn, u"other"_s));
}

void tst_TemplateInputsModel::aCaseGivesWayToTheShape()
{
    QVERIFY(set(0, Model::CaseColumn, u"nv12"_s));
    QVERIFY(set(0, Model::ShapeColumn, u"1x3x63x64"_s)); // odd: no nv12
    QCOMPARE(text(0, Model::CaseColumn), u"rgb"_s);
    QCOMPARE(text(0, Model::NormColumn), u"unit"_s); // stays
    QVERIFY(set(0, Model::LayoutColumn, u"NHWC"_s)); // 64 channels
    QCOMPARE(text(0, Model::CaseColumn), u"featuremap"_s);
    QCOMPARE(text(0, Model::NormColumn), u"none"_s);
}

void tst_TemplateInputsModel::aCaseGivesWayToTheProcessor()
{
    QCOMPARE(m_model->index(1, 0).data(StatusRole).toInt(), 0);
    m_model->setMarch(March::Bernoulli2);
    QVERIFY(choices(1, Model::CaseColumn).isEmpty());
    QCOMPARE(m_model->index(1, 0).data(StatusRole).toInt(), 1);
    QVERIFY2(m_model->description(1).contains(u"four axes"_s), qPrintable(m_model->description(1)));
    m_model->setMarch(March::Bayes);
    QCOMPARE(m_model->index(1, 0).data(StatusRole).toInt(), 0);
    QCOMPARE(text(1, Model::CaseColumn), u"featuremap"_s);
}

void tst_TemplateInputsModel::describesARow()
{
    QVERIFY(m_model->description(0).startsWith(u"image: "_s));
    QVERIFY(m_model->description(0).contains(u"255"_s));
    QVERIFY(m_model->description(1).startsWith(u"state: "_s));
    QVERIFY(m_model->description(2).isEmpty());
    m_model->setInputs({{u"open"_s, Shape{1, 3, -1, -1}, TensorLayout::NCHW, u"rgb"_s, TemplateNorm::Unit}});
    QVERIFY(m_model->description(0).contains(u"shape"_s));
    QCOMPARE(m_model->index(0, 0).data(StatusRole).toInt(), 1);
}

QTEST_GUILESS_MAIN(tst_TemplateInputsModel)
#include "tst_templateinputsmodel.moc"
