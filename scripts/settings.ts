import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Trouble } from "./progress";

/** The project's root, and the folder for what belongs to this machine only. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
export const keep = process.env.LODGE_FOLDER || join(root, ".lodge");
export const demoPeople = join(keep, "demo-people.json");
/** Exists while the demo story is being written; a database with half a story is recreated. */
export const storyMarker = join(keep, "story-begun");
const lastPort = join(keep, "port");

/** `hasDemo`: whether a new desk begins with the demo story. */
export type Place = { embedded: boolean; hasDemo: boolean; port: number; address: string };

/** Existing variables, then `.env`, then defaults. Without DATABASE_URL it generates the secrets once. */
export function prepareEnvironment(defaultPort = 3000): Place {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  const embedded = !process.env.DATABASE_URL;
  const port = Number(process.env.PORT || defaultPort);
  const address = process.env.APP_URL || `http://localhost:${port}`;
  fill({ PORT: String(port), APP_URL: address, NEXTAUTH_URL: address, NEXT_TELEMETRY_DISABLED: "1" });
  // An embedded desk is for this machine, where its operator reads the email.
  if (embedded) fill({ ...secrets(), LOCAL_MAILBOX: "allowed" });
  return { embedded, hasDemo: embedded && wishesDemo(), port, address };
}

function wishesDemo(): boolean {
  const wish = process.env.DEMO || "on";
  if (wish !== "on" && wish !== "off") throw new Trouble("DEMO must be on or off.");
  return wish === "on";
}

/** Stores the port for commands run while the desk is running, so that their links use the real address. */
export function rememberPort(port: number): void {
  writeFileSync(lastPort, `${port}\n`);
}

export function rememberedPort(): number | undefined {
  return existsSync(lastPort) ? Number(readFileSync(lastPort, "utf8")) || undefined : undefined;
}

/** Checks every setting. Call it once DATABASE_URL is set, or before with `embedded`. */
export async function checkSettings(embedded: boolean): Promise<void> {
  if (embedded) fill({ DATABASE_URL: "postgresql://127.0.0.1/lodge" });
  const { readSettings } = await import("@/lib/env");
  try {
    readSettings();
  } catch (error) {
    throw new Trouble(`${(error as Error).message}\n.env.example explains every setting.`);
  }
}

function fill(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) process.env[name] ||= value;
}

function secrets(): Record<string, string> {
  const file = join(keep, "secrets.json");
  const kept = existsSync(file) ? read(file) : {};
  const all = { NEXTAUTH_SECRET: secret(), CRON_SECRET: secret(), ...kept };
  if (Object.keys(all).length !== Object.keys(kept).length) {
    mkdirSync(keep, { recursive: true });
    writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  }
  return all;
}

const secret = () => randomBytes(32).toString("hex");

function read(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Trouble(
      `${file} is damaged. Remove it and start again: new secrets are generated, and everyone has to log in again.`,
    );
  }
}
