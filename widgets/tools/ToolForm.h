// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/tool/ToolCommand.h"

#include <QScrollArea>

namespace driftscope {

class ToolField;

/// The form of one tool, made from its description.
class ToolForm : public QScrollArea
{
    Q_OBJECT

public:
    explicit ToolForm(QWidget* parent = nullptr);

    void setTool(const ToolDescription& tool, const ToolValues& values);
    [[nodiscard]] ToolValues values() const;
    [[nodiscard]] ToolField* field(const QString& key) const; ///< null when the tool has no such option

Q_SIGNALS:
    void edited();

private:
    QList<ToolField*> m_fields;
};

} // namespace driftscope
