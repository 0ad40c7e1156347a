import { randomBytes } from "node:crypto";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aCustomer, aRequest, aRequestIn } from "../support/factories";
import { anOrganisation } from "../support/organisations";
import { aTeam } from "../support/teams";

const mark = () => `zq${randomBytes(4).toString("hex")}`;

test("Esc never empties the search box of agents, also while its list is still being loaded", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("agent");
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/api/search/operators", async route => {
    await promise;
    await route.continue();
  });
  await page.goto("/agent");
  const box = page.getByLabel("Search all requests");
  await box.focus();
  const word = mark();
  await page.keyboard.type(word);
  await page.keyboard.press("Escape");
  await expect(box).toHaveValue(word);
  resolve();
  await expect(box).toHaveRole("combobox");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(box).toHaveValue(word);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`q=${word}`));
});

test("an agent completes filters by keyboard, opens what is found while typing, and searches again what was searched", async ({
  page,
  signedInAs,
  allowConsoleError,
}) => {
  await signedInAs("agent");
  const word = mark();
  const customer = await aCustomer({ name: `Odette ${word}` });
  const open = await aRequest({ by: customer, summary: `The scanner hums ${word}` });
  const other = await aRequestIn("resolved", { by: customer, summary: `A shelf is empty ${word}` });
  await page.goto("/agent");
  const box = page.getByLabel("Search all requests");
  const options = page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
  await box.focus();
  await expect(options.first()).toContainText("status:");
  await expect(box).toHaveRole("combobox");
  await page.keyboard.type("sta");
  await expect(options).toHaveText([/status:/]);
  await axe(page);
  await page.keyboard.press("ArrowDown");
  await expect(box).toHaveAttribute(
    "aria-activedescendant",
    (await options.first().getAttribute("id")) ?? "",
  );
  await page.keyboard.press("Enter");
  await expect(box).toHaveValue("status:");
  await page.keyboard.type("op");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(box).toHaveValue("status:open ");

  await page.keyboard.type(word);
  await expect(options).toHaveText([/The scanner hums/]);
  await expect(options.first()).toContainText(`${open} · Odette ${word} · Waiting for support`);
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(options).toHaveCount(0);
  await expect(box).toHaveValue(`status:open ${word}`);
  await page.keyboard.press("Enter");
  const references = page.getByRole("row").getByRole("link", { name: /^LDG-\d+$/ });
  await expect(references).toHaveText([open]);
  await expect(box).toHaveValue(`status:open ${word}`);
  await expect(page.getByRole("combobox", { name: "Status" })).toHaveValue("open");

  await page
    .getByRole("navigation", { name: "Which requests" })
    .getByRole("link", { name: "All open" })
    .click();
  await expect(box).toHaveValue("");
  await box.focus();
  await expect(options.first()).toHaveText(`status:open ${word}`);
  await options.first().click();
  await expect(references).toHaveText([open]);
  await box.focus();
  await page.keyboard.press("End");
  await page.keyboard.type(" ");
  await options.filter({ hasText: "The scanner hums" }).click();
  await expect(page).toHaveURL(`/agent/requests/${open}`);

  // The palette finds them, too.
  const palette = page.getByRole("dialog", { name: "Commands" });
  const found = palette.getByRole("option", { name: `${open} · Odette ${word} · Waiting for support` });
  await page.keyboard.press("Control+k");
  await page.keyboard.type(`hums ${word}`);
  await expect(found).toBeVisible();
  await axe(page);
  const number = other.replace(/\D/g, "");
  await aTeam({ name: `${number} Dock ${word}` });
  await page.reload();
  await page.keyboard.press("Control+k");
  await page.keyboard.type(`dock ${word}`);
  await expect(palette.getByRole("option", { name: `${number} Dock ${word}` })).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(number);
  await expect(palette.getByRole("option", { name: `${other} · Odette` })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/agent/requests/${other}`);
  await page.goto("/agent");

  await page.getByRole("button", { name: /account menu/ }).click();
  // What the page asks while it is being left is refused.
  allowConsoleError(/401 \(Unauthorized\).*\/api\//);
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("lodge-searches");
});

for (const javaScriptEnabled of [true, false])
  test(`filters that are typed agree with those that are chosen, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    newVisitor,
    signedInAs,
  }) => {
    const page = await newVisitor({ javaScriptEnabled });
    await signedInAs("agent", page);
    const word = mark();
    const customer = await aCustomer();
    const organisation = await anOrganisation({ name: `Acme ${word}`, members: [customer] });
    const ours = await aRequest({ by: customer, summary: `Ours ${word}`, organisation, isPrivate: true });
    const own = await aRequest({
      by: customer,
      organisation: null,
      summary: `Own ${word}`,
      type: "feature-request",
    });
    const references = page.getByRole("row").getByRole("link", { name: /^LDG-\d+$/ });
    const box = page.getByLabel("Search all requests");
    const search = async (words: string) => {
      await box.fill(words);
      await page.keyboard.press("Enter");
    };
    await page.goto("/agent");
    await search(`${word} org:"acme ${word}"`);
    await expect(references).toHaveText([ours]);
    await expect(box).toHaveValue(`org:${organisation} ${word}`);
    await expect(page.getByRole("button", { name: "More filters (1)" })).toBeVisible();
    if (javaScriptEnabled) {
      await page.getByRole("button", { name: "More filters (1)" }).click();
      await expect(page.getByRole("combobox", { name: "Organisation" })).toHaveValue(organisation);
      await page.keyboard.press("Escape");
    }
    await search(`-type:feature-request ${word}`);
    await expect(references).toHaveText([ours]);
    await page.getByRole("combobox", { name: "Status" }).selectOption("All open");
    await page.getByRole("button", { name: "Apply" }).press("Enter");
    await expect(box).toHaveValue(`status:open -type:feature-request ${word}`);
    await expect(references).toHaveText([ours]);

    await search(`status:waiting,resolved ${word}`);
    await expect(box).toHaveValue(`status:waiting-for-support,waiting-for-customer,resolved ${word}`);
    await expect(page.getByRole("combobox", { name: "Status" })).toHaveValue(
      "waiting_for_support.waiting_for_customer.resolved",
    );
    await page.getByRole("button", { name: "Apply" }).press("Enter");
    await expect(references).toHaveText([own, ours]);

    await search(`colour:red assignee:nonsense status:open ${word}`);
    await expect(page.getByText("“colour:” is not a filter")).toBeVisible();
    await expect(page.getByText("There is no “nonsense” to filter by with “assignee:”")).toBeVisible();
    await expect(box).toHaveValue(`status:open colour:red ${word} assignee:nonsense`);
    await expect(box).toHaveAccessibleDescription(/“colour:” is not a filter/);
    if (javaScriptEnabled) await axe(page);
    await search(`assignee:nonsense from:"${customer.email}" ${word}`);
    await expect(references).toHaveText([own, ours]);
  });
