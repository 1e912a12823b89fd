// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/OnnxRuntime.h"

#include "core/runtime/OrtRun.h"
#include "core/runtime/RuntimeLookup.h"

#include <QCoreApplication>
#include <QFile>

#include <dlfcn.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct OnnxRuntimeLoader
{
    Q_DECLARE_TR_FUNCTIONS(OnnxRuntimeLoader)
};

/// The last API version in which a function that this room calls was added (AddSessionConfigEntry, 1.6; safe margin).
constexpr quint32 oldestApiVersion = 11;

using GetApiBase = const OrtApiBase* (*)();

/// Opens the library for good: ONNX Runtime leaves threads and static objects behind that do not survive dlclose.
const OrtApiBase* openLibrary(const QString& path, QString& problem)
{
    void* handle = dlopen(QFile::encodeName(path).constData(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (handle == nullptr) {
        problem = QString::fromLocal8Bit(dlerror());
        return nullptr;
    }
    const auto getApiBase = reinterpret_cast<GetApiBase>(dlsym(handle, "OrtGetApiBase"));
    if (getApiBase == nullptr) {
        problem = OnnxRuntimeLoader::tr("“%1” is not a library of ONNX Runtime").arg(path);
        dlclose(handle);
        return nullptr;
    }
    return getApiBase();
}

/// Asks for the version of the header, or for the newest that an older library has: `1.28.2` offers API version 28.
/// Asking a library for more than it has makes it print to stderr.
quint32 apiVersionFor(const QString& libraryVersion)
{
    const QStringList parts = libraryVersion.split(u'.');
    bool isNumber = false;
    const quint32 minor = parts.size() > 1 ? parts[1].toUInt(&isNumber) : 0;
    return isNumber ? std::min<quint32>(ORT_API_VERSION, minor) : ORT_API_VERSION;
}

QString initialize(OnnxRuntime::Private& d, const OrtApiBase& base)
{
    d.version = QString::fromLatin1(base.GetVersionString());
    d.apiVersion = apiVersionFor(d.version);
    for (; d.apiVersion >= oldestApiVersion && d.api == nullptr; --d.apiVersion)
        d.api = base.GetApi(d.apiVersion);
    ++d.apiVersion; // the loop steps once past the version that was found
    if (d.api == nullptr)
        return OnnxRuntimeLoader::tr("version %1 is too old").arg(d.version);
    QString problem = takeMessage(*d.api, d.api->CreateEnv(ORT_LOGGING_LEVEL_FATAL, "driftscope", &d.environment));
    if (problem.isEmpty())
        problem = takeMessage(*d.api, d.api->DisableTelemetryEvents(d.environment));
    if (problem.isEmpty()) {
        problem = takeMessage(*d.api, d.api->CreateCpuMemoryInfo(OrtDeviceAllocator, OrtMemTypeDefault, &d.cpuMemory));
    }
    return problem;
}

} // namespace

Result<std::shared_ptr<const OnnxRuntime>> OnnxRuntime::load(const QString& libraryPath)
{
    QString named = libraryPath;
    if (named.isEmpty())
        named = qEnvironmentVariable("DRIFTSCOPE_ONNXRUNTIME");
    QString problem;
    for (const QString& candidate : onnxRuntimeCandidates(libraryPath)) {
        const OrtApiBase* base = openLibrary(candidate, problem);
        if (base == nullptr)
            continue;
        auto d = std::make_unique<Private>();
        d->path = candidate;
        d->gate = std::make_shared<RunGate>();
        std::shared_ptr<const OnnxRuntime> runtime(new OnnxRuntime(std::move(d)));
        problem = initialize(*runtime->m_d, *base);
        if (problem.isEmpty())
            return runtime;
    }
    return tl::make_unexpected(onnxRuntimeMissing(named, problem));
}

OnnxRuntime::OnnxRuntime(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{ }

OnnxRuntime::~OnnxRuntime()
{
    if (m_d->api == nullptr)
        return;
    m_d->gate->waitUntilEmpty();
    if (m_d->cpuMemory != nullptr)
        m_d->api->ReleaseMemoryInfo(m_d->cpuMemory);
    if (m_d->environment != nullptr)
        m_d->api->ReleaseEnv(m_d->environment);
}

QString OnnxRuntime::version() const
{
    return m_d->version;
}

QString OnnxRuntime::libraryPath() const
{
    return m_d->path;
}

} // namespace driftscope
