// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/ActionRegistry.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace driftscope {

ActionRegistry::ActionRegistry(QWidget* window)
    : QObject(window)
    , m_window(window)
{ }

QAction* ActionRegistry::add(const Spec& spec, const std::function<void()>& trigger)
{
    auto* action = new QAction(this);
    action->setObjectName(spec.id);
    action->setShortcuts(spec.shortcuts);
    connect(action, &QAction::triggered, this, trigger);
    m_window->addAction(action);
    m_specs.insert(action, spec);
    m_byId.insert(spec.id, action);
    m_order.append(action);
    return action;
}

void ActionRegistry::adopt(const QString& id, QAction* action)
{
    m_byId.insert(id, action);
    m_order.append(action);
}

QAction* ActionRegistry::action(const QString& id) const
{
    QAction* found = m_byId.value(id);
    Q_ASSERT(found != nullptr);
    return found;
}

void ActionRegistry::retranslate()
{
    for (auto it = m_specs.cbegin(); it != m_specs.cend(); ++it) {
        QAction* action = it.key();
        const QString text = QCoreApplication::translate("Actions", it->text);
        action->setText(it->number > 0 ? text.arg(it->number) : text);
        action->setIconText(plainActionText(*action)); // the tool bar's; Qt would leave an appended “(O)” in it
        QString tip
            = it->toolTip != nullptr ? QCoreApplication::translate("Actions", it->toolTip) : plainActionText(*action);
        if (!it->shortcuts.isEmpty())
            tip = QCoreApplication::translate("Actions", "%1 (%2)")
                      .arg(tip, it->shortcuts.first().toString(QKeySequence::NativeText));
        action->setToolTip(tip);
    }
}

QString plainActionText(const QAction& action)
{
    // Where the text has no Latin letters, translations append the mnemonic, as in “打开(&O)…”.
    static const QRegularExpression appended(u"\\(&.\\)"_s);
    return action.text().remove(appended).remove(u'&');
}

} // namespace driftscope
