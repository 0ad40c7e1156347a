import { z } from "zod";
import type { PersonActor } from "../actor";
import { instantOf } from "../catalog/moments";
import type { SettingsChange } from "../desk-settings/change";
import { settingInputs } from "../desk-settings/input";
import { messageCode } from "../messages/said";
import { pictureNames, type SettingName, settingDefaults } from "../setting-names";
import type { DeskSettings } from "../settings";
import { inLatinDigits } from "../text/digits";

const line = z.string().max(5_000, messageCode("validation.misfit"));
/** Of boxes several can be ticked. */
const text = z.union([line, z.array(line).max(100)]).optional();

/** As the clocks of their sender show them. */
const moments: ReadonlySet<SettingName> = new Set(["announcementFrom", "announcementUntil"]);
const local = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/;

type Sent = string | string[] | undefined;

/** What is typed and ticked is text, whatever kind of value the setting has; nothing is what a box sends that is empty. */
function readTyped(name: SettingName, sent: Sent, timeZone: string): unknown {
  if (name === "languages") return sent && [sent].flat();
  if (Array.isArray(sent)) return sent;
  const kind = typeof settingDefaults[name];
  const digits = inLatinDigits(sent ?? "");
  if (kind === "number") return /^\s*\d{1,9}\s*$/.test(digits) ? Number(digits) : Number.NaN;
  if (kind === "boolean") return sent === "yes";
  if (Array.isArray(settingDefaults[name])) return (sent ?? "").split(/[\s,;]+/).filter(Boolean);
  if (sent && moments.has(name)) return local.test(sent) ? instantOf(sent, timeZone).toISOString() : sent;
  return sent ?? "";
}

/** As the form was told it, in JSON. */
function seenOf(told: string): unknown {
  try {
    return JSON.parse(told);
  } catch {
    return undefined;
  }
}

type Typed = Partial<Record<SettingName, Sent>>;

/** The form of some settings. It says of each what it was when the form was drawn, and leaves out what cannot be set. */
export function settingsForm<const N extends SettingName>(names: N[], timeZone = "UTC") {
  const fields = (field: typeof text) =>
    z.strictObject(Object.fromEntries(names.map(name => [name, field])) as Record<N, typeof text>);
  return fields(text)
    .extend({ was: fields(text).optional() })
    .transform((sent, context): SettingsChange => {
      const { was: told = {}, ...typed } = sent as Typed & { was?: Typed };
      const change: Record<"values" | "seen", Partial<Record<SettingName, unknown>>> = {
        values: {},
        seen: {},
      };
      for (const name of names) {
        const was = told[name];
        if (was === undefined) continue;
        const read = settingInputs[name].safeParse(readTyped(name, typed[name], timeZone));
        change.seen[name] = seenOf(String(was));
        change.values[name] = read.data;
        const [issue] = read.error?.issues ?? [];
        if (issue)
          context.addIssue({
            code: "custom",
            path: [name],
            message: issue.message,
            params: "params" in issue ? issue.params : {},
          });
      }
      return change as SettingsChange;
    });
}

/** Its times are those of the clocks of whoever sends it. */
export const announcementForm = async (
  _data: FormData,
  _settings: DeskSettings,
  { timeZone }: Pick<PersonActor, "timeZone">,
) => settingsForm(["announcement", "announcementFrom", "announcementUntil"], timeZone);

/** Of a logo or an icon. It says which picture its form showed; the picture itself is a file. */
export const pictureForm = z.strictObject({
  name: z.enum(pictureNames, messageCode("validation.misfit")),
  seen: z
    .string()
    .max(40, messageCode("validation.misfit"))
    .transform(hash => (hash === noPicture ? "" : hash)),
});

/** What a form says it showed where there was none: an empty field is left out of answers. */
export const noPicture = "none";
