// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportSample.h"

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

Verdict sampleVerdict(const QStringList& layers)
{
    Verdict verdict;
    verdict.kind = VerdictKind::Fault;
    verdict.sentence = u"The bytes are right and the .bin reads them in another layout: see /home/carol/net/as.yaml."_s;
    verdict.cause = u"layout-inverse-transposed"_s;
    verdict.causeKey = u"input_parameters.input_layout_rt"_s;
    verdict.confidence = 0.97;
    verdict.evidence = {{u"layout-inverse-transposed"_s,
                         u"The layout is turned the wrong way"_s,
                         0.9999,
                         0.61,
                         true,
                         u"seen in "_s + layers.value(0),
                         {},
                         0.001},
                        {u"bgr-swapped"_s, u"Red and blue are swapped"_s, 0.72, 0.61, false, {}, u"input"_s, 0.8}};
    verdict.alternatives = {u"bgr-swapped"_s};
    verdict.toldApartBy = u"Feed a picture of one colour."_s;
    verdict.wouldDisprove = u"A board that is right with NHWC."_s;
    verdict.fix = Fix{u"input_parameters.input_layout_rt"_s, u"NHWC"_s, false, u"Feed NHWC."_s};
    verdict.boardAdvice = u"Feed NHWC from carol@10.1.2.3."_s;
    verdict.firstDrift = layers.value(1);
    verdict.ladder = {{u"float ↔ original_float"_s, u"equal"_s, {}, 1.0},
                      {u"calibrated ↔ quantized"_s, u"close"_s, u"8 bits"_s, 0.998},
                      {u"quantized ↔ board"_s, u"differs"_s, {}, 0.61},
                      {u"training ↔ float"_s, u"not_tested"_s, u"not known"_s, 0.0}};
    return verdict;
}

ReportedLayers sampleLayers(const QStringList& names)
{
    ReportedLayers layers;
    layers.pictures = {u"cat.png"_s};
    for (const QString& name : names) {
        LayerComparison layer;
        layer.name = name;
        layer.referenceTensor = name + u"_output_0"_s;
        layer.candidateTensor = layer.referenceTensor;
        layer.metrics.cosine = layers.comparison.layers.isEmpty() ? 1.0 : 0.5;
        layer.metrics.sqnrDb = layers.comparison.layers.isEmpty() ? std::numeric_limits<double>::infinity() : 3.25;
        layer.metrics.saturation = 0.125;
        layer.referenceRange = {-1.5, 2.5, 2.0, 10};
        layer.candidateRange = {-1.25, 2.25, 2.0, 10};
        layers.comparison.layers.append(layer);
    }
    LayerComparison last;
    last.name = u"not there"_s;
    last.status = ComparisonStatus::NoCounterpart;
    last.statusReason = u"The board's model has no such layer."_s;
    layers.comparison.layers.append(last);
    layers.comparison.judge(layers.tolerances);
    return layers;
}

ReportedConfig sampleConfig()
{
    const QByteArray text = "model_parameters:\n  onnx_model: '/home/carol/net/a b.onnx'\n  # 注释 <b>\n"
                            "input_parameters:\n  input_layout_rt: 'NCHW'\n";
    ReportedConfig config;
    config.file = u"/home/carol/net/as.yaml"_s;
    config.text = QString::fromUtf8(text);
    config.relevant = textExcerpt(text, {5});
    config.fixKey = u"input_parameters.input_layout_rt"_s;
    config.fix = textDifference(text, QByteArray(text).replace("NCHW", "NHWC"));
    config.sinceCompiled.content
        = QList<ConfigDifference>{{u"input_parameters.norm_type"_s, ConfigDifference::Kind::Changed, u"no_preprocess"_s,
                                   u"data_scale"_s, false, true}};
    return config;
}

GraphCrop sampleCrop(const QStringList& names)
{
    GraphCrop crop;
    crop.caption = u"Around “%1”."_s.arg(names.value(1));
    CropPane pane;
    pane.view = QRectF(0, 0, 400, 300);
    double y = 10;
    for (const QString& name : names) {
        pane.boxes.append(
            {QRectF(20, y, 208, 40), u"Conv"_s, name, LayoutBox::Kind::Operator, CropMark::Inserted, true});
        pane.lines.append({QPointF(100, y + 40), QPointF(100, y + 60)});
        y += 60;
    }
    crop.panes = {pane, pane};
    return crop;
}

} // namespace

Report sampleReport(const QStringList& layers)
{
    Report report;
    report.facts.title = layers.value(0);
    report.facts.program = u"Driftscope 1"_s;
    report.facts.march = u"bernoulli2"_s;
    report.facts.stages = {{Stage::Quantized, u"/home/carol/net/q.onnx"_s, 12345, QString(64, u'a'), 7}};
    report.verdict.content = sampleVerdict(layers);
    report.layers.content = sampleLayers(layers);
    StageEvaluation evaluation;
    evaluation.stage = Stage::Quantized;
    evaluation.samples = 4;
    evaluation.correct = 3;
    evaluation.confusion = {{2, 0}, {1, 1}};
    report.evaluation.content = ReportedEvaluation{{evaluation}, {u"cat"_s, layers.value(0)}};
    ContractRow row;
    row.title = u"Config"_s;
    row.layout = u"NCHW"_s;
    row.contradiction = u"It says otherwise."_s;
    report.contracts.content = QList<InputContract>{{layers.value(0), {row}, 0}};
    Diagnostic finding;
    finding.ruleId = u"layout-rt-nchw-on-bernoulli2"_s;
    finding.message = u"The board will be fed wrongly."_s;
    finding.range.line = 5;
    report.findings.content = Diagnostics{finding};
    InsertedNode inserted;
    inserted.name = layers.value(0);
    inserted.kind = InsertedKind::LayoutConversion;
    inserted.cause.key = u"input_parameters.input_layout_rt"_s;
    inserted.boardMustFeed = u"NCHW"_s;
    report.inserted.content = QList<InsertedNode>{inserted};
    report.config.content = sampleConfig();
    report.crops.content = QList<GraphCrop>{sampleCrop(layers)};
    report.notes = {u"Logged in as carol at board3."_s};
    report.privacy.projectFolders = {u"/home/carol/net"_s};
    report.privacy.users = {u"carol"_s};
    report.privacy.hosts = {u"board3"_s};
    for (const QString& name : layers)
        report.privacy.publicNames.insert(name);
    return report;
}

} // namespace driftscope::test
