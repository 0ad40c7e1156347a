import "server-only";
import { db } from "../db";
import { type Act, recordChanges } from "../events/act";
import { onlyAdmins } from "../only-admins";
import { perProcess } from "../process/per-process";
import { refuse } from "../refusal";
import type { PictureName } from "../setting-names";
import type { Made } from "./encode";
import { lockSettings, store } from "./stored";

/** `seen` is the hash that its form was drawn with, or nothing. */
type Wish = { name: PictureName; seen: string; made: Made | null };

const largeIn = (value: unknown): string => (value as { large?: string } | undefined)?.large ?? "";

/** Of a picture as stored, or nothing. */
export const hashIn = (value: unknown): string => (value as { hash?: string } | null | undefined)?.hash ?? "";

/**
 * Shows another picture, or the desk's own mark again. What is replaced stays under its address, as mails name it.
 * @throws Refusal not_found (no admin), conflict (somebody else has changed it meanwhile)
 */
export async function changePicture(act: Act, { name, seen, made }: Wish): Promise<void> {
  onlyAdmins(act.actor);
  const { stored, version, changers } = await lockSettings(act);
  const present = hashIn(stored[name]);
  const next = made?.value.hash ?? "";
  if (present === next && largeIn(stored[name]) === largeIn(made?.value)) return;
  if (present !== seen)
    throw refuse(
      "picture.changed",
      { who: changers.get(name) ?? "" },
      { field: "picture", corrections: { seen: present || "none" } },
    );
  await act.tx.deskPicture.createMany({ data: made?.files ?? [], skipDuplicates: true });
  await store(act, name, made?.value ?? {}, version + 1);
  const change = { key: name, before: present, after: next };
  await recordChanges(act, "setting_changed", [change], {}, { setting: name });
}

const mostKept = 8;

/** For anybody: who is not logged in yet, and programs that show mails. The same bytes for good, so a few are kept. */
export async function findPicture(hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const kept = perProcess("pictures of the desk", () => new Map<string, Uint8Array<ArrayBuffer>>());
  const known = kept.get(hash);
  if (known) return known;
  const found = await db().deskPicture.findUnique({ where: { hash }, select: { bytes: true } });
  if (!found) return null;
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(hash, found.bytes);
  return found.bytes;
}
