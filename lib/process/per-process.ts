import "server-only";

const kept = globalThis as typeof globalThis & { lodgeOfProcess?: Map<string, unknown> };

/**
 * What there is once in a process, made at first use. Pages, routes, instrumentation and the front door are bundled
 * separately, so a variable of a module exists several times; this does not, and it outlives a reload in development.
 */
export function perProcess<T>(name: string, make: () => T): T {
  kept.lodgeOfProcess ??= new Map();
  if (!kept.lodgeOfProcess.has(name)) kept.lodgeOfProcess.set(name, make());
  return kept.lodgeOfProcess.get(name) as T;
}
