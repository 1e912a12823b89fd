// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/DumpFolder.h"

namespace driftscope {

/// What is known of the tensors that may have been dumped.
struct DumpKnowledge
{
    BoardModelInfo info; ///< of model_info or of the .bin
    QList<DumpDeclaration> declarations; ///< by hand; win over the info
    bool takesAnyName = true; ///< `out.bin` is the tensor `out`; false: only names that the real tool gives
};

/// A person who names one file and one declaration without saying for which file means that one.
[[nodiscard]] DumpKnowledge settled(const DumpKnowledge& knowledge, const QList<DumpFile>& files);

/// A tensor that a file was taken for.
struct KnownDump
{
    DumpDeclaration declaration;
    bool isInput = false; ///< of the model
    bool isOutput = false;
    bool isDeclared = false; ///< by hand
};

/// Finds what a file holds: by what a person declared, by the model's outputs and inputs, by values in between.
class DumpCatalogue
{
public:
    explicit DumpCatalogue(const DumpKnowledge& knowledge);

    [[nodiscard]] std::optional<KnownDump> find(const DumpFile& file) const;
    /// By the name of a tensor as an archive writes it.
    [[nodiscard]] std::optional<KnownDump> findTensor(const QString& name) const;
    /// Tensors whose names are the same once they are file names; with what to do.
    [[nodiscard]] QStringList ambiguities() const;

private:
    [[nodiscard]] std::optional<KnownDump> declared(const DumpFile& file) const;
    [[nodiscard]] KnownDump known(const DumpDeclaration& declaration, const QString& name) const;
    [[nodiscard]] const BoardTensorProperties* described(const QString& flatName, bool exactly) const;

    const DumpKnowledge& m_knowledge;
};

} // namespace driftscope
