// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Mutator.h"
#include "Parsers.h"
#include "Seeds.h"

#include <QTest>

using namespace driftscope::fuzz;

/// Every parser takes every damaged file without crashing, hanging or failing silently.
class tst_Mutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodFilesAreAccepted_data();
    void goodFilesAreAccepted();
    void damagedFilesGiveErrorsOrResults_data();
    void damagedFilesGiveErrorsOrResults();
    void truncatedFilesGiveErrorsOrResults_data();
    void truncatedFilesGiveErrorsOrResults();
    void sameSeedSameFiles();
};

namespace {

void addParsers()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(parsers().size()); ++i)
        QTest::newRow(parsers()[static_cast<std::size_t>(i)].name) << i;
}

/// DRIFTSCOPE_MUTATIONS asks for more than the few that fit into every test run.
int mutationCount()
{
    bool ok = false;
    const int count = qEnvironmentVariableIntValue("DRIFTSCOPE_MUTATIONS", &ok);
    return ok ? count : 3000;
}

} // namespace

void tst_Mutations::goodFilesAreAccepted_data()
{
    addParsers();
}

void tst_Mutations::goodFilesAreAccepted()
{
    QFETCH(int, index);
    const NamedParser& parser = parsers()[static_cast<std::size_t>(index)];
    QVERIFY(!seeds(parser.name).isEmpty());
    for (const QByteArray& seed : seeds(parser.name)) {
        const auto message = parser.parse(seed);
        QVERIFY2(!message.has_value(), message ? qPrintable(*message) : "");
    }
}

void tst_Mutations::damagedFilesGiveErrorsOrResults_data()
{
    addParsers();
}

void tst_Mutations::damagedFilesGiveErrorsOrResults()
{
    QFETCH(int, index);
    const NamedParser& parser = parsers()[static_cast<std::size_t>(index)];
    Mutator mutator(20260101U + static_cast<quint32>(index));
    int refused = 0;
    for (const QByteArray& seed : seeds(parser.name)) {
        for (int i = 0; i < mutationCount(); ++i) {
            const auto message = parser.parse(mutator.mutated(seed));
            QVERIFY2(!message || !message->isEmpty(), qPrintable(QString::number(i)));
            refused += message ? 1 : 0;
        }
    }
    QVERIFY2(parser.isLenient || refused > mutationCount() / 100,
             qPrintable(QString::number(refused))); // the damage is real
}

void tst_Mutations::truncatedFilesGiveErrorsOrResults_data()
{
    addParsers();
}

void tst_Mutations::truncatedFilesGiveErrorsOrResults()
{
    QFETCH(int, index);
    const NamedParser& parser = parsers()[static_cast<std::size_t>(index)];
    for (const QByteArray& seed : seeds(parser.name)) {
        for (qsizetype length = 0; length < seed.size(); ++length) {
            const auto message = parser.parse(seed.first(length));
            QVERIFY2(!message || !message->isEmpty(), qPrintable(QString::number(length)));
        }
    }
}

void tst_Mutations::sameSeedSameFiles()
{
    const QByteArray seed("some file content that is damaged");
    Mutator first(7);
    Mutator second(7);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(first.mutated(seed), second.mutated(seed));
}

QTEST_GUILESS_MAIN(tst_Mutations)
#include "tst_mutations.moc"
