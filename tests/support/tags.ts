import { randomUUID } from "node:crypto";
import type { AddTagInput } from "@/lib/tags/input";
import { addTag } from "@/lib/tags/tags";
import { anAdmin, run } from "./factories";

/** Adds a tag to the desk; returns its slug. */
export async function aTag(wishes: Partial<AddTagInput> = {}): Promise<string> {
  const tag = { name: `Tag ${randomUUID().slice(0, 8)}`, colour: "blue" as const, ...wishes };
  return run(await anAdmin(), act => addTag(act, tag));
}
