// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/DumpJudge.h"
#include "core/session/LatestJob.h"
#include "widgets/dumps/DumpPicture.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace driftscope {

/// What a dump looks like when it is read as declared, what is to be thought of that, and the readings that make more
/// sense, each a button.
class DumpPreview : public QWidget
{
    Q_OBJECT

public:
    explicit DumpPreview(QWidget* parent = nullptr);
    ~DumpPreview() override;
    Q_DISABLE_COPY_MOVE(DumpPreview)

    /// Reads the file on a worker thread; an empty path clears.
    void show(const QString& path, const DumpDeclaration& declaration);

    [[nodiscard]] QImage image() const { return m_picture.image; }
    [[nodiscard]] QLabel* sizes() const { return m_sizes; }
    [[nodiscard]] QLabel* numbers() const { return m_numbers; }
    [[nodiscard]] QLabel* verdict() const { return m_verdict; }
    [[nodiscard]] QSpinBox* channel() const { return m_channel; }
    [[nodiscard]] QList<QPushButton*> likely() const { return m_likely; }
    [[nodiscard]] bool isBusy() const { return m_looking.isBusy(); }

Q_SIGNALS:
    void judged(const driftscope::DumpJudgement& judgement); ///< of what is shown
    void readingChosen(const driftscope::DumpDeclaration& declaration);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Seen
    {
        DumpPicture picture;
        DumpJudgement judgement;
        QString problem; ///< why the file cannot be read
    };

    void look();
    void take(const Seen& seen);
    void showWords(const Seen& seen);
    void showReadings(const DumpJudgement& judgement);
    void retranslate();

    QString m_path;
    DumpDeclaration m_declaration;
    DumpPicture m_picture;
    QWidget* m_canvas = nullptr;
    QLabel* m_channelLabel = nullptr;
    QSpinBox* m_channel = nullptr;
    QLabel* m_sizes = nullptr;
    QLabel* m_numbers = nullptr;
    QLabel* m_verdict = nullptr;
    QVBoxLayout* m_readings = nullptr;
    QList<QPushButton*> m_likely;
    LatestJob m_looking;
};

} // namespace driftscope
