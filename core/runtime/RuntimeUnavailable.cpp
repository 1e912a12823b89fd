// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stands in for ONNX Runtime in builds made without its header: the program works, but cannot run ONNX models.
#include "core/runtime/InferenceSession.h"
#include "core/runtime/RuntimeLookup.h"

#include <QCoreApplication>

namespace driftscope {

namespace {

struct RuntimeUnavailable
{
    Q_DECLARE_TR_FUNCTIONS(RuntimeUnavailable)
};

Error unavailable()
{
    return onnxRuntimeMissing({}, RuntimeUnavailable::tr("this program was built without its header"));
}

} // namespace

struct OnnxRuntime::Private
{ };

struct InferenceSession::Private
{
    QList<ValueDraft> none;
};

OnnxRuntime::OnnxRuntime(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{ }

OnnxRuntime::~OnnxRuntime() = default;

Result<std::shared_ptr<const OnnxRuntime>> OnnxRuntime::load(const QString& /*libraryPath*/)
{
    return tl::make_unexpected(unavailable());
}

QString OnnxRuntime::version() const
{
    return {};
}

QString OnnxRuntime::libraryPath() const
{
    return {};
}

InferenceSession::InferenceSession(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{ }

InferenceSession::~InferenceSession() = default;

Result<std::shared_ptr<InferenceSession>> InferenceSession::open(std::shared_ptr<const OnnxRuntime> /*runtime*/,
                                                                 const QByteArray& /*model*/,
                                                                 const SessionOptions& /*options*/)
{
    return tl::make_unexpected(unavailable());
}

Result<std::shared_ptr<InferenceSession>> InferenceSession::openFile(std::shared_ptr<const OnnxRuntime> /*runtime*/,
                                                                     const QString& /*path*/,
                                                                     const SessionOptions& /*options*/)
{
    return tl::make_unexpected(unavailable());
}

const QList<ValueDraft>& InferenceSession::inputs() const
{
    return m_d->none;
}

const QList<ValueDraft>& InferenceSession::outputs() const
{
    return m_d->none;
}

Result<QList<NamedTensor>> InferenceSession::run(const QList<NamedTensor>& /*inputs*/,
                                                 const CancelToken& /*cancel*/) const
{
    return tl::make_unexpected(unavailable());
}

Result<void> InferenceSession::run(const QList<NamedTensor>& /*inputs*/, const ResultTaker& /*take*/,
                                   const CancelToken& /*cancel*/) const
{
    return tl::make_unexpected(unavailable());
}

} // namespace driftscope
