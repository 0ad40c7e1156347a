import { afterAll, inject } from "vitest";
import { setSettings } from "./settings";

setSettings({ DATABASE_URL: inject("databases")[Number(process.env.VITEST_POOL_ID) - 1] });

afterAll(async () => {
  const { db } = await import("@/lib/db");
  await db().$disconnect();
});
