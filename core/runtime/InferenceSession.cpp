// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/InferenceSession.h"

#include "core/runtime/OrtApi.h"
#include "core/runtime/OrtValues.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Sessions
{
    Q_DECLARE_TR_FUNCTIONS(Sessions)
};

using Value = OrtHandle<OrtValue>;

/// Stops a run when its token is cancelled: ONNX Runtime only listens to a flag that another thread sets.
class RunTerminator
{
public:
    RunTerminator(const OrtApi& api, OrtRunOptions* options, const CancelToken& token)
        : m_thread([this, &api, options, token] {
            std::unique_lock lock(m_mutex);
            while (!m_isOver) {
                if (token.isCancelled()) {
                    (void)takeMessage(api, api.RunOptionsSetTerminate(options));
                    return;
                }
                m_wake.wait_for(lock, std::chrono::milliseconds(20));
            }
        })
    { }
    ~RunTerminator()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isOver = true;
        }
        m_wake.notify_one();
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(RunTerminator)

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_isOver = false;
    std::thread m_thread; // last, so that it starts when the rest is there
};

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
    OrtSession* session = nullptr;
    QList<ValueDraft> inputs;
    QList<ValueDraft> outputs;

    [[nodiscard]] const OrtApi& api() const { return *runtime->d().api; }
    [[nodiscard]] QString describeInterface();
    [[nodiscard]] QString describe(std::size_t index, bool isInput);
    [[nodiscard]] Result<void> checkAgainstModel(const NamedTensor& given) const;
    [[nodiscard]] Result<QList<NamedTensor>> arrange(const QList<NamedTensor>& given) const;
    [[nodiscard]] Result<std::vector<Value>> makeInputs(const QList<NamedTensor>& given) const;
    [[nodiscard]] Result<std::vector<Value>> execute(const std::vector<Value>& feeds, const CancelToken& cancel) const;

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
    if (m_d->session != nullptr)
        m_d->api().ReleaseSession(m_d->session);
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
    if (problem.isEmpty())
        problem = takeMessage(api, createSession(api, rawOptions, &result->m_d->session));
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
    QString problem = takeMessage(api(), api().SessionGetInputCount(session, &inputCount));
    if (problem.isEmpty())
        problem = takeMessage(api(), api().SessionGetOutputCount(session, &outputCount));
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
                              isInput ? api().SessionGetInputName(session, index, allocator, &name)
                                      : api().SessionGetOutputName(session, index, allocator, &name));
    }
    if (!problem.isEmpty())
        return problem;
    const QString valueName = QString::fromUtf8(name);
    (void)takeMessage(api(), api().AllocatorFree(allocator, name));
    OrtTypeInfo* info = nullptr;
    problem = takeMessage(api(),
                          isInput ? api().SessionGetInputTypeInfo(session, index, &info)
                                  : api().SessionGetOutputTypeInfo(session, index, &info));
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

Result<std::vector<Value>> InferenceSession::Private::execute(const std::vector<Value>& feeds,
                                                              const CancelToken& cancel) const
{
    QList<QByteArray> names;
    for (const ValueDraft& value : inputs + outputs)
        names.append(value.name.toUtf8());
    std::vector<const char*> namePointers;
    for (const QByteArray& name : std::as_const(names))
        namePointers.push_back(name.constData());
    std::vector<const OrtValue*> feedPointers;
    for (const Value& feed : feeds)
        feedPointers.push_back(feed.get());

    OrtRunOptions* rawOptions = nullptr;
    QString problem = takeMessage(api(), api().CreateRunOptions(&rawOptions));
    const OrtHandle<OrtRunOptions> options(rawOptions, api().ReleaseRunOptions);
    std::vector<OrtValue*> fetched(static_cast<std::size_t>(outputs.size()), nullptr);
    if (problem.isEmpty()) {
        const RunTerminator terminator(api(), rawOptions, cancel);
        problem
            = takeMessage(api(),
                          api().Run(session, rawOptions, namePointers.data(), feedPointers.data(), feedPointers.size(),
                                    namePointers.data() + feedPointers.size(), fetched.size(), fetched.data()));
    }
    std::vector<Value> results;
    for (OrtValue* value : fetched)
        results.emplace_back(value, api().ReleaseValue);
    if (problem.isEmpty())
        return results;
    if (cancel.isCancelled())
        return failure(ErrorKind::Cancelled, Sessions::tr("The model's run was stopped."));
    return failure(ErrorKind::ProcessFailed,
                   Sessions::tr("ONNX Runtime failed while running the model: %1").arg(problem));
}

Result<QList<NamedTensor>> InferenceSession::run(const QList<NamedTensor>& inputs, const CancelToken& cancel) const
{
    const auto arranged = m_d->arrange(inputs);
    if (!arranged)
        return forward(arranged);
    const auto feeds = m_d->makeInputs(*arranged);
    if (!feeds)
        return forward(feeds);
    auto fetched = m_d->execute(*feeds, cancel);
    if (!fetched)
        return forward(fetched);
    QList<NamedTensor> results;
    for (std::size_t i = 0; i < fetched->size(); ++i) {
        const QString& name = m_d->outputs[static_cast<qsizetype>(i)].name;
        auto tensor = tensorFrom(m_d->runtime->d(), name, (*fetched)[i].get());
        if (!tensor)
            return forward(tensor);
        (*fetched)[i].reset(nullptr); // never hold everything twice
        results.append({name, *std::move(tensor)});
    }
    return results;
}

} // namespace driftscope
