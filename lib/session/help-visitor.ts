import "server-only";
import { cookies } from "next/headers";
import { newToken } from "../crypto";
import { cookieOptions, nameOf } from "./cookies";

const days = 180;
const cookieName = () => nameOf("lodge-help");

/**
 * What finds again what a browser has said of a help page. Set once somebody says something, and never by reading. The desk
 * stores no value of it, only a digest for each page, so that nobody can be followed from page to page.
 */
export async function keepVisitor(): Promise<string> {
  const jar = await cookies();
  const kept = jar.get(cookieName())?.value;
  const visitor = kept && /^[\w-]{43}$/.test(kept) ? kept : newToken();
  jar.set(cookieName(), visitor, { ...cookieOptions(), maxAge: days * 86_400 });
  return visitor;
}
