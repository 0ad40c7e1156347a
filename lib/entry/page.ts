import "server-only";
import { headers } from "next/headers";
import { notFound, redirect, unstable_rethrow } from "next/navigation";
import type { PersonActor } from "../actor";
import { type Clock, now } from "../clock";
import { isDatabaseDown } from "../db";
import { logError } from "../log";
import { Refusal } from "../refusal";
import { currentActor } from "../session/actor";
import { redact } from "../text/redact";

/**
 * Runs what a page reads. A refusal is a 404 like anything that is not there. Whatever else goes wrong is logged and
 * leads to a page that says so, which also shows without script, and from there back to `path`, but for its query:
 * what somebody searches for has no place in another address.
 */
export async function readPage<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof Refusal) notFound();
    const number = logError("a page could not be read", error, { path });
    const back = `back=${encodeURIComponent(redact(path))}`;
    redirect(isDatabaseDown(error) ? `/trouble?${back}` : `/trouble?number=${number}&${back}`);
  }
}

/** The same for a page that needs a person: nobody is led to the sign-in page and, from there, back. */
export function readPageAs<T>(path: string, read: (actor: PersonActor) => Promise<T> | T): Promise<T> {
  return readPage(path, async () => {
    const actor = await currentActor();
    if (!actor) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
    return read(actor);
  });
}

/** The present moment, and how whoever is signed in reads times; for anybody else as the desk does. */
export async function pageClock(): Promise<Clock> {
  const actor = await currentActor();
  return {
    now: now().toISOString(),
    timeZone: actor?.timeZone ?? "UTC",
    language: actor?.language ?? "en-GB",
  };
}

/** The nonce that the content security policy of this answer allows. */
export async function pageNonce(): Promise<string | undefined> {
  return (await headers()).get("x-nonce") ?? undefined;
}

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** One value of the query string; of a repeated one the first, of one that no page of ours leads to nothing. */
export async function readParam(search: SearchParams, name: string): Promise<string | undefined> {
  const value = [(await search)[name]].flat()[0];
  return value !== undefined && value.length <= 500 && !value.includes("\0") ? value : undefined;
}

/** The same for several names at once. */
export async function readParams(
  search: SearchParams,
  names: string[],
): Promise<Record<string, string | undefined>> {
  return Object.fromEntries(
    await Promise.all(names.map(async name => [name, await readParam(search, name)])),
  );
}
