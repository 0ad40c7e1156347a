import { readFileSync, writeFileSync } from "node:fs";

/** Leaves a file alone that is as it should be, so that nothing is built again because of it. */
export function writeIfChanged(path: string, text: string): void {
  if (readOr(path) !== text) writeFileSync(path, text);
}

function readOr(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
