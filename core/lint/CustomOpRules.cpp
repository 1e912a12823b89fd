// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct CustomOpRules
{
    Q_DECLARE_TR_FUNCTIONS(CustomOpRules)
};

const QString method = u"custom_op.custom_op_method"_s;
const QString files = u"custom_op.op_register_files"_s;
const QString folder = u"custom_op.custom_op_dir"_s;

void checkComplete(const LintContext& context)
{
    const bool any = context.isGiven(method) || context.isGiven(files) || context.isGiven(folder);
    QStringList missing;
    for (const QString& key : {method, files}) {
        if (!context.isGiven(key))
            missing.append(key);
    }
    if (!any || missing.isEmpty())
        return;
    context.report(Severity::Error, missing.constFirst(),
                   CustomOpRules::tr("The operators of your own will not be registered: %1 is missing.")
                       .arg(missing.join(u", "_s)),
                   CustomOpRules::tr("custom_op_method: register and op_register_files with the Python files belong "
                                     "together; custom_op_dir says where they lie."),
                   lintSource::x3Manual);
}

void checkFiles(const LintContext& context)
{
    if (context.document().path().isEmpty())
        return;
    const QDir base(QFileInfo(context.document().path()).absolutePath());
    const QDir place(base.absoluteFilePath(context.document().scalar(folder).trimmed()));
    for (const QString& name : context.list(files)) {
        if (QFileInfo::exists(place.absoluteFilePath(name)))
            continue;
        // A warning: the config may have been written for a container with other paths.
        context.report(Severity::Warning, files,
                       CustomOpRules::tr("The file %1 does not exist here.").arg(place.absoluteFilePath(name)),
                       CustomOpRules::tr("The toolchain imports each of the files before it reads the model. Paths "
                                         "start at custom_op_dir, which starts at the folder of the config."),
                       lintSource::x3Manual);
    }
}

} // namespace

QList<NamedCheck> customOpRules()
{
    return {{"custom-op-incomplete"_L1, checkComplete}, {"custom-op-file-missing"_L1, checkFiles}};
}

} // namespace driftscope
