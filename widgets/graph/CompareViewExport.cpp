// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures of what CompareView shows.
#include "widgets/graph/CompareRenderer.h"
#include "widgets/graph/CompareView.h"
#include "widgets/graph/ExportDialog.h"

#include <QFileInfo>

namespace driftscope {

CompareRenderer CompareView::renderer(const ExportChoice& choice) const
{
    CompareRenderOptions options;
    options.appearance = m_appearance;
    options.scale = choice.scale;
    options.showLegend = choice.showLegend;
    options.page = choice.page;
    options.presets = m_presets;
    for (int i = 0; choice.onlySeen && i < paneCount(); ++i) {
        const GraphView* shown = view(i);
        options.seen.push_back({shown->transform(), QSizeF(shown->viewport()->size()), shown->emphasis()});
    }
    return {m_panes, m_matches, options};
}

Result<QStringList> CompareView::exportPicture(const ExportChoice& choice) const
{
    return renderer(choice).write(choice.fileName);
}

void CompareView::askForPicture()
{
    if (m_panes.empty()) {
        return;
    }
    ExportChoice seen;
    seen.onlySeen = true;
    auto* dialog = new ExportDialog(renderer(seen).size(), renderer({}).size(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const auto files = exportPicture(dialog->choice());
        if (files) {
            Q_EMIT pictureExported(*files);
        } else {
            Q_EMIT problemOccurred(files.error());
        }
    });
    dialog->open();
}

} // namespace driftscope
