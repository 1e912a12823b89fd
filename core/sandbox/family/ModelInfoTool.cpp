// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/family/ModelInfoTool.h"

#include "core/base/Files.h"
#include "core/boardmodel/BoardModel.h"

#include <QDir>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// How a key of the metadata is called in the text.
struct InfoLine
{
    QLatin1StringView label;
    QLatin1StringView key;
};

constexpr auto tool = "hb_model_info";

class ModelInfoPrinter
{
public:
    ModelInfoPrinter(const BoardModel& board, ToolLog& log)
        : m_board(board)
        , m_log(log)
    { }

    void print()
    {
        say(u"******** %1 info *********"_s.arg(m_board.name));
        section(u"model deps"_s,
                {{"hb_mapper version"_L1, "BUILDER_VERSION"_L1},
                 {"hbdk version"_L1, "HBDK_VERSION"_L1},
                 {"hbdk runtime version"_L1, "HBDK_RUNTIME_VERSION"_L1},
                 {"horizon_nn version"_L1, "HORIZON_NN_VERSION"_L1}});
        section(u"model_parameters"_s,
                {{"onnx_model"_L1, "ONNX_MODEL"_L1},
                 {"caffe_model"_L1, "CAFFE_MODEL"_L1},
                 {"prototxt"_L1, "PROTOTXT"_L1},
                 {"BPU march"_L1, "MARCH"_L1},
                 {"layer_out_dump"_L1, "LAYER_OUT_DUMP"_L1},
                 {"log_level"_L1, "LOG_LEVEL"_L1},
                 {"working dir"_L1, "WORKING_DIR"_L1},
                 {"output_model_file_prefix"_L1, "MODEL_PREFIX"_L1},
                 {"output_nodes"_L1, "OUTPUT_NODES"_L1},
                 {"remove_node_type"_L1, "REMOVE_NODE_TYPE"_L1},
                 {"remove_node_name"_L1, "REMOVE_NODE_NAME"_L1},
                 {"node_info"_L1, "NODE_INFO"_L1},
                 {"debug_mode"_L1, "DEBUG_MODE"_L1}});
        printInputs();
        section(u"calibration_parameters"_s,
                {{"preprocess_on"_L1, "PREPROCESS_ON"_L1},
                 {"calibration_type"_L1, "CALI_TYPE"_L1},
                 {"max_percentile"_L1, "MAX_PERCENTILE"_L1},
                 {"per_channel"_L1, "PER_CHANNEL"_L1},
                 {"optimization"_L1, "OPTIMIZATION"_L1},
                 {"run_on_cpu"_L1, "RUN_ON_CPU"_L1},
                 {"run_on_bpu"_L1, "RUN_ON_BPU"_L1}});
        section(u"compiler_parameters"_s, {{"debug"_L1, "DEBUG"_L1}, {"compile_mode"_L1, "COMPILE_MODE"_L1}});
        for (const QString& key : m_board.metadata.value(u"hbdk_params"_s).split(u' ', Qt::SkipEmptyParts))
            line(key, m_board.metadata.value(key));
        printTypes();
    }

private:
    void say(const QString& text) { m_log.info({tool, 120}, text); }
    void line(const QString& label, const QString& value) { say(u"%1: %2"_s.arg(label.leftJustified(20), value)); }

    void section(const QString& name, std::initializer_list<InfoLine> lines)
    {
        say(u"############# %1 info #############"_s.arg(name));
        for (const InfoLine& each : lines) {
            if (const QString value = m_board.metadata.value(each.key); !value.isEmpty())
                line(each.label, value);
        }
    }

    void printInputs()
    {
        say(u"############# input_parameters info #############"_s);
        if (const QString batch = m_board.metadata.value(u"INPUT_BATCH"_s); !batch.isEmpty())
            line(u"input_batch"_s, batch);
        const QStringList names = m_board.metadata.perInput(u"INPUT_NAMES"_s);
        for (qsizetype i = 0; i < names.size(); ++i) {
            say(u"------------------------------------------"_s);
            say(u"---------input info : %1 ---------"_s.arg(names[i]));
            line(u"input_name"_s, names[i]);
            for (const InfoLine& each :
                 std::initializer_list<InfoLine>{{"input_type_rt"_L1, "INPUT_TYPE_RT"_L1},
                                                 {"input_space&range"_L1, "INPUT_SPACE_AND_RANGE"_L1},
                                                 {"input_layout_rt"_L1, "INPUT_LAYOUT_RT"_L1},
                                                 {"input_type_train"_L1, "INPUT_TYPE_TRAIN"_L1},
                                                 {"input_layout_train"_L1, "INPUT_LAYOUT_TRAIN"_L1},
                                                 {"norm_type"_L1, "NORM_TYPE"_L1},
                                                 {"input_shape"_L1, "INPUT_SHAPE"_L1},
                                                 {"mean_value"_L1, "MEAN_VALUE"_L1},
                                                 {"scale_value"_L1, "SCALE_VALUE"_L1},
                                                 {"cal_data_dir"_L1, "CALI_DIR"_L1},
                                                 {"cal_data_type"_L1, "CAL_DATA_TYPE"_L1}}) {
                const QString value = m_board.metadata.perInput(each.key).value(i);
                if (!value.isEmpty() || each.key == "INPUT_LAYOUT_RT"_L1)
                    line(each.label, value.isEmpty() ? u"None"_s : value);
            }
            say(u"---------input info : %1 end -------"_s.arg(names[i]));
            say(u"------------------------------------------"_s);
        }
    }

    void printTypes()
    {
        const auto listed = [](const QStringList& types) { return u"[%1]"_s.arg(types.join(u", "_s)); };
        QStringList inputs;
        for (const BoardTensorInfo& input : m_board.inputs) {
            const QString name
                = input.inputType == InputType::Featuremap ? u"F32"_s : inputTypeName(input.inputType).toUpper();
            inputs.append(u"<InputDataType.%1: %2>"_s.arg(name).arg(input.inputTypeCode));
        }
        QStringList outputs;
        for (const BoardTensorInfo& output : m_board.outputs)
            outputs.append(output.type == DataType::Float32
                               ? u"<InputDataType.F32: 5>"_s
                               : u"<DataType.%1>"_s.arg(dataTypeName(output.type).toUpper()));
        say(u"--------- input/output types -"_s);
        line(u"model input types"_s, listed(inputs));
        line(u"model output types"_s, listed(outputs));
    }

    const BoardModel& m_board;
    ToolLog& m_log;
};

Result<void> printRemoved(const BoardModel& board, const QString& folder, ToolLog& log)
{
    const QStringList removed = board.metadata.value(u"DELETED_NODES"_s).split(u' ', Qt::SkipEmptyParts);
    if (removed.isEmpty())
        return {};
    log.info({tool, 160}, u"--------- deleted nodes -"_s);
    QByteArray data;
    for (const QString& name : removed) {
        log.info({tool, 163}, u"deleted nodes: %1"_s.arg(name));
        data += board.metadata.value(u"NODE_"_s + name).toUtf8() + '\n';
    }
    return writeFileAtomically(QDir(folder).filePath(u"deleted_nodes_info.txt"_s), data);
}

} // namespace

bool runModelInfo(const QString& model, const FamilyPlace& place)
{
    return runFamilyTool(QString::fromLatin1(tool), place, [&](ToolLog& log) -> Result<void> {
        const auto board = readBoardModel(model);
        if (!board)
            return forward(board);
        ModelInfoPrinter(*board, log).print();
        return printRemoved(*board, place.folder, log);
    });
}

} // namespace driftscope
