// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace driftscope {

/// A pane's frame: a quiet border with round corners around one widget.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(QWidget* content, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace driftscope
