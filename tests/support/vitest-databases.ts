import type { TestProject } from "vitest/node";
import { openTestDatabases } from "./databases";
import { rememberToUndo } from "./undo";

declare module "vitest" {
  interface ProvidedContext {
    databases: string[];
  }
}

type Opened = { urls: string[]; close: () => Promise<void> };

// Each project of a run loads this file separately, but they share the workers.
const shared = globalThis as typeof globalThis & {
  testDatabases?: { users: number; opened: Promise<Opened> };
};

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
