// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Diagnostic.h"
#include "widgets/shell/Sentence.h"

#include <QList>
#include <QWidget>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace driftscope {

class Language;
class StatusLight;

/// One sentence about what went wrong, in the window and never in front of it. Stays until it is dismissed or until the
/// next one, and follows the language of the interface.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(const Language& language, QWidget* parent = nullptr);
    void show(Severity severity, const QString& sentence);
    /// A question: the sentence with a button for each answer, dismissed by answering. It stays until then, or until
    /// the next message.
    struct Answer
    {
        QString text;
        std::function<void()> chosen;
    };
    void ask(const QString& sentence, const QList<Answer>& answers);
    [[nodiscard]] QList<QPushButton*> answers() const { return m_answers; }
    void dismiss();
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void say(const QString& sentence);
    void dropAnswers();

    const Language& m_language;
    Sentence m_sentence;
    std::vector<Sentence> m_answerTexts;
    Severity m_severity = Severity::Error;
    QList<QPushButton*> m_answers;
    QHBoxLayout* m_row = nullptr;
    StatusLight* m_light = nullptr;
    QLabel* m_text = nullptr;
    QToolButton* m_close = nullptr;
};

} // namespace driftscope
