import "server-only";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { logError } from "../log";
import { perProcess } from "../process/per-process";
import { makeTurns, type Turn } from "../process/turns";
import { dress, logNow, type No, refuse } from "./answers";
import { BrokenOff, lengthOf, TooSlow } from "./body";
import { isBareCall } from "./call";
import { spoolFile, spoolForm } from "./files";
import { isOurHost } from "./hosts";
import {
  boundaryOf,
  isForPrograms,
  kindOf,
  maxParameters,
  maxWithFiles,
  maxWords,
  occursMoreThan,
  takesFiles,
} from "./measure";
import { packAnswer } from "./packing";
import { isFromUs, markPassed } from "./passed";
import { setPolicy } from "./policy";
import { isStateReadable } from "./router-state";
import { signedSession } from "./session";
import { isSignedOut, signInFor } from "./sign-in";
import type { Spool } from "./spooled";
import { checkWords, noForm, tooMuch } from "./words";

type Pair = { request: IncomingMessage; response: ServerResponse };
type Later = (work: () => void) => void;

const methods = ["GET", "HEAD", "POST", "DELETE", "OPTIONS"];

/** Per session: requests that change something, and files; the numbers are how many run and how many wait. */
const changes = () => perProcess("changes at the gate", () => makeTurns(4, 40));
const files = () => perProcess("files at the gate", () => makeTurns(3, 7));
const spools = () => perProcess("spools at the gate", () => makeTurns(20, 100));
const spoolsOfOne = () => perProcess("spools of one network at the gate", () => makeTurns(6, 12));

/**
 * Runs in front of Next, which parses a page's POST before any code of ours runs. Cheap checks come first, and no
 * body is read before sender and length are known.
 */
export function makeGate(
  next: (...pair: [IncomingMessage, ServerResponse]) => Promise<unknown>,
  isDevelopment = false,
): RequestListener {
  return (request, response) => {
    const rest: (() => void)[] = [];
    dress(response);
    response.once("close", () => {
      for (const work of rest.splice(0)) work();
    });
    const later: Later = work => {
      if (response.closed || response.destroyed) work();
      else rest.push(work);
    };
    examine({ request, response }, later)
      .then(no => {
        if (no) return refuse(request, response, no);
        const signIn = signInInstead(request);
        if (signIn) return void response.writeHead(307, { location: signIn }).end();
        setPolicy(request, response, isDevelopment);
        packAnswer(request, response);
        return next(request, response);
      })
      .catch(error => {
        if (error instanceof TooSlow) return refuse(request, response, tooSlow);
        if (error instanceof BrokenOff) return void request.destroy();
        logError("the gate failed on a request", error);
        refuse(request, response, { status: 500, code: "gate.failed" });
      });
  };
}

async function examine(pair: Pair, later: Later): Promise<No | null> {
  const { request } = pair;
  const { method = "", url = "", headers } = request;
  if (!url.startsWith("/") || /%00/.test(url)) return badAddress;
  const path = pathOf(url);
  if (path === null || occursMoreThan(url, "&", maxParameters)) return badAddress;
  if (path !== "/api/health" && !isOurHost(headers.host)) return misdirected(request);
  if (!methods.includes(method)) return { ...badMethod, allow: methods.join(", ") };
  if (headers["transfer-encoding"] !== undefined) return noLength;
  if (!isStateReadable(request)) return fromNowhere;
  const client = markPassed(request);
  if (method !== "POST" && method !== "DELETE") return lengthOf(request) > 0 ? noBodyHere : null;

  const kind = kindOf(method, path);
  if (kind === "none") return nothingThere;
  if (kind !== "form" && "next-action" in headers) return noForm(request);
  const isForm = kind === "form" && boundaryOf(headers["content-type"]) !== null;
  const mayHaveFiles = kind === "file" || (isForm && takesFiles(path));
  if (lengthOf(request) > (mayHaveFiles ? maxWithFiles : maxWords)) return tooMuch;
  if (!isForPrograms(path) && !isFromUs(request)) return fromElsewhere(request);
  if (method === "DELETE" && lengthOf(request) > 0) return noBodyHere;
  if (kind === "form" && lengthOf(request) > 0 && !isForm && !isBareCall(request))
    return noForm(request, 415);
  // Next parses anything marked as an action call, even without a body.
  if (kind === "form" && lengthOf(request) === 0 && ("next-action" in headers || "content-type" in headers))
    return noForm(request);

  const session = await signedSession(request);
  const isHeavy = kind === "file" ? method === "POST" : lengthOf(request) > maxWords;
  if (isHeavy && !session) return kind === "file" ? loggedOut : tooMuch;
  if (session) {
    const turn = (isHeavy ? files() : changes()).take(session);
    if (!turn) return isHeavy ? tooManyFiles : tooManyAtOnce;
    await waitFor(turn, later);
  }
  if (!isHeavy) return lengthOf(request) > 0 ? checkWords(pair, client, kind) : null;
  for (const take of [() => spoolsOfOne().take(client), () => spools().take("all")]) {
    const turn = take();
    if (!turn) return overrun;
    await waitFor(turn, later);
  }
  const keep = (spool: Spool) => later(() => void spool.drop());
  if (kind === "form") return spoolForm(pair, keep);
  await spoolFile(pair, keep);
  return null;
}

/** @throws BrokenOff when the client disconnects while waiting */
async function waitFor({ mine, leave }: Turn, later: Later): Promise<void> {
  const gone = new Promise<never>((_, reject) =>
    later(() => {
      leave();
      reject(new BrokenOff());
    }),
  );
  gone.catch(() => undefined);
  await Promise.race([mine, gone]);
}

/** Spares a page that would lead the signed-out to the log-in page anyway. */
function signInInstead({ method, url = "", headers }: IncomingMessage): string | null {
  if (method !== "GET" || !isSignedOut(headers.cookie)) return null;
  const [path = "", search = ""] = url.split("?", 2);
  return signInFor(path, search);
}

/** The raw path; null when it cannot be decoded or contains an encoded slash, which parsers read differently. */
function pathOf(url: string): string | null {
  const [path = ""] = url.split("?", 1);
  if (/%2f|%5c|\\/i.test(path)) return null;
  try {
    decodeURIComponent(path);
    return path;
  } catch {
    return null;
  }
}

const badAddress: No = { status: 400, code: "gate.address" };
const nothingThere: No = { status: 404, code: "gate.nothing" };
const badMethod: No = { status: 405, code: "gate.method" };
const noLength: No = { status: 411, code: "gate.length" };
const fromNowhere: No = { status: 400, code: "gate.from_nowhere" };
const noBodyHere: No = { status: 400, code: "gate.body" };
const loggedOut: No = { status: 401, code: "attachments.logged_out.attach" };
const tooManyFiles: No = { status: 429, code: "gate.files_at_once", retryAfter: 10 };
const tooManyAtOnce: No = { status: 429, code: "refusals.limit.at_once", retryAfter: 5 };
const tooSlow: No = { status: 408, code: "gate.too_slow", hangsUp: true };
const overrun: No = { status: 503, code: "gate.files_of_all", retryAfter: 30 };

function misdirected({ headers }: IncomingMessage): No {
  logNow(
    "refused a request for an unknown host name. If it came through a proxy, let the proxy pass the Host header on (nginx: proxy_set_header Host $host), or add the name to ALLOWED_HOSTS",
    { host: headers.host ?? "none" },
  );
  return { status: 421, code: "gate.host" };
}

function fromElsewhere({ headers }: IncomingMessage): No {
  logNow(
    "refused a form that was sent from another site. If that is the desk's own address, set APP_URL to it, and let the proxy in front pass the Host header on",
    { origin: headers.origin ?? "none", host: headers.host ?? "none" },
  );
  return { status: 403, code: "refusals.origin.foreign" };
}
