import type { TestProject } from "vitest/node";
import { openTestDatabases } from "./databases";
import { rememberToUndo } from "./undo";

declare module "vitest" {
  interface ProvidedContext {
    databases: string[];
  }
}

type Opened = { urls: string[]; close: () => Promise<void> };

// The projects of a run load this file each for itself, and share the workers.
const shared = globalThis as typeof globalThis & {
  testDatabases?: { users: number; opened: Promise<Opened> };
};

/** One database for each worker, made before the first test of any project and removed after the last. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  shared.testDatabases ??= { users: 0, opened: open(project.config.maxWorkers) };
  const use = shared.testDatabases;
  use.users++;
  const { urls, close } = await use.opened;
  project.provide("databases", urls);
  return async () => {
    if (--use.users > 0) return;
    shared.testDatabases = undefined;
    await close();
  };
}

async function open(workers: number): Promise<Opened> {
  const undo = rememberToUndo();
  const databases = await openTestDatabases();
  undo.add(databases.close);
  const urls: string[] = [];
  for (let worker = 1; worker <= workers; worker++) urls.push(await databases.create(`worker_${worker}`));
  return { urls, close: undo.all };
}
