import { randomUUID } from "node:crypto";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import { type ActionName, actionOf } from "@/lib/actions/table";
import type { Selection } from "@/lib/bulk-runs/input";
import type { Preview } from "@/lib/bulk-runs/preview";
import type { Clock } from "@/lib/clock";
import type { FormDraft } from "@/lib/form/form-state";
import { tellMessage } from "@/lib/messages/refusals";
import type { Translator } from "@/lib/messages/translate";
import { start } from "./actions";
import { type AskChoices, AskField, askLabels } from "./ask-field";
import { formIdOf } from "./asked";

type Props = {
  t: Translator;
  action: ActionName;
  selection: Selection;
  preview: Preview;
  choices: AskChoices;
  /** The newest event that the page knows of. */
  seen: string;
  clock: Clock;
  draft?: FormDraft;
};

/** What the action asks, and what it will come to: sending it is the confirmation. */
export function StartForm({ t, action, selection, preview, choices, seen, clock, draft }: Props) {
  const { requests, able } = preview;
  const { asks } = actionOf(action);
  return (
    <Card>
      <Form
        key={action}
        action={start}
        id={formIdOf(action)}
        draft={draft}
        {...(draft?.kept && { keptLine: <Kept {...{ t, clock }} at={draft.kept.at} /> })}
        labels={askLabels(t, action)}
        hidden={{
          ...{ action, seen, key: randomUUID() },
          ...(selection.query === undefined
            ? { chosen: requests.map(({ reference }) => reference).join(" ") }
            : { query: selection.query }),
        }}
        className="grid gap-5"
      >
        <HiddenField name="count" value={requests.length} />
        <HiddenField name="unfilled" value={0} />
        {asks.includes("team") && <HiddenField name="losing" value={0} />}
        {asks.map(ask => (
          <AskField key={ask} {...{ ask, action, choices, clock, t }} />
        ))}
        {able > 0 && <p className="text-ink">{t(`actions.will.${action}`, { count: able })}</p>}
        <Unable t={t} {...preview} />
        {able > 0 && (
          <SubmitButton working={t("bulk.starting")} className="justify-self-start">
            {t(`actions.for.${action}`, { count: able })}
          </SubmitButton>
        )}
      </Form>
    </Card>
  );
}

/** Has no button to discard the draft, as emptying the box does that. */
const Kept = ({ t, clock, at }: Pick<Props, "t" | "clock"> & { at: string }) => (
  <p className="mb-5 rounded-lg bg-sunken px-4 py-2 text-ink-soft text-sm">
    {t.rich("forms.draft.kept", { time: <Time at={at} clock={clock} /> })}
  </p>
);

const maxNamed = 8;

function Unable({ t, unable, able }: Pick<Props, "t"> & Preview) {
  if (unable.length === 0) return null;
  const count = unable.reduce((sum, { references }) => sum + references.length, 0);
  return (
    <Banner tone="warn" title={able === 0 ? t("bulk.cannot.all") : t("bulk.cannot", { count })}>
      <ul className="mt-1 grid gap-1">
        {unable.map(({ why, references }) => (
          <li key={JSON.stringify(why)}>
            {t("bulk.cannot.why", { references: named(t, references), why: tellMessage(why, t) })}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function named(t: Translator, references: string[]): string {
  const shown = references.slice(0, maxNamed).join(", ");
  const count = references.length - maxNamed;
  return count > 0 ? t("bulk.cannot.more", { references: shown, count }) : shown;
}
