// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/ConfigPreview.h"

#include "core/stages/foresight/Forecast.h"
#include "widgets/common/Theme.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString nodeHtml(const ForecastNode& node, const Theme& theme)
{
    return u"<p style='margin:0 0 8px 0'><span style='color:%4'>+</span> <b style='font-family:\"%5\"'>%1</b><br/>%2 "
           "<a href='key:%3' style='color:%6'>%3</a></p>"_s.arg(
               node.name.toHtmlEscaped(), node.why.toHtmlEscaped(), node.cause.key.toHtmlEscaped(),
               theme.color(ThemeColor::Inserted).name(), theme.monoFont().family(),
               theme.color(ThemeColor::Accent).name());
}

} // namespace

QString ConfigPreview::inputHtml(const InputForecast& input, const Theme& theme)
{
    const QString muted = theme.color(ThemeColor::MutedText).name();
    QString html = u"<p style='margin:0 0 2px 0; color:%2'>%1</p>"_s.arg(
        tr("The board program must feed input “%1” with").arg(input.input.toHtmlEscaped()), muted);
    if (!input.refusal.isEmpty())
        return html % u"<p style='margin:0 0 12px 0'><b>%1</b></p>"_s.arg(input.refusal.toHtmlEscaped());
    html += u"<p style='margin:0 0 2px 0'><b>%1</b></p><p style='margin:0 0 12px 0'>%2</p>"_s.arg(
        describeTensor(input.boardFeeds).toHtmlEscaped(), input.duties.join(u' ').toHtmlEscaped());
    html += u"<p style='margin:0 0 4px 0; color:%2'>%1</p>"_s.arg(tr("Inserted in front of the network"), muted);
    for (const ForecastNode& node : input.inserted) {
        if (!node.isSandboxOnly)
            html += nodeHtml(node, theme);
    }
    return html;
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
    refresh();
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
    const LoadedStage* model = m_session.chain().find(Stage::Float);
    QString html;
    const ConversionForecast forecast = forecastConversion(*config, model != nullptr ? model->graph.get() : nullptr);
    for (const InputForecast& input : forecast.inputs)
        html += inputHtml(input, theme);
    setHtml(html);
}

void ConfigPreview::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace driftscope
