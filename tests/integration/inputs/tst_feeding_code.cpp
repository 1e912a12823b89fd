// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The C++ and the Python that feed the board, compiled and run: their bytes, given to the built-in board, give what the
// quantized model gives, for every run-time type in every layout.
#include "ForesightBench.h"
#include "TinyModel.h"
#include "core/base/Files.h"
#include "core/runtime/InferenceSession.h"
#include "core/sandbox/execution/BoardExecutor.h"
#include "core/sandbox/execution/BoardInput.h"
#include "core/stages/foresight/FeedingCode.h"
#include "core/tensor/TensorOperations.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace driftscope;

class TestFeedingCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void compiled();
    void interpreted();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString feedCall(qsizetype position, FeedingLanguage language) const;
    void boardAgrees(const QString& prefix);

    QTemporaryDir m_folder;
    QList<InputCase> m_cases;
    QList<std::shared_ptr<ForesightBench>> m_benches; ///< converted, one for each case
    ConversionForecast m_forecast; ///< one input for each case
    Tensor m_picture; ///< HxWx3
    Tensor m_features; ///< NCHW
};

namespace {

Tensor randomPicture()
{
    std::mt19937 random(7);
    std::uniform_int_distribution<int> level(0, 255);
    std::vector<quint8> pixels(benchRows * benchColumns * 3);
    for (quint8& pixel : pixels)
        pixel = static_cast<quint8>(level(random));
    return Tensor::fromValues<quint8>(Shape{benchRows, benchColumns, 3}, pixels);
}

/// Exit status, and what the program printed.
std::pair<int, QByteArray> ran(const QString& program, const QStringList& arguments, const QString& folder)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(120000))
        return {-1, process.errorString().toUtf8()};
    return {process.exitCode(), process.readAll()};
}

QString pythonWithNumpy()
{
    for (const QString& python : {QStandardPaths::findExecutable(u"python3"_s), u"/usr/bin/python3"_s}) {
        if (!python.isEmpty() && ran(python, {u"-c"_s, u"import numpy"_s}, {}).first == 0)
            return python;
    }
    return {};
}

/// What the quantized model of that bench says to the picture, or the features.
Result<std::vector<float>> quantizedOutput(const ForesightBench& bench, const InputForecast& input,
                                           const Tensor& picture, const Tensor& features)
{
    const auto runtime = OnnxRuntime::load();
    const auto content = readFile(bench.stageFile(Stage::Quantized));
    if (!runtime || !content)
        return failure(ErrorKind::NotFound, u"no runtime or no model"_s);
    const auto session = InferenceSession::open(*runtime, *content, {});
    if (!session)
        return forward(session);
    const StageInputFormat& format = input.stages.last().format;
    Result<Tensor> fed = toLayout(features, TensorLayout::NCHW, format.layout);
    if (isImageType(input.config.typeRt))
        fed = pictureForStage(picture, Stage::Quantized, input.config, format.type, format.shape);
    if (!fed)
        return forward(fed);
    const auto outputs = (*session)->run({{input.input, *fed}});
    if (!outputs)
        return forward(outputs);
    return outputs->first().tensor.toFloats();
}

Result<std::vector<float>> boardOutput(const ForesightBench& bench, const QByteArray& bytes)
{
    const auto board = bench.board();
    if (!board)
        return forward(board);
    const auto specs = boardInputSpecs(*board);
    const auto executor = BoardExecutor::load(*board);
    if (!specs || !executor)
        return failure(ErrorKind::Malformed, u"the .bin cannot be opened"_s);
    const auto fed = boardTensor(specs->first(), bytes);
    if (!fed)
        return forward(fed);
    const auto outputs = executor->run(std::span(&*fed, 1));
    if (!outputs)
        return forward(outputs);
    return outputs->front().toFloats();
}

double largest(const std::vector<float>& a, const std::vector<float>& b)
{
    double difference = a.size() == b.size() && !a.empty() ? 0.0 : INFINITY;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        difference = std::max(difference, std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i])));
    return difference;
}

} // namespace

void TestFeedingCode::initTestCase()
{
    if (const auto runtime = OnnxRuntime::load(); !runtime)
        QSKIP(qPrintable(runtime.error().message));
    m_picture = randomPicture();
    m_features = noise(Shape{1, benchFeatures, benchRows, benchColumns}, 3);
    for (InputCase input : everyCase()) {
        const QString norm = input.isFeaturemap() ? u"no_preprocess"_s : u"data_mean_and_scale"_s;
        if (input.norm != norm || !isInManual(u"bayes-e"_s, input))
            continue;
        m_cases.append(input);
        input.isVideo = true;
        if (input.runtime == "nv12"_L1)
            m_cases.append(input);
    }
    QVERIFY(m_cases.size() > 70);
    for (qsizetype i = 0; i < m_cases.size(); ++i) {
        // Both ways in which the toolchain lays out the quantized model.
        const bool isX3 = i % 2 == 1 && isInManual(u"bernoulli2"_s, m_cases[i]);
        const auto bench
            = std::make_shared<ForesightBench>(isX3 ? u"bernoulli2"_s : u"bayes-e"_s, QList<InputCase>{m_cases[i]});
        QVERIFY2(bench->convert(false), bench->console().constData());
        m_benches.append(bench);
        m_forecast.inputs.append(forecastConversion(bench->config(), bench->model().get()).inputs.first());
        QCOMPARE(m_forecast.inputs.last().refusal, QString());
    }
    QVERIFY(writeFileAtomically(path(u"picture"_s), m_picture.bytes()));
    QVERIFY(writeFileAtomically(path(u"NCHW"_s), m_features.bytes()));
    QVERIFY(writeFileAtomically(path(u"NHWC"_s), toLayout(m_features, TensorLayout::NCHW, TensorLayout::NHWC).bytes()));
}

/// The call of one case's function, with what it takes.
QString TestFeedingCode::feedCall(qsizetype position, FeedingLanguage language) const
{
    // All inputs are called in0, so that their functions get numbers.
    const QString function = position == 0 ? u"feed_in0"_s : u"feed_in0_%1"_s.arg(position + 1);
    const InputCase& input = m_cases[position];
    const QString from = input.isFeaturemap() ? input.layoutTrain : u"picture"_s;
    if (language == FeedingLanguage::Python)
        return u"write(%1, %2(%3))\n"_s.arg(position).arg(function, from);
    const QString type = input.isFeaturemap() ? u"float"_s : u"std::uint8_t"_s;
    return u"    write(%1, %2(reinterpret_cast<const %3*>(read(\"%4\").data())));\n"_s.arg(position).arg(function, type,
                                                                                                         from);
}

void TestFeedingCode::boardAgrees(const QString& prefix)
{
    for (qsizetype i = 0; i < m_cases.size(); ++i) {
        const auto bytes = readFile(path(prefix + QString::number(i)));
        QVERIFY(bytes);
        const InputForecast& input = m_forecast.inputs[i];
        QCOMPARE(bytes->size(), input.boardFeeds.bytes);
        const auto expected = quantizedOutput(*m_benches[i], input, m_picture, m_features);
        const auto found = boardOutput(*m_benches[i], *bytes);
        QVERIFY2(expected, expected ? "" : qPrintable(expected.error().message));
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        const double difference = largest(*expected, *found);
        QVERIFY2(difference < 1e-4, qPrintable(m_cases[i].name() % u": "_s % QString::number(difference)));
        QByteArray wrong = *bytes;
        std::ranges::reverse(wrong);
        const auto other = m_cases[i].isFeaturemap() ? Result<std::vector<float>>(std::vector<float>{})
                                                     : boardOutput(*m_benches[i], wrong);
        QVERIFY2(other && largest(*expected, *other) > 1e-3, "the board does not care what it is fed");
    }
}

void TestFeedingCode::compiled()
{
    const QString compiler = QStandardPaths::findExecutable(u"g++"_s);
    if (compiler.isEmpty())
        QSKIP("no g++ to compile the generated C++ with");
    QString code = feedingCode(m_forecast, FeedingLanguage::Cpp);
    code += u"\n#include <fstream>\n#include <iterator>\n#include <string>\n"
            "static std::vector<char> read(const std::string& name)\n{\n"
            "    std::ifstream file(name, std::ios::binary);\n"
            "    return {std::istreambuf_iterator<char>(file), {}};\n}\n"
            "static void write(int number, const std::vector<std::uint8_t>& bytes)\n{\n"
            "    std::ofstream file(\"cpp\" + std::to_string(number), std::ios::binary);\n"
            "    file.write(reinterpret_cast<const char*>(bytes.data()), "
            "static_cast<std::streamsize>(bytes.size()));\n}\n"
            "int main()\n{\n"_s;
    for (qsizetype i = 0; i < m_cases.size(); ++i)
        code += feedCall(i, FeedingLanguage::Cpp);
    QVERIFY(writeFileAtomically(path(u"feed.cpp"_s), (code + u"}\n"_s).toUtf8()));
    const auto [status, printed] = ran(
        compiler,
        {u"-std=c++17"_s, u"-Wall"_s, u"-Wextra"_s, u"-Wshadow"_s, u"-Werror"_s, u"-o"_s, u"feed"_s, u"feed.cpp"_s},
        m_folder.path());
    QVERIFY2(status == 0, printed.constData());
    QCOMPARE(ran(path(u"feed"_s), {}, m_folder.path()).first, 0);
    boardAgrees(u"cpp"_s);
}

void TestFeedingCode::interpreted()
{
    const QString python = pythonWithNumpy();
    if (python.isEmpty())
        QSKIP("no python3 with numpy to run the generated Python with");
    QString code = feedingCode(m_forecast, FeedingLanguage::Python);
    code
        += u"\n\npicture = np.fromfile(\"picture\", np.uint8).reshape(%1, %2, 3)\n"
           "NCHW = np.fromfile(\"NCHW\", np.float32)\nNHWC = np.fromfile(\"NHWC\", np.float32)\n\n\n"
           "def write(number, data):\n    with open(f\"python{number}\", \"wb\") as file:\n        file.write(data)\n\n\n"_s
               .arg(benchRows)
               .arg(benchColumns);
    for (qsizetype i = 0; i < m_cases.size(); ++i)
        code += feedCall(i, FeedingLanguage::Python);
    QVERIFY(writeFileAtomically(path(u"feed.py"_s), code.toUtf8()));
    const auto [status, printed] = ran(python, {u"feed.py"_s}, m_folder.path());
    QVERIFY2(status == 0, printed.constData());
    boardAgrees(u"python"_s);
}

QTEST_GUILESS_MAIN(TestFeedingCode)
#include "tst_feeding_code.moc"
