// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/ScopeTree.h"

#include <QWidget>

class QHBoxLayout;

namespace driftscope {

/// One line above a pane: the groups around what is looked at, from the outermost in. Each can be clicked.
class Breadcrumb : public QWidget
{
    Q_OBJECT

public:
    explicit Breadcrumb(QWidget* parent = nullptr);

    /// Shows the way to `scope` (invalid: only the whole graph). Hidden where the graph has no groups.
    void setPath(std::shared_ptr<const ScopeTree> scopes, ScopeId scope, const QString& wholeGraph);
    [[nodiscard]] ScopeId scope() const { return m_scope; }
    [[nodiscard]] QStringList parts() const;

Q_SIGNALS:
    void scopeClicked(driftscope::ScopeId scope); ///< invalid: the whole graph

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showWhatFits();
    void addPart(const QString& text, ScopeId scope, bool isLast);
    void clearParts();

    QHBoxLayout* m_layout = nullptr;
    std::shared_ptr<const ScopeTree> m_scopes;
    ScopeId m_scope;
};

} // namespace driftscope
