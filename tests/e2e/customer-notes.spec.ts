import { randomBytes } from "node:crypto";
import { db } from "@/lib/db";
import { changeCustomerNote } from "@/lib/desk/customer-notes";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAgent, aRequest, run } from "../support/factories";

test("what agents know about a customer stands beside each of their requests, and is written over nobody", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  const agent = await signedInAs("agent");
  const mark = randomBytes(4).toString("hex");
  const by = await aCustomer({ name: `Otis ${mark}` });
  const [reference, other] = [
    await aRequest({ by, summary: `The lift stands still ${mark}` }),
    await aRequest({ by, summary: `The stairs creak ${mark}` }),
  ];
  const panel = page.getByRole("region", { name: "Notes about them" });
  const fold = (label: RegExp) => panel.locator("summary", { hasText: label });
  const save = panel.getByRole("button", { name: "Save note" });

  await test.step("one is added, and an empty one is not", async () => {
    await page.goto(`/agent/requests/${reference}`);
    await fold(/^Add a note$/).click();
    await save.click();
    await expect(panel.getByRole("alert")).toContainText("Write the note.");
    await axe(page);
    await panel.getByRole("textbox", { name: "Note" }).fill("Cannot take the stairs.");
    await save.click();
    await expect(panel.getByRole("listitem")).toContainText("Cannot take the stairs.");
    await expect(panel.getByRole("listitem")).toContainText(agent.name);
    await expect(save).toBeHidden();
    await axe(page);
  });

  await test.step("a colleague's change is said before it is replaced, also where the page has drawn it meanwhile", async () => {
    await page.getByRole("region", { name: "Other requests" }).getByRole("link", { name: /creak/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`The stairs creak ${mark}`);
    await fold(/^Edit/).click();
    const typed = panel.getByRole("textbox", { name: "Note" });
    await typed.fill("Cannot take the stairs, calls are fine.");
    const { id, version } = await db().customerNote.findFirstOrThrow({ where: { personId: by.id } });
    await run(await anAgent(), act =>
      changeCustomerNote(act, { reference: other, note: id, version, body: "Is on crutches until May." }),
    );
    await expect(panel.getByRole("listitem")).toContainText("Is on crutches until May.");
    await expect(typed).toHaveValue("Cannot take the stairs, calls are fine.");
    await save.click();
    await expect(panel.getByRole("alert")).toContainText("Somebody else changed this note");
    await axe(page);
    await save.click();
    await expect(panel.getByText("Cannot take the stairs, calls are fine.").first()).toBeVisible();
    await expect(panel.getByRole("alert")).toHaveCount(0);
    await expect(typed).toBeHidden();
  });

  await test.step("without script it is changed and removed just so", async () => {
    const plain = await newVisitor({ javaScriptEnabled: false });
    await signIn(plain, agent);
    await plain.goto(`/agent/requests/${reference}`);
    const notes = plain.getByRole("region", { name: "Notes about them" });
    await notes.locator("summary", { hasText: /^Edit/ }).click();
    await notes.getByRole("link", { name: "Show the choices" }).first().click();
    await notes.getByRole("textbox", { name: "Note" }).first().fill("Takes the lift.");
    await notes.getByRole("button", { name: "Save note" }).first().click();
    await expect(notes.getByRole("listitem")).toContainText("Takes the lift.");
    await notes.locator("summary", { hasText: /^Edit/ }).click();
    await notes.getByRole("link", { name: "Show the choices" }).first().click();
    await notes.getByRole("button", { name: /^Remove/ }).click();
    await expect(notes).not.toContainText("Takes the lift.");
    await expect(panel.getByRole("listitem")).toHaveCount(0);
  });
});
