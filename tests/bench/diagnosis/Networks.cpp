// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Networks.h"

#include "core/base/Files.h"
#include "core/onnx/OnnxWriter.h"
#include "core/tensor/Picture.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace driftscope::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int givenCount = 5;

bool isMadeHere(const SubjectPlan& plan)
{
    return plan.network == "pair"_L1 || plan.network == "features"_L1;
}

QString folderOf(const SubjectPlan& plan, const QString& networks)
{
    if (plan.network == "emoji5"_L1)
        return QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/resources/samples/emoji5");
    return QDir(networks).filePath(plan.network);
}

Tensor randomTensor(const Shape& shape, unsigned seed, float width)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> value(0.0F, width);
    std::vector<float> values(static_cast<std::size_t>(shape.elementCount()));
    for (float& item : values)
        item = value(random);
    return Tensor::fromValues<float>(shape, values);
}

/// A network that is made here: nodes are added one after another.
class NetworkBuilder
{
public:
    NetworkBuilder()
    {
        m_draft.name = u"network"_s;
        m_draft.irVersion = 7;
        m_draft.opsets = {{{}, 11}};
    }

    void input(const QString& name, const Shape& shape) { m_draft.inputs.append({name, DataType::Float32, shape}); }
    void output(const QString& name, const Shape& shape) { m_draft.outputs.append({name, DataType::Float32, shape}); }

    QString conv(const QString& from, qint64 in, qint64 out, qint64 kernel, qint64 stride)
    {
        const QString name = u"conv%1"_s.arg(++m_count);
        const auto fanIn = static_cast<float>(in * kernel * kernel);
        m_draft.initializers.append(
            {name + u"_w"_s,
             randomTensor({out, in, kernel, kernel}, static_cast<unsigned>(m_count), std::sqrt(2.0F / fanIn))});
        m_draft.initializers.append(
            {name + u"_b"_s, randomTensor({out}, 1000U + static_cast<unsigned>(m_count), 0.1F)});
        NodeDraft node = nodeOf(name, u"Conv"_s, {from, name + u"_w"_s, name + u"_b"_s});
        node.setAttribute(u"kernel_shape"_s, QList<qint64>{kernel, kernel});
        node.setAttribute(u"strides"_s, QList<qint64>{stride, stride});
        node.setAttribute(u"pads"_s, QList<qint64>(4, kernel / 2));
        return add(std::move(node));
    }
    QString apply(const QString& op, const QStringList& inputs, const QString& attribute = {}, qint64 value = 0)
    {
        NodeDraft node = nodeOf(u"%1%2"_s.arg(op.toLower()).arg(++m_count), op, inputs);
        if (!attribute.isEmpty())
            node.setAttribute(attribute, value);
        return add(std::move(node));
    }
    QString dense(const QString& from, qint64 in, qint64 out)
    {
        const QString name = u"fc%1"_s.arg(++m_count);
        m_draft.initializers.append(
            {name + u"_w"_s,
             randomTensor({out, in}, 77U + static_cast<unsigned>(m_count), std::sqrt(4.0F / static_cast<float>(in)))});
        NodeDraft node = nodeOf(name, u"Gemm"_s, {from, name + u"_w"_s});
        node.setAttribute(u"transB"_s, qint64(1));
        return add(std::move(node));
    }
    void rename(const QString& from, const QString& to)
    {
        for (NodeDraft& node : m_draft.nodes) {
            node.outputs.replaceInStrings(QRegularExpression(u"^%1$"_s.arg(from)), to);
            node.inputs.replaceInStrings(QRegularExpression(u"^%1$"_s.arg(from)), to);
        }
    }
    [[nodiscard]] const GraphDraft& draft() const { return m_draft; }

private:
    static NodeDraft nodeOf(const QString& name, const QString& op, const QStringList& inputs)
    {
        NodeDraft node;
        node.name = name;
        node.opType = op;
        node.inputs = inputs;
        node.outputs = {name + u"_out"_s};
        return node;
    }
    QString add(NodeDraft node)
    {
        m_draft.nodes.append(std::move(node));
        return m_draft.nodes.last().outputs.first();
    }

    GraphDraft m_draft;
    int m_count = 0;
};

/// Two pictures, as of a stereo camera: a map of differences, and two vectors of equal length.
GraphDraft pairNetwork()
{
    NetworkBuilder net;
    net.input(u"left"_s, {1, 3, 48, 64});
    net.input(u"right"_s, {1, 3, 48, 64});
    const QString left = net.apply(u"Relu"_s, {net.conv(u"left"_s, 3, 12, 3, 2)});
    const QString right = net.apply(u"Relu"_s, {net.conv(u"right"_s, 3, 12, 5, 2)});
    const QString both = net.apply(u"Concat"_s, {left, right}, u"axis"_s, 1);
    const QString deep = net.apply(u"Relu"_s, {net.conv(both, 24, 24, 3, 2)});
    const QString map = net.conv(deep, 24, 6, 1, 1);
    const QString pooled = net.apply(u"Flatten"_s, {net.apply(u"Relu"_s, {net.conv(deep, 24, 8, 3, 4)})}, u"axis"_s, 1);
    const QString first = net.dense(pooled, 8 * 3 * 4, 12);
    const QString second = net.dense(pooled, 8 * 3 * 4, 12);
    net.rename(map, u"differences"_s);
    net.rename(first, u"first"_s);
    net.rename(second, u"second"_s);
    net.output(u"differences"_s, {1, 6, 12, 16});
    net.output(u"first"_s, {1, 12});
    net.output(u"second"_s, {1, 12});
    return net.draft();
}

/// A gray picture and features of another sensor; ends with a softmax.
GraphDraft featuresNetwork()
{
    NetworkBuilder net;
    net.input(u"picture"_s, {1, 1, 40, 56});
    net.input(u"features"_s, {1, 6, 20, 28});
    const QString picture = net.apply(u"Relu"_s, {net.conv(u"picture"_s, 1, 10, 3, 2)});
    const QString features = net.apply(u"Relu"_s, {net.conv(u"features"_s, 6, 10, 3, 1)});
    const QString both = net.apply(u"Concat"_s, {picture, features}, u"axis"_s, 1);
    const QString deep = net.apply(u"Relu"_s, {net.conv(both, 20, 16, 3, 2)});
    const QString small = net.apply(u"Relu"_s, {net.conv(deep, 16, 6, 3, 2)});
    const QString flat = net.apply(u"Flatten"_s, {small}, u"axis"_s, 1);
    const QString classes = net.apply(u"Softmax"_s, {net.dense(flat, 6 * 5 * 7, 20)}, u"axis"_s, 1);
    net.rename(classes, u"classes"_s);
    net.output(u"classes"_s, {1, 20});
    return net.draft();
}

/// Smooth shapes on a slope, with fine grain: what cameras see, of any size.
Tensor drawnPicture(unsigned seed, qint64 height, qint64 width)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    struct Blob
    {
        double y, x, radius, red, green, blue;
    };
    std::vector<Blob> blobs(9);
    for (Blob& blob : blobs)
        blob = {unit(random),       unit(random),       0.05 + 0.2 * unit(random),
                200 * unit(random), 200 * unit(random), 200 * unit(random)};
    std::vector<quint8> pixels;
    for (qint64 y = 0; y < height; ++y) {
        for (qint64 x = 0; x < width; ++x) {
            const double v = static_cast<double>(y) / static_cast<double>(height);
            const double u = static_cast<double>(x) / static_cast<double>(width);
            std::array<double, 3> colour{30 + 90 * u, 20 + 70 * v, 90 - 60 * u};
            for (const Blob& blob : blobs) {
                const double inside
                    = (v - blob.y) * (v - blob.y) + (u - blob.x) * (u - blob.x) < blob.radius * blob.radius ? 1 : 0;
                colour = {colour[0] + inside * (blob.red - colour[0]), colour[1] + inside * (blob.green - colour[1]),
                          colour[2] + inside * (blob.blue - colour[2])};
            }
            for (const double value : colour)
                pixels.push_back(static_cast<quint8>(std::clamp(value + 8 * unit(random), 0.0, 255.0)));
        }
    }
    return Tensor::fromValues<quint8>({height, width, 3}, pixels);
}

/// A part of a photograph that is kept as raw planes (3 x height x width).
std::optional<Tensor> photograph(const QString& path, qint64 height, qint64 width, qint64 rows, qint64 columns)
{
    const auto bytes = readFile(path);
    if (!bytes || bytes->size() != 3 * height * width)
        return std::nullopt;
    std::vector<quint8> pixels;
    for (qint64 y = 0; y < rows; ++y) {
        for (qint64 x = 0; x < columns; ++x) {
            for (qint64 c = 0; c < 3; ++c)
                pixels.push_back(static_cast<quint8>((*bytes)[(c * height + y) * width + x]));
        }
    }
    return Tensor::fromValues<quint8>({rows, columns, 3}, pixels);
}

Tensor givenPicture(const SubjectPlan& plan, int index, qsizetype port, const QString& networks)
{
    const int number = index + static_cast<int>(port) * 7;
    if (plan.network == "emoji5"_L1 && index < 3) {
        const QDir folder(folderOf(plan, networks) + u"/heldout"_s);
        const QStringList files = folder.entryList({u"*.png"_s}, QDir::Files, QDir::Name);
        if (auto picture
            = readPicture(folder.filePath(files.value(number * 61 % std::max<int>(1, static_cast<int>(files.size()))))))
            return resizedPicture(*picture, 100, 132);
    }
    const QString photographs = QDir(networks).filePath(u"rfb_face_detector/heldout_rgb"_s);
    if (plan.network == "mobilefacenet"_L1 || plan.network == "emoji5"_L1) {
        const QString file = QDir(photographs).filePath(u"%1.rgb"_s.arg(number, 4, 10, QLatin1Char('0')));
        if (auto picture = photograph(file, 240, 320, 230, 290))
            return *picture;
    }
    return drawnPicture(static_cast<unsigned>(100 + number), plan.network == "rfb_face_detector"_L1 ? 420 : 130,
                        plan.network == "rfb_face_detector"_L1 ? 500 : 150);
}

Result<void> writeCalibration(const QString& folder, const Tensor& picture, const Shape& nchw, int index, double factor)
{
    const Tensor sized = resizedPicture(picture, nchw[2], nchw[3]);
    const auto planes = pictureAs(sized, nchw[1] == 1 ? InputType::Gray : InputType::Rgb, TensorLayout::NCHW);
    if (!planes)
        return forward(planes);
    QByteArray bytes = planes->bytes();
    for (char& byte : bytes) {
        const double value = static_cast<double>(static_cast<quint8>(byte)) * factor;
        byte = static_cast<char>(static_cast<quint8>(std::min(value, 255.0)));
    }
    return writeFileAtomically(QDir(folder).filePath(u"%1.rgb"_s.arg(index)), bytes);
}

Tensor features(int index, float factor = 1.0F)
{
    return randomTensor({1, 6, 20, 28}, 500U + static_cast<unsigned>(index), 2.0F * factor);
}

Result<QString> writeMadeHere(const SubjectPlan& plan, const QString& workFolder)
{
    const bool isPair = plan.network == "pair"_L1;
    const QString model = QDir(workFolder).filePath(u"network.onnx"_s);
    if (auto written = writeOnnx(model, isPair ? pairNetwork() : featuresNetwork()); !written)
        return forward(written);
    for (int i = 0; i < 6; ++i) {
        for (const QString& side : {u"a"_s, u"b"_s}) {
            const QString folder = QDir(workFolder).filePath(u"calibration_"_s + side);
            if (auto made = makeFolder(folder); !made)
                return forward(made);
            const bool isFeatures = !isPair && side == "b"_L1;
            const Shape shape = isPair ? Shape{1, 3, 48, 64} : Shape{1, 1, 40, 56};
            const auto written = isFeatures
                ? writeFileAtomically(QDir(folder).filePath(u"%1.bin"_s.arg(i)),
                                      features(i, static_cast<float>(plan.calibrationFactor)).bytes())
                : writeCalibration(folder,
                                   drawnPicture(static_cast<unsigned>(i) + (side == "b"_L1 ? 50U : 0U), 90, 120), shape,
                                   i, plan.calibrationFactor);
            if (!written)
                return forward(written);
        }
    }
    const QString types = isPair ? u"%1;%1"_s.arg(plan.inputType) : u"gray;featuremap"_s;
    const QString trained = isPair ? u"rgb;rgb"_s : u"gray;featuremap"_s;
    const QString layouts = isPair ? u"%1;%1"_s.arg(plan.layout) : u"%1;NCHW"_s.arg(plan.layout);
    const QString text
        = u"model_parameters:\n  onnx_model: '%1'\n  march: '%2'\n  working_dir: '%3/out'\n  output_model_file_prefix: 'm'\n"_s
              .arg(model, plan.march, workFolder)
        + u"input_parameters:\n  input_name: '%1'\n  input_type_rt: '%2'\n  input_layout_rt: '%3'\n  input_type_train: '%4'\n  input_layout_train: 'NCHW;NCHW'\n  input_shape: '%5'\n  norm_type: '%6'\n  mean_value: '%7'\n  scale_value: '%8'\n"_s
              .arg(isPair ? u"left;right"_s : u"picture;features"_s, types, layouts, trained,
                   isPair ? u"1x3x48x64;1x3x48x64"_s : u"1x1x40x56;1x6x20x28"_s,
                   isPair ? u"data_mean_and_scale;data_mean_and_scale"_s : u"data_mean_and_scale;no_preprocess"_s)
              .arg(isPair ? u"123.675 116.28 103.53;123.675 116.28 103.53"_s : u"118.0;0"_s,
                   isPair ? u"0.0171 0.0175 0.0174;0.0171 0.0175 0.0174"_s : u"0.017;1"_s)
        + u"calibration_parameters:\n  cal_data_dir: '%1/calibration_a;%1/calibration_b'\n  cal_data_type: '%2'\n  calibration_type: 'max'\ncompiler_parameters:\n  optimize_level: 'O3'\n"_s
              .arg(workFolder, isPair ? u"uint8;uint8"_s : u"uint8;float32"_s);
    const QString path = QDir(workFolder).filePath(u"config.yaml"_s);
    if (auto written = writeFileAtomically(path, text.toUtf8()); !written)
        return forward(written);
    return path;
}

/// Ten of the network's calibration pictures.
Result<void> copyCalibration(const QString& from, const QString& to, double factor)
{
    if (auto made = makeFolder(to); !made)
        return made;
    const QStringList files = QDir(from).entryList(QDir::Files, QDir::Name);
    for (qsizetype i = 0; i < files.size(); i += std::max<qsizetype>(1, files.size() / 10)) {
        auto bytes = readFile(QDir(from).filePath(files[i]));
        if (!bytes)
            return forward(bytes);
        for (char& byte : *bytes)
            byte = static_cast<char>(static_cast<quint8>(static_cast<double>(static_cast<quint8>(byte)) * factor));
        if (auto written = writeFileAtomically(QDir(to).filePath(files[i]), *bytes); !written)
            return written;
    }
    return {};
}

} // namespace

Result<QString> writeConversion(const SubjectPlan& plan, const QString& networks, const QString& workFolder)
{
    if (auto made = makeFolder(workFolder); !made)
        return forward(made);
    if (isMadeHere(plan))
        return writeMadeHere(plan, workFolder);
    const QDir folder(folderOf(plan, networks));
    const bool isSample = plan.network == "emoji5"_L1;
    const QString calibration = QDir(workFolder).filePath(u"calibration_rgb"_s);
    if (auto copied = copyCalibration(folder.filePath(u"calibration_rgb"_s), calibration, plan.calibrationFactor);
        !copied)
        return forward(copied);
    auto document = ConfigDocument::load(folder.filePath(isSample ? u"as_published.yaml"_s : u"bayes-e.yaml"_s));
    const QList<std::pair<QString, QString>> settings{
        {u"model_parameters.onnx_model"_s, folder.filePath(plan.network + u".onnx"_s)},
        {u"model_parameters.march"_s, plan.march},
        {u"model_parameters.working_dir"_s, QDir(workFolder).filePath(u"out"_s)},
        {u"input_parameters.input_type_rt"_s, plan.inputType},
        {u"input_parameters.input_layout_rt"_s, plan.layout},
        {u"calibration_parameters.cal_data_dir"_s, calibration},
        {u"calibration_parameters.calibration_type"_s, u"max"_s}};
    for (const auto& [key, value] : settings + plan.settings) {
        if (document)
            document = value.isEmpty() ? document->without(key) : document->with(key, value);
    }
    if (!document)
        return forward(document);
    const QString path = QDir(workFolder).filePath(u"config.yaml"_s);
    if (auto written = writeFileAtomically(path, document->text()); !written)
        return forward(written);
    return path;
}

QList<QList<Tensor>> givensFor(const SubjectPlan& plan, const QList<InputPort>& ports, const QString& networks)
{
    QList<QList<Tensor>> givens;
    for (int index = 0; index < givenCount; ++index) {
        QList<Tensor> given;
        for (qsizetype port = 0; port < ports.size(); ++port)
            given.append(ports[port].isPicture() ? givenPicture(plan, index, port, networks) : features(40 + index));
        givens.append(given);
    }
    return givens;
}

} // namespace driftscope::test
