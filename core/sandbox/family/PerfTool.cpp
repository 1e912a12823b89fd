// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/family/PerfTool.h"

#include "core/base/Files.h"
#include "core/boardmodel/PackedCode.h"
#include "core/config/ConversionConfig.h"
#include "core/onnx/OnnxReader.h"
#include "core/sandbox/family/PerfDrawing.h"
#include "core/sandbox/tool/PerformanceEstimate.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr auto tool = "hb_perf";

/// One BPU part with its figures.
struct PerfPart
{
    QString name;
    PerformanceEstimate estimate;
};

class PerfRun
{
public:
    PerfRun(const BoardModel& board, const QString& folder, ToolLog& log)
        : m_board(board)
        , m_folder(QDir(folder).filePath(u"hb_perf_result/"_s + board.name))
        , m_log(log)
    { }

    Result<void> execute()
    {
        m_log.info({tool, 106}, u"**** %1 perf *****"_s.arg(m_board.name));
        if (auto made = makeFolder(m_folder); !made)
            return made;
        noteNv12();
        if (auto written = write(m_board.name, perfDrawing(m_board)); !written)
            return written;
        m_log.info({"graph_tool", 541}, u"draw graph finished."_s);
        if (auto read = readParts(); !read)
            return read;
        for (const PerfPart& part : std::as_const(m_parts)) {
            if (auto written = writePart(part); !written)
                return written;
        }
        if (m_board.metadata.value(u"DEBUG"_s) != "True"_L1)
            m_log.warning({tool, 135}, u"bpu model don't have per-layer perf info."_s);
        return writePage();
    }

private:
    void noteNv12() const
    {
        for (const BoardTensorInfo& input : m_board.inputs) {
            if (input.inputType == InputType::Nv12)
                m_log.info(
                    {"graph_tool", 466},
                    u"The nv12 input %1 is drawn with a BPU node NV12TOYUV444 that the bin model does not have."_s.arg(
                        input.name));
        }
    }

    Result<void> readParts()
    {
        for (const NodeDraft& node : m_board.graph.nodes) {
            if (node.opType != "BPU"_L1)
                continue;
            const auto code = codeOf(node);
            if (!code) {
                m_log.warning({tool, 112},
                              u"The code of %1 is not the sandbox's and cannot be opened; there are no figures."_s.arg(
                                  node.name));
                continue;
            }
            const auto graph = parseOnnx(code->onnx, node.name);
            if (!graph)
                return forward(graph);
            m_parts.append({node.name, estimatePerformance(*graph, marchFromName(m_board.metadata.march()))});
        }
        m_log.info({tool, 114}, m_parts.isEmpty() ? u"there is no bpu model."_s : u"get bpu model succeeded."_s);
        return {};
    }

    [[nodiscard]] std::optional<PackedCode> codeOf(const NodeDraft& node) const
    {
        for (const QString& input : node.inputs) {
            const Tensor* constant = m_board.graph.initializer(input);
            if (auto code = constant == nullptr ? std::nullopt : unpackCode(constant->bytes()))
                return code;
        }
        return std::nullopt;
    }

    Result<void> writePart(const PerfPart& part) const
    {
        const PerformanceEstimate& figures = part.estimate;
        QJsonArray inputs{QJsonArray{u"input name"_s, u"input size"_s}};
        for (const BoardTensorInfo& input : m_board.inputs)
            inputs.append(QJsonArray{input.name, input.shape.toString()});
        const QJsonObject summary{{u"BPU OPs per frame (effective)"_s, figures.macs * 2},
                                  {u"BPU march"_s, m_board.metadata.march()},
                                  {u"DDR bytes per frame"_s, figures.ddrBytes},
                                  {u"FPS"_s, figures.framesPerSecond},
                                  {u"HBDK version"_s, m_board.metadata.value(u"HBDK_VERSION"_s)},
                                  {u"compiling options"_s, m_board.metadata.value(u"hbdk_pass_through_params"_s)},
                                  {u"input features"_s, inputs},
                                  {u"latency (us)"_s, figures.latencyUs},
                                  {u"model name"_s, part.name},
                                  {u"remark"_s, u"driftscope-sandbox estimate, not measured"_s}};
        const QByteArray json = QJsonDocument(QJsonObject{{u"summary"_s, summary}}).toJson();
        if (auto written = write(part.name + u".json"_s, json); !written)
            return written;
        if (auto written = write(part.name + u".html"_s, page(part.name, {part})); !written)
            return written;
        m_log.info({tool, 195},
                   u"FPS=%1, latency = %2 us, DDR = %3 bytes   (see ./hb_perf_result/%4/%5.html)"_s
                       .arg(figures.framesPerSecond, 0, 'f', 2)
                       .arg(figures.latencyUs, 0, 'f', 1)
                       .arg(figures.ddrBytes)
                       .arg(m_board.name, part.name));
        return {};
    }

    Result<void> writePage() const
    {
        m_log.info({"report_gen", 74}, u"generating html..."_s);
        const QString name = m_board.name + u".html"_s;
        if (auto written = write(name, page(m_board.name, m_parts)); !written)
            return written;
        m_log.info({"report_gen", 106}, u"html generation finished."_s);
        m_log.info({"report_gen", 107}, u"file stored at : %1"_s.arg(QDir(m_folder).absoluteFilePath(name)));
        return {};
    }

    static QByteArray page(const QString& title, const QList<PerfPart>& parts)
    {
        QString rows;
        for (const PerfPart& part : parts) {
            rows += u"<tr><td>%1</td><td>%2</td><td>%3</td><td>%4</td></tr>\n"_s.arg(part.name.toHtmlEscaped())
                        .arg(part.estimate.latencyUs, 0, 'f', 1)
                        .arg(part.estimate.framesPerSecond, 0, 'f', 2)
                        .arg(part.estimate.ddrBytes);
        }
        return u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1</title></head><body>\n"
               "<h1>%1</h1>\n<p>driftscope-sandbox estimate from multiplications, not measured.</p>\n<table>\n"
               "<tr><th>Subgraph</th><th>Latency (us)</th><th>FPS</th><th>DDR bytes</th></tr>\n%2</table></body></html>\n"_s
                   .arg(title.toHtmlEscaped(), rows)
                   .toUtf8();
    }

    [[nodiscard]] Result<void> write(const QString& name, const QByteArray& content) const
    {
        return writeFileAtomically(QDir(m_folder).filePath(QString(name).replace(u'/', u'_')), content);
    }

    const BoardModel& m_board;
    QString m_folder;
    ToolLog& m_log;
    QList<PerfPart> m_parts;
};

} // namespace

bool runPerf(const QString& model, const FamilyPlace& place)
{
    return runFamilyTool(QString::fromLatin1(tool), place, [&](ToolLog& log) -> Result<void> {
        auto board = readBoardModel(model);
        if (!board)
            return forward(board);
        board->name.replace(u'/', u'_'); // it names a folder
        if (board->name.isEmpty() || board->name == "."_L1 || board->name == ".."_L1)
            board->name = u"model"_s;
        return PerfRun(*board, place.folder, log).execute();
    });
}

} // namespace driftscope
