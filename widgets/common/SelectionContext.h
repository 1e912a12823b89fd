// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Stage.h"

#include <QObject>
#include <QVariant>

#include <functional>
#include <optional>
#include <vector>

namespace driftscope {

/// The one thing that every pane looks at.
struct Selection
{
    enum class Kind
    {
        None,
        Node, ///< an operator, by name
        Value, ///< a tensor, by name
        ConfigKey, ///< `input_parameters.input_layout_rt`
        LogLine, ///< `line`, of the compilation's log
        Layer ///< a row of the comparison, by name
    };
    Kind kind = Kind::None;
    std::optional<Stage> stage; ///< nodes, values and layers
    QString name; ///< node, value, key or layer
    int line = 0; ///< log lines only, from one

    [[nodiscard]] static Selection node(Stage stage, QString name);
    [[nodiscard]] static Selection value(Stage stage, QString name);
    [[nodiscard]] static Selection configKey(QString key);
    [[nodiscard]] static Selection logLine(int line);
    [[nodiscard]] static Selection layer(std::optional<Stage> stage, QString name);

    [[nodiscard]] bool isEmpty() const { return kind == Kind::None; }
    bool operator==(const Selection&) const = default;
};

/// The selection that drives every pane, with a history to go back and forward in. Panes call select() and listen to
/// changed(); selecting what is selected already changes nothing, so that panes may echo.
class SelectionContext : public QObject
{
    Q_OBJECT

public:
    explicit SelectionContext(QObject* parent = nullptr);

    [[nodiscard]] const Selection& current() const { return m_current; }
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] bool canGoForward() const;
    /// What goBack() and goForward() lead to, the nearest first.
    [[nodiscard]] QList<Selection> past() const;
    [[nodiscard]] QList<Selection> future() const;

    /// Remembers with each selection where a person was in the graphs: `keep` says where when it is left, `restore`
    /// goes there when it is come back to. The context does not look into what it keeps.
    void setPlaces(std::function<QVariant()> keep, std::function<void(const QVariant&)> restore);

    /// Call before moving the graphs for a selection that select() is told of afterwards: keeps the place that is left.
    void aboutToSelect();

public Q_SLOTS:
    void select(const driftscope::Selection& selection);
    void clear(); ///< selects nothing; not an entry of the history
    void goBack();
    void goForward();
    void goBackBy(int steps); ///< index in past() plus one
    void goForwardBy(int steps);
    /// For another project: forgets everything.
    void reset();

Q_SIGNALS:
    void changed(const driftscope::Selection& selection);
    void historyChanged(bool canGoBack, bool canGoForward);

private:
    struct Entry
    {
        Selection selection;
        QVariant place;
    };
    void keepPlace();
    void moveTo(std::size_t position);
    void setCurrent(const Selection& selection);

    static constexpr std::size_t longestHistory = 200;
    Selection m_current;
    std::vector<Entry> m_history;
    std::size_t m_position = 0; ///< of what was selected last, in m_history
    bool m_isPlaceKept = false; ///< of the entry that is about to be left
    std::function<QVariant()> m_keep;
    std::function<void(const QVariant&)> m_restore;
};

} // namespace driftscope

Q_DECLARE_METATYPE(driftscope::Selection)
