import type { Server } from "./data";
import { exclusively } from "./locks";
import { isRunning, startServer } from "./server";

/** How often the process is checked; after failed starts the pause grows to the longest. */
const pauseMs = 1_000;
const longestPauseMs = 10_000;

/**
 * Restarts a server on its port whenever its process dies, for example when its disk is full. Retries forever and
 * reports each new reason once.
 */
export function watchServer(server: Server, port: number, durable: boolean) {
  let timer: NodeJS.Timeout | undefined;
  let attempt: Promise<void> | undefined;
  let isOver = false;
  let failures = 0;
  let reported = "";

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
    if (failures === 0) say("The embedded database stopped unexpectedly and is being restarted.");
    try {
      await exclusively(server.folder, () => startServer(server, durable, port));
      failures = 0;
      reported = "";
      say("The embedded database is back.");
    } catch (error) {
      failures++;
      const { message } = error as Error;
      if (message !== reported) say(`${message} Retrying until it succeeds.`);
      reported = message;
    }
  }

  return {
    begin: wait,
    /** Stops watching, after a start in progress. */
    async end(): Promise<void> {
      isOver = true;
      clearTimeout(timer);
      await attempt;
    },
  };
}
