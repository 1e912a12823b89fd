// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/ValueType.h"
#include "core/tensor/Tensor.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <variant>

namespace driftscope {

struct GraphDraft;

using TextPairs = QList<std::pair<QString, QString>>;

/// The elements of a tensor that are not zero. `indices` is [n] (places in the flattened tensor) or [n, rank].
struct SparseTensor
{
    QString name = {};
    Tensor values;
    Tensor indices;
    Shape shape;
};

/// Value of a node's attribute. Strings of ONNX are bytes; UTF-8 ones are held as QString, others keep their bytes.
using AttributeValue
    = std::variant<std::monostate, qint64, float, QString, QByteArray, Tensor, QList<qint64>, QList<float>, QStringList,
                   std::shared_ptr<const GraphDraft>, SparseTensor, ValueType, QList<Tensor>,
                   QList<std::shared_ptr<const GraphDraft>>, QList<SparseTensor>, QList<ValueType>>;

struct Attribute
{
    QString name;
    AttributeValue value;
    /// Inside a function: the attribute of the function whose value is taken; `value` then only says the kind.
    QString reference = {};
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
    QString overload = {}; ///< which of several functions of one name is called
    TextPairs metadata = {};
    QByteArray unread = {}; ///< what the file says beyond that, kept to be written back

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
    /// Set where the value is more than a dense tensor, or one with a denotation; type and shape stay those of the
    /// tensor, dense or sparse.
    std::shared_ptr<const ValueType> composite = nullptr;
};

struct OpsetImport
{
    QString domain;
    qint64 version = 0;
};

} // namespace driftscope
