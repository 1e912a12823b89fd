// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window compiles with the toolchain in every place, and the results are those of this machine.
#include "WindowFixture.h"
#include "tests/integration/toolchains/Places.h"

#include <QComboBox>
#include <QDir>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestToolchainPlaces : public test::GuiTest
{
    Q_OBJECT

private:
    /// The stages of the window's last run that are ONNX, by name.
    [[nodiscard]] static QMap<QString, QByteArray> stagesOf(const Session& session)
    {
        QMap<QString, QByteArray> stages;
        for (const Artifact& artifact : session.compilation()->artifacts) {
            if (artifact.stage != Stage::Float && artifact.stage != Stage::Board)
                stages.insert(QFileInfo(artifact.file).fileName(), test::contentOf(artifact.file));
        }
        return stages;
    }

    /// The command line, with the same config and toolchain, comes to the same.
    static void expectCliAlike(const test::Places& places, const ToolchainProfile& toolchain, const Session& session,
                               const QMap<QString, QByteArray>& stages)
    {
        QVERIFY(places.add(toolchain).status == 0);
        const test::CliResult result
            = places.cli().run({u"compile"_s, session.project()->configFile, u"--toolchain"_s, toolchain.name,
                                u"--work"_s, places.path(u"cli"_s), u"--json"_s});
        QVERIFY2(result.status == 0, result.all());
        const QString output = result.json["folder"_L1].toString() + u"/output/"_s;
        for (auto it = stages.cbegin(); it != stages.cend(); ++it)
            QVERIFY2(test::contentOf(output + it.key()) == it.value(), qPrintable(it.key()));
        QCOMPARE(result.json["nodes"_L1].toArray().size(), session.log().nodes.size());
        QCOMPARE(result.json["outputs"_L1][0]["cosine"_L1].toDouble(), session.log().outputs.first().cosine);
    }

private Q_SLOTS:
    void compilesAlike()
    {
        test::Places places;
        test::WindowFixture fixture;
        if (const QString missing = fixture.missingTools(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        fixture.openSample();
        const QString mapper = qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-mapper"_s;
        QList<ToolchainProfile> all;
        for (const QString& name : places.names())
            all.append(places.toolchain(name, mapper, {}));
        fixture.session().setToolchains(all);
        QComboBox* chooser = nullptr;
        for (QComboBox* box : fixture.window().findChildren<QComboBox*>()) {
            if (box->accessibleName() == u"Toolchain"_s)
                chooser = box;
        }
        QVERIFY(chooser != nullptr);
        QCOMPARE(chooser->count(), all.size() + 1);
        QMap<QString, QByteArray> expected;
        for (int row = 0; row < chooser->count(); ++row) {
            chooser->setFocus();
            if (row > 0)
                QTest::keyClick(chooser, Qt::Key_Down);
            QCOMPARE(fixture.session().currentToolchain(), row);
            QVERIFY(fixture.run(u"run.compile"_s));
            QVERIFY2(fixture.session().compilation()
                         && fixture.session().compilation()->status == CompileStatus::Succeeded,
                     qPrintable(chooser->currentText() + u": "_s + fixture.message()));
            const auto stages = stagesOf(fixture.session());
            if (row == 0)
                expected = stages;
            QVERIFY(stages.size() == 4 && stages == expected);
            if (row > 0)
                expectCliAlike(places, all[row - 1], fixture.session(), stages);
        }
        QCOMPARE(places.leftThere(), QStringList());
        if (!places.sshdProblem().isEmpty())
            QSKIP(qPrintable(places.sshdProblem()));
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestToolchainPlaces)
#include "tst_toolchainplaces.moc"
