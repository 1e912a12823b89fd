// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/family/VerifierTool.h"

#include "core/runtime/InferenceSession.h"
#include "core/sandbox/execution/BoardExecutor.h"
#include "core/sandbox/family/ResultComparison.h"
#include "core/sandbox/family/VerifierInput.h"

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr auto tool = "hb_verifier";

/// Real values of every output, in the order of the .bin.
struct Results
{
    QString name; ///< `Quanti.onnx`, `Arm`, `Sim`
    std::vector<std::vector<float>> outputs;
};

class Verifier
{
public:
    Verifier(const VerifierOptions& options, ToolLog& log)
        : m_options(options)
        , m_log(log)
    { }

    Result<void> execute()
    {
        if (auto prepared = prepare(); !prepared)
            return prepared;
        auto reference = runQuantized();
        if (!reference)
            return forward(reference);
        m_results.append(*std::move(reference));
        if (!m_options.board.isEmpty()) {
            m_log.info({tool, 210},
                       u"board %1 is answered by the sandbox board of this machine"_s.arg(m_options.board));
            if (auto ran = runBinary(u"Arm"_s); !ran) {
                m_log.error({tool, 214}, ran.error().message);
                return failure(ErrorKind::Unavailable, u"arm result does not exist, program halted"_s);
            }
        }
        if (m_options.simulate || m_options.isOlder) {
            if (auto ran = runBinary(u"Sim"_s); !ran)
                return ran;
        }
        if (m_results.size() < 2)
            return failure(ErrorKind::InvalidArgument,
                           u"nothing to compare with: give a board with -b or the simulator with -s True"_s);
        for (qsizetype i = 0; i < m_results.size(); ++i) {
            for (qsizetype j = i + 1; j < m_results.size(); ++j)
                compare(m_results[i], m_results[j]);
        }
        return {};
    }

private:
    Result<void> prepare()
    {
        auto board = readBoardModel(m_options.model);
        if (!board)
            return forward(board);
        m_board = *std::move(board);
        auto specs = boardInputSpecs(m_board);
        if (!specs)
            return forward(specs);
        m_specs = *std::move(specs);
        if (m_options.isOlder && m_specs.size() != 1)
            return failure(ErrorKind::Unsupported, u"only models with one input are supported"_s);
        auto inputs = verifierInputs(m_specs, m_options.inputs);
        if (!inputs)
            return forward(inputs);
        m_inputs = *std::move(inputs);
        if (m_options.inputs.isEmpty())
            m_log.info({tool, 170}, u"no input is given, random values are used"_s);
        return {};
    }

    Result<Results> runQuantized() const
    {
        auto runtime = OnnxRuntime::load();
        if (!runtime)
            return forward(runtime);
        auto session = InferenceSession::openFile(*runtime, m_options.quantized);
        if (!session)
            return forward(session);
        QList<NamedTensor> feed;
        for (qsizetype i = 0; i < m_specs.size(); ++i) {
            const auto input = std::ranges::find((*session)->inputs(), m_specs[i].name, &ValueDraft::name);
            if (input == (*session)->inputs().cend())
                return failure(ErrorKind::InvalidArgument,
                               u"the quantized model has no input %1"_s.arg(m_specs[i].name));
            auto tensor = asStageInput(m_specs[i], m_inputs[static_cast<std::size_t>(i)], *input);
            if (!tensor)
                return forward(tensor);
            feed.append({m_specs[i].name, *std::move(tensor)});
        }
        const auto outputs = (*session)->run(feed);
        if (!outputs)
            return forward(outputs);
        Results results{u"Quanti.onnx"_s, {}};
        for (const BoardTensorInfo& info : m_board.outputs) {
            const auto output = std::ranges::find(*outputs, info.name, &NamedTensor::name);
            if (output == outputs->cend())
                return failure(ErrorKind::InvalidArgument, u"the quantized model has no output %1"_s.arg(info.name));
            results.outputs.push_back(output->tensor.toRealValues());
        }
        return results;
    }

    Result<void> runBinary(const QString& name)
    {
        const auto executor = BoardExecutor::load(m_board);
        if (!executor)
            return forward(executor);
        auto outputs = executor->run(m_inputs);
        if (!outputs)
            return forward(outputs);
        Results results{name, {}};
        for (std::size_t i = 0; i < outputs->size(); ++i) {
            Tensor& tensor = (*outputs)[i];
            const auto& quantization = m_board.outputs[static_cast<qsizetype>(i)].quantization;
            if (quantization && !tensor.quantization())
                tensor.setQuantization(quantization);
            results.outputs.push_back(tensor.toRealValues());
        }
        m_results.append(std::move(results));
        return {};
    }

    void compare(const Results& reference, const Results& candidate) const
    {
        if (!m_options.isOlder)
            say(u"compare source: %1 VS %2"_s.arg(reference.name, candidate.name));
        bool allPassed = true;
        const std::size_t count
            = m_options.isOlder ? std::min<std::size_t>(1, reference.outputs.size()) : reference.outputs.size();
        for (std::size_t i = 0; i < count; ++i) {
            const ResultDifference difference
                = differenceOf(reference.outputs[i], candidate.outputs[i], m_options.digits);
            const bool passed = difference.mismatches() == 0;
            allPassed = allPassed && passed;
            if (m_options.isOlder)
                sayOlder(difference);
            else
                sayOutput(i, difference);
        }
        const QString first
            = m_options.isOlder && reference.name == "Quanti.onnx"_L1 ? u"Quanti onnx"_s : reference.name;
        verdict(u"%1 and %2"_s.arg(first, candidate.name), allPassed);
    }

    void sayOutput(std::size_t index, const ResultDifference& difference) const
    {
        say(u"Comparison results of original output is model_infer_output_%1"_s.arg(index));
        if (difference.mismatches() > 0) {
            say(u"mismatch result num: %1"_s.arg(difference.mismatches()));
            say(u"total result num: %1"_s.arg(difference.total));
            say(u"mismatch rate: %1"_s.arg(difference.rate()));
            say(u"relative mismatch ratio: %1"_s.arg(difference.relative));
            say(u"max abs error: %1"_s.arg(difference.largest));
        }
        verdict(u"raw output %1 and raw output %1"_s.arg(index), difference.mismatches() == 0);
    }

    void sayOlder(const ResultDifference& difference) const
    {
        if (difference.mismatches() == 0)
            return;
        say(u"mismatch line num: %1"_s.arg(difference.mismatches()));
        say(u"mismatch.line_miss num: %1"_s.arg(difference.missing));
        say(u"mismatch.line_diff num: %1"_s.arg(difference.different));
        say(u"mismatch.line_nan num: %1"_s.arg(difference.nans));
        say(u"total line num: %1"_s.arg(difference.total));
        say(u"mismatch rate: %1"_s.arg(difference.rate()));
    }

    void say(const QString& text) const { m_log.info({tool, 240}, text); }

    void verdict(const QString& who, bool passed) const
    {
        const QString text = u"%1 result Strict check %2"_s.arg(who, passed ? u"PASSED"_s : u"FAILED"_s);
        if (passed)
            m_log.info({tool, 260}, text);
        else
            m_log.warning({tool, 260}, text);
    }

    const VerifierOptions& m_options;
    ToolLog& m_log;
    BoardModel m_board;
    QList<BoardInputSpec> m_specs;
    std::vector<Tensor> m_inputs;
    QList<Results> m_results;
};

} // namespace

bool runVerifier(const VerifierOptions& options, const FamilyPlace& place)
{
    return runFamilyTool(options.isOlder ? u"hb_model_verifier"_s : u"hb_verifier"_s, place,
                         [&](ToolLog& log) { return Verifier(options, log).execute(); });
}

} // namespace driftscope
