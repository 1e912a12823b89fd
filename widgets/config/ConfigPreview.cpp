// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/ConfigPreview.h"

#include "widgets/config/ForecastHtml.h"

#include <QEvent>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace driftscope {

ConversionForecast sessionForecast(const Session& session, const ConfigDocument& config)
{
    const LoadedStage* model = session.chain().find(Stage::Float);
    return forecastConversion(config, model != nullptr ? model->graph.get() : nullptr);
}

ConfigPreview::ConfigPreview(const Session& session, QWidget* parent)
    : QTextBrowser(parent)
    , m_session(session)
{
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(spacing::wide);
    connect(this, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& url) { Q_EMIT keyActivated(url.toString().section(u':', 1)); });
    connect(&session, &Session::configChanged, this, &ConfigPreview::refresh);
    connect(&session, &Session::stagesChanged, this, &ConfigPreview::refresh);
    refresh();
}

QString ConfigPreview::code(FeedingLanguage language) const
{
    const ConfigDocument* config = m_session.config();
    return config == nullptr ? QString() : feedingCode(sessionForecast(m_session, *config), language);
}

void ConfigPreview::refresh()
{
    setAccessibleName(tr("What the config will do"));
    const ConfigDocument* config = m_session.config();
    if (config == nullptr) {
        setPlainText(tr("No config is open."));
        return;
    }
    const Theme theme = Theme::fromPalette(palette());
    // Whoever edits the config beside it stays where they read.
    const int place = verticalScrollBar()->value();
    setHtml(ForecastHtml(theme).page(sessionForecast(m_session, *config)));
    verticalScrollBar()->setValue(place);
}

void ConfigPreview::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace driftscope
