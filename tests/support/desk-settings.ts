import type { PersonActor } from "@/lib/actor";
import { changeSettings } from "@/lib/desk-settings/change";
import type { SettingValues } from "@/lib/setting-names";
import { readStoredSettings, valuesOf } from "@/lib/settings";
import { anAdmin, run } from "./factories";

/** Sets them as an admin who has just opened the page. */
export async function setOnDesk(values: Partial<SettingValues>, by?: PersonActor): Promise<void> {
  const seen = valuesOf(await readStoredSettings());
  await run(by ?? (await anAdmin()), act => changeSettings(act, { values, seen }));
}

/** As somebody sees them who opened the page before anything was set. */
export const seenNow = async (): Promise<SettingValues> => valuesOf(await readStoredSettings());
