// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/Report.h"
#include "core/report/html/HtmlWriter.h"
#include "core/report/html/ReportWords.h"

namespace driftscope {

// The parts of the page, one file each. Every one writes its heading and, where there is nothing, the sentence that
// says so.

void writeVerdict(HtmlWriter& html, const Report& report);
void writeLadder(HtmlWriter& html, const Report& report);
void writeEvaluation(HtmlWriter& html, const Report& report);
void writeLayers(HtmlWriter& html, const Report& report);
void writeCrops(HtmlWriter& html, const Report& report);
void writeInserted(HtmlWriter& html, const Report& report);
void writeContracts(HtmlWriter& html, const Report& report);
void writeConfig(HtmlWriter& html, const Report& report);
void writeFindings(HtmlWriter& html, const Report& report);
void writeFacts(HtmlWriter& html, const Report& report);

// What several of them are made of.
void writeMissing(HtmlWriter& html, const QString& sentence);
void writeLight(HtmlWriter& html, Light light, const QString& text); ///< a coloured dot and what it means
void writeHead(HtmlWriter& html, const QStringList& titles); ///< the head of a table
void writeCells(HtmlWriter& html, const QStringList& texts); ///< one row
void writePair(HtmlWriter& html, const QString& title, const QString& text); ///< of a `dl`; nothing without text
void writeDifference(HtmlWriter& html, const TextDifference& lines);
/// The plots over the layers.
void writeLayerPlots(HtmlWriter& html, const ReportedLayers& layers);

} // namespace driftscope
