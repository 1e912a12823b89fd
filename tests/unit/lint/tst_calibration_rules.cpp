// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CalibrationFixture.h"

#include "core/lint/CalibrationSurvey.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// Rules over the content of calibration folders: each is triggered once at least and just missed once.
class tst_CalibrationRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodFoldersAreSilent();
    void sampleCount();
    void quarterSize();
    void misfitsAreNamed();
    void sizeOfFloats();
    void unevenSizes();
    void batch();
    void dataType();
    void numpyFiles();
    void numpyHeaderInRawFile();
    void pictures();
    void rawWithPreprocess();
    void oddPictures();
    void strayFiles();
    void unreadable();
    void normalisedTwice();
    void dividedTwice();
    void unlikeBoard();
    void notNormalised();
    void offset();
    void beyond();
    void mixedRanges();
    void layout();
    void colourOrder();
    void constant();
    void exposure();
    void duplicates();
    void nonFinite();
    void pairs();
    void assumedType();
    void override();
};

namespace {

const QString normNone = u"input_parameters.norm_type=no_preprocess"_s;
const QStringList noNorm{normNone, u"input_parameters.mean_value=-"_s, u"input_parameters.scale_value=-"_s};
const QString asUint8 = u"calibration_parameters.cal_data_type=uint8"_s;
const QString decoding = u"calibration_parameters.preprocess_on=True"_s;

Diagnostics findings(const SampleFolder& folder, const QStringList& changes = {})
{
    return lint(subjectOf(folder.config(changes)));
}

QStringList ids(const SampleFolder& folder, const QStringList& changes = {})
{
    return ruleIds(findings(folder, changes));
}

QByteArray photo(int seed)
{
    return asFloats(photograph(seed));
}

/// The header of a .npy file in front of numbers.
QByteArray numpy(const QByteArray& numbers, const QByteArray& type = "<f4")
{
    QByteArray header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (1, 3, 64, 64), }";
    header.append(QByteArray(117 - header.size(), ' ')).append('\n');
    return QByteArray("\x93NUMPY\x01\x00\x76\x00", 10) + header + numbers;
}

QByteArray png(int width, int hfour)
{
    QByteArray bytes("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16);
    for (const int size : {width, hfour}) {
        bytes.append('\0').append('\0').append(static_cast<char>(size >> 8)).append(static_cast<char>(size & 0xff));
    }
    return bytes.append(QByteArray(32, 'x') + QByteArray::number(width));
}

/// One finding of the rule with a whole text, or the test fails.
Diagnostic only(const Diagnostics& found, const QString& rule)
{
    const Diagnostic* finding = findingOf(found, rule);
    if (finding == nullptr || ruleIds(found).count(rule) != 1)
        qWarning() << rule << "among" << ruleIds(found);
    return finding != nullptr ? *finding : Diagnostic{};
}

} // namespace

#define ONLY(variable, found, rule)                                                                                    \
    const Diagnostic variable = only(found, rule);                                                                     \
    QCOMPARE(variable.ruleId, rule);                                                                                   \
    QVERIFY(!variable.why.isEmpty() && !variable.source.isEmpty() && variable.range.isValid());                        \
    QVERIFY2(!variable.message.contains(u"%1"_s) && !variable.why.contains(u"%1"_s), qPrintable(variable.message))

void tst_CalibrationRules::goodFoldersAreSilent()
{
    const SampleFolder floats;
    floats.fill(photo);
    QCOMPARE(ids(floats), QStringList());
    const SampleFolder wholeFloats; // pixels as float32 without a fraction are fine
    wholeFloats.fill([](int seed) { return asFloats(whole(photograph(seed))); });
    QCOMPARE(ids(wholeFloats), QStringList());
    const SampleFolder bytes;
    bytes.fill([](int seed) { return asBytes(photograph(seed)); }, 100);
    QCOMPARE(ids(bytes, {asUint8}), QStringList());
}

void tst_CalibrationRules::sampleCount()
{
    const QString rule = u"calibration-sample-count"_s;
    const SampleFolder folder;
    ONLY(none, findings(folder), rule);
    QCOMPARE(none.severity, Severity::Error);
    QVERIFY(QDir(folder.path()).mkdir(u"cats"_s));
    QVERIFY(only(findings(folder), rule).message.contains(u"1 folders"_s));
    folder.fill(photo, 19);
    ONLY(few, findings(folder), rule);
    QCOMPARE(few.severity, Severity::Warning);
    folder.fill(photo, 20);
    QCOMPARE(ids(folder), QStringList());
    folder.fill(photo, 100);
    QCOMPARE(ids(folder), QStringList());
    folder.fill(photo, 101);
    QCOMPARE(only(findings(folder), rule).severity, Severity::Info);
}

void tst_CalibrationRules::quarterSize()
{
    const SampleFolder folder;
    folder.fill([](int seed) { return asBytes(photograph(seed)); });
    const ConfigDocument document = folder.config();
    const Diagnostics found = lint(subjectOf(document));
    QCOMPARE(ruleIds(found), QStringList{u"calibration-file-size"_s});
    ONLY(finding, found, u"calibration-file-size"_s);
    QVERIFY2(finding.message.contains(u"20 of 20"_s) && finding.message.contains(u"49152"_s),
             qPrintable(finding.message));
    QVERIFY2(finding.why.contains(u"exactly a quarter"_s), qPrintable(finding.why));
    QCOMPARE(finding.fix->value, u"uint8"_s);
    QCOMPARE(ruleIds(lint(subjectOf(applyFixes(document, found)->document))), QStringList());
}

void tst_CalibrationRules::misfitsAreNamed()
{
    const SampleFolder folder;
    folder.fill(photo);
    for (int i = 0; i < 5; ++i)
        folder.write(u"sample_00%1.bin"_s.arg(i), photo(i).chopped(4));
    ONLY(finding, findings(folder), u"calibration-file-size"_s);
    QVERIFY2(finding.message.contains(u"5 of 20"_s)
                 && finding.message.contains(u"sample_000.bin (49148 bytes), sample_001.bin (49148 bytes), "
                                             "sample_002.bin (49148 bytes) and 2 more"_s),
             qPrintable(finding.message));
    QVERIFY2(finding.why.contains(u"4 bytes too short"_s), qPrintable(finding.why));
    QVERIFY(!finding.fix); // one type cannot suit them all
}

void tst_CalibrationRules::sizeOfFloats()
{
    const SampleFolder folder;
    folder.fill(photo);
    const ConfigDocument document = folder.config({asUint8});
    const Diagnostics found = lint(subjectOf(document));
    QCOMPARE(ruleIds(found), QStringList{u"calibration-file-size"_s});
    QCOMPARE(found[0].fix->value, u"float32"_s);
    QCOMPARE(ruleIds(lint(subjectOf(applyFixes(document, found)->document))), QStringList());
}

void tst_CalibrationRules::unevenSizes()
{
    const SampleFolder folder;
    folder.fill(photo);
    const QStringList noShape{u"input_parameters.input_shape=-"_s};
    QCOMPARE(ids(folder, noShape), QStringList());
    folder.write(u"sample_007.bin"_s, photo(7).chopped(400));
    ONLY(finding, findings(folder, noShape), u"calibration-uneven-sizes"_s);
    QVERIFY2(finding.message.contains(u"sample_007.bin (48752 bytes)"_s), qPrintable(finding.message));
}

void tst_CalibrationRules::batch()
{
    const QString rule = u"calibration-batch"_s;
    const QStringList four{u"input_parameters.input_shape=4x3x64x64"_s};
    const SampleFolder folder;
    folder.fill(photo);
    ONLY(finding, findings(folder, four), rule);
    QVERIFY2(finding.why.contains(u"196608"_s), qPrintable(finding.why));
    QVERIFY(!findingOf(findings(folder, four), u"calibration-file-size"_s));
    const SampleFolder full;
    full.fill([](int seed) {
        QByteArray batch; // not one expression: that would be a builder with references to what is gone
        for (int i = 0; i < 4; ++i)
            batch += photo(4 * seed + i);
        return batch;
    });
    QVERIFY(!findingOf(findings(full, four), rule));
    QVERIFY(!findingOf(findings(full, four), u"calibration-file-size"_s));
}

void tst_CalibrationRules::dataType()
{
    const QString rule = u"calibration-data-type"_s;
    const SampleFolder folder;
    folder.fill(photo);
    const QString asInt32 = u"calibration_parameters.cal_data_type=int32"_s;
    ONLY(sameSize, findings(folder, {asInt32}), rule); // the size is right
    QVERIFY2(sameSize.message.contains(u"float32"_s), qPrintable(sameSize.message));
    QCOMPARE(sameSize.fix->value, u"float32"_s);
    QCOMPARE(ruleIds(lint(subjectOf(applyFixes(folder.config({asInt32}), findings(folder, {asInt32}))->document))),
             QStringList());
    const QString noShape = u"input_parameters.input_shape=-"_s;
    const ConfigDocument document = folder.config({asUint8, noShape});
    const Diagnostics found = lint(subjectOf(document));
    ONLY(noSize, found, rule);
    QCOMPARE(noSize.fix->value, u"float32"_s);
    QVERIFY(!findingOf(lint(subjectOf(applyFixes(document, found, {rule})->document)), rule));
    QVERIFY(!findingOf(findings(folder, {noShape}), rule));
    const SampleFolder bytes;
    bytes.fill([](int seed) { return asBytes(photograph(seed)); });
    QVERIFY(!findingOf(findings(bytes, {asUint8, noShape}), rule));
    QVERIFY(findingOf(findings(bytes, {noShape}), rule));
}

void tst_CalibrationRules::numpyFiles()
{
    const QString rule = u"calibration-npy-files"_s;
    const SampleFolder folder;
    for (int i = 0; i < 20; ++i)
        folder.write(u"a%1.npy"_s.arg(i, 2, 10, QLatin1Char('0')), numpy(photo(i)));
    const Diagnostics found = findings(folder);
    QCOMPARE(ruleIds(found), QStringList{rule});
    ONLY(finding, found, rule);
    QVERIFY2(finding.message.contains(u"20 .npy files: a00.npy, a01.npy, a02.npy and 17 more"_s),
             qPrintable(finding.message));
    QVERIFY2(finding.why.contains(u"first 128 bytes"_s) && finding.why.contains(u"32 numbers of float32"_s)
                 && finding.why.contains(u"'descr': '<f4'"_s),
             qPrintable(finding.why));
    folder.fill(photo); // a name alone makes no .npy of them
    for (int i = 0; i < 20; ++i)
        QVERIFY(QFile::remove(folder.path(u"a%1.npy"_s.arg(i, 2, 10, QLatin1Char('0')))));
    QCOMPARE(ids(folder), QStringList());
}

void tst_CalibrationRules::numpyHeaderInRawFile()
{
    const SampleFolder folder;
    folder.fill([](int seed) { return numpy(photo(seed)); });
    QCOMPARE(ids(folder), QStringList{u"calibration-npy-files"_s});
    // Numbers behind the header are judged all the same.
    folder.fill([](int seed) {
        return numpy(asFloats(changed(photograph(seed), [](double value) { return value / 128 - 1; })));
    });
    QCOMPARE(ids(folder), (QStringList{u"calibration-npy-files"_s, u"calibration-normalised-twice"_s}));
}

void tst_CalibrationRules::pictures()
{
    const QString rule = u"calibration-pictures"_s;
    const SampleFolder folder;
    folder.fill(photo);
    folder.write(u"b.JPG"_s, "x");
    ONLY(named, findings(folder), rule);
    folder.write(u"hidden.bin"_s, png(64, 64));
    ONLY(both, findings(folder), rule);
    QVERIFY2(both.message.contains(u"2 pictures (b.JPG, hidden.bin)"_s), qPrintable(both.message));
    QVERIFY(!findingOf(findings(folder, {decoding}), rule));
    QCOMPARE(ids(folder, {u"calibration_parameters.calibration_type=skip"_s}),
             (QStringList{u"calibration-skip"_s, u"calibration-folder-unused"_s}));
}

void tst_CalibrationRules::rawWithPreprocess()
{
    const QString rule = u"calibration-raw-with-preprocess"_s;
    const SampleFolder folder;
    folder.fill(photo);
    QVERIFY(!findingOf(findings(folder), rule));
    const ConfigDocument document = folder.config({decoding});
    const Diagnostics found = lint(subjectOf(document));
    ONLY(finding, found, rule);
    QCOMPARE(ruleIds(lint(subjectOf(applyFixes(document, found, {rule})->document))), QStringList());
}

void tst_CalibrationRules::oddPictures()
{
    const QString rule = u"calibration-picture-odd-size"_s;
    const QString nv12 = u"input_parameters.input_type_rt=nv12"_s;
    const SampleFolder folder;
    for (int i = 0; i < 20; ++i)
        folder.write(u"%1.png"_s.arg(i), png(100 + 2 * i, 64));
    QVERIFY(!findingOf(findings(folder, {decoding, nv12}), rule));
    folder.write(u"0.png"_s, png(641, 480));
    ONLY(finding, findings(folder, {decoding, nv12}), rule);
    QVERIFY2(finding.message.contains(u"0.png with 641×480"_s), qPrintable(finding.message));
    QVERIFY(!findingOf(findings(folder, {decoding}), rule)); // rgb
}

void tst_CalibrationRules::strayFiles()
{
    const QString rule = u"calibration-stray-files"_s;
    const SampleFolder folder;
    folder.fill(photo);
    folder.write(u".DS_Store"_s, "x");
    folder.write(u"README"_s, "x");
    folder.write(u"names"_s, "cat\ndog\n猫\n");
    ONLY(finding, findings(folder), rule);
    QVERIFY2(finding.message.contains(u".DS_Store, README, names."_s), qPrintable(finding.message));
    QCOMPARE(ids(folder), QStringList{rule});
    // Pixels that happen to be letters are a sample: the size says so.
    const SampleFolder letters;
    letters.fill([](int seed) {
        return asBytes(changed(photograph(seed), [](double value) { return 65 + std::floor(value / 12); }));
    });
    QVERIFY(!findingOf(findings(letters, {asUint8}), rule));
}

void tst_CalibrationRules::unreadable()
{
    // Made by hand: some users may read every file.
    const QString rule = u"calibration-unreadable"_s;
    const auto found = [](const CalibrationStatistics& statistics) {
        LintSubject subject = subjectOf(*ConfigDocument::fromText(cleanConfig));
        auto survey = std::make_shared<CalibrationSurvey>();
        survey->inputs = {std::make_shared<const CalibrationStatistics>(statistics)};
        subject.calibration = survey;
        return lint(subject);
    };
    CalibrationSample sample;
    sample.file.name = u"closed.bin"_s;
    SampleStatistics look;
    look.content = SampleContent::Unreadable;
    look.problem = u"Its owner keeps it closed."_s;
    sample.look = std::make_shared<const SampleStatistics>(look);
    ONLY(file, found({u"/f"_s, {}, {sample}, 0}), rule);
    QVERIFY2(file.message.contains(u"closed.bin. Its owner"_s), qPrintable(file.message));
    ONLY(folder, found({u"/f"_s, u"The folder is closed."_s}), rule);
    QCOMPARE(folder.message, u"The folder is closed."_s);
    look.content = SampleContent::Numbers;
    sample.look = std::make_shared<const SampleStatistics>(look);
    QVERIFY(!findingOf(found({u"/f"_s, {}, {sample}, 0}), rule));
    QVERIFY(!findingOf(found({u"/f"_s, QString()}), rule)); // not there: another rule's matter
}

void tst_CalibrationRules::normalisedTwice()
{
    const QString rule = u"calibration-normalised-twice"_s;
    const SampleFolder folder;
    folder.fill([](int seed) {
        return asFloats(changed(photograph(seed), [](double value) { return (value / 255 - 0.45) / 0.225; }));
    });
    const Diagnostics found = findings(folder);
    QCOMPARE(ruleIds(found), QStringList{rule});
    ONLY(finding, found, rule);
    QCOMPARE(finding.severity, Severity::Error);
    QVERIFY2(finding.message.contains(u"normalized twice"_s) && finding.message.contains(u"-1."_s),
             qPrintable(finding.message));
    QVERIFY2(finding.why.contains(u"(-2.118 to 2.64)"_s), qPrintable(finding.why));
    QVERIFY(!findingOf(findings(folder, noNorm), rule));
    const SampleFolder masks; // small, but whole
    masks.fill([](int seed) {
        return asFloats(changed(photograph(seed), [](double value) { return std::floor(value / 30); }));
    });
    QVERIFY(!findingOf(findings(masks), rule));
    const QStringList featuremap{u"input_parameters.input_type_train=featuremap"_s,
                                 u"input_parameters.input_type_rt=featuremap"_s};
    QVERIFY(!findingOf(findings(folder, featuremap), rule));
}

void tst_CalibrationRules::dividedTwice()
{
    const QString rule = u"calibration-divided-twice"_s;
    const QStringList scale{u"input_parameters.norm_type=data_scale"_s, u"input_parameters.mean_value=-"_s,
                            u"input_parameters.scale_value=0.003921568627451"_s};
    const SampleFolder folder;
    folder.fill([](int seed) { return asFloats(changed(photograph(seed), [](double value) { return value / 255; })); });
    QCOMPARE(ids(folder, scale), QStringList{rule});
    ONLY(finding, findings(folder, scale), rule);
    QCOMPARE(finding.severity, Severity::Error);
    QVERIFY2(finding.message.contains(u"divided twice"_s), qPrintable(finding.message));
    const QStringList mean{u"input_parameters.norm_type=data_mean"_s, u"input_parameters.scale_value=-"_s};
    QVERIFY(findingOf(findings(folder, mean), rule));
    QVERIFY(!findingOf(findings(folder, noNorm), rule));
    const SampleFolder pixels;
    pixels.fill(photo);
    QCOMPARE(ids(pixels, scale), QStringList());
}

void tst_CalibrationRules::unlikeBoard()
{
    const SampleFolder folder;
    folder.fill([](int seed) { return asFloats(changed(photograph(seed), [](double value) { return value / 255; })); });
    QCOMPARE(ids(folder, noNorm), (QStringList{u"calibration-unlike-board"_s, u"picture-not-normalised"_s}));
    ONLY(finding, findings(folder, noNorm), u"calibration-unlike-board"_s);
    QCOMPARE(finding.severity, Severity::Warning);
    const QStringList featuremap{u"input_parameters.input_type_train=featuremap"_s,
                                 u"input_parameters.input_type_rt=featuremap"_s};
    QCOMPARE(ids(folder, noNorm + featuremap), QStringList());
}

void tst_CalibrationRules::notNormalised()
{
    const QString rule = u"calibration-not-normalised"_s;
    const auto model = [](const QString& first) {
        GraphDraft draft;
        draft.inputs = {{u"x"_s, DataType::Float32, Shape{1, 3, 64, 64}}};
        draft.opsets = {{QString(), 11}};
        NodeDraft node;
        node.opType = first;
        node.inputs = {u"x"_s};
        node.outputs = {u"y"_s};
        draft.nodes = {node};
        draft.outputs = {{u"y"_s, DataType::Float32, Shape{1, 3, 64, 64}}};
        return Graph::fromDraft(draft);
    };
    const SampleFolder folder;
    folder.fill(photo);
    ONLY(unknown, findings(folder, noNorm), rule);
    QCOMPARE(unknown.severity, Severity::Info);
    QVERIFY(unknown.why.contains(u"uncertain"_s));
    const Diagnostics seen = lint(subjectOf(folder.config(noNorm), model(u"Conv"_s)));
    QCOMPARE(only(seen, rule).severity, Severity::Warning);
    QVERIFY(!findingOf(lint(subjectOf(folder.config(noNorm), model(u"Div"_s))), rule));
    QVERIFY(!findingOf(findings(folder), rule));
}

void tst_CalibrationRules::offset()
{
    const QString rule = u"calibration-offset"_s;
    const SampleFolder folder;
    folder.fill([](int seed) { return asFloats(changed(photograph(seed), [](double value) { return value - 128; })); });
    QCOMPARE(ids(folder), QStringList{rule});
    ONLY(finding, findings(folder), rule);
    QCOMPARE(finding.severity, Severity::Error);
    QVERIFY2(finding.message.startsWith(u"128 seems"_s), qPrintable(finding.message));
    QCOMPARE(only(findings(folder, noNorm), rule).severity, Severity::Warning);
    const SampleFolder darkest; // from zero on is no offset
    darkest.fill([](int seed) {
        return asFloats(changed(photograph(seed), [](double value) { return std::max(0.0, value - 60); }));
    });
    QVERIFY(!findingOf(findings(darkest), rule));
}

void tst_CalibrationRules::beyond()
{
    const QString rule = u"calibration-range-beyond"_s;
    const SampleFolder folder;
    folder.fill([](int seed) { return asFloats(changed(photograph(seed), [](double value) { return value * 257; })); });
    QCOMPARE(ids(folder), QStringList{rule});
    const SampleFolder full; // 255 itself is a pixel
    full.fill([](int seed) {
        Pixels pixels = photograph(seed);
        pixels[5] = 255;
        return asFloats(pixels);
    });
    QCOMPARE(ids(full), QStringList());
}

void tst_CalibrationRules::mixedRanges()
{
    const QString rule = u"calibration-range-mixed"_s;
    const SampleFolder folder;
    folder.fill(photo);
    folder.write(u"sample_004.bin"_s, asFloats(changed(photograph(4), [](double value) { return value / 255; })));
    QCOMPARE(ids(folder), QStringList{rule});
    ONLY(finding, findings(folder), rule);
    QVERIFY2(finding.message.contains(u"19 of 20"_s) && finding.message.contains(u"sample_004.bin"_s),
             qPrintable(finding.message));
    folder.write(u"sample_004.bin"_s, asFloats(changed(photograph(4), [](double value) { return value / 2; })));
    QCOMPARE(ids(folder), QStringList());
}

void tst_CalibrationRules::layout()
{
    const QString rule = u"calibration-layout"_s;
    const SampleFolder folder;
    folder.fill([](int seed) { return asFloats(interleaved(photograph(seed))); });
    QCOMPARE(ids(folder), QStringList{rule});
    ONLY(finding, findings(folder), rule);
    QCOMPARE(finding.severity, Severity::Error);
    QVERIFY2(finding.message.contains(u"seem to be NHWC, but input_layout_train says NCHW (confidence 95 %)"_s),
             qPrintable(finding.message));
    const QStringList asHwc{u"input_parameters.input_layout_train=NHWC"_s, u"input_parameters.input_shape=1x64x64x3"_s};
    QCOMPARE(ids(folder, asHwc), QStringList());
    const SampleFolder planar;
    planar.fill(photo);
    QVERIFY(findingOf(findings(planar, asHwc), rule));
    const SampleFolder noise; // has no layout that could be seen
    noise.fill([](int seed) {
        std::mt19937 random(static_cast<unsigned>(seed));
        return asFloats(changed(photograph(seed), [&](double) { return static_cast<double>(random() % 2550) / 10; }));
    });
    QCOMPARE(ids(noise), QStringList());
}

void tst_CalibrationRules::colourOrder()
{
    const QString rule = u"calibration-colour-order"_s;
    const SampleFolder folder;
    folder.fill([](int seed) { return asFloats(swapped(photograph(seed))); });
    QCOMPARE(ids(folder), QStringList{rule});
    ONLY(finding, findings(folder), rule);
    QCOMPARE(finding.severity, Severity::Warning); // never an error: statistics alone cannot know
    QVERIFY2(finding.message.contains(u"may be bgr"_s) && finding.message.contains(u"(confidence 90 %)"_s),
             qPrintable(finding.message));
    const QStringList asBgr{u"input_parameters.input_type_train=bgr"_s};
    QVERIFY(!findingOf(findings(folder, asBgr), rule));
    const SampleFolder even; // half of each: cannot tell
    even.fill([](int seed) { return asFloats(seed % 2 == 0 ? photograph(seed) : swapped(photograph(seed))); });
    QCOMPARE(ids(even), QStringList());
    // The order is read from the layout that the bytes have.
    const SampleFolder both;
    both.fill([](int seed) { return asFloats(interleaved(swapped(photograph(seed)))); });
    QCOMPARE(ids(both), (QStringList{u"calibration-layout"_s, rule}));
}

void tst_CalibrationRules::constant()
{
    const QString rule = u"calibration-constant"_s;
    const SampleFolder folder;
    folder.fill(photo);
    folder.write(u"sample_000.bin"_s, asFloats(Pixels(3 * plane, 114)));
    folder.write(u"sample_001.bin"_s, asFloats(Pixels(3 * plane, 0)));
    folder.write(u"sample_002.bin"_s, asFloats(changed(photograph(2), [](double value) { return 114 + value / 255; })));
    QCOMPARE(ids(folder), QStringList{rule});
    ONLY(finding, findings(folder), rule);
    QVERIFY2(finding.message.contains(u"3 of 20"_s)
                 && finding.message.contains(u"sample_000.bin, sample_001.bin, sample_002.bin."_s),
             qPrintable(finding.message));
    const SampleFolder faint;
    faint.fill(
        [](int seed) { return asFloats(changed(photograph(seed), [](double value) { return 100 + value / 10; })); });
    QCOMPARE(ids(faint), QStringList());
}

void tst_CalibrationRules::exposure()
{
    const QString rule = u"calibration-exposure"_s;
    const SampleFolder folder;
    folder.fill(photo);
    folder.write(u"sample_000.bin"_s, asFloats(changed(photograph(0), [](double value) { return value / 20; })));
    folder.write(u"sample_001.bin"_s,
                 asFloats(changed(photograph(1), [](double value) { return std::min(255.0, value + 180); })));
    const Diagnostics found = findings(folder, {u"calibration_parameters.cal_data_type=float32"_s});
    QVERIFY(ruleIds(found).count(rule) == 1); // the dark one is too small to be sure of its unit
    folder.write(u"sample_000.bin"_s, asFloats(whole(changed(photograph(0), [](double value) { return value / 20; }))));
    QCOMPARE(ruleIds(findings(folder)).count(rule), 2);
    for (const Diagnostic& finding : findings(folder))
        QVERIFY2(finding.message.contains(u"almost"_s), qPrintable(finding.message));
    folder.write(u"sample_000.bin"_s, asFloats(changed(photograph(0), [](double value) { return value / 4; })));
    folder.write(u"sample_001.bin"_s,
                 asFloats(changed(photograph(1), [](double value) { return std::min(255.0, value + 60); })));
    QCOMPARE(ids(folder), QStringList());
}

void tst_CalibrationRules::duplicates()
{
    const QString rule = u"calibration-duplicates"_s;
    const SampleFolder folder;
    folder.fill(photo, 30);
    folder.write(u"sample_029.bin"_s, photo(0));
    ONLY(one, findings(folder), rule);
    QCOMPARE(one.severity, Severity::Info);
    QVERIFY2(one.message.contains(u"sample_000.bin, sample_029.bin"_s), qPrintable(one.message));
    folder.fill([](int seed) { return photo(seed / 2); }, 30);
    QCOMPARE(only(findings(folder), rule).severity, Severity::Warning);
    Pixels nearly = photograph(0);
    nearly.back() += 1;
    folder.fill(photo, 30);
    folder.write(u"sample_029.bin"_s, asFloats(nearly));
    QCOMPARE(ids(folder), QStringList());
}

void tst_CalibrationRules::nonFinite()
{
    const QString rule = u"calibration-non-finite"_s;
    const SampleFolder folder;
    folder.fill(photo);
    Pixels pixels = photograph(3);
    pixels[77] = std::numeric_limits<float>::quiet_NaN();
    pixels[78] = std::numeric_limits<float>::infinity();
    folder.write(u"sample_003.bin"_s, asFloats(pixels));
    QCOMPARE(ids(folder), QStringList{rule});
    ONLY(finding, findings(folder), rule);
    QVERIFY2(finding.message.contains(u"2 of 12288"_s), qPrintable(finding.message));
    pixels[77] = 254;
    pixels[78] = 1;
    folder.write(u"sample_003.bin"_s, asFloats(pixels));
    QCOMPARE(ids(folder), QStringList());
}

void tst_CalibrationRules::pairs()
{
    const QString rule = u"calibration-inputs-unpaired"_s;
    const SampleFolder images;
    images.fill(photo, 20, u"image_"_s);
    const SampleFolder masks;
    masks.fill([](int seed) { return photo(seed + 100); }, 20, u"mask_"_s);
    const auto two = [&] {
        QStringList changes;
        for (const char* key : {"input_type_rt=rgb;rgb", "input_layout_rt=NHWC;NHWC", "input_type_train=rgb;rgb",
                                "input_layout_train=NCHW;NCHW", "input_shape=1x3x64x64;1x3x64x64", "input_name=a;b",
                                "norm_type=data_mean;data_mean", "mean_value=128;128", "scale_value=-"})
            changes.append(u"input_parameters."_s + QLatin1StringView(key));
        changes.append(u"calibration_parameters.cal_data_type=float32;float32"_s);
        changes.append(u"calibration_parameters.cal_data_dir="_s + images.path() + u';' + masks.path());
        return findings(images, changes);
    };
    QCOMPARE(ruleIds(two()), QStringList());
    QVERIFY(QFile::rename(masks.path(u"mask_004.bin"_s), masks.path(u"mask_104.bin"_s)));
    const Diagnostics shifted = two();
    ONLY(finding, shifted, rule);
    QCOMPARE(finding.severity, Severity::Warning);
    QVERIFY2(finding.message.contains(u"image_004.bin would be fed with mask_005.bin"_s), qPrintable(finding.message));
    QVERIFY(QFile::remove(masks.path(u"mask_104.bin"_s)));
    const Diagnostics fewer = two();
    QVERIFY(findingOf(fewer, rule) && findingOf(fewer, rule)->severity == Severity::Error);
}

void tst_CalibrationRules::assumedType()
{
    const SampleFolder folder;
    folder.fill([](int seed) { return asBytes(photograph(seed)); });
    const Diagnostics found = findings(folder, {u"calibration_parameters.cal_data_type=-"_s});
    ONLY(finding, found, u"calibration-type-assumed"_s);
    QCOMPARE(finding.fix->value, u"uint8"_s);
}

void tst_CalibrationRules::override()
{
    const SampleFolder folder;
    folder.fill([](int seed) { return asBytes(photograph(seed)); });
    const ConfigDocument elsewhere = *ConfigDocument::fromText(cleanConfig);
    QCOMPARE(ruleIds(lint(subjectOf(elsewhere, nullptr, folder.path()))), QStringList{u"calibration-file-size"_s});
}

QTEST_GUILESS_MAIN(tst_CalibrationRules)
#include "tst_calibration_rules.moc"
