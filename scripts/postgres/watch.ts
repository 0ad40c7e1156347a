import type { Server } from "./data";
import { exclusively } from "./locks";
import { isRunning, startServer } from "./server";

/** How often is looked whether the server's process is alive; after a start that failed, growing to the longest. */
const pauseMs = 1_000;
const longestPauseMs = 10_000;

/**
 * Starts a server again, on the port it had, whenever its process is gone: killed outright, or ended by itself
 * because its disk was full. As long as that fails it is tried again; each new reason is told once.
 */
export function watchServer(server: Server, port: number, durable: boolean) {
  let timer: NodeJS.Timeout | undefined;
  let attempt: Promise<void> | undefined;
  let isOver = false;
  let failures = 0;
  let told = "";

  function wait(say: (sentence: string) => void): void {
    if (isOver) return;
    timer = setTimeout(
      () => {
        attempt = look(say).finally(() => wait(say));
      },
      Math.min(pauseMs * 2 ** failures, longestPauseMs),
    );
    timer.unref();
  }

  async function look(say: (sentence: string) => void): Promise<void> {
    if (isRunning(server)) return;
    if (failures === 0) say("The embedded database has ended unexpectedly and is started again.");
    try {
      await exclusively(server.folder, () => startServer(server, durable, port));
      failures = 0;
      told = "";
      say("The embedded database is back.");
    } catch (error) {
      failures++;
      const { message } = error as Error;
      if (message !== told) say(`${message} It is tried again until it succeeds.`);
      told = message;
    }
  }

  return {
    begin: wait,
    /** Ends the watch; a start that is under way is waited for. */
    async end(): Promise<void> {
      isOver = true;
      clearTimeout(timer);
      await attempt;
    },
  };
}
