// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Parsers of what a board and the tools around it leave.
#include "Parsers.h"

#include "core/board/DumpJudge.h"
#include "core/board/DumpedTensor.h"
#include "core/tensor/Metrics.h"
#include "core/tensor/Npz.h"
#include "core/toolchain/tool/ToolReport.h"

using namespace Qt::StringLiterals;

namespace driftscope::fuzz {

namespace {

void use(const Tensor& tensor)
{
    const TensorMetrics metrics = compareTensors(tensor, tensor);
    if (metrics.maximumAbsoluteError != 0.0 || !metrics.sameValues)
        qFatal("a tensor differs from itself");
    for (int axis = 0; axis < std::min(4, tensor.shape().rank()); ++axis)
        static_cast<void>(sumsOfChannels(tensor, tensor, axis));
}

/// What is written of a declaration is read as it was.
void checkText(const DumpDeclaration& declaration)
{
    const QString text = declarationText(declaration);
    const auto again = parseDeclaration(text);
    const bool isText = !declaration.file.contains(u';') && !declaration.name.contains(u';');
    if (isText && (!again || declarationText(*again) != text))
        qFatal("a declaration is read otherwise than it was written");
}

} // namespace

std::optional<QString> parseNpzFile(const QByteArray& content)
{
    constexpr qint64 limit = qint64{64} << 20U;
    const auto arrays = parseNpz(content, u"fuzz"_s, limit);
    if (!arrays)
        return arrays.error().message;
    for (const NamedTensor& array : arrays->tensors)
        use(array.tensor);
    return arrays->problems.isEmpty() ? std::nullopt : std::optional(arrays->problems.join(u' '));
}

/// The first line declares what the bytes behind it are.
std::optional<QString> parseDeclaredDump(const QByteArray& content)
{
    const qsizetype end = content.indexOf('\n');
    const auto declaration = parseDeclaration(QString::fromUtf8(content.left(end)));
    if (!declaration)
        return declaration.error().message;
    checkText(*declaration);
    const QByteArray bytes = end < 0 ? QByteArray() : content.mid(end + 1);
    const auto text = tensorFromText(bytes, *declaration);
    if (text)
        use(*text);
    static_cast<void>(
        tensorFromPlanes(bytes.left(bytes.size() / 3 * 2), bytes.mid(bytes.size() / 3 * 2), *declaration));
    // Looking at every reading takes a hundred times as long as the rest; a few are enough of that.
    if (qHash(content, 0) % 64 == 0)
        static_cast<void>(judgeDump(bytes, *declaration, CancelToken()));
    const auto tensor = tensorFromDump(bytes, *declaration, 1);
    if (tensor)
        use(*tensor);
    return tensor || text ? std::nullopt : std::optional(tensor.error().message);
}

std::optional<QString> parseVerifierLog(const QByteArray& content)
{
    ToolRun run;
    run.tool = content.startsWith('o') ? u"hb_model_verifier"_s : u"hb_verifier"_s;
    run.log = parseMakertbinLog(content);
    const ToolReport report = readToolReport(run);
    for (const ToolTable& table : report.tables) {
        for (const QStringList& row : table.rows) {
            if (row.size() != table.columns.size())
                qFatal("a row of a table has other columns than its title");
        }
    }
    return report.tables.isEmpty() ? std::optional(u"nothing was compared"_s) : std::nullopt;
}

} // namespace driftscope::fuzz
