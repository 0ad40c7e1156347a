import { randomUUID } from "node:crypto";
import { newDevice } from "@/lib/accounts/devices";
import { authenticate } from "@/lib/accounts/sessions";
import { Refusal } from "@/lib/refusal";

export const password = "Harbour-lamp 27 quietly!";
const wrong = "Wrong-lamp 27 quietly!";

/** A network that nobody else in the run comes from. */
export const aNetwork = () => `network ${randomUUID()}`;

/** What a browser keeps in which this person has logged in. */
export const aDeviceOf = ({ id }: { id: string }, at = new Date()) => [newDevice(id, at)];

type Way = { from?: string; with?: string; devices?: string[] };

/** One try to log in, and how it ended: whose account it is, or the kind of the refusal. */
export async function tryLogIn({ email }: { email: string }, way: Way = {}): Promise<string> {
  const { from = aNetwork(), with: typed = password, devices = [] } = way;
  try {
    return (await authenticate({ email, password: typed }, { network: from, devices })).personId;
  } catch (error) {
    if (error instanceof Refusal) return error.kind;
    throw error;
  }
}

/** Wrong passwords for this address, each from the network given or one of its own; how they ended. */
export async function flood(person: { email: string }, count: number, from?: string): Promise<string[]> {
  const ends: string[] = [];
  for (let tries = 0; tries < count; tries++)
    ends.push(await tryLogIn(person, { from, with: `${wrong} ${randomUUID()}` }));
  return ends;
}
