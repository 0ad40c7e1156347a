import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { aCustomer, aRequest } from "./factories";

/** Three requests, the longest waiting first, in a list that has no others. */
export async function aQueue(page: Page) {
  const mark = randomBytes(4).toString("hex");
  const customer = await aCustomer({ name: `Odile ${mark}` });
  const summaries = ["First", "Second", "Third"].map(name => `${name} ${mark}`);
  const references: string[] = [];
  for (const [place, summary] of summaries.entries())
    references.push(
      await aRequest({ by: customer, summary, at: new Date(Date.now() - (9 - place) * 3_600_000) }),
    );
  await page.goto(`/agent?customer=${mark}`);
  const [first = "", second = "", third = ""] = summaries;
  return { customer, references, first, second, third };
}
