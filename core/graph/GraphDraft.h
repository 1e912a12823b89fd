// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <variant>

namespace driftscope {

struct GraphDraft;

/// Value of a node's attribute. Strings of ONNX are bytes; UTF-8 ones are held as QString, others keep their bytes.
using AttributeValue = std::variant<std::monostate, qint64, float, QString, QByteArray, Tensor, QList<qint64>,
                                    QList<float>, QStringList, std::shared_ptr<const GraphDraft>>;

struct Attribute
{
    QString name;
    AttributeValue value;
};

/// One operator as ONNX writes it; values are named by strings, an empty name is an omitted optional one.
struct NodeDraft
{
    QString name;
    QString opType;
    QString domain; ///< empty is ai.onnx
    QStringList inputs;
    QStringList outputs;
    QList<Attribute> attributes;
    QString doc;

    [[nodiscard]] const AttributeValue* attribute(const QString& attributeName) const;
    [[nodiscard]] qint64 integer(const QString& attributeName, qint64 fallback) const;
    [[nodiscard]] float number(const QString& attributeName, float fallback) const;
    [[nodiscard]] QString text(const QString& attributeName, const QString& fallback = {}) const;
    [[nodiscard]] QList<qint64> integers(const QString& attributeName, const QList<qint64>& fallback = {}) const;
    void setAttribute(const QString& attributeName, AttributeValue value);
    void removeAttribute(const QString& attributeName);
};

struct ValueDraft
{
    QString name;
    DataType type = DataType::Undefined;
    std::optional<Shape> shape; ///< absent: nothing is known, not even the rank
};

struct OpsetImport
{
    QString domain;
    qint64 version = 0;
};

/// A network that may be changed: what the ONNX reader fills, optimizers rewrite and the ONNX writer writes. Everything
/// else works on the immutable Graph made from it.
struct GraphDraft
{
    QString name;
    QList<NodeDraft> nodes;
    QList<ValueDraft> inputs; ///< without initializers
    QList<ValueDraft> outputs;
    QList<ValueDraft> values; ///< known types of values in between
    QList<NamedTensor> initializers;
    QList<OpsetImport> opsets;
    qint64 irVersion = 0;
    QString producer;
    QString producerVersion;
    QList<std::pair<QString, QString>> metadata;

    [[nodiscard]] const Tensor* initializer(const QString& valueName) const; ///< linear search; build a hash for loops
    [[nodiscard]] qint64 opsetVersion(const QString& domain = {}) const; ///< 0 when not imported
};

} // namespace driftscope
