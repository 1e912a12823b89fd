// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/OrtValues.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace driftscope {

namespace {

struct OrtValues
{
    Q_DECLARE_TR_FUNCTIONS(OrtValues)
};

struct TypeRow
{
    DataType type;
    ONNXTensorElementDataType ort;
};

/// The first row of a DataType is the one used for inputs.
constexpr std::array typeRows{
    TypeRow{DataType::Float32, ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT},
    TypeRow{DataType::Float64, ONNX_TENSOR_ELEMENT_DATA_TYPE_DOUBLE},
    TypeRow{DataType::Float16, ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT16},
    TypeRow{DataType::BFloat16, ONNX_TENSOR_ELEMENT_DATA_TYPE_BFLOAT16},
    TypeRow{DataType::Int8, ONNX_TENSOR_ELEMENT_DATA_TYPE_INT8},
    TypeRow{DataType::UInt8, ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT8},
    TypeRow{DataType::Int16, ONNX_TENSOR_ELEMENT_DATA_TYPE_INT16},
    TypeRow{DataType::UInt16, ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT16},
    TypeRow{DataType::Int32, ONNX_TENSOR_ELEMENT_DATA_TYPE_INT32},
    TypeRow{DataType::UInt32, ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT32},
    TypeRow{DataType::Int64, ONNX_TENSOR_ELEMENT_DATA_TYPE_INT64},
    TypeRow{DataType::UInt64, ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT64},
    TypeRow{DataType::Bool, ONNX_TENSOR_ELEMENT_DATA_TYPE_BOOL},
    TypeRow{DataType::Complex64, ONNX_TENSOR_ELEMENT_DATA_TYPE_COMPLEX64},
    TypeRow{DataType::Complex128, ONNX_TENSOR_ELEMENT_DATA_TYPE_COMPLEX128},
    TypeRow{DataType::Float8E4M3FN, ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT8E4M3FN},
    TypeRow{DataType::Float8E4M3FNUZ, ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT8E4M3FNUZ},
    TypeRow{DataType::Float8E5M2, ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT8E5M2},
    TypeRow{DataType::Float8E5M2FNUZ, ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT8E5M2FNUZ},
    TypeRow{DataType::String, ONNX_TENSOR_ELEMENT_DATA_TYPE_STRING},
};

std::optional<Shape> shapeOf(const OnnxRuntime::Private& runtime, const OrtTensorTypeAndShapeInfo* info)
{
    const OrtApi& api = *runtime.api;
    std::size_t rank = 0;
    if (!takeMessage(api, api.GetDimensionsCount(info, &rank)).isEmpty())
        return {};
    if (rank == 0) {
#if ORT_API_VERSION >= 24
        if (runtime.apiVersion >= 24 && api.TensorTypeAndShape_HasShape(info))
            return Shape{};
#endif
        return {};
    }
    std::vector<int64_t> sizes(rank);
    if (!takeMessage(api, api.GetDimensions(info, sizes.data(), rank)).isEmpty())
        return {};
    return Shape(std::vector<qint64>(sizes.begin(), sizes.end()));
}

DataType elementTypeOf(const OrtApi& api, const OrtTensorTypeAndShapeInfo* info)
{
    ONNXTensorElementDataType type = ONNX_TENSOR_ELEMENT_DATA_TYPE_UNDEFINED;
    (void)takeMessage(api, api.GetTensorElementType(info, &type));
    return dataTypeFromOrt(type);
}

} // namespace

ONNXTensorElementDataType ortType(DataType type)
{
    for (const TypeRow& row : typeRows) {
        if (row.type == type)
            return row.ort;
    }
    return ONNX_TENSOR_ELEMENT_DATA_TYPE_UNDEFINED;
}

DataType dataTypeFromOrt(ONNXTensorElementDataType type)
{
    for (const TypeRow& row : typeRows) {
        if (row.ort == type)
            return row.type;
    }
    return DataType::Undefined;
}

ValueDraft describeValue(const OnnxRuntime::Private& runtime, const QString& name, const OrtTypeInfo* info)
{
    ValueDraft value{name, DataType::Undefined, {}};
    const OrtTensorTypeAndShapeInfo* tensor = nullptr;
    if (!takeMessage(*runtime.api, runtime.api->CastTypeInfoToTensorInfo(info, &tensor)).isEmpty() || tensor == nullptr)
        return value;
    value.type = elementTypeOf(*runtime.api, tensor);
    value.shape = shapeOf(runtime, tensor);
    return value;
}

Result<OrtValue*> viewOf(const OnnxRuntime::Private& runtime, const NamedTensor& input)
{
    const Tensor& tensor = input.tensor;
    const ONNXTensorElementDataType type = ortType(tensor.dataType());
    if (type == ONNX_TENSOR_ELEMENT_DATA_TYPE_UNDEFINED || elementSize(tensor.dataType()) == 0) {
        return failure(ErrorKind::Unsupported,
                       OrtValues::tr("The input “%1” has elements of type %2, which cannot be fed; use a numeric type.")
                           .arg(input.name, dataTypeName(tensor.dataType())));
    }
    const std::vector<int64_t> sizes(tensor.shape().sizes().begin(), tensor.shape().sizes().end());
    // ONNX Runtime takes a mutable pointer but never writes to an input.
    void* data = const_cast<char*>(tensor.bytes().constData());
    OrtValue* value = nullptr;
    const QString problem = takeMessage(*runtime.api,
                                        runtime.api->CreateTensorWithDataAsOrtValue(
                                            runtime.cpuMemory, data, static_cast<std::size_t>(tensor.bytes().size()),
                                            sizes.data(), sizes.size(), type, &value));
    if (!problem.isEmpty()) {
        return failure(ErrorKind::InvalidArgument,
                       OrtValues::tr("ONNX Runtime does not take the tensor given for the input “%1” (%2); check its "
                                     "shape and type.")
                           .arg(input.name, problem));
    }
    return value;
}

Result<ResultView> viewOfResult(const OnnxRuntime::Private& runtime, const QString& name, const OrtValue* value)
{
    const OrtApi& api = *runtime.api;
    int isTensor = 0;
    if (value == nullptr || !takeMessage(api, api.IsTensor(value, &isTensor)).isEmpty() || isTensor == 0)
        return ResultView();
    OrtHandle<OrtTensorTypeAndShapeInfo> info(api.ReleaseTensorTypeAndShapeInfo);
    OrtTensorTypeAndShapeInfo* created = nullptr;
    QString problem = takeMessage(api, api.GetTensorTypeAndShape(value, &created));
    info.reset(created);
    if (problem.isEmpty()) {
        const DataType type = elementTypeOf(api, created);
        if (elementSize(type) == 0)
            return ResultView();
        const Shape shape = shapeOf(runtime, created).value_or(Shape{});
        void* data = nullptr;
        problem = takeMessage(api, api.GetTensorMutableData(const_cast<OrtValue*>(value), &data));
        if (problem.isEmpty()) {
            const qint64 size = shape.elementCount() * elementSize(type);
            return ResultView{true, type, shape, {static_cast<const char*>(data), std::max<qint64>(size, 0)}};
        }
    }
    return failure(ErrorKind::Internal,
                   OrtValues::tr("ONNX Runtime does not hand out the result “%1” (%2).").arg(name, problem));
}

} // namespace driftscope
