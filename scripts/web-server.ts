import { type ChildProcess, spawn } from "node:child_process";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Trouble } from "./progress";
import { root } from "./settings";

export type WebServer = { pid: number; ended: Promise<number>; end(): void };

/**
 * V8's limits for a web server (0111). Nearly all that a page allocates is garbage once it is sent. A larger young generation
 * lets eight pages at a time end there; and the old one, which V8 would let grow to three times what is in use, is collected earlier.
 */
export const nodeFlags = ["--expose-gc", "--max-semi-space-size=16", "--heap-growing-percent=40"];

/** A web server that is being loaded, while what it needs is prepared. */
export type Loading = { open(): Promise<WebServer>; end(): void };

export const startWebServer = (port: number, dev: boolean): Promise<WebServer> =>
  loadWebServer(port, dev).open();

/** `open` gives it the settings that were found since, and waits until it answers. */
export function loadWebServer(port: number, dev: boolean): Loading {
  const host = hostOf(process.env);
  const args = [...nodeFlags, join(root, "scripts", "web.mjs"), "--wait", ...(dev ? ["--dev"] : [])];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, PORT: String(port), HOST: host },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", code => resolve(code ?? 1));
  });
  // Whoever opens it hears of it.
  ended.catch(() => undefined);
  return {
    async open() {
      // If it has ended, the loop says so.
      if (child.connected) child.send({ DATABASE_URL: process.env.DATABASE_URL }, () => undefined);
      while (child.exitCode === null && child.signalCode === null) {
        if (await listens(port, host)) return { pid: child.pid ?? 0, ended, end: () => end(child) };
        await setTimeout(20);
      }
      throw new Trouble(
        `The web server stopped before it listened on port ${port}; its output above says why.`,
      );
    },
    end: () => end(child),
  };
}

/** The local mailbox shows every email with its links, so listen on loopback only. */
function hostOf({ HOST, MAIL_TRANSPORT }: NodeJS.ProcessEnv): string {
  return HOST || (MAIL_TRANSPORT === "smtp" || MAIL_TRANSPORT === "resend" ? "0.0.0.0" : "127.0.0.1");
}

function listens(port: number, host: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, host === "0.0.0.0" ? "127.0.0.1" : host);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

function end(child: ChildProcess): void {
  child.kill("SIGTERM");
  const timer = globalThis.setTimeout(() => child.kill("SIGKILL"), 10_000);
  child.once("exit", () => clearTimeout(timer));
}
