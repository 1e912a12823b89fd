// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dumps/DumpPreview.h"

#include "core/base/Files.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// One channel, as large as there is room, its elements as crisp squares.
class Canvas : public QWidget
{
public:
    Canvas(const QImage& image, QWidget* parent)
        : QWidget(parent)
        , m_image(image)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        setMinimumSize(160, 120);
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        const Theme theme = Theme::fromPalette(palette());
        QPainter painter(this);
        painter.fillRect(rect(), theme.color(ThemeColor::Canvas));
        if (m_image.isNull())
            return;
        const QSizeF size = QSizeF(m_image.size()).scaled(QSizeF(this->size()), Qt::KeepAspectRatio);
        painter.drawImage(QRectF(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size), m_image);
    }

private:
    const QImage& m_image;
};

QLabel* wordsLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

DumpPreview::DumpPreview(QWidget* parent)
    : QWidget(parent)
    , m_canvas(new Canvas(m_picture.image, this))
    , m_channelLabel(new QLabel(this))
    , m_channel(new QSpinBox(this))
    , m_sizes(wordsLabel(this))
    , m_numbers(wordsLabel(this))
    , m_verdict(wordsLabel(this))
    , m_readings(new QVBoxLayout)
{
    m_channelLabel->setBuddy(m_channel);
    auto* channels = new QHBoxLayout;
    channels->addWidget(m_channelLabel);
    channels->addWidget(m_channel);
    channels->addWidget(m_sizes, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_canvas, 1);
    column->addLayout(channels);
    column->addWidget(m_numbers);
    column->addWidget(m_verdict);
    column->addLayout(m_readings);
    connect(m_channel, &QSpinBox::valueChanged, this, &DumpPreview::look);
    retranslate();
    take({});
}

DumpPreview::~DumpPreview()
{
    m_looking.cancel();
}

void DumpPreview::retranslate()
{
    m_channelLabel->setText(tr("C&hannel:"));
    m_channel->setAccessibleName(tr("Channel"));
    m_canvas->setAccessibleName(tr("One channel as a picture"));
}

void DumpPreview::show(const QString& path, const DumpDeclaration& declaration)
{
    m_path = path;
    m_declaration = declaration;
    look();
}

void DumpPreview::look()
{
    if (m_path.isEmpty()) {
        m_looking.cancel();
        take({});
        return;
    }
    m_looking.start<Seen>(
        [path = m_path, declaration = m_declaration, channel = m_channel->value(),
         theme = Theme::fromPalette(palette())](const CancelToken& cancel) {
            Seen seen;
            const auto bytes = readFile(path);
            if (!bytes) {
                seen.problem = bytes.error().message;
                return seen;
            }
            seen.picture = dumpPicture(*bytes, declaration, channel, theme);
            seen.judgement = judgeDump(*bytes, declaration, cancel);
            return seen;
        },
        [this](const Seen& seen) {
            take(seen);
            Q_EMIT judged(seen.judgement);
        });
}

void DumpPreview::take(const Seen& seen)
{
    m_picture = seen.picture;
    {
        const QSignalBlocker quiet(m_channel);
        m_channel->setRange(0, static_cast<int>(std::max<qint64>(0, seen.picture.channels - 1)));
        m_channel->setEnabled(seen.picture.channels > 1);
    }
    showWords(seen);
    showReadings(seen.judgement);
    m_canvas->update();
}

void DumpPreview::showWords(const Seen& seen)
{
    m_sizes->setText(seen.picture.sizes);
    m_numbers->setText(seen.picture.numbers);
    m_numbers->setVisible(!seen.picture.numbers.isEmpty());
    QStringList words;
    if (!seen.problem.isEmpty())
        words.append(seen.problem);
    else if (!seen.judgement.verdict.isEmpty())
        words.append((seen.judgement.isDoubtful ? u"⚠ "_s : u"✓ "_s) + seen.judgement.verdict);
    words += seen.judgement.doubts;
    m_verdict->setText(words.join(u'\n'));
}

void DumpPreview::showReadings(const DumpJudgement& judgement)
{
    for (QPushButton* button : std::as_const(m_likely))
        button->deleteLater();
    m_likely.clear();
    for (const JudgedReading& reading : judgement.likely) {
        auto* button = new QPushButton(tr("Read %1").arg(reading.what), this);
        button->setToolTip(reading.reason);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this,
                [this, declaration = reading.declaration] { Q_EMIT readingChosen(declaration); });
        m_readings->addWidget(button);
        m_likely.append(button);
    }
}

void DumpPreview::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        look();
    } else if (event->type() == QEvent::PaletteChange) {
        look(); // in the colours of the other theme
    }
}

} // namespace driftscope
