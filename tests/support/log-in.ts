import { randomUUID } from "node:crypto";
import { newDevice } from "@/lib/accounts/devices";
import { authenticate } from "@/lib/accounts/sessions";
import { Refusal } from "@/lib/refusal";

export const password = "Harbour-lamp 27 quietly!";
const wrong = "Wrong-lamp 27 quietly!";

/** A network that nothing else in the run uses. */
export const aNetwork = () => `network ${randomUUID()}`;

/** The device cookie of a browser in which this person has logged in. */
export const aDeviceOf = ({ id }: { id: string }, at = new Date()) => [newDevice(id, at)];

type Way = { from?: string; with?: string; devices?: string[] };

/** Tries to log in; returns the person's id or the kind of the refusal. */
export async function tryLogIn({ email }: { email: string }, way: Way = {}): Promise<string> {
  const { from = aNetwork(), with: typed = password, devices = [] } = way;
  try {
    return (await authenticate({ email, password: typed }, { network: from, devices })).personId;
  } catch (error) {
    if (error instanceof Refusal) return error.kind;
    throw error;
  }
}

export async function flood(person: { email: string }, count: number, from?: string): Promise<string[]> {
  const ends: string[] = [];
  for (let tries = 0; tries < count; tries++)
    ends.push(await tryLogIn(person, { from, with: `${wrong} ${randomUUID()}` }));
  return ends;
}
