import { encode } from "next-auth/jwt";
import { createPerson } from "@/lib/accounts/operator";
import { openSession } from "@/lib/accounts/sessions";
import { actorColumns, operator, type PersonActor, personOf } from "@/lib/actor";
import { db } from "@/lib/db";
import { perform } from "@/lib/entry/perform";
import { readDeskSettings } from "@/lib/settings";
import { buildIfChanged } from "@/scripts/build";
import { startWebServer } from "@/scripts/web-server";
import type { World } from "./reads";

export type Pages = {
  /** A page that others read at the same time. */
  read: { url: string; cookie: string };
  origin: string;
  pid: number;
  uploaders: { id: string; cookie: string }[];
  stop(): void;
};

/** Starts the production build on the measured database, with a customer logged in. */
export async function startPages({ customer }: World): Promise<Pages> {
  await buildIfChanged();
  const port = 3990;
  const origin = `http://localhost:${port}`;
  Object.assign(process.env, {
    HOST: "localhost",
    PORT: String(port),
    APP_URL: origin,
    NEXTAUTH_URL: origin,
  });
  const server = await startWebServer(port, false);
  return {
    origin,
    pid: server.pid,
    uploaders: await Promise.all(Array.from({ length: 3 }, anUploader)),
    read: { url: `${origin}/requests?show=open`, cookie: await cookieOf(customer) },
    stop: server.end,
  };
}

async function anUploader(_: unknown, index: number): Promise<{ id: string; cookie: string }> {
  const email = `uploader-${index}-${process.pid}@example.org`;
  await perform(operator, act => createPerson(act, { name: `Uploader ${index}`, email, role: "customer" }));
  const person = await db().person.findUniqueOrThrow({ where: { email }, select: actorColumns });
  return { id: person.id, cookie: await cookieOf(personOf(person, await readDeskSettings())) };
}

async function cookieOf(person: PersonActor): Promise<string> {
  const sid = await perform(operator, act => openSession(act, person.id));
  const token = await encode({ token: { sid }, secret: process.env.NEXTAUTH_SECRET ?? "" });
  return `lodge-session=${token}`;
}
