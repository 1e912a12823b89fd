// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Stage.h"
#include "widgets/common/StatusLight.h"

#include <QAbstractButton>

namespace driftscope {

/// One stage of the strip: light, name, top-1, and whether its graph is shown. Checked is shown.
class StageCard : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StageCard(Stage stage, QWidget* parent = nullptr);

    [[nodiscard]] Stage stage() const { return m_stage; }
    /// `top1` is empty while the stage is not evaluated.
    void setState(Status status, const QString& top1, bool isLoaded);
    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] const QString& top1() const { return m_top1; }
    void retranslate();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void describe();
    void paintFrame(QPainter& painter, const class Theme& theme) const;
    [[nodiscard]] QString secondLine() const;

    Stage m_stage;
    Status m_status = Status::Unknown;
    QString m_top1;
    bool m_isLoaded = false;
};

} // namespace driftscope
