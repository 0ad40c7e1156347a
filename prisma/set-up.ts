import { readFile } from "node:fs/promises";
import { type CheckedFile, readDeskFile } from "@/lib/desk-file/import";

/** What a desk begins with, from `desks`. */
export const readSetUp = async (name: "demo"): Promise<CheckedFile> =>
  readDeskFile(await readFile(new URL(`desks/${name}.yaml`, import.meta.url), "utf8"));
