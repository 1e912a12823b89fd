// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/RunIndex.h"

#include "core/history/RunSummaryJson.h"
#include "core/toolchain/RunFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr int schemaVersion = 2; ///< of what a summary holds, too

struct RunIndexTexts
{
    Q_DECLARE_TR_FUNCTIONS(RunIndexTexts)
};

/// `%` and `_` of a word mean themselves.
QString likePattern(const QString& word)
{
    QString pattern = word;
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + pattern + u'%';
}

QString signOf(MetricCondition::Relation relation)
{
    switch (relation) {
    case MetricCondition::Relation::Less:
        return u"<"_s;
    case MetricCondition::Relation::LessOrEqual:
        return u"<="_s;
    case MetricCondition::Relation::Greater:
        return u">"_s;
    case MetricCondition::Relation::GreaterOrEqual:
        return u">="_s;
    case MetricCondition::Relation::Equal:
        break;
    }
    return u"="_s;
}

/// Everything that a word may be found in.
QString searchText(const RunSummary& summary)
{
    QStringList parts{
        summary.id,        summary.note,       compileStatusName(summary.status),        summary.message, summary.march,
        summary.toolchain, summary.worstLayer, sweepSettingsText(summary.sweep.settings)};
    parts += summary.sweep.sweeps;
    if (const auto config = ConfigDocument::load(summary.configFile))
        parts.append(QString::fromUtf8(config->text()));
    return parts.join(u'\n');
}

} // namespace

/// The database, under a connection of its own.
class RunIndex::Store
{
public:
    explicit Store(QString folder)
        : m_folder(std::move(folder))
        , m_connection(u"runs-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
        , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection))
    { }
    ~Store()
    {
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_connection);
    }
    Q_DISABLE_COPY_MOVE(Store)

    [[nodiscard]] bool hasDriver() const { return m_database.isValid(); }
    [[nodiscard]] const QString& folder() const { return m_folder; }

    /// The file, a new file, or memory.
    bool openSomewhere()
    {
        const QString file = QDir(m_folder).filePath(runIndexFile);
        if (openFile(file))
            return true;
        m_database.close();
        QFile::remove(file);
        if (openFile(file))
            return true;
        m_database.close();
        return openFile(u":memory:"_s);
    }

    bool run(const QString& statement, const QVariantList& values = {}) const
    {
        return query(statement, values).isActive();
    }

    [[nodiscard]] QSqlQuery query(const QString& statement, const QVariantList& values = {}) const
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        query.prepare(statement);
        for (const QVariant& value : values)
            query.addBindValue(value);
        query.exec();
        return query;
    }

    [[nodiscard]] QHash<QString, QString> stamps() const
    {
        QHash<QString, QString> known;
        QSqlQuery rows = query(u"SELECT id, stamp FROM runs"_s);
        while (rows.next())
            known.insert(rows.value(0).toString(), rows.value(1).toString());
        return known;
    }

    void forget(const QString& id) const
    {
        run(u"DELETE FROM metrics WHERE run = ?"_s, {id});
        run(u"DELETE FROM runs WHERE id = ?"_s, {id});
    }

    void put(const RunSummary& summary, const QString& stamp) const
    {
        forget(summary.id);
        run(u"INSERT INTO runs (id, stamp, bytes, search, summary) VALUES (?, ?, ?, ?, ?)"_s,
            {summary.id, stamp, summary.bytes, searchText(summary),
             QString::fromUtf8(QJsonDocument(runSummaryJson(summary)).toJson(QJsonDocument::Compact))});
        for (auto metric = summary.metrics.constBegin(); metric != summary.metrics.constEnd(); ++metric)
            run(u"INSERT INTO metrics (run, name, value) VALUES (?, ?, ?)"_s,
                {summary.id, metric.key(), metric.value()});
    }

    void begin() { m_database.transaction(); }
    bool commit() { return m_database.commit(); }
    [[nodiscard]] QString lastError() const { return m_database.lastError().text(); }

private:
    bool openFile(const QString& file)
    {
        m_database.setDatabaseName(file);
        if (!m_database.open() || !isSound())
            return false;
        const int found = version();
        // Where the tables are there nothing is written: another program may be filling them.
        return (found == schemaVersion || (found == 0 && makeTables()))
            // Nothing here is the only copy of anything: speed before safety.
            && query(u"PRAGMA synchronous = OFF"_s).lastError().type() == QSqlError::NoError;
    }

    [[nodiscard]] bool isSound() const
    {
        QSqlQuery check = query(u"PRAGMA quick_check(1)"_s);
        return check.next() && check.value(0).toString() == u"ok"_s;
    }

    [[nodiscard]] int version() const
    {
        QSqlQuery version = query(u"PRAGMA user_version"_s);
        return version.next() ? version.value(0).toInt() : -1;
    }

    [[nodiscard]] bool makeTables() const
    {
        return run(u"CREATE TABLE IF NOT EXISTS runs (id TEXT PRIMARY KEY, stamp TEXT NOT NULL, bytes INTEGER NOT "
                   u"NULL, "
                   "search TEXT NOT NULL, summary TEXT NOT NULL)"_s)
            && run(u"CREATE TABLE IF NOT EXISTS metrics (run TEXT NOT NULL, name TEXT NOT NULL, value REAL NOT NULL, "
                   "PRIMARY KEY (run, name))"_s)
            && run(u"CREATE INDEX IF NOT EXISTS metrics_by_value ON metrics (name, value)"_s)
            && run(u"PRAGMA user_version = %1"_s.arg(schemaVersion));
    }

    QString m_folder;
    QString m_connection;
    QSqlDatabase m_database;
};

RunIndex::RunIndex(std::unique_ptr<Store> store)
    : m_store(std::move(store))
{ }

RunIndex::~RunIndex() = default;

Result<std::unique_ptr<RunIndex>> RunIndex::open(const QString& runsFolder)
{
    auto store = std::make_unique<Store>(QDir(runsFolder).absolutePath());
    if (!store->hasDriver() || !store->openSomewhere()) {
        return failure(
            ErrorKind::Unsupported,
            RunIndexTexts::tr("The runs cannot be searched, since Qt's SQLite driver does not work here (%1); "
                              "install the package libqt6sql6-sqlite.")
                .arg(store->lastError()));
    }
    return std::unique_ptr<RunIndex>(new RunIndex(std::move(store)));
}

Result<int> RunIndex::refresh(const CancelToken& cancel, Progress& progress)
{
    QHash<QString, QString> known = m_store->stamps();
    const QDir folder(m_store->folder());
    const QStringList ids = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    int read = 0;
    m_store->begin();
    for (qsizetype i = 0; i < ids.size() && !cancel.isCancelled(); ++i) {
        const QString run = folder.filePath(ids[i]);
        const QString stamp = runStamp(run);
        const bool isCurrent = known.take(ids[i]) == stamp;
        if (isCurrent)
            continue;
        if (const auto summary = summarizeRun(run)) {
            // A program that dies leaves the record of its run as it was.
            m_store->put(*summary, summary->status == CompileStatus::Running ? u""_s : stamp);
            ++read;
        } else {
            m_store->forget(ids[i]);
        }
        progress.report(i + 1, ids.size(), ids[i]);
    }
    if (!cancel.isCancelled()) {
        for (auto gone = known.constBegin(); gone != known.constEnd(); ++gone)
            m_store->forget(gone.key());
    }
    if (!m_store->commit())
        return failure(ErrorKind::Unreadable,
                       RunIndexTexts::tr("The index of the runs cannot be written (%1); free space in “%2”.")
                           .arg(m_store->lastError(), m_store->folder()));
    if (cancel.isCancelled())
        return failure(ErrorKind::Cancelled, RunIndexTexts::tr("Reading the runs was stopped."));
    return read;
}

QList<RunSummary> RunIndex::find(const RunQuery& query) const
{
    QStringList where;
    QVariantList values;
    QString from = u"SELECT r.summary FROM runs r"_s;
    if (!query.orderBy.isEmpty()) {
        from += u" LEFT JOIN metrics o ON o.run = r.id AND o.name = ?"_s;
        values.append(query.orderBy);
    }
    for (const QString& word : query.words) {
        where.append(u"r.search LIKE ? ESCAPE '\\'"_s);
        values.append(likePattern(word));
    }
    for (const MetricCondition& condition : query.conditions) {
        where.append(u"EXISTS (SELECT 1 FROM metrics m WHERE m.run = r.id AND m.name = ? AND m.value %1 ?)"_s.arg(
            signOf(condition.relation)));
        values << condition.metric << condition.value;
    }
    QString statement = from;
    if (!where.isEmpty())
        statement += u" WHERE "_s + where.join(u" AND "_s);
    const QString direction = query.isAscending ? u"ASC"_s : u"DESC"_s;
    statement += query.orderBy.isEmpty() ? u" ORDER BY r.id "_s + direction
                                         : u" ORDER BY o.value IS NULL, o.value %1, r.id DESC"_s.arg(direction);
    if (query.limit > 0)
        statement += u" LIMIT %1"_s.arg(query.limit);
    QList<RunSummary> found;
    QSqlQuery rows = m_store->query(statement, values);
    while (rows.next()) {
        const QJsonObject object = QJsonDocument::fromJson(rows.value(0).toString().toUtf8()).object();
        found.append(runSummaryFromJson(object, m_store->folder()));
    }
    return found;
}

int RunIndex::count() const
{
    QSqlQuery row = m_store->query(u"SELECT COUNT(*) FROM runs"_s);
    return row.next() ? row.value(0).toInt() : 0;
}

qint64 RunIndex::totalBytes() const
{
    QSqlQuery row = m_store->query(u"SELECT TOTAL(bytes) FROM runs"_s);
    return row.next() ? static_cast<qint64>(row.value(0).toDouble()) : 0;
}

QStringList RunIndex::metrics() const
{
    QStringList names;
    QSqlQuery rows = m_store->query(u"SELECT DISTINCT name FROM metrics ORDER BY name"_s);
    while (rows.next())
        names.append(rows.value(0).toString());
    return names;
}

} // namespace driftscope
