// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/LatestJob.h"
#include "core/session/Session.h"
#include "widgets/shell/CompareBuilder.h"

namespace driftscope {

class CompareView;
class StageStrip;

/// Keeps the graphs in step with the session and with the stages chosen in the strip. Layouts are made on a worker.
class CompareController : public QObject
{
    Q_OBJECT

public:
    CompareController(const Session& session, const StageStrip& strip, CompareView& view, QObject* parent = nullptr);
    ~CompareController() override;

    [[nodiscard]] bool isBusy() const { return m_job.isBusy(); }
    void rebuild();

Q_SIGNALS:
    void ready(); ///< the chosen stages are shown
    void problemOccurred(const driftscope::Error& error);

private:
    void show(Result<CompareScene> scene);
    void decorate();

    const Session& m_session;
    const StageStrip& m_strip;
    CompareView& m_view;
    LatestJob m_job;
};

} // namespace driftscope
