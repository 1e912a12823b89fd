// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

namespace driftscope {

/// Reads one object of a file that a person may have written, strictly; the first thing wrong is kept and the rest
/// passed over.
class ObjectReader
{
    Q_DECLARE_TR_FUNCTIONS(ObjectReader)

public:
    /// `where` names the object in sentences: `toolchain 3`.
    ObjectReader(const QJsonObject& object, const QString& where);

    [[nodiscard]] QString text(const QString& key);
    [[nodiscard]] bool truth(const QString& key);
    [[nodiscard]] int number(const QString& key); ///< whole; 0 where there is none
    [[nodiscard]] QStringList texts(const QString& key);
    [[nodiscard]] QJsonArray array(const QString& key);
    [[nodiscard]] QJsonObject object(const QString& key);
    [[nodiscard]] QMap<QString, QString> textsByName(const QString& key); ///< an object that holds texts alone

    void know(const QString& key) { m_known.insert(key); }
    void refuse(const QString& sentence);
    /// The first problem, keys that nobody asked for among them.
    [[nodiscard]] QString problem();

private:
    QJsonValue take(const QString& key);

    QJsonObject m_object;
    QString m_where;
    QSet<QString> m_known;
    QString m_problem;
};

} // namespace driftscope
