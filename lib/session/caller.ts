import "server-only";
import type { Caller } from "../accounts/sessions";
import { clientNetwork } from "./client";
import { readDevices } from "./cookies";

/** Where the request comes from that wants to log in. */
export async function readCaller(): Promise<Caller> {
  return { network: await clientNetwork(), devices: await readDevices() };
}
