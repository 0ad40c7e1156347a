import "server-only";
import type { Caller } from "../accounts/sessions";
import { clientNetwork } from "./client";
import { readDevices } from "./cookies";

export async function readCaller(): Promise<Caller> {
  return { network: await clientNetwork(), devices: await readDevices() };
}
