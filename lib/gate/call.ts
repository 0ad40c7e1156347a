import "server-only";
import type { IncomingMessage } from "node:http";
import { occursMoreThan } from "./measure";

/**
 * Whether a form has only plain data and fields, as ours do. React's decoder also accepts files, streams, functions
 * and promises, and crashes on malformed ones before our code runs (see encodeReply in react-server-dom).
 */
export async function isOurCall(body: Buffer, contentType: string, isByScript: boolean): Promise<boolean> {
  if (!isByScript && !body.includes("$ACTION_")) return true;
  const type = { headers: { "content-type": contentType } };
  const form = await new Response(new Uint8Array(body), type).formData().catch(() => null);
  if (!form) return false;
  return isByScript ? isScriptCall(form) : isPlainCall(form);
}

/** The one call without a form: an action without arguments, such as logging out. Its body is `[]`. */
export const isBareCall = ({ headers }: IncomingMessage) =>
  "next-action" in headers &&
  headers["content-length"] === "2" &&
  /^text\/plain\b/i.test(headers["content-type"] ?? "");

/** Part 0 is the list of arguments; the last refers to the fields: `[state,"$K1"]`, or `["$K1"]` without a state. */
function isScriptCall(form: FormData): boolean {
  const list = listIn(form, "0");
  const fields = list?.pop();
  return (
    list !== null &&
    list !== undefined &&
    list.length <= 1 &&
    typeof fields === "string" &&
    /^\$K[0-9a-f]{1,4}$/.test(fields) &&
    list.every(state => isPlain(state, "0", list))
  );
}

/** `$ACTION_REF_1` announces `$ACTION_1:0`, which names the action and the part holding its first arguments. */
function isPlainCall(form: FormData): boolean {
  for (const name of form.keys()) {
    const [, number] = /^\$ACTION_REF_(\d{1,4})$/.exec(name) ?? [];
    if (number === undefined) continue;
    const call = read(form, `$ACTION_${number}:0`);
    if (typeof call !== "object" || call === null || !("bound" in call)) return false;
    if (call.bound === null) continue;
    const [, part] = (typeof call.bound === "string" && /^\$@([0-9a-f]{1,4})$/.exec(call.bound)) || [];
    const list = part === undefined ? null : listIn(form, `$ACTION_${number}:${part}`);
    if (!list || part === undefined || !list.every(state => isPlain(state, part, list))) return false;
  }
  return true;
}

function listIn(form: FormData, name: string): unknown[] | null {
  const value = read(form, name);
  return Array.isArray(value) ? value : null;
}

/** More than any of our forms needs, and few enough to walk quickly. */
const max = { brackets: 3_000, dollars: 500 };

function read(form: FormData, name: string): unknown {
  const text = form.get(name);
  if (typeof text !== "string") return undefined;
  if (occursMoreThan(text, "[", max.brackets) || occursMoreThan(text, "{", max.brackets)) return undefined;
  if (occursMoreThan(text, '"$', max.dollars)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `$` starts a reference; allowed are `$$` (escaped) and repetitions within the same part. */
function isPlain(value: unknown, part: string, root: unknown[], depth = 0): boolean {
  if (depth > 20) return false;
  if (typeof value === "string")
    return (
      !value.startsWith("$") || value.startsWith("$$") || value === "$undefined" || isThere(value, part, root)
    );
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(one => isPlain(one, part, root, depth + 1));
}

function isThere(reference: string, part: string, root: unknown[]): boolean {
  const [first, ...path] = reference.slice(1).split(":");
  let at: unknown = first === part ? root : undefined;
  for (const key of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return false;
    at = (at as Record<string, unknown>)[key];
  }
  return typeof at === "object" && at !== null;
}
