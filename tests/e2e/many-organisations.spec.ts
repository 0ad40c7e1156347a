import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { Client } from "pg";
import { axe } from "../support/axe";
import { makeTestDatabase } from "../support/databases";
import { expect, test } from "../support/e2e";
import { lodge } from "../support/operator";
import { logIn } from "../support/walk";

const password = "Harbour-lamp 27 quietly!";
const email = "agent@people.test";

async function keepOrganisations(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(`insert into organisations (id, slug, name, position, "createdAt")
    select gen_random_uuid(), 'house-' || n, 'Lighthouse No. ' || n || ', Ltd.', n, now() from generate_series(1, 101) n`);
  await client.end();
}

test("an agent filters by one of more organisations than a list could hold, by name, with and without script", async ({
  page,
  newVisitor,
  openDesk,
}) => {
  test.slow();
  const url = await makeTestDatabase(randomUUID().slice(0, 8));
  await keepOrganisations(url);
  const desk = await openDesk({ DATABASE_URL: url, WORKER: "off" });
  const agent = ["--email", email, "--name", "Tomás Reyes", "--role", "agent", "--password-stdin"];
  await lodge(desk, ["person:create", ...agent], password);
  const open = async (where: Page) => {
    await where.goto(`${desk.url}/agent`);
    await logIn(where, email, password);
    await where.getByRole("button", { name: "More filters" }).click();
    return where.getByRole("combobox", { name: "Organisation" });
  };
  const filtered = (slug: string) => new RegExp(`[?&]organisation=${slug}(&|$)`);

  await test.step("completed by keyboard while it is typed", async () => {
    const field = await open(page);
    await field.fill("house");
    const options = page.getByRole("listbox", { name: "Organisations found" }).getByRole("option");
    await expect(options).toHaveCount(0);
    await field.fill("lighthouse no. 10");
    await expect(options).toHaveText([
      "Lighthouse No. 10, Ltd.",
      "Lighthouse No. 100, Ltd.",
      "Lighthouse No. 101, Ltd.",
    ]);
    await field.press("ArrowDown");
    await field.press("ArrowDown");
    await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
    await axe(page);
    await field.press("Enter");
    await expect(field).toHaveValue("Lighthouse No. 100, Ltd.");
    await expect(options).toHaveCount(0);
    await field.press("Enter");
    await expect(page).toHaveURL(filtered("Lighthouse.*"));
    await expect(page.getByLabel("Search all requests")).toHaveValue(/org:house-100\b/);
    await page.getByRole("button", { name: "More filters (1)" }).click();
    await expect(field).toHaveValue("Lighthouse No. 100, Ltd.");
    await field.fill("");
    await field.press("Enter");
    await expect(page.getByRole("button", { name: "More filters", exact: true })).toBeVisible();
  });

  await test.step("typed where there is no script, and told where there is none of that name", async () => {
    const plain = await newVisitor({ javaScriptEnabled: false });
    const field = await open(plain);
    await field.fill("lighthouse no. 7, LTD.");
    await field.press("Enter");
    await expect(plain.getByLabel("Search all requests")).toHaveValue(/org:house-7\b/);
    await plain.getByRole("button", { name: "More filters (1)" }).click();
    await expect(field).toHaveValue("Lighthouse No. 7, Ltd.");
    await field.fill("Lamp house");
    await field.press("Enter");
    await expect(plain.getByLabel("Search all requests")).toHaveValue(/org:"Lamp house"/);
    await expect(plain.getByText("Lamp house").first()).toBeVisible();
  });
});
