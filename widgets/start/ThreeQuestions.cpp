// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/ThreeQuestions.h"

#include "core/session/StageHealth.h"

#include <QCoreApplication>

namespace driftscope {

namespace {

struct ThreeQuestions
{
    Q_DECLARE_TR_FUNCTIONS(ThreeQuestions)
};

QString percent(double share)
{
    return QString::number(share * 100, 'f', 1);
}

/// Compares two evaluated stages; a stage that is missing leaves the question open.
void answerByStage(Question& question, const Session& session, Stage stage, Stage before)
{
    const StageEvaluation* own = session.evaluation(stage);
    const StageEvaluation* other = session.evaluation(before);
    if (own == nullptr || other == nullptr) {
        question.answer = session.chain().find(stage) == nullptr ? ThreeQuestions::tr("Compile to find out.")
                                                                 : ThreeQuestions::tr("Evaluate to find out.");
        return;
    }
    const bool agrees = stageHealth({*other, *own}, stage) == StageHealth::Fine;
    question.status = agrees ? Status::Pass : Status::Fail;
    question.answer = (agrees ? ThreeQuestions::tr("Yes: top-1 %1 % against %2 %.")
                              : ThreeQuestions::tr("No: top-1 %1 % against %2 %."))
                          .arg(percent(own->top1()), percent(other->top1()));
}

} // namespace

std::array<Question, 3> threeQuestions(const Session& session)
{
    std::array<Question, 3> questions{
        Question{ThreeQuestions::tr("Is the float model right?"),
                 ThreeQuestions::tr("It must classify labelled pictures as well as it did in training."),
                 {},
                 {}},
        Question{ThreeQuestions::tr("Does the quantized model agree?"),
                 ThreeQuestions::tr("Integer arithmetic may cost a point or two, not more."),
                 {},
                 {}},
        Question{ThreeQuestions::tr("Does the board agree?"),
                 ThreeQuestions::tr("Fed as it asks to be fed, it must compute what the quantized model computes."),
                 {},
                 {}}};
    if (const StageEvaluation* evaluation = session.evaluation(Stage::Float)) {
        questions[0].status = Status::Pass;
        questions[0].answer = ThreeQuestions::tr("It gets %1 % of %2 pictures right.")
                                  .arg(percent(evaluation->top1()))
                                  .arg(evaluation->samples);
    } else {
        questions[0].answer = ThreeQuestions::tr("Evaluate to find out.");
    }
    answerByStage(questions[1], session, Stage::Quantized, Stage::Float);
    answerByStage(questions[2], session, Stage::Board, Stage::Quantized);
    return questions;
}

} // namespace driftscope
