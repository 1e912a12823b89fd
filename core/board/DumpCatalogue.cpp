// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/DumpCatalogue.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Catalogue
{
    Q_DECLARE_TR_FUNCTIONS(DumpCatalogue)
};

/// Names of files compare without what systems and tools change in them.
QString folded(const QString& name)
{
    QString flat = flattenedName(name);
    return flat.replace(u' ', u'_').replace(u'\\', u'_');
}

bool holds(const QList<BoardTensorProperties>& list, const QString& name)
{
    return std::any_of(list.cbegin(), list.cend(), [&name](const auto& tensor) { return tensor.name == name; });
}

/// `conv1_1x32_int8` is `conv1` with the tool's tail of shape and type; `conv1_1` and `conv1_nhwc2nchw` are others.
bool continuesName(const QString& file, const QString& tensor)
{
    static const QRegularExpression tail(
        u"^(?:[._-]+(?:\\d+(?:x\\d+)+|u?int(?:4|8|16|32|64)|float(?:16|32|64)|[fsu](?:8|16|32|64)|nhwc|nchw))+$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return file.startsWith(tensor) && tail.match(file.mid(tensor.size())).hasMatch();
}

} // namespace

DumpKnowledge settled(const DumpKnowledge& knowledge, const QList<DumpFile>& files)
{
    DumpKnowledge result = knowledge;
    if (files.size() == 1 && result.declarations.size() == 1 && result.declarations[0].file.isEmpty())
        result.declarations[0].file = files[0].path;
    return result;
}

DumpCatalogue::DumpCatalogue(const DumpKnowledge& knowledge)
    : m_knowledge(knowledge)
{ }

std::optional<KnownDump> DumpCatalogue::find(const DumpFile& file) const
{
    if (auto found = declared(file))
        return found;
    if (!file.parsed && !m_knowledge.takesAnyName)
        return {};
    const QString flat = folded(file.tensor());
    const BoardTensorProperties* properties = described(flat, !file.parsed);
    const bool isIndexed
        = file.parsed && file.parsed->isModelOutput && file.parsed->index < m_knowledge.info.outputs.size();
    if (isIndexed) {
        // The index tells outputs apart whose names became the same, and finds those that were cut short.
        const BoardTensorProperties& output = m_knowledge.info.outputs[file.parsed->index];
        if (properties == nullptr || folded(output.name) == flat)
            properties = &output;
    }
    if (properties == nullptr)
        return {};
    return known(declarationOf(*properties), properties->name);
}

std::optional<KnownDump> DumpCatalogue::findTensor(const QString& name) const
{
    return find(DumpFile{name, name + u".npy"_s, {}, DumpFormat::Npy, {}});
}

std::optional<KnownDump> DumpCatalogue::declared(const DumpFile& file) const
{
    const QString flat = folded(file.tensor());
    for (const DumpDeclaration& declaration : m_knowledge.declarations) {
        const bool isMeant = declaration.file.isEmpty()
            ? !declaration.name.isEmpty() && folded(declaration.name) == flat
            : QDir::match(declaration.file, file.name) || declaration.file == file.path;
        if (!isMeant)
            continue;
        KnownDump found = known(declaration, declaration.name.isEmpty() ? file.tensor() : declaration.name);
        found.isDeclared = true;
        return found;
    }
    return {};
}

KnownDump DumpCatalogue::known(const DumpDeclaration& declaration, const QString& name) const
{
    KnownDump found{declaration, holds(m_knowledge.info.inputs, name), holds(m_knowledge.info.outputs, name), false};
    found.declaration.name = name;
    return found;
}

const BoardTensorProperties* DumpCatalogue::described(const QString& flatName, bool exactly) const
{
    const BoardModelInfo& info = m_knowledge.info;
    const BoardTensorProperties* longest = nullptr;
    qsizetype length = 0;
    for (const QList<BoardTensorProperties>* list : {&info.outputs, &info.inputs, &info.values}) {
        for (const BoardTensorProperties& tensor : *list) {
            const QString name = folded(tensor.name);
            if (name == flatName)
                return &tensor;
            if (!exactly && name.size() > length && continuesName(flatName, name)) {
                longest = &tensor;
                length = name.size();
            }
        }
    }
    return longest;
}

QStringList DumpCatalogue::ambiguities() const
{
    QStringList sentences;
    QHash<QString, QString> names;
    for (const BoardTensorProperties& output : m_knowledge.info.outputs) {
        const QString flat = folded(output.name);
        if (names.contains(flat))
            sentences.append(Catalogue::tr("The outputs “%1” and “%2” have one name as files; their numbers tell them "
                                           "apart, their layer dumps do not.")
                                 .arg(names[flat], output.name));
        names.insert(flat, output.name);
    }
    return sentences;
}

} // namespace driftscope
