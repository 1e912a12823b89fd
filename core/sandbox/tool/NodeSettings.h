// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigDocument.h"
#include "core/graph/GraphDraft.h"
#include "core/sandbox/tool/ToolConfig.h"
#include "core/sandbox/tool/ToolLog.h"

namespace driftscope {

/// Reads what the YAML says of single nodes: where they run, which of them compute with 16 bits, which become outputs
/// and which are taken out of the .bin. Refuses what the march does not have and names that the model does not have;
/// warns of keys that were replaced by node_info.
[[nodiscard]] Result<NodeSettings> readNodeSettings(const ConfigDocument& document, const GraphDraft& model,
                                                    March march, ToolLog& log);

/// The items of `calibration_parameters.optimization`, each of which the march must know.
[[nodiscard]] Result<QStringList> readOptimizations(const ConfigDocument& document, March march);

/// Those that change nothing because the sandbox does it anyway: int8 outputs and corrected biases.
[[nodiscard]] const QStringList& sandboxOptimizations();

} // namespace driftscope
