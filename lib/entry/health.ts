import "server-only";
import { db } from "../db";

export type Health = { database: boolean };

/** Whether the desk can do its work; says nothing that a stranger should not know. */
export async function readHealth(): Promise<Health> {
  const database = await db().$queryRaw`select 1`.then(
    () => true,
    () => false,
  );
  return { database };
}
