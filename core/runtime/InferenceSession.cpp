// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/InferenceSession.h"

#include "core/runtime/OrtRun.h"
#include "core/runtime/OrtValues.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Sessions
{
    Q_DECLARE_TR_FUNCTIONS(Sessions)
};

using Value = OrtHandle<OrtValue>;

QString applyOptions(const OrtApi& api, OrtSessionOptions* target, const SessionOptions& options)
{
    const GraphOptimizationLevel level = options.optimize ? ORT_ENABLE_ALL : ORT_DISABLE_ALL;
    QString problem = takeMessage(api, api.SetSessionGraphOptimizationLevel(target, level));
    if (problem.isEmpty())
        problem = takeMessage(api, api.SetIntraOpNumThreads(target, std::max(options.threads, 1)));
    if (problem.isEmpty())
        problem = takeMessage(api, api.SetInterOpNumThreads(target, 1));
    if (problem.isEmpty())
        problem = takeMessage(api, api.AddSessionConfigEntry(target, "session.intra_op.allow_spinning", "0"));
    // Sessions that hand out every value would keep the sum of them in the arena after the run.
    if (problem.isEmpty() && !options.optimize)
        problem = takeMessage(api, api.DisableCpuMemArena(target));
    return problem;
}

} // namespace

struct InferenceSession::Private
{
    std::shared_ptr<const OnnxRuntime> runtime;
    std::shared_ptr<OrtSession> session; ///< shared with runs whose caller went away
    QList<ValueDraft> inputs;
    QList<ValueDraft> outputs;

    [[nodiscard]] const OrtApi& api() const { return *runtime->d().api; }
    [[nodiscard]] QString describeInterface();
    [[nodiscard]] QString describe(std::size_t index, bool isInput);
    [[nodiscard]] Result<void> checkAgainstModel(const NamedTensor& given) const;
    [[nodiscard]] Result<QList<NamedTensor>> arrange(const QList<NamedTensor>& given) const;
    [[nodiscard]] Result<std::vector<Value>> makeInputs(const QList<NamedTensor>& given) const;
    [[nodiscard]] Result<std::vector<Value>> execute(const QList<NamedTensor>& given, const CancelToken& cancel) const;

    template <typename Create>
    static Result<std::shared_ptr<InferenceSession>> create(std::shared_ptr<const OnnxRuntime> runtime,
                                                            const QString& what, const SessionOptions& options,
                                                            Create createSession);
};

InferenceSession::InferenceSession(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{ }

InferenceSession::~InferenceSession()
{
    m_d->session.reset(); // before the runtime may go
}

template <typename Create>
Result<std::shared_ptr<InferenceSession>>
InferenceSession::Private::create(std::shared_ptr<const OnnxRuntime> runtime, const QString& what,
                                  const SessionOptions& options, Create createSession)
{
    Q_ASSERT(runtime);
    const OrtApi& api = *runtime->d().api;
    OrtSessionOptions* rawOptions = nullptr;
    QString problem = takeMessage(api, api.CreateSessionOptions(&rawOptions));
    const OrtHandle<OrtSessionOptions> ortOptions(rawOptions, api.ReleaseSessionOptions);
    if (problem.isEmpty())
        problem = applyOptions(api, rawOptions, options);
    auto d = std::make_unique<Private>();
    d->runtime = std::move(runtime);
    std::shared_ptr<InferenceSession> result(new InferenceSession(std::move(d)));
    OrtSession* session = nullptr;
    if (problem.isEmpty())
        problem = takeMessage(api, createSession(api, rawOptions, &session));
    if (session != nullptr)
        result->m_d->session = std::shared_ptr<OrtSession>(session, api.ReleaseSession);
    if (problem.isEmpty())
        problem = result->m_d->describeInterface();
    if (problem.isEmpty())
        return result;
    return failure(
        ErrorKind::Malformed,
        Sessions::tr("ONNX Runtime cannot load %1: %2. Check that it is an ONNX model of standard operators.")
            .arg(what, problem));
}

Result<std::shared_ptr<InferenceSession>> InferenceSession::open(std::shared_ptr<const OnnxRuntime> runtime,
                                                                 const QByteArray& model, const SessionOptions& options)
{
    const OrtEnv* environment = runtime->d().environment;
    return Private::create(
        std::move(runtime), Sessions::tr("the model"), options,
        [&model, environment](const OrtApi& api, const OrtSessionOptions* ortOptions, OrtSession** session) {
            return api.CreateSessionFromArray(environment, model.constData(), static_cast<std::size_t>(model.size()),
                                              ortOptions, session);
        });
}

Result<std::shared_ptr<InferenceSession>> InferenceSession::openFile(std::shared_ptr<const OnnxRuntime> runtime,
                                                                     const QString& path, const SessionOptions& options)
{
    if (!QFileInfo(path).isFile()) {
        return failure(ErrorKind::NotFound,
                       Sessions::tr("The model file “%1” does not exist; check the path and its spelling.").arg(path));
    }
    const OrtEnv* environment = runtime->d().environment;
    return Private::create(std::move(runtime), Sessions::tr("“%1”").arg(path), options,
                           [name = QFile::encodeName(path),
                            environment](const OrtApi& api, const OrtSessionOptions* ortOptions, OrtSession** session) {
                               return api.CreateSession(environment, name.constData(), ortOptions, session);
                           });
}

QString InferenceSession::Private::describeInterface()
{
    std::size_t inputCount = 0;
    std::size_t outputCount = 0;
    QString problem = takeMessage(api(), api().SessionGetInputCount(session.get(), &inputCount));
    if (problem.isEmpty())
        problem = takeMessage(api(), api().SessionGetOutputCount(session.get(), &outputCount));
    for (std::size_t i = 0; i < inputCount && problem.isEmpty(); ++i)
        problem = describe(i, true);
    for (std::size_t i = 0; i < outputCount && problem.isEmpty(); ++i)
        problem = describe(i, false);
    return problem;
}

QString InferenceSession::Private::describe(std::size_t index, bool isInput)
{
    OrtAllocator* allocator = nullptr;
    QString problem = takeMessage(api(), api().GetAllocatorWithDefaultOptions(&allocator));
    char* name = nullptr;
    if (problem.isEmpty()) {
        problem = takeMessage(api(),
                              isInput ? api().SessionGetInputName(session.get(), index, allocator, &name)
                                      : api().SessionGetOutputName(session.get(), index, allocator, &name));
    }
    if (!problem.isEmpty())
        return problem;
    const QString valueName = QString::fromUtf8(name);
    (void)takeMessage(api(), api().AllocatorFree(allocator, name));
    OrtTypeInfo* info = nullptr;
    problem = takeMessage(api(),
                          isInput ? api().SessionGetInputTypeInfo(session.get(), index, &info)
                                  : api().SessionGetOutputTypeInfo(session.get(), index, &info));
    const OrtHandle<OrtTypeInfo> owner(info, api().ReleaseTypeInfo);
    if (problem.isEmpty())
        (isInput ? inputs : outputs).append(describeValue(runtime->d(), valueName, info));
    return problem;
}

const QList<ValueDraft>& InferenceSession::inputs() const
{
    return m_d->inputs;
}

const QList<ValueDraft>& InferenceSession::outputs() const
{
    return m_d->outputs;
}

Result<void> InferenceSession::Private::checkAgainstModel(const NamedTensor& given) const
{
    const auto expected = std::find_if(inputs.cbegin(), inputs.cend(),
                                       [&given](const ValueDraft& input) { return input.name == given.name; });
    Q_ASSERT(expected != inputs.cend());
    if (expected->type != DataType::Undefined && expected->type != given.tensor.dataType()) {
        return failure(ErrorKind::InvalidArgument,
                       Sessions::tr("The input “%1” takes %2 and was given %3; convert the data.")
                           .arg(given.name, dataTypeName(expected->type), dataTypeName(given.tensor.dataType())));
    }
    if (!expected->shape)
        return {};
    const Shape& wanted = *expected->shape;
    const Shape& actual = given.tensor.shape();
    bool fits = wanted.rank() == actual.rank();
    for (int axis = 0; fits && axis < wanted.rank(); ++axis)
        fits = wanted[axis] < 0 || wanted[axis] == actual[axis];
    if (fits)
        return {};
    return failure(ErrorKind::InvalidArgument,
                   Sessions::tr("The input “%1” has the shape %2 and was given %3; reshape or transpose the data.")
                       .arg(given.name, wanted.toString(), actual.toString()));
}

/// The given tensors in the model's order and under its names.
Result<QList<NamedTensor>> InferenceSession::Private::arrange(const QList<NamedTensor>& given) const
{
    QStringList names;
    for (const ValueDraft& input : inputs)
        names.append(input.name);
    if (inputs.size() == 1 && given.size() == 1)
        return QList<NamedTensor>{{names.front(), given.front().tensor}};
    for (const NamedTensor& tensor : given) {
        if (!names.contains(tensor.name)) {
            return failure(
                ErrorKind::InvalidArgument,
                Sessions::tr("The model has no input “%1”; its inputs are: %2.").arg(tensor.name, names.join(u", "_s)));
        }
    }
    QList<NamedTensor> arranged;
    for (const QString& name : std::as_const(names)) {
        const auto found = std::find_if(given.cbegin(), given.cend(),
                                        [&name](const NamedTensor& tensor) { return tensor.name == name; });
        if (found == given.cend()) {
            return failure(ErrorKind::InvalidArgument,
                           Sessions::tr("Nothing was given for the model's input “%1”; its inputs are: %2.")
                               .arg(name, names.join(u", "_s)));
        }
        arranged.append(*found);
    }
    return arranged;
}

Result<std::vector<Value>> InferenceSession::Private::makeInputs(const QList<NamedTensor>& given) const
{
    std::vector<Value> feeds;
    for (const NamedTensor& tensor : given) {
        if (auto fits = checkAgainstModel(tensor); !fits)
            return forward(fits);
        auto view = viewOf(runtime->d(), tensor);
        if (!view)
            return forward(view);
        feeds.emplace_back(*view, api().ReleaseValue);
    }
    return feeds;
}

Result<std::vector<Value>> InferenceSession::Private::execute(const QList<NamedTensor>& given,
                                                              const CancelToken& cancel) const
{
    const auto arranged = arrange(given);
    if (!arranged)
        return forward(arranged);
    auto feeds = makeInputs(*arranged);
    if (!feeds)
        return forward(feeds);
    OrtRun run{session, {}, {}, *arranged, std::move(*feeds)};
    for (const ValueDraft& value : inputs)
        run.inputNames.append(value.name.toUtf8());
    for (const ValueDraft& value : outputs)
        run.outputNames.append(value.name.toUtf8());
    return driftscope::execute(runtime->d(), std::move(run), cancel);
}

Result<void> InferenceSession::run(const QList<NamedTensor>& inputs, const ResultTaker& take,
                                   const CancelToken& cancel) const
{
    auto fetched = m_d->execute(inputs, cancel);
    if (!fetched)
        return forward(fetched);
    for (std::size_t i = 0; i < fetched->size(); ++i) {
        const QString& name = m_d->outputs[static_cast<qsizetype>(i)].name;
        const auto view = viewOfResult(m_d->runtime->d(), name, (*fetched)[i].get());
        if (!view)
            return forward(view);
        if (auto taken = take(name, *view); !taken)
            return taken;
        (*fetched)[i].reset(nullptr); // never hold everything twice
    }
    return {};
}

Result<QList<NamedTensor>> InferenceSession::run(const QList<NamedTensor>& inputs, const CancelToken& cancel) const
{
    QList<NamedTensor> results;
    const auto keep = [&results](const QString& name, const ResultView& view) -> Result<void> {
        results.append({name, view.isTensor ? Tensor(view.type, view.shape, view.bytes.toByteArray()) : Tensor()});
        return {};
    };
    if (auto done = run(inputs, keep, cancel); !done)
        return forward(done);
    return results;
}

} // namespace driftscope
