import type { TestProject } from "vitest/node";
import { openTestDatabases } from "./databases";
import { rememberToUndo } from "./undo";

declare module "vitest" {
  interface ProvidedContext {
    databases: string[];
  }
}

/** One database for each worker, made before the first test and removed after the last. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const undo = rememberToUndo();
  const databases = await openTestDatabases();
  undo.add(databases.close);
  const urls: string[] = [];
  for (let worker = 1; worker <= project.config.maxWorkers; worker++)
    urls.push(await databases.create(`worker_${worker}`));
  project.provide("databases", urls);
  return undo.all;
}
