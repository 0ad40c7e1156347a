import "server-only";
import { stranger } from "../catalog/audience";
import { readCatalog } from "../catalog/queries";
import { numberOf } from "../requests/reference";

/** What a path leads to, as far as a stranger may know. */
export type Purpose =
  | { kind: "raise"; typeName: string }
  | { kind: "read"; reference: string }
  | { kind: "list" }
  | null;

/** Says what somebody was about to do who has to log in first. A type that strangers are not shown stays unnamed. */
export async function readPurpose(path: string, language?: string): Promise<Purpose> {
  const [, place, name = ""] = path.split(/[?#]/)[0]?.split("/") ?? [];
  if (place === "catalog") {
    const types = (await readCatalog(stranger, undefined, language)).flatMap(({ types }) => types);
    const type = types.find(({ slug }) => slug === name);
    return type ? { kind: "raise", typeName: type.name } : null;
  }
  if (place !== "requests") return null;
  if (name === "") return { kind: "list" };
  return numberOf(name) !== null ? { kind: "read", reference: name.toUpperCase() } : null;
}
