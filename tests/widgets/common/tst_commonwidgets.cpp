// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/support/Screenshot.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/PaneHeader.h"
#include "widgets/common/StatusLight.h"
#include "widgets/common/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestCommonWidgets : public test::GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void labelElidesAndKeepsTheWholeAsToolTip()
    {
        ElidedLabel label;
        label.setText(u"HZ_PREPROCESS_FOR_input_NCHW2NHWC_LayoutConvert_Input0"_s);
        label.resize(label.sizeHint());
        QCOMPARE(label.shownText(), label.text());
        QVERIFY(label.toolTip().isEmpty());
        label.resize(80, label.height());
        label.show();
        QVERIFY(label.shownText().endsWith(u'…'));
        QCOMPARE(label.toolTip(), label.text());
        QCOMPARE(label.accessibleName(), label.text());
    }

    void headerOffersItsActions()
    {
        PaneHeader header;
        header.setTitle(u"Quantized"_s);
        header.setSubtitle(u"a_rather_long_file_name_quantized_model.onnx · 44 nodes"_s);
        QAction linked(u"Linked"_s);
        linked.setCheckable(true);
        header.addHeaderAction(&linked);
        header.resize(240, header.sizeHint().height());
        header.show();
        QTest::mouseClick(header.findChild<QToolButton*>(), Qt::LeftButton);
        QVERIFY(linked.isChecked());
        QCOMPARE(header.title(), u"Quantized"_s);
        QVERIFY(header.minimumSizeHint().width() < 240);
        test::screenshot(header, u"pane-header"_s);
    }

    void lightsDifferInShape()
    {
        for (const bool isDark : {false, true}) {
            test::useDarkPalette(isDark);
            QWidget row;
            auto* layout = new QHBoxLayout(&row);
            QList<QImage> greys;
            for (const Status status : {Status::Unknown, Status::Running, Status::Pass, Status::Warn, Status::Fail}) {
                auto* light = new StatusLight(&row);
                light->setStatus(status);
                QCOMPARE(light->accessibleName(), statusName(status));
                layout->addWidget(light);
            }
            row.show();
            for (auto* light : row.findChildren<StatusLight*>()) {
                const QImage grey = light->grab().toImage().convertToFormat(QImage::Format_Mono);
                QVERIFY(!greys.contains(grey));
                greys.append(grey);
            }
            test::screenshot(row, isDark ? u"status-dark"_s : u"status-light"_s);
        }
        test::useDarkPalette(false);
    }

    void emptyStateTriggersItsAction()
    {
        EmptyState empty;
        empty.setTitle(u"No graph is open"_s);
        empty.setText(u"Open a model, or a project whose stages were compiled, to see its graphs side by side."_s);
        empty.resize(320, 240);
        auto action = std::make_unique<QAction>(u"Open…"_s);
        QSignalSpy triggered(action.get(), &QAction::triggered);
        empty.setAction(action.get());
        empty.show();
        auto* button = empty.findChild<QPushButton*>();
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(triggered.count(), 1);
        action->setEnabled(false);
        QVERIFY(!button->isEnabled());
        test::screenshot(empty, u"empty-state"_s);
        action.reset();
        QVERIFY(!button->isVisible());
        empty.setAction(nullptr);
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestCommonWidgets)
#include "tst_commonwidgets.moc"
