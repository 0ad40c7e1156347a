import type { TestProject } from "vitest/node";
import { openTestDatabases } from "./databases";

declare module "vitest" {
  interface ProvidedContext {
    databases: string[];
  }
}

/** One database for each worker, made before the first test and removed after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const databases = await openTestDatabases();
  const workers = Array.from({ length: project.config.maxWorkers }, (_, index) => index + 1);
  const urls: string[] = [];
  for (const worker of workers) urls.push(await databases.create(`worker_${worker}`));
  project.provide("databases", urls);
  return () => databases.close();
}
