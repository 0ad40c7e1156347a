import "server-only";
import { headers } from "next/headers";
import { notFound, redirect, unstable_rethrow } from "next/navigation";
import { cache } from "react";
import type { PersonActor } from "../actor";
import { type Clock, now } from "../clock";
import { isDatabaseDown } from "../db";
import { logError } from "../log";
import { Refusal } from "../refusal";
import type { SetUpStage } from "../set-up-stage";
import {
  type DeskSettings,
  isFresh,
  readDeskSettings,
  readSettingsForStrangers,
  settingsAtHand,
} from "../settings";
import { redact } from "../text/redact";
import type { Visit } from "./find-visit";
import { readLanguage, readVisit } from "./visit";

/**
 * A refusal becomes a 404. Other errors redirect to an error page, which works without JavaScript and links back to
 * `path`, without its query, as search text must not appear in another address.
 */
export async function readPage<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    if (path !== setUpPath) await leadToSetUp();
    return await read();
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof Refusal) notFound();
    const number = logError("a page could not be read", error, { path });
    const back = `back=${encodeURIComponent(redact(path))}`;
    redirect(isDatabaseDown(error) ? `/trouble?${back}` : `/trouble?number=${number}&${back}`);
  }
}

const setUpPath = "/setup";

/** Nothing of a desk is shown while it has no admin. */
export async function leadToSetUp(): Promise<void> {
  if (await isFresh()) redirect(setUpPath);
}

/** Redirects others to sign-in and back. */
export function readPageAs<T>(
  path: string,
  read: (actor: PersonActor, visit: Visit) => Promise<T> | T,
): Promise<T> {
  return readPage(path, async () => {
    const visit = await readVisit();
    if (!visit) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
    return read(visit.actor, visit);
  });
}

const presentSettings = async () => ((await readVisit()) ? readDeskSettings() : readSettingsForStrangers());

/** Unlike the other settings of a page it is not guessed while the database is away. */
export const readStage = (): Promise<SetUpStage> =>
  readPage(setUpPath, async () => (await presentSettings()).setUp);

/**
 * The desk's settings for the page that is being drawn: its first statement has said whether they are the present ones.
 * While the database is away they are those known last, so that a page can say that.
 */
export const readPageSettings = cache(async (): Promise<DeskSettings> => {
  try {
    return await presentSettings();
  } catch (error) {
    unstable_rethrow(error);
    return settingsAtHand();
  }
});

export async function pageClock(): Promise<Clock> {
  const actor = (await readVisit())?.actor;
  return {
    now: now().toISOString(),
    timeZone: actor?.timeZone ?? (await readPageSettings()).timeZone,
    language: await readLanguage(),
  };
}

export async function pageNonce(): Promise<string | undefined> {
  return (await headers()).get("x-nonce") ?? undefined;
}

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Of a repeated value the first; undefined for one that no page of ours leads to. */
export async function readParam(search: SearchParams, name: string): Promise<string | undefined> {
  const value = [(await search)[name]].flat()[0];
  return value !== undefined && value.length <= 500 && !value.includes("\0") ? value : undefined;
}

export async function readParams(
  search: SearchParams,
  names: string[],
): Promise<Record<string, string | undefined>> {
  return Object.fromEntries(
    await Promise.all(names.map(async name => [name, await readParam(search, name)])),
  );
}
