import "server-only";
import type { Caller } from "../accounts/sessions";
import { clientNetwork } from "./client";
import { readDevices } from "./cookies";

/** Reads where a log-in attempt comes from. */
export async function readCaller(): Promise<Caller> {
  return { network: await clientNetwork(), devices: await readDevices() };
}
