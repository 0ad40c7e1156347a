import "server-only";

const kept = globalThis as typeof globalThis & { lodgeOfProcess?: Map<string, unknown> };

/** Pages, routes, instrumentation and the gate are bundled separately, each with its own module-level variables. */
export function perProcess<T>(name: string, make: () => T): T {
  kept.lodgeOfProcess ??= new Map();
  if (!kept.lodgeOfProcess.has(name)) kept.lodgeOfProcess.set(name, make());
  return kept.lodgeOfProcess.get(name) as T;
}
