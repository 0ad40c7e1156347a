import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { digest } from "../crypto";
import { env } from "../env";
import { Refusal } from "../errors";
import { cookieOptions, nameOf } from "./cookies";
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
  const kept = shape.test(token) ? token : "none";
  const seal = await encode({ token: { kind, link: kept }, secret: env().NEXTAUTH_SECRET, maxAge });
  (await cookies()).set(cookieOf(kind), seal, { ...cookieOptions(), maxAge });
  return new Response(null, { status: 303, headers: { ...answer, location: pages[kind] } });
}

/** `mark` goes into the form, so that it acts on the link it was drawn for and on no other that was opened since. */
export type OpenedLink = { token: string; mark: string };

/** The link of this kind that the browser has opened last, within the hour; null for none. */
export async function openedLink(kind: LinkKind): Promise<OpenedLink | null> {
  const seal = (await cookies()).get(cookieOf(kind))?.value;
  if (!seal) return null;
  const claims = await decode({ token: seal, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  if (claims?.kind !== kind || typeof claims.link !== "string") return null;
  return { token: claims.link, mark: digest(`mark:${claims.link}`).slice(0, 16) };
}

/**
 * The token of the link that a form was drawn for.
 * @throws Refusal invalid (another one was opened since, or it is too long ago)
 */
export async function tokenOf(kind: LinkKind, mark: string): Promise<string> {
  const opened = await openedLink(kind);
  if (opened?.mark !== mark)
    throw new Refusal(
      "invalid",
      "This page has waited for too long, or another link was opened since. Please open the link in your mail once more.",
    );
  return opened.token;
}

/** Once a link has done its work, the browser need not bring it any more. */
export async function forgetLink(kind: LinkKind): Promise<void> {
  (await cookies()).delete({ name: cookieOf(kind), ...cookieOptions() });
}
