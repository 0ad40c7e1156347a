import clsx from "clsx";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { Translator } from "@/lib/messages/translate";
import { setUpSteps } from "@/lib/set-up/steps";
import { isBefore, type SetUpStage } from "@/lib/set-up-stage";

type Props = {
  t: Translator;
  /** Where set-up goes on, and which of its steps is shown. */
  stage: SetUpStage;
  shown: SetUpStage;
  title: string;
  intro: ReactNode;
  children: ReactNode;
};

/** A step with the way through all of them; those that were reached are links. */
export function Frame({ t, stage, shown, title, intro, children }: Props) {
  const steps = ["fresh", ...setUpSteps] as const;
  return (
    <div className="setup">
      <p className="brand">
        <Icon name="mark" />
        <span>{t("set_up.title")}</span>
      </p>
      <nav aria-label={t("set_up.steps")} className="setup-steps">
        <ol>
          {steps.map((step, index) => {
            const name = t(`set_up.step.${step}`);
            const isDone = isBefore(step, stage);
            const marked = (
              <>
                <span className="setup-mark" aria-hidden="true">
                  {isDone ? <Icon name="check" /> : index + 1}
                </span>
                <span className="setup-name">{name}</span>
              </>
            );
            return (
              <li
                key={step}
                aria-current={step === shown ? "step" : undefined}
                className={clsx(isDone && "done")}
              >
                {step !== "fresh" && step !== shown && !isBefore(stage, step) ? (
                  <a href={`/setup?step=${step}`}>{marked}</a>
                ) : (
                  <span>{marked}</span>
                )}
                {isDone && <span className="sr-only">{t("set_up.step.done")}</span>}
              </li>
            );
          })}
        </ol>
      </nav>
      <section className="auth-card" aria-labelledby="step-title">
        <h1 id="step-title">{title}</h1>
        <div className="auth-intro">{intro}</div>
        {children}
      </section>
    </div>
  );
}
