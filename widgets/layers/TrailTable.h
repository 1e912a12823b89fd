// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/PixelTrail.h"

#include <QTreeWidget>

namespace driftscope {

/// A place of one layer followed through those before and after it. Activating a row asks for its layer.
class TrailTable : public QTreeWidget
{
    Q_OBJECT

public:
    explicit TrailTable(QWidget* parent = nullptr);
    /// `row` is the layer from which the place was followed.
    void setTrail(const QList<TrailStep>& steps, int row);
    [[nodiscard]] const QList<TrailStep>& trail() const { return m_steps; }
    [[nodiscard]] QString text(QChar separator) const;

Q_SIGNALS:
    void layerActivated(const QString& layer);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    QList<TrailStep> m_steps;
    int m_row = -1;
};

} // namespace driftscope
