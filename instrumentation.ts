import type { Instrumentation } from "next";

/** Starts what lives as long as the server: settings are checked first, then the worker takes up the queue. */
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
