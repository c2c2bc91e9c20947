import type { PlanView } from '../../../domain/view.ts';
import type { Chat } from '../chat.ts';
import { below, Heading, type Level } from './heading.tsx';
import { KeepButton } from './keep-button.tsx';
import { OptionCard } from './option-card.tsx';
import { ResourceCard } from './resource-card.tsx';

interface PlanListProps {
  chat: Chat;
  plan: PlanView;
  level?: Level;
  /** On the plan's own screen; otherwise it is a message, which stays as it was said. */
  inPlan?: boolean;
}

/** What was kept: kinds of support, services with their numbers, questions for the next appointment. */
export function PlanList({ chat, plan, level = 2, inPlan = false }: PlanListProps) {
  const { words } = chat;
  if (isEmpty(plan)) return <p class="words">{words.planEmpty}</p>;
  return (
    <>
      {plan.options.length > 0 && (
        <section>
          <Heading level={level} class="plan-heading">
            {words.planOptions}
          </Heading>
          {plan.options.map((item) => (
            <OptionCard chat={chat} item={item} level={below(level)} inPlan={inPlan} key={item.id} />
          ))}
        </section>
      )}
      {plan.resources.length > 0 && (
        <section>
          <Heading level={level} class="plan-heading">
            {words.planServices}
          </Heading>
          {plan.resources.map((item) => (
            <ResourceCard chat={chat} item={item} level={below(level)} inPlan={inPlan} key={item.id} />
          ))}
        </section>
      )}
      {plan.questions.length > 0 && (
        <section>
          <Heading level={level} class="plan-heading">
            {words.planQuestions}
          </Heading>
          {plan.questions.map((question) => (
            <div class="card" key={question.id}>
              <p class="words">{question.text}</p>
              <div class="card-does">
                <KeepButton
                  chat={chat}
                  what="question"
                  id={question.id}
                  title={question.text}
                  inPlan={inPlan}
                />
              </div>
            </div>
          ))}
        </section>
      )}
    </>
  );
}

export function isEmpty(plan: PlanView): boolean {
  return plan.options.length + plan.resources.length + plan.questions.length === 0;
}
