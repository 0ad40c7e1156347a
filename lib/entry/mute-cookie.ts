import "server-only";
import { cookies } from "next/headers";
import { isHttps } from "../env";
import { cookieOptions } from "./cookies";

const name = () => (isHttps() ? "__Host-lodge-mute" : "lodge-mute");
const seconds = 900;

/** Takes the token of a mute link out of the address, which histories, logs and other sites would see. */
export async function writeMuteCookie(token: string): Promise<void> {
  (await cookies()).set(name(), token, { ...cookieOptions(), maxAge: seconds });
}

export async function readMuteCookie(): Promise<string | null> {
  return (await cookies()).get(name())?.value ?? null;
}
