// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QMap>

namespace driftscope {

/// Profiles of one kind, a row each, with what became of asking them. A derived model holds them and says what stands
/// in its columns.
class ProfilesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class State ///< of the last probe, under StatusRole
    {
        Unknown,
        Probing,
        Works,
        Fails
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] virtual QString nameOf(int row) const = 0;
    [[nodiscard]] virtual bool isSandbox(int row) const = 0;
    [[nodiscard]] int rowOf(const QString& name) const; ///< -1 where there is none
    /// What is known since it was asked; `sentence` says why it fails.
    void setState(const QString& name, State state, const QString& sentence = {});
    [[nodiscard]] State state(int row) const;
    [[nodiscard]] QString sentence(int row) const; ///< why the last probe failed

    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] virtual QString text(int row, int column) const = 0;
    [[nodiscard]] virtual QString title(int column) const = 0;
    /// By a probe before this session's, whose result was kept with the profile.
    [[nodiscard]] virtual bool isKnownToWork(int row) const = 0;

    [[nodiscard]] bool hasJustWorked(int row) const; ///< at this session's last probe
    [[nodiscard]] QString versionText(int row, const QString& version) const; ///< what is known, in a word
    [[nodiscard]] static QString placeText(const QString& where); ///< `where` is empty for this machine

private:
    struct Known
    {
        State state = State::Unknown;
        QString sentence;
    };

    QMap<QString, Known> m_known; ///< of this session, by name
};

} // namespace driftscope
