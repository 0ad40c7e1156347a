import "server-only";
import { cookies } from "next/headers";
import { logInLinkMinutes } from "../accounts/log-in-link";
import { cookieOptions, nameOf } from "./cookies";

const linkCookie = () => nameOf("lodge-log-in-link");

/** Keeps the token of a mailed link while its page is open, so that it is in no address but the link's own. */
export async function writeLogInLinkCookie(token: string): Promise<void> {
  (await cookies()).set(linkCookie(), token, { ...cookieOptions(), maxAge: logInLinkMinutes * 60 });
}

export async function readLogInLinkCookie(): Promise<string> {
  return (await cookies()).get(linkCookie())?.value ?? "";
}

export async function clearLogInLinkCookie(): Promise<void> {
  (await cookies()).delete({ name: linkCookie(), ...cookieOptions() });
}
