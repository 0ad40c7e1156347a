import "server-only";
import type { z } from "zod";
import type { Said } from "../messages/said";
import type { MessageCode } from "../messages/translate";
import { nearest } from "./near";
import { FileProblems, type Path, type Remark } from "./remark";
import type { Source } from "./source";

/** What a file says, as its schema reads it. @throws FileProblems with all that is wrong, and where */
export function checkSource<T>(source: Source, schema: z.ZodType<T>): T {
  const result = schema.safeParse(source.data);
  if (result.success) return result.data;
  const said = result.error.issues.flatMap(issue => remarksOn(issue, source, schema));
  throw new FileProblems(said.toSorted((one, other) => one.line - other.line || one.column - other.column));
}

type Issue = z.core.$ZodIssue;

function remarksOn(issue: Issue, source: Source, schema: z.ZodType): Remark[] {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys") {
    const known = keysOf(schema, path, source.data);
    return issue.keys.map(key => ({ ...source.placeOf([...path, key], "key"), said: unknown(key, known) }));
  }
  if (isMisspelt(path, source.data, schema)) return [];
  return [{ ...source.placeOf(path), said: wordsOf(issue, valueAt(source.data, path)) }];
}

/** Whether what is missing is there under a name that nothing has, which is said already. */
function isMisspelt(path: Path, data: unknown, schema: z.ZodType): boolean {
  const [parent, key] = [path.slice(0, -1), path.at(-1)];
  const [around, known] = [valueAt(data, parent), keysOf(schema, parent, data)];
  if (typeof around !== "object" || around === null || valueAt(data, path) !== undefined) return false;
  return Object.keys(around).some(name => !known.includes(name) && nearest(name, known) === key);
}

function unknown(key: string, known: string[]): Said {
  const near = nearest(key, known);
  return near === null
    ? { code: "desk_file.unknown_key", params: { key, known: known.join(", ") } }
    : { code: "desk_file.unknown_key.near", params: { key, near } };
}

const kinds: Partial<Record<string, MessageCode>> = {
  string: "desk_file.no_text",
  number: "desk_file.no_number",
  int: "desk_file.no_number",
  boolean: "desk_file.no_boolean",
  array: "desk_file.no_list",
  object: "desk_file.no_map",
  record: "desk_file.no_map",
};

function wordsOf(issue: Issue, value: unknown): Remark["said"] {
  const key = String(issue.path.at(-1) ?? "");
  if (issue.path.length === 0 && value === null) return { code: "desk_file.empty" };
  if (value === undefined || value === null) return { code: "desk_file.missing", params: { key } };
  switch (issue.code) {
    case "invalid_type": {
      const code = kinds[issue.expected];
      return code ? { code, params: { key, value: JSON.stringify(value) } } : issue.message;
    }
    case "invalid_value":
      return oneOf(value, issue.values);
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options)
        ? oneOf(value, issue.options)
        : { code: "desk_file.misfit", params: { key } };
    default:
      return ownWords(issue);
  }
}

function oneOf(value: unknown, values: readonly unknown[]): Said {
  const [typed, known] = [String(value), values.map(String)];
  const near = nearest(typed, known);
  const params = { value: typed, known: known.join(", ") };
  return near === null
    ? { code: "desk_file.not_one_of", params }
    : { code: "desk_file.not_one_of.near", params: { ...params, near } };
}

/** Of our schemas a code, of zod a sentence. */
function ownWords(issue: Issue): Remark["said"] {
  const { maximum, minimum, origin, params } = issue as Issue & {
    maximum?: number;
    minimum?: number;
    origin?: string;
    params?: Said["params"];
  };
  const isText = origin === "string" && /^Too (big|small)/.test(issue.message);
  if (isText && maximum !== undefined) return { code: "desk_file.too_long", params: { maximum } };
  if (isText) return { code: "desk_file.too_short", params: { minimum: minimum ?? 1 } };
  if (!/^[a-z_.]+$/.test(issue.message)) return issue.message;
  return {
    code: issue.message as MessageCode,
    params: {
      ...(maximum !== undefined && { maximum }),
      ...(minimum !== undefined && { minimum }),
      ...params,
    },
  };
}

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | null)?.[step], data);

/** The keys that a map can have at this place. */
function keysOf(schema: z.core.$ZodType, path: Path, value: unknown): string[] {
  const { def } = schema._zod as unknown as { def: Record<string, unknown> & { type: string } };
  const inner = (def.innerType ?? def.in ?? def.getter) as
    | z.core.$ZodType
    | (() => z.core.$ZodType)
    | undefined;
  if (inner) return keysOf(typeof inner === "function" ? inner() : inner, path, value);
  if (def.type === "union") return keysOfUnion(def, path, value);
  const [step, ...rest] = path;
  if (step === undefined) return def.type === "object" ? Object.keys(def.shape as object) : [];
  const next =
    def.type === "object"
      ? (def.shape as Record<string, z.core.$ZodType>)[step]
      : ((def.element ?? def.valueType) as z.core.$ZodType | undefined);
  return next ? keysOf(next, rest, (value as Record<string | number, unknown> | null)?.[step]) : [];
}

/** Those of the kind that the value says it is. */
function keysOfUnion(def: Record<string, unknown>, path: Path, value: unknown): string[] {
  const options = def.options as z.ZodObject[];
  const kind = def.discriminator as string | undefined;
  const said = kind === undefined ? undefined : (value as Record<string, unknown> | null)?.[kind];
  const fitting = options.filter(({ shape }) => kind === undefined || shape?.[kind]?.safeParse(said).success);
  return [...new Set(fitting.flatMap(option => keysOf(option, path, value)))];
}
