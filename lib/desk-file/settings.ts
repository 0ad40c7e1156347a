import "server-only";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Tx } from "../db";
import { changeSettings } from "../desk-settings/change";
import { settingInputs } from "../desk-settings/input";
import { type SettingName, type SettingValues, settingDefaults, settingNames } from "../setting-names";
import { pinOf, valuesOf } from "../settings";
import type { Section } from "./section";

/** What is not there is as it is on a new desk. */
const section = z.strictObject(
  Object.fromEntries(
    settingNames.map(name => [name, (settingInputs[name] as z.ZodType).default(settingDefaults[name])]),
  ),
) as unknown as z.ZodType<SettingValues>;

export const settings: Section<SettingValues> = {
  schema: section,

  async read(tx) {
    const values = await readValues(tx);
    // The environment can say the same in another way, such as a colour in capitals.
    const plain = settingNames.map(name => [name, settingInputs[name].safeParse(values[name]).data]);
    return { ...values, ...Object.fromEntries(plain.filter(([, value]) => value !== undefined)) };
  },

  async apply(act, wanted, guide) {
    const [now, seen] = [await settings.read(act.tx), await readValues(act.tx)];
    const wish: Partial<Record<SettingName, unknown>> = {};
    for (const name of settingNames) {
      if (isDeepStrictEqual(wanted[name], now[name])) continue;
      const variable = pinOf(name);
      if (variable === null) wish[name] = wanted[name];
      else guide.note(["settings", name], { code: "desk_file.pinned", params: { variable } });
    }
    const values = wish as Partial<SettingValues>;
    await guide.at(["settings"], () => changeSettings(act, { values, seen }));
  },
};

async function readValues(tx: Tx): Promise<SettingValues> {
  const rows = await tx.setting.findMany({ select: { name: true, value: true } });
  return valuesOf(Object.fromEntries(rows.map(({ name, value }) => [name, value])));
}
