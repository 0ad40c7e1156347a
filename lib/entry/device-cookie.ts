import "server-only";
import { cookies } from "next/headers";
import { deviceDays, deviceOf, mostDevices, newDevice } from "../accounts/devices";
import { ownerOfSession } from "../accounts/sessions";
import { now } from "../clock";
import { cookieName, cookieOptions } from "./cookie-name";

const deviceCookie = () => cookieName("lodge-devices");

/** What this browser keeps of log-ins with it, newest first. It outlives sessions and logging out. */
export async function readDevices(): Promise<string[]> {
  const kept = (await cookies()).get(deviceCookie())?.value ?? "";
  return kept.split("~", mostDevices);
}

/** Lets this browser prove later that the session's owner has logged in with it. */
export async function rememberDevice(sessionId: string): Promise<void> {
  const personId = await ownerOfSession(sessionId);
  const at = now();
  const others = (await readDevices()).filter(proof => proof && !deviceOf(personId, [proof], at));
  const kept = [newDevice(personId, at), ...others].slice(0, mostDevices);
  (await cookies()).set(deviceCookie(), kept.join("~"), { ...cookieOptions(), maxAge: deviceDays * 86_400 });
}
