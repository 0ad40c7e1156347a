import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Client } from "pg";
import { Trouble } from "../progress";
import { configure, failure, lastFatal, type Server } from "./data";
import { chooseOwner } from "./os-user";
import { choosePort } from "./port";
import { findPrograms } from "./programs";

export async function serverOf(folder: string): Promise<Server> {
  const data = join(folder, "data");
  const self = process.getuid?.();
  if (
    self !== undefined &&
    self !== 0 &&
    [folder, data].some(path => existsSync(path) && statSync(path).uid !== self)
  )
    throw new Trouble(
      `The database in ${folder} belongs to another user. Start as that user or as root, or change its owner (chown -R).`,
    );
  return {
    folder,
    data,
    log: join(folder, "server.log"),
    owner: chooseOwner(folder, data, await findPrograms()),
  };
}

/**
 * Starts the server unless it is running, and waits until it answers.
 * @param onlyPort the port it must have; any free one if omitted
 */
export async function startServer(
  server: Server,
  durable: boolean,
  onlyPort?: number,
): Promise<{ port: number; started: boolean }> {
  if (!existsSync(join(server.folder, "password")))
    throw new Trouble(
      `The password of the embedded database is missing: ${join(server.folder, "password")}. Restore it from a backup, or remove ${server.folder} to start over without its data.`,
    );
  const running = runningPort(server);
  if (running) {
    await answer(server, running);
    return { port: running, started: false };
  }
  for (let attempt = 0; ; attempt++) {
    const port = await choosePort(server.folder);
    if (onlyPort && port !== onlyPort)
      throw new Trouble(`Another program has taken port ${onlyPort}, which was the embedded database's.`);
    configure(server, port, durable);
    const { code, output } = await server.owner.run("pg_ctl", [
      "start",
      "-w",
      "-s",
      "-t",
      "120",
      "-D",
      server.data,
      "-l",
      server.log,
    ]);
    if (code === 0) {
      await answer(server, port);
      return { port, started: true };
    }
    const reason = lastFatal(server) || output;
    if (!/could not bind|already in use/i.test(reason) || attempt === 3)
      throw failure("The embedded database did not start", reason, server);
  }
}

export async function stopServer(server: Server): Promise<void> {
  if (!runningPort(server)) return;
  const stop = (mode: string) =>
    server.owner.run("pg_ctl", ["stop", "-w", "-s", "-t", "30", "-m", mode, "-D", server.data]);
  const { code } = await stop("fast");
  if (code !== 0 && runningPort(server)) {
    const { code, output } = await stop("immediate");
    if (code !== 0) throw failure("The embedded database did not stop", output, server);
  }
}

/** Kills the server without shutdown or flush, for tests of crash recovery. */
export async function crashServer(server: Server): Promise<void> {
  await server.owner.run("pg_ctl", ["stop", "-w", "-s", "-t", "30", "-m", "immediate", "-D", server.data]);
}

export const isRunning = (server: Server): boolean => runningPort(server) !== undefined;

function runningPort({ data }: Server): number | undefined {
  const note = join(data, "postmaster.pid");
  if (!existsSync(note)) return undefined;
  const [pid = "", , , port = ""] = readFileSync(note, "utf8").split("\n");
  if (!isAlive(Number(pid))) return undefined;
  if (isServer(Number(pid), data)) return Number(port) || undefined;
  // After a crash, the process id in the note may belong to another program, which PostgreSQL takes for itself. If
  // the id is free, PostgreSQL removes the note, after making sure that no remnant is running.
  rmSync(note, { force: true });
  return undefined;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isServer(pid: number, data: string): boolean {
  const command = `/proc/${pid}/cmdline`;
  return !existsSync(command) || readFileSync(command, "utf8").includes(data);
}

async function answer(server: Server, port: number): Promise<void> {
  const password = readFileSync(join(server.folder, "password"), "utf8").trim();
  for (let tries = 0; ; tries++) {
    const client = new Client({
      host: "127.0.0.1",
      port,
      user: "lodge",
      password,
      database: "postgres",
      connectionTimeoutMillis: 2_000,
    });
    client.on("error", () => {});
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === "28P01" || tries > 100)
        throw failure("The embedded database does not answer", message, server);
      await setTimeout(300);
    }
  }
}
