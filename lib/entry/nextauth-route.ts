import "server-only";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { isDatabaseDown } from "../db";
import { env } from "../env";
import { logError, logInfo } from "../log";
import { tagsAsked } from "../messages/asked";
import { tellRefusal } from "../messages/refusals";
import { type Translator, translatorAmong } from "../messages/translate";
import { Refusal } from "../refusal";
import { readBody } from "../web/body";
import { answerFromSameOrigin } from "../web/same-origin";
import { authOptions, type Met } from "./nextauth";
import { answerTo } from "./route";

const maxBytes = 10_000;
const asked: Record<string, string[]> = {
  GET: ["csrf"],
  POST: ["callback/credentials", "signout"],
};
const ourPages: Record<string, string> = {
  signin: "/sign-in",
  error: "/sign-in",
  signout: "/",
};

/** Guards NextAuth, which reads bodies without a limit and breaks on unexpected input. */
export async function answerNextAuth(
  request: Request,
  params: Promise<{ nextauth: string[] }>,
): Promise<Response> {
  const sent = (name: string) => request.headers.get(name) ?? "";
  const t = translatorAmong(tagsAsked(sent("cookie"), sent("accept-language")));
  const nextauth = (await params).nextauth;
  const path = nextauth.join("/");
  const page = ourPages[nextauth[0] ?? ""];
  if (request.method === "GET" && page)
    return new Response(null, { status: 303, headers: { location: page } });
  if (!asked[request.method]?.includes(path)) return plain(t("accounts.api.nothing"), 404);
  const answer = () => answerAs(t, request, nextauth);
  return request.method === "POST" ? answerFromSameOrigin(answer) : answer();
}

async function answerAs(t: Translator, request: Request, nextauth: string[]): Promise<Response> {
  if (!namesOurAddress(request)) {
    logInfo("refused what nobody sends to log in", { path: "/api/auth" });
    return plain(t("accounts.api.unreadable"), 400, forgetsAddress);
  }
  const body = request.method === "POST" ? await readBody(request, maxBytes) : undefined;
  if (body === null) return plain(t("accounts.api.too_long"), 413);
  if (body && !isReadable(body, request.headers.get("content-type") ?? "")) {
    logInfo("refused what nobody sends to log in", { path: "/api/auth" });
    return plain(t("accounts.api.unreadable"), 400);
  }
  try {
    const again = new NextRequest(request.url, {
      method: request.method,
      headers: request.headers,
      ...(body && { body: new Uint8Array(body) }),
    });
    const met: Met = {};
    const context = { params: Promise.resolve({ nextauth }) };
    const answer = await NextAuth(again as never, context as never, authOptions(met));
    return met.error ? answerRefusal(t, met.error) : answer;
  } catch (error) {
    logError("a log-in by a program could not be answered", error);
    return isDatabaseDown(error)
      ? plain(t("accounts.api.unreachable"), 503)
      : plain(t("accounts.api.unreadable"), 400);
  }
}

function answerRefusal(t: Translator, error: unknown): Response {
  if (!(error instanceof Refusal) || error.kind === "too_many") return answerTo(error, "/api/auth", t);
  return plain(tellRefusal(error, t).message, error.kind === "forbidden" ? 403 : 401);
}

/** NextAuth uses another cookie name under TLS. */
const forgetsAddress: [string, string][] = [
  ["set-cookie", "next-auth.callback-url=; Max-Age=0; Path=/"],
  ["set-cookie", "__Secure-next-auth.callback-url=; Max-Age=0; Path=/; Secure"],
];

/** NextAuth answers 500 to an invalid callback address. */
function namesOurAddress(request: Request): boolean {
  const asked = new URL(request.url).searchParams.get("callbackUrl");
  const cookies = request.headers.get("cookie") ?? "";
  const kept = [...cookies.matchAll(/next-auth\.callback-url=([^;]*)/g)].map(([, address]) => address);
  return [asked, ...kept].every(address => !address || isAddress(address));
}

function isAddress(text: string): boolean {
  try {
    const { protocol } = new URL(decodeURIComponent(text), env().APP_URL);
    return /^https?:$/.test(protocol) && /^(\/|https?:\/\/)/.test(decodeURIComponent(text));
  } catch {
    return false;
  }
}

function isReadable(body: Buffer, type: string): boolean {
  if (/^application\/x-www-form-urlencoded/i.test(type)) return true;
  if (!/^application\/json/i.test(type)) return body.length === 0;
  try {
    const data: unknown = JSON.parse(body.toString("utf8"));
    return (
      typeof data === "object" &&
      data !== null &&
      Object.values(data).every(value => typeof value === "string")
    );
  } catch {
    return false;
  }
}

const plain = (sentence: string, status: number, headers: [string, string][] = []) =>
  new Response(sentence, { status, headers: [["cache-control", "no-store"], ...headers] });
