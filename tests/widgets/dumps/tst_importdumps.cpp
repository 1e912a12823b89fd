// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Importing dumps by keys and mouse: a wrong declaration is seen, the offered one taken, the capture kept.
#include "core/tensor/Npy.h"
#include "tests/support/GuiTest.h"
#include "tests/support/Screenshot.h"
#include "widgets/common/PaneTable.h"
#include "widgets/dumps/DeclarationForm.h"
#include "widgets/dumps/DumpPreview.h"
#include "widgets/dumps/ImportDumpsDialog.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

/// A smooth map of 1x40x56x24 int8, channels padded to 32 bytes.
QByteArray paddedMap()
{
    QByteArray bytes(40 * 56 * 32, '\0');
    for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < 56; ++x) {
            for (int c = 0; c < 24; ++c) {
                const double value = std::sin(x / 9.0 + c * 2) * std::cos(y / 7.0 - c) * (40 + 3 * c);
                bytes[(y * 56 + x) * 32 + c] = static_cast<char>(std::lround(std::clamp(value, -128.0, 127.0)));
            }
        }
    }
    return bytes;
}

constexpr auto infoText = "[model name]: net\noutput[0]:\nname: /head/map\nvalid shape: (1,24,40,56,)\n"
                          "aligned shape: (1,24,40,56,)\ntensor type: HB_DNN_TENSOR_TYPE_S8\n"
                          "tensor layout: HB_DNN_LAYOUT_NCHW\nquanti type: SCALE\nscale data: 0.5,\n"
                          "stride: (0,0,0,0,)\n\noutput[1]:\nname: scores\nvalid shape: (1,10,)\n"
                          "aligned shape: (1,10,)\ntensor type: HB_DNN_TENSOR_TYPE_F32\nstride: (40,4,)\n";

} // namespace

class tst_ImportDumps : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void whatIsUnknownIsSaid();
    void theModelSaysWhatFilesHold();
    void theOfferedReadingIsTaken();
    void typingShowsAtOnceWhetherItFits();
    void whatCannotBeReadIsSaid();
    void theCaptureIsKept();
    void closesWhileItLooks();
    void looksWell();

private:
    void openDialog();
    void write(const QString& name, const QByteArray& content) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    void settle() const { QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isBusy(), 20'000); }
    void choose(const QString& file)
    {
        for (int row = 0; row < m_dialog->model().rowCount(); ++row) {
            if (m_dialog->model().index(row, DumpsModel::FileColumn).data().toString().endsWith(file))
                m_dialog->table()->selectRow(row);
        }
        settle();
    }
    [[nodiscard]] DumpState state(const QString& tensor) const
    {
        for (int row = 0; row < m_dialog->model().rowCount(); ++row) {
            if (m_dialog->model().index(row, DumpsModel::TensorColumn).data().toString() == tensor)
                return m_dialog->model().state(row);
        }
        return DumpState::Array;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    QPointer<ImportDumpsDialog> m_dialog;
};

void tst_ImportDumps::openDialog()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"model_infer_output_0__head_map.bin"_s, paddedMap());
    write(u"model_infer_output_1_scores.bin"_s, QByteArray(40, '\0'));
    write(u"extra.npy"_s, toNpy(Tensor::fromValues<float>({2}, std::vector<float>{1, 2})));
    write(u"info.txt"_s, infoText);
    m_session = std::make_unique<Session>();
    m_dialog = new ImportDumpsDialog(*m_session);
    new QAbstractItemModelTester(m_dialog->table()->model(), m_dialog);
    showActive(*m_dialog);
    m_dialog->addPaths({m_folder->path()});
    settle();
}

void tst_ImportDumps::cleanup()
{
    delete m_dialog;
    m_session.reset();
    m_folder.reset();
}

void tst_ImportDumps::whatIsUnknownIsSaid()
{
    openDialog();
    QCOMPARE(m_dialog->model().rowCount(), 4); // info.txt might be a dump, too
    QCOMPARE(state(u"scores"_s), DumpState::Unknown);
    QVERIFY(!m_dialog->compareButton()->isEnabled());
    QVERIFY(m_dialog->saveButton()->isEnabled());
}

void tst_ImportDumps::theModelSaysWhatFilesHold()
{
    openDialog();
    m_dialog->setModelOrInfo(m_folder->filePath(u"info.txt"_s));
    settle();
    QCOMPARE(state(u"scores"_s), DumpState::Fits);
    QCOMPARE(state(u"/head/map"_s), DumpState::Doubtful); // layout and padding are others
    m_dialog->setModelOrInfo(m_folder->filePath(u"extra.npy"_s));
    QVERIFY(!m_dialog->message()->text().isEmpty());
}

void tst_ImportDumps::theOfferedReadingIsTaken()
{
    openDialog();
    m_dialog->setModelOrInfo(m_folder->filePath(u"info.txt"_s));
    settle();
    choose(u"_head_map.bin"_s);
    DumpPreview* preview = m_dialog->preview();
    QVERIFY2(preview->verdict()->text().startsWith(u"⚠"), qPrintable(preview->verdict()->text()));
    QVERIFY(!preview->likely().isEmpty());
    QTest::mouseClick(preview->likely().first(), Qt::LeftButton);
    settle();
    QVERIFY2(preview->verdict()->text().startsWith(u"✓"), qPrintable(preview->verdict()->text()));
    QCOMPARE(m_dialog->form()->shape()->text(), u"1x40x56x24"_s);
    QCOMPARE(m_dialog->form()->layout()->currentText(), u"NHWC"_s);
    QCOMPARE(m_dialog->form()->aligned()->currentText(), u"1x40x56x32"_s);
    QCOMPARE(m_dialog->form()->scale()->text(), u"0.5"_s);
    QCOMPARE(preview->image().size(), QSize(56, 40));
    QCOMPARE(preview->channel()->maximum(), 23);
    QCOMPARE(state(u"/head/map"_s), DumpState::Fits);
    QVERIFY(preview->likely().isEmpty());
}

void tst_ImportDumps::typingShowsAtOnceWhetherItFits()
{
    openDialog();
    choose(u"_head_map.bin"_s);
    DeclarationForm* form = m_dialog->form();
    QTest::keyClick(form->type(), Qt::Key_Home);
    form->type()->setCurrentText(u"int8"_s);
    form->layout()->setCurrentText(u"NHWC"_s);
    form->shape()->selectAll();
    QTest::keyClicks(form->shape(), u"1x40x56x24"_s);
    settle();
    QVERIFY(m_dialog->preview()->sizes()->text().contains(QLocale().toString(40 * 56 * 24)));
    QVERIFY(m_dialog->preview()->verdict()->text().startsWith(u"⚠"));
    form->aligned()->setCurrentText(u"channel_bytes"_s);
    settle();
    QVERIFY2(m_dialog->preview()->verdict()->text().startsWith(u"✓"),
             qPrintable(m_dialog->preview()->verdict()->text()));
    const QImage first = m_dialog->preview()->image();
    QTest::keyClick(m_dialog->preview()->channel(), Qt::Key_Up);
    settle();
    QVERIFY(m_dialog->preview()->image() != first);
}

void tst_ImportDumps::whatCannotBeReadIsSaid()
{
    openDialog();
    choose(u"scores.bin"_s);
    DeclarationForm* form = m_dialog->form();
    const DumpDeclaration before
        = m_dialog->model().dumps()[m_dialog->table()->currentIndex().row()].known.value_or(KnownDump{}).declaration;
    form->shape()->selectAll();
    QTest::keyClicks(form->shape(), u"1xq"_s);
    QVERIFY(form->problem()->isVisible());
    QVERIFY(form->problem()->text().contains(u"1xq"));
    form->shape()->selectAll();
    QTest::keyClicks(form->shape(), u"1x40"_s);
    QVERIFY(!form->problem()->isVisible());
    settle();
    QVERIFY(m_dialog->model().declarations().size() == 1);
    QVERIFY(m_dialog->model().declarations().first() != before);
}

void tst_ImportDumps::theCaptureIsKept()
{
    openDialog();
    QVERIFY(QFile::remove(m_folder->filePath(u"extra.npy"_s)));
    m_dialog->setModelOrInfo(m_folder->filePath(u"info.txt"_s));
    settle();
    QVERIFY(QFile::remove(m_folder->filePath(u"info.txt"_s)));
    choose(u"_head_map.bin"_s);
    QTest::mouseClick(m_dialog->preview()->likely().first(), Qt::LeftButton);
    settle();
    const QTemporaryDir target;
    m_dialog->saveCapture(target.path());
    settle();
    const auto capture = readCapture(target.path());
    QVERIFY2(capture.has_value(), qPrintable(m_dialog->message()->text()));
    QVERIFY2(capture->complete, qPrintable(capture->limit));
    const CapturedTensor* map = capture->find(u"/head/map"_s);
    QVERIFY(map != nullptr && map->isOutput);
    QCOMPARE(map->tensor.shape(), (Shape{1, 40, 56, 24}));
    QCOMPARE(map->tensor.layout(), TensorLayout::NHWC);
    QCOMPARE(map->tensor.bytes()[24], paddedMap()[32]);
    QVERIFY2(m_dialog->message()->text().contains(u"2"), qPrintable(m_dialog->message()->text()));
}

void tst_ImportDumps::closesWhileItLooks()
{
    openDialog();
    m_dialog->setModelOrInfo(m_folder->filePath(u"info.txt"_s));
    m_dialog->saveCapture(m_folder->filePath(u"capture"_s));
    delete m_dialog;
    QTest::qWait(50);
}

void tst_ImportDumps::looksWell()
{
    openDialog();
    m_dialog->setModelOrInfo(m_folder->filePath(u"info.txt"_s));
    settle();
    choose(u"_head_map.bin"_s);
    QTest::qWait(100);
    screenshot(*m_dialog, u"import-dumps-doubtful"_s);
    QTest::mouseClick(m_dialog->preview()->likely().first(), Qt::LeftButton);
    settle();
    useDarkPalette(true);
    QTest::qWait(100);
    settle();
    const QImage dark = screenshot(*m_dialog, u"import-dumps-dark"_s);
    useDarkPalette(false);
    QVERIFY(dark.pixelColor(4, 4).lightness() < 100);
    for (const QLabel* label : m_dialog->findChildren<QLabel*>()) {
        if (label->isVisible() && label->wordWrap())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_ImportDumps)
#include "tst_importdumps.moc"
