import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { digest } from "../crypto";
import { env } from "../env";
import { refuse } from "../refusal";
import { cookieOptions, nameOf } from "../session/cookies";
import { isFetchedAhead } from "./opening";

/** The pages behind mailed links. None of their addresses holds a secret. */
const pages = {
  password: "/set-password",
  "log-in": "/log-in",
  "sign-up": "/sign-up/finish",
  invitation: "/invitations",
  email: "/settings/email",
  mute: "/mute",
} as const;

export type LinkKind = keyof typeof pages;

/** Seconds: time enough to log in or to sign up on the way. */
const maxAge = 3_600;
/** Pages of so many links may be open in tabs next to each other. */
const maxLinks = 4;
const cookieOf = (kind: LinkKind) => nameOf(`lodge-${kind}-link`);
const shape = /^[\w.-]{43,200}$/;

/**
 * What a mailed link's own address answers with: its token goes into a sealed cookie and the browser on to the page,
 * so that it appears in no history, no referrer and no log. Nothing is used up by that, because mail scanners open
 * links, too; and what is fetched ahead does not count as opened.
 */
export async function openLink(kind: LinkKind, token: string): Promise<Response> {
  // next.config.mjs adds the policy that keeps this address out of referrers.
  const answer = { "cache-control": "no-store", "x-robots-tag": "noindex" };
  if (await isFetchedAhead()) return new Response(null, { status: 204, headers: answer });
  await rememberLink(kind, shape.test(token) ? token : "none");
  return new Response(null, { status: 303, headers: { ...answer, location: pages[kind] } });
}

/** Makes a link the one that this browser has opened last. */
export async function rememberLink(kind: LinkKind, token: string): Promise<void> {
  const others = (await openedLinks(kind)).filter(other => other !== token);
  const links = [token, ...others].slice(0, maxLinks);
  const seal = await encode({ token: { kind, links }, secret: env().NEXTAUTH_SECRET, maxAge });
  (await cookies()).set(cookieOf(kind), seal, { ...cookieOptions(), maxAge });
}

/** `mark` goes into the form, so that it acts on the link it was drawn for and on no other that was opened since. */
export type OpenedLink = { token: string; mark: string };

/** A form that acts on a link, by its mark. */
export const linkInput = z.strictObject({ link: z.string().max(100) });

const markOf = (token: string) => digest(`mark:${token}`).slice(0, 16);

/** The link of this kind that the browser has opened last, within the hour; null for none. */
export async function openedLink(kind: LinkKind): Promise<OpenedLink | null> {
  const [token] = await openedLinks(kind);
  return token === undefined ? null : { token, mark: markOf(token) };
}

/** The tokens of the links of this kind that the browser has opened, the last one first. */
async function openedLinks(kind: LinkKind): Promise<string[]> {
  const seal = (await cookies()).get(cookieOf(kind))?.value;
  if (!seal) return [];
  const claims = await decode({ token: seal, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return claims?.kind === kind && Array.isArray(claims.links) ? claims.links : [];
}

/**
 * The token of the link that a form was drawn for.
 * @throws Refusal invalid (it is too long ago, or too many others were opened since)
 */
export async function tokenOf(kind: LinkKind, mark: string): Promise<string> {
  const token = (await openedLinks(kind)).find(one => markOf(one) === mark);
  if (token === undefined) throw refuse("link.forgotten");
  return token;
}

/** Once a link has done its work, the browser need not bring it any more. */
export async function forgetLink(kind: LinkKind): Promise<void> {
  (await cookies()).delete({ name: cookieOf(kind), ...cookieOptions() });
}
