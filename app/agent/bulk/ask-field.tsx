import type { Choice } from "@/components/form/choice";
import { OptionsField } from "@/components/form/options-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { type Ask, partOf } from "@/lib/actions/action";
import { type ActionName, actionOf, asksOptionally } from "@/lib/actions/table";
import { placeholderText } from "@/lib/canned-replies/placeholders";
import type { Clock } from "@/lib/clock";
import type { MessageCode, Translator } from "@/lib/messages/translate";
import { limits } from "@/lib/requests/input";
import { priorityCode, resolutionCode } from "@/lib/requests/labels";
import { agentResolutions } from "@/lib/requests/lifecycle";
import { priorityNames } from "@/lib/requests/priorities";
import { tellSnooze } from "../requests/[reference]/tell-snooze";

const labels = {
  assignee: "bulk.asked.to",
  team: "bulk.asked.team",
  priority: "bulk.asked.priority",
  tag: "bulk.asked.tag",
  any_tag: "bulk.asked.tag",
  time: "bulk.asked.until.other",
  resolution: "bulk.asked.resolution",
  words: "bulk.asked.message",
} as const satisfies Record<Ask, MessageCode>;

export const nameOf = (ask: Ask) => `input.${partOf[ask]}`;

export const askLabels = (t: Translator, action: ActionName): Record<string, string> =>
  Object.fromEntries(actionOf(action).asks.map(ask => [nameOf(ask), t(labels[ask])]));

/** What can be chosen, where the desk knows it. */
export type AskChoices = Partial<Record<Ask, Choice[]>>;

type Props = { t: Translator; ask: Ask; action: ActionName; choices: AskChoices; clock: Clock };

export function AskField({ t, ask, action, choices, clock }: Props) {
  const field = { name: nameOf(ask), label: t(labels[ask]) };
  const options = choices[ask] ?? [];
  switch (ask) {
    case "assignee":
      return (
        <SelectField
          {...field}
          options={[{ value: "me", label: t("bulk.asked.me") }, ...options]}
          defaultValue="me"
          emptyLabel={t("bulk.asked.nobody")}
        />
      );
    case "team":
      return (
        <SelectField
          {...field}
          options={options}
          defaultValue={options[0]?.value}
          emptyLabel={t("bulk.asked.no_team")}
        />
      );
    case "priority":
      return (
        <SelectField
          {...field}
          need="required"
          options={priorityNames.map(value => ({ value, label: t(priorityCode(value)) }))}
          emptyLabel={t("bulk.asked.choose")}
        />
      );
    case "tag":
    case "any_tag":
      return <SelectField {...field} need="required" options={options} emptyLabel={t("bulk.asked.choose")} />;
    case "time":
      return <TimeFields {...{ t, field, clock }} />;
    case "resolution":
      return (
        <SelectField
          {...field}
          need="required"
          options={agentResolutions.map(value => ({ value, label: t(resolutionCode(value)) }))}
          emptyLabel={t("requests.resolution.none")}
        />
      );
    case "words":
      return (
        <TextField
          {...field}
          rows={6}
          need={asksOptionally(action, "body") ? "optional" : "required"}
          help={t("bulk.asked.message.help", { placeholder: placeholderText("customer.first_name") })}
          maxLength={limits.comment}
        />
      );
  }
}

type TimeProps = Pick<Props, "t" | "clock"> & { field: { name: string; label: string } };

function TimeFields({ t, field, clock }: TimeProps) {
  const { presets, other } = tellSnooze({ snoozedUntil: null }, t, clock);
  return (
    <>
      <OptionsField
        name="input.preset"
        label={t("bulk.asked.until")}
        options={presets.map(({ preset, label, time }) => ({
          value: preset,
          label: t("bulk.asked.until.preset", { label, time }),
        }))}
        defaultValue="tomorrow"
      />
      <TextField {...field} type="datetime-local" help={other.help} min={other.min} />
    </>
  );
}
