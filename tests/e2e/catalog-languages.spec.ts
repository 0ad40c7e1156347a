import { translateType } from "@/lib/catalog/translate";
import { axe } from "../support/axe";
import { aType } from "../support/catalog";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAdmin, run } from "../support/factories";

test("an admin says a type and its form in German, and whoever reads German is asked in it", async ({
  page,
  signedInAs,
  newVisitor,
}) => {
  test.slow();
  const name = `Repair ${Date.now()}`;
  const german = name.replace("Repair", "Reparatur");
  const slug = await aType({ name });
  await signedInAs("admin");
  await page.goto(`/admin/catalog/types/${slug}`);
  const languages = page.getByRole("region", { name: "Translations" });
  await expect(languages.getByText("1 text is missing")).toHaveCount(2);
  await axe(page);

  await test.step("its name, beside the one in the desk's language", async () => {
    await languages.getByRole("link", { name: "German" }).click();
    const field = page.getByLabel("Name");
    await expect(field).toHaveAttribute("lang", "de");
    await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
    await axe(page);
    await field.fill(german);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("The translation was saved.")).toBeVisible();
    await expect(page.getByLabel("Name")).toHaveValue(german);
    await page.getByRole("link", { name: "Arabic" }).click();
    await expect(page.getByLabel("Name")).toHaveAttribute("dir", "rtl");
  });

  await test.step("its form, whose draft is compared and counts what is missing", async () => {
    await page.goto(`/admin/catalog/types/${slug}/form`);
    await page.getByRole("link", { name: "Translate the form" }).click();
    await page.getByRole("link", { name: "German" }).click();
    const label = page.getByRole("group", { name: "Question 1: How can we help?" }).getByRole("textbox");
    await expect(page.getByText("1 text is missing")).toBeVisible();
    await axe(page);
    await label.fill("Was ist kaputt?");
    await expect(page.getByText(/^Complete · Draft saved$/)).toBeVisible();
    await page.getByRole("link", { name: "Compare and publish" }).click();
    await expect(page.getByText("German: Was ist kaputt?")).toBeVisible();
    const effects = page.getByRole("region", { name: "What else changes" });
    await expect(effects.getByText("Arabic: 1 text is missing")).toBeVisible();
    await axe(page);
    await page.getByRole("button", { name: "Publish as version 2" }).click();
    await expect(page.getByText("The new version of the form is published.")).toBeVisible();
  });

  const visitor = await newVisitor({ locale: "de-DE" });
  const customer = await aCustomer();
  await signIn(visitor, customer);
  await visitor.goto(`/?q=${encodeURIComponent(name)}`);
  await expect(visitor.getByRole("link", { name: german })).toBeVisible();
  await visitor.goto(`/catalog/${slug}`);
  await expect(visitor.getByRole("heading", { name: german })).toBeVisible();
  await visitor.getByLabel("Betreff").fill("Der Reifen ist platt");
  await visitor.getByRole("button", { name: "Anfrage senden" }).click();
  await expect(visitor.getByText("Bitte füllen Sie „Was ist kaputt?“ aus.").first()).toBeVisible();
  await visitor.getByLabel("Was ist kaputt?").fill("Der Reifen");
  await visitor.getByRole("button", { name: "Anfrage senden" }).click();
  await visitor.waitForURL(/\/received$/);
  await visitor.goto("/requests");
  await expect(visitor.getByText(german).first()).toBeVisible();
});

test("what is typed in one language is there again after a look at another, until it is saved", async ({
  page,
  signedInAs,
}) => {
  const slug = await aType();
  await signedInAs("admin");
  await page.goto(`/admin/catalog/types/${slug}/translations?language=de`);
  await page.getByLabel("Name").fill(`Entwurf ${slug}`);
  await page.getByRole("link", { name: "Arabic" }).click();
  await expect(page.getByLabel("Name")).toHaveAttribute("lang", "ar");
  await expect(page.getByLabel("Name")).toHaveValue("");
  await page.getByRole("link", { name: "German" }).click();
  await expect(page.getByLabel("Name")).toHaveValue(`Entwurf ${slug}`);
  await axe(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The translation was saved.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Discard" })).toHaveCount(0);
  await expect(page.getByLabel("Name")).toHaveValue(`Entwurf ${slug}`);
});

test("two admins who translate the same type are told of each other, and keep what they typed", async ({
  page,
  signedInAs,
}) => {
  const slug = await aType();
  await signedInAs("admin");
  await page.goto(`/admin/catalog/types/${slug}/translations?language=de`);
  const words = { description: "", keywords: "", waiting_for_support: "", in_progress: "" };
  const all = { ...words, waiting_for_customer: "", resolved: "", closed: "" };
  const theirs = `Ihres ${slug}`;
  const admin = await anAdmin();
  await run(admin, act =>
    translateType(act, { slug, version: 1, language: "de", words: { ...all, name: theirs } }),
  );
  await page.getByLabel("Name").fill(`Meines ${slug}`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/Somebody else changed this request type/)).toBeVisible();
  await expect(page.getByText(new RegExp(theirs)).first()).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue(`Meines ${slug}`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The translation was saved.")).toBeVisible();
});
