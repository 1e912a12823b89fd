// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"
#include "widgets/common/SelectionContext.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QStackedLayout;
class QToolButton;

namespace driftscope {

class CopyMenu;
class EmptyState;
class PaneHeader;
class TensorPage;

/// The two tensors of the selected layer, and in words what their numbers mean. A larger view of the same opens in a
/// window of its own.
class TensorPane : public QWidget
{
    Q_OBJECT

public:
    TensorPane(Session& session, SelectionContext& selection, QWidget* parent = nullptr);
    ~TensorPane() override;

    [[nodiscard]] TensorPage* page() const { return m_page; }
    [[nodiscard]] CopyMenu* copyMenu() const { return m_copy; }
    [[nodiscard]] QComboBox* picturePicker() const { return m_picture; }
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QWidget* enlarged() const { return m_window; } ///< null while it is closed

public Q_SLOTS:
    void enlarge();

Q_SIGNALS:
    void shown(); ///< the pictures of another layer or channel are there

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeBody();
    void makeHeader();
    void connectParts();
    void follow(const Selection& selection);
    void takeRows(int first, const QList<LayerComparison>& layers);
    void refresh();
    void tell(const LayerComparison* layer);
    void fillPictures();
    void retranslate();
    [[nodiscard]] const LayerComparison* layer() const;

    Session& m_session;
    SelectionContext& m_context;
    PaneHeader* m_header = nullptr;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QWidget* m_body = nullptr;
    TensorPage* m_page = nullptr;
    QComboBox* m_picture = nullptr;
    QToolButton* m_enlarge = nullptr;
    CopyMenu* m_copy = nullptr;
    QLabel* m_sentence = nullptr;
    QPointer<QWidget> m_window;
    QString m_layer; ///< name of the one that is shown
};

/// What a layer's numbers mean, one sentence.
[[nodiscard]] QString layerSentence(const LayerComparison& layer);

} // namespace driftscope
