// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Npy.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_Npy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void readsWhatNumpyWrites_data();
    void readsWhatNumpyWrites();
    void headerIsAligned();
    void brokenFilesGiveSentences_data();
    void brokenFilesGiveSentences();
    void everyTruncationIsAnError();
};

namespace {

QByteArray npy(char version, const QByteArray& dictionary, const QByteArray& data)
{
    QByteArray content("\x93NUMPY", 6);
    content.append(version).append('\0');
    content.append(static_cast<char>(dictionary.size())).append('\0');
    if (version > 1)
        content.append('\0').append('\0');
    return content + dictionary + data;
}

} // namespace

void tst_Npy::roundTrip_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("shape");
    for (int type = 1; type <= static_cast<int>(DataType::Complex128); ++type) {
        const auto dataType = static_cast<DataType>(type);
        if (elementSize(dataType) == 0 || dataType == DataType::BFloat16)
            continue;
        QTest::addRow("%s 2x3", qPrintable(dataTypeName(dataType))) << type << u"2x3"_s;
        QTest::addRow("%s 4", qPrintable(dataTypeName(dataType))) << type << u"4"_s;
        QTest::addRow("%s 0x5", qPrintable(dataTypeName(dataType))) << type << u"0x5"_s;
    }
}

void tst_Npy::roundTrip()
{
    QFETCH(int, type);
    QFETCH(QString, shape);
    const auto dataType = static_cast<DataType>(type);
    const Shape parsed = *Shape::fromString(shape);
    QByteArray bytes(parsed.elementCount() * elementSize(dataType), '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(i % 2);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"t.npy"_s);
    QVERIFY(writeNpy(path, Tensor(dataType, parsed, bytes)));
    const auto back = readNpy(path);
    QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().message));
    QCOMPARE(back->dataType(), dataType);
    QCOMPARE(back->shape(), parsed);
    QCOMPARE(back->bytes(), bytes);
}

void tst_Npy::readsWhatNumpyWrites_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QList<float>>("values");
    const QByteArray shorts("\x01\x00\x02\x00\x03\x00\x04\x00\x05\x00\x06\x00", 12);
    const QByteArray swapped("\x00\x01\x00\x02\x00\x03\x00\x04\x00\x05\x00\x06", 12);
    const QList<float> inOrder{1, 2, 3, 4, 5, 6};
    QTest::newRow("version 1") << npy(1, "{'descr': '<i2', 'fortran_order': False, 'shape': (2, 3), }\n", shorts)
                               << u"2x3"_s << inOrder;
    QTest::newRow("version 2") << npy(2, "{'descr': '<i2', 'fortran_order': False, 'shape': (6,), }\n", shorts)
                               << u"6"_s << inOrder;
    QTest::newRow("version 3") << npy(3, "{'descr': '<i2', 'fortran_order': False, 'shape': (6,), }\n", shorts)
                               << u"6"_s << inOrder;
    QTest::newRow("big endian") << npy(1, "{'descr': '>i2', 'fortran_order': False, 'shape': (2, 3), }\n", swapped)
                                << u"2x3"_s << inOrder;
    QTest::newRow("Fortran") << npy(1, "{'descr': '<i2', 'fortran_order': True, 'shape': (2, 3), }\n", shorts)
                             << u"2x3"_s << QList<float>{1, 3, 5, 2, 4, 6};
    QTest::newRow("other key order") << npy(1, "{\"shape\": (6L,), \"fortran_order\": False, \"descr\": \"<i2\"}",
                                            shorts)
                                     << u"6"_s << inOrder;
    QTest::newRow("scalar") << npy(1, "{'descr': '<i2', 'fortran_order': False, 'shape': (), }\n", shorts.first(2))
                            << QString() << QList<float>{1};
    QTest::newRow("half") << npy(1, "{'descr': '<f2', 'fortran_order': False, 'shape': (1,), }\n",
                                 QByteArray("\x00\x3e", 2))
                          << u"1"_s << QList<float>{1.5F};
}

void tst_Npy::readsWhatNumpyWrites()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, shape);
    QFETCH(QList<float>, values);
    const auto tensor = parseNpy(content, u"t.npy"_s);
    QVERIFY2(tensor.has_value(), tensor ? "" : qPrintable(tensor.error().message));
    QCOMPARE(tensor->shape().toString(), shape);
    QCOMPARE(tensor->toFloats(), std::vector<float>(values.begin(), values.end()));
}

void tst_Npy::headerIsAligned()
{
    const QByteArray content = toNpy(Tensor::scalar(1.0F));
    QCOMPARE((content.size() - 4) % 64, 0);
    QCOMPARE(content.mid(6, 2), QByteArray("\x01\x00", 2));
    QVERIFY(content.contains("'shape': (), }"));
    QVERIFY(toNpy(Tensor::fromValues<float>({1}, std::vector<float>{1})).contains("'shape': (1,), }"));
}

void tst_Npy::brokenFilesGiveSentences_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("part");
    QTest::newRow("empty") << QByteArray() << u"signature"_s;
    QTest::newRow("text") << QByteArray("hello, I am a text file") << u"signature"_s;
    QTest::newRow("version") << npy(9, "{}", {}) << u"version 9"_s;
    QTest::newRow("short") << npy(1, "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }\n", "abcd")
                           << u"2x3"_s;
    QTest::newRow("huge") << npy(1, "{'descr': '<f4', 'fortran_order': False, 'shape': (9999999999, 9999999999), }", {})
                          << u"impossibly large"_s;
    QTest::newRow("negative") << npy(1, "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", {}) << u"-1"_s;
    QTest::newRow("object") << npy(1, "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", "12345678")
                            << u"plain number"_s;
    QTest::newRow("record") << npy(1, "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }", "1234")
                            << u"plain number"_s;
}

void tst_Npy::brokenFilesGiveSentences()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, part);
    const auto tensor = parseNpy(content, u"broken.npy"_s);
    QVERIFY(!tensor.has_value());
    QVERIFY2(tensor.error().message.contains(part), qPrintable(tensor.error().message));
    QVERIFY(tensor.error().message.contains(u"broken.npy"_s));
}

void tst_Npy::everyTruncationIsAnError()
{
    const QByteArray content = toNpy(Tensor::fromValues<float>({2, 2}, std::vector<float>{1, 2, 3, 4}));
    for (qsizetype length = 0; length < content.size(); ++length)
        QVERIFY2(!parseNpy(content.first(length), u"t"_s).has_value(), qPrintable(QString::number(length)));
}

QTEST_GUILESS_MAIN(tst_Npy)
#include "tst_npy.moc"
