// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace driftscope {

/// How something stands, shown as a light with a glyph in it: colour never says it alone.
enum class Status
{
    Unknown, ///< not run or not loaded: an empty ring
    Running,
    Pass,
    Warn,
    Fail
};

/// In the interface's language.
[[nodiscard]] QString statusName(Status status);

class StatusLight : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLight(QWidget* parent = nullptr);

    void setStatus(Status status);
    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] QSize sizeHint() const override;

    /// The same light elsewhere: delegates, exported pictures.
    static void paint(QPainter& painter, const QRectF& rect, Status status, const class Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Status m_status = Status::Unknown;
};

} // namespace driftscope
