import type { Instrumentation } from "next";

/** Runs once per server: checks the settings, then starts the worker. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServer } = await import("./lib/entry/server");
  startServer();
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logRequestError } = await import("./lib/entry/server");
  logRequestError(error, { method: request.method, route: context.routePath });
};
