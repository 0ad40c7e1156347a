import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { digest } from "../crypto";
import { env } from "../env";
import { refuse } from "../refusal";
import { cookieOptions, nameOf } from "../session/cookies";
import { isFetchedAhead } from "./opening";

/** Pages behind links with a secret, which is not in their address. */
const pages = {
  password: "/set-password",
  "log-in": "/log-in",
  "sign-up": "/sign-up/finish",
  invitation: "/invitations",
  join: "/join",
  email: "/settings/email",
  mute: "/mute",
  "set-up": "/setup",
} as const;

export type LinkKind = keyof typeof pages;

/** Seconds; long enough to log in or to sign up on the way. */
const maxAge = 3_600;
const maxLinks = 4;
const cookieOf = (kind: LinkKind) => nameOf(`lodge-${kind}-link`);
const shape = /^[\w.-]{43,200}$/;

/**
 * Moves the token into a sealed cookie, which keeps it out of history, referrer and logs. Opening uses nothing up,
 * because mail scanners open links too; prefetching does not count.
 */
export async function openLink(kind: LinkKind, token: string): Promise<Response> {
  // next.config.mjs adds the referrer policy of this address.
  const answer = { "cache-control": "no-store", "x-robots-tag": "noindex" };
  if (await isFetchedAhead()) return new Response(null, { status: 204, headers: answer });
  await rememberLink(kind, shape.test(token) ? token : "none");
  return new Response(null, { status: 303, headers: { ...answer, location: pages[kind] } });
}

export async function rememberLink(kind: LinkKind, token: string): Promise<void> {
  const others = (await openedLinks(kind)).filter(other => other !== token);
  const links = [token, ...others].slice(0, maxLinks);
  const seal = await encode({ token: { kind, links }, secret: env().NEXTAUTH_SECRET, maxAge });
  (await cookies()).set(cookieOf(kind), seal, { ...cookieOptions(), maxAge });
}

/** `mark` goes into the form, so that it acts only on the link it was drawn for, not on one opened since. */
export type OpenedLink = { token: string; mark: string };

export const linkInput = z.strictObject({ link: z.string().max(100) });

const markOf = (token: string) => digest(`mark:${token}`).slice(0, 16);

/** Null if none was opened within the hour. */
export async function openedLink(kind: LinkKind): Promise<OpenedLink | null> {
  const [token] = await openedLinks(kind);
  return token === undefined ? null : { token, mark: markOf(token) };
}

/** The latest first. */
async function openedLinks(kind: LinkKind): Promise<string[]> {
  const seal = (await cookies()).get(cookieOf(kind))?.value;
  if (!seal) return [];
  const claims = await decode({ token: seal, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return claims?.kind === kind && Array.isArray(claims.links) ? claims.links : [];
}

/** @throws Refusal invalid (too long ago, or too many others opened since) */
export async function tokenOf(kind: LinkKind, mark: string): Promise<string> {
  const token = (await openedLinks(kind)).find(one => markOf(one) === mark);
  if (token === undefined) throw refuse("link.forgotten");
  return token;
}

export async function forgetLink(kind: LinkKind): Promise<void> {
  (await cookies()).delete({ name: cookieOf(kind), ...cookieOptions() });
}
