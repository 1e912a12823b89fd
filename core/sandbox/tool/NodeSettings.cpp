// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/NodeSettings.h"

#include <QRegularExpression>
#include <QSet>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

const QString nodeInfoKey = u"model_parameters.node_info"_s;

QStringList namesIn(const QString& value)
{
    QStringList names;
    for (const QString& name : value.split(u';')) {
        if (!name.trimmed().isEmpty())
            names.append(name.trimmed());
    }
    return names;
}

tl::unexpected<Error> refuse(const QString& key, const QString& detail)
{
    return failure(
        ErrorKind::InvalidArgument,
        u"Key '%1' error:\nKey '%2' error:\n%3"_s.arg(key.section(u'.', 0, 0), key.section(u'.', 1), detail));
}

class NodeSettingsReader
{
public:
    NodeSettingsReader(const ConfigDocument& document, const GraphDraft& model, March march, ToolLog& log)
        : m_document(document)
        , m_march(march)
        , m_log(log)
    {
        for (const NodeDraft& node : model.nodes)
            m_nodes.insert(node.name);
        for (const ValueDraft& input : model.inputs)
            m_preprocessing.insert(u"HZ_PREPROCESS_FOR_"_s + input.name);
    }

    Result<NodeSettings> read()
    {
        for (const auto step :
             {&NodeSettingsReader::readPlaces, &NodeSettingsReader::readNodeInfo, &NodeSettingsReader::readDataTypes,
              &NodeSettingsReader::readOutputs, &NodeSettingsReader::readRemovals}) {
            if (const auto fine = (this->*step)(); !fine)
                return forward(fine);
        }
        for (const QString& node : std::as_const(m_settings.onCpu)) {
            if (m_settings.onBpu.contains(node)) {
                return failure(ErrorKind::InvalidArgument,
                               u"node '%1' is given for the CPU and for the BPU, only one of them can be"_s.arg(node));
            }
        }
        return std::move(m_settings);
    }

private:
    Result<void> checkNode(const QString& key, const QString& node) const
    {
        if (m_nodes.contains(node) || m_preprocessing.contains(node))
            return {};
        return refuse(key, u"node '%1' does not exist in the model"_s.arg(node));
    }

    void warnOfReplaced(const QString& key)
    {
        m_log.warning({"mapper_conf_parser", 190},
                      u"The parameter %1 is deprecated on %2, please use node_info"_s.arg(key.section(u'.', 1),
                                                                                          marchName(m_march)));
    }

    Result<void> readPlaces()
    {
        const QList<std::pair<QString, QStringList*>> keys{{u"calibration_parameters.run_on_cpu"_s, &m_settings.onCpu},
                                                           {u"calibration_parameters.run_on_bpu"_s, &m_settings.onBpu}};
        for (const auto& [key, list] : keys) {
            for (const QString& node : namesIn(m_document.scalar(key))) {
                if (const auto known = checkNode(key, node); !known)
                    return forward(known);
                list->append(node);
            }
            if (!list->isEmpty() && m_march != March::Bernoulli2)
                warnOfReplaced(key);
        }
        return {};
    }

    Result<void> readNodeInfo()
    {
        const auto value = m_document.value(nodeInfoKey);
        const bool isGiven = value && !value->isNull && (!value->isScalar || !value->text.isEmpty());
        if (!isGiven)
            return {};
        if (m_march == March::Bernoulli2)
            return refuse(nodeInfoKey, u"node_info is not supported on bernoulli2, use run_on_cpu and run_on_bpu"_s);
        m_settings.nodeInfo
            = QString::fromUtf8(m_document.text().mid(value->valueRange.offset, value->valueRange.length)).simplified();
        if (value->isScalar)
            return readTypeList(nodeInfoKey, value->text);
        for (const QString& key : m_document.keys()) {
            const auto entry = m_document.value(key);
            if (!key.startsWith(nodeInfoKey + u'.') || !entry || !entry->isScalar)
                continue;
            const QString path = key.mid(nodeInfoKey.size() + 1);
            const qsizetype dot = path.lastIndexOf(u'.');
            if (dot < 0)
                return refuse(nodeInfoKey, u"'%1' should be a dictionary"_s.arg(path));
            if (const auto fine = readSetting(path.left(dot), path.mid(dot + 1), *entry); !fine)
                return forward(fine);
        }
        return {};
    }

    Result<void> readSetting(const QString& node, const QString& setting, const ConfigValue& value)
    {
        static const QRegularExpression typeKeys(u"^(InputType[0-9]*|OutputType)$"_s);
        if (const auto known = checkNode(nodeInfoKey, node); !known)
            return forward(known);
        if (setting == "ON"_L1) {
            const QByteArray written = m_document.text().mid(value.keyRange.offset, 1);
            if (written != "'" && written != "\"")
                return refuse(nodeInfoKey, u"ON of node '%1' must be in quotes, YAML reads it as true"_s.arg(node));
            if (value.text != "CPU"_L1 && value.text != "BPU"_L1)
                return refuse(nodeInfoKey, u"Or('BPU', 'CPU') did not validate '%1'"_s.arg(value.text));
            (value.text == "CPU"_L1 ? m_settings.onCpu : m_settings.onBpu).append(node);
            return {};
        }
        if (!typeKeys.match(setting).hasMatch())
            return refuse(nodeInfoKey, u"Wrong key '%1' of node '%2'"_s.arg(setting, node));
        if (value.text != "int16"_L1 && value.text != "int8"_L1)
            return refuse(nodeInfoKey, u"Or('int8', 'int16') did not validate '%1'"_s.arg(value.text));
        if (value.text == "int16"_L1)
            m_settings.int16.append(node + u':' + setting);
        return {};
    }

    Result<void> readDataTypes()
    {
        const QString key = u"model_parameters.set_node_data_type"_s;
        const QString value = m_document.scalar(key);
        if (value.isEmpty())
            return {};
        if (m_march == March::Bernoulli2)
            return refuse(key, u"set_node_data_type is not supported on bernoulli2, which has no int16"_s);
        warnOfReplaced(key);
        m_settings.dataTypes = value;
        return readTypeList(key, value);
    }

    /// `n1:int16;n2:int16`; the type stands behind the last colon, for names have colons too.
    Result<void> readTypeList(const QString& key, const QString& value)
    {
        for (const QString& item : namesIn(value)) {
            const QString node = item.section(u':', 0, -2).trimmed();
            const QString type = item.section(u':', -1).trimmed();
            if (node.isEmpty() || (type != "int16"_L1 && type != "int8"_L1))
                return refuse(key, u"'%1' should be of the form node:int16"_s.arg(item));
            if (const auto known = checkNode(key, node); !known)
                return forward(known);
            if (type == "int16"_L1)
                m_settings.int16.append({node + u":InputType"_s, node + u":OutputType"_s});
        }
        return {};
    }

    Result<void> readOutputs()
    {
        const QString key = u"model_parameters.output_nodes"_s;
        for (const QString& node : namesIn(m_document.scalar(key))) {
            if (!m_nodes.contains(node))
                return refuse(key, u"node '%1' does not exist in the model"_s.arg(node));
            m_settings.outputNodes.append(node);
        }
        return {};
    }

    Result<void> readRemovals()
    {
        QStringList types{u"Quantize"_s, u"Transpose"_s, u"Dequantize"_s, u"Cast"_s, u"Reshape"_s};
        if (m_march == March::BayesE)
            types.append(u"Softmax"_s);
        const QString key = u"model_parameters.remove_node_type"_s;
        for (const QString& type : namesIn(m_document.scalar(key))) {
            if (!types.contains(type))
                return refuse(key, u"Or('%1') did not validate '%2'"_s.arg(types.join(u"', '"_s), type));
            m_settings.removeTypes.append(type);
        }
        m_settings.removeNames = namesIn(m_document.scalar(u"model_parameters.remove_node_name"_s));
        return {};
    }

    const ConfigDocument& m_document;
    March m_march;
    ToolLog& m_log;
    QSet<QString> m_nodes;
    QSet<QString> m_preprocessing;
    NodeSettings m_settings;
};

bool isOptimizationOf(March march, const QString& item)
{
    static const QRegularExpression ofOperator(u"^set_[A-Z][A-Za-z0-9]*_(input|output)_int16$"_s);
    static const QSet<QString> ofX5{
        u"set_Softmax_input_int8"_s, u"set_Softmax_output_int8"_s, u"asymmetric"_s,
        u"bias_correction"_s,        u"lstm_batch_last"_s,         u"set_all_nodes_int16"_s};
    if (item == "set_model_output_int8"_L1)
        return true;
    if (item == "set_model_output_int16"_L1)
        return march != March::Bernoulli2;
    return march == March::BayesE && (ofX5.contains(item) || ofOperator.match(item).hasMatch());
}

} // namespace

Result<NodeSettings> readNodeSettings(const ConfigDocument& document, const GraphDraft& model, March march,
                                      ToolLog& log)
{
    return NodeSettingsReader(document, model, march, log).read();
}

const QStringList& sandboxOptimizations()
{
    static const QStringList items{u"set_model_output_int8"_s, u"bias_correction"_s, u"asymmetric"_s};
    return items;
}

Result<QStringList> readOptimizations(const ConfigDocument& document, March march)
{
    static const QRegularExpression separators(u"[,;]"_s);
    const QString key = u"calibration_parameters.optimization"_s;
    QStringList items;
    for (const QString& item : document.scalar(key).split(separators, Qt::SkipEmptyParts)) {
        const QString name = item.trimmed();
        if (name.isEmpty())
            continue;
        if (!isOptimizationOf(march, name))
            return refuse(key, u"'%1' is not an optimization of %2"_s.arg(name, marchName(march)));
        items.append(name);
    }
    return items;
}

} // namespace driftscope
