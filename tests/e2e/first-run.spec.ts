import { randomUUID } from "node:crypto";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aLogo } from "../support/logos";
import { mailTo } from "../support/mails";
import { lodge } from "../support/operator";
import { makeFreshDatabase } from "../support/set-up";
import { logIn } from "../support/walk";

const password = "Harbour-lamp 27 quietly!";
const name = /your name/i;

test("a new desk says nothing but that it is not set up, and a link from the terminal leads to one that is ready", async ({
  page,
  newVisitor,
  openDesk,
  allowConsoleError,
}) => {
  test.slow();
  allowConsoleError(/status of 404/);
  const mark = randomUUID().slice(0, 8);
  const desk = await openDesk({ DATABASE_URL: await makeFreshDatabase(mark), WORKER: "inside" });
  const email = `jo-${mark}@people.test`;
  const colleague = `kim-${mark}@people.test`;
  const [stranger, rival] = [await newVisitor(), await newVisitor()];
  const link = /http\S+\/setup\/\S+/.exec(await lodge(desk, ["setup:link"]))?.[0] ?? "";

  await test.step("every address leads to set-up", async () => {
    for (const path of ["/", "/sign-in", "/sign-up", "/reset", "/requests", "/agent", "/admin", "/nowhere"]) {
      await stranger.goto(desk.url + path);
      await expect(stranger).toHaveURL(`${desk.url}/setup`);
      await expect(stranger.getByRole("heading", { name: "This desk is not set up yet" })).toBeVisible();
    }
    await expect(stranger).toHaveTitle("Set-up");
    await expect(stranger.locator("body")).not.toContainText(/Log in|Invoice|Lodge/);
    await axe(stranger);
  });

  await test.step("a link that was made up leads nowhere", async () => {
    await stranger.goto(`${desk.url}/setup/${"x".repeat(43)}`);
    await expect(stranger.getByRole("heading", { name: "This link is no longer valid" })).toBeVisible();
    await axe(stranger);
  });

  await test.step("the link asks for the first admin, and says at the field what is wrong", async () => {
    await rival.goto(link);
    await page.goto(link);
    await expect(page).toHaveURL(`${desk.url}/setup`);
    await axe(page);
    await page.getByLabel(name).fill("Jo Lee");
    await page.getByLabel("Email address").fill("jo");
    await page.getByRole("textbox", { name: "Password required" }).fill(password);
    await page.getByRole("button", { name: "Create my account" }).click();
    await expect(page.getByLabel("Email address")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel(name)).toHaveValue("Jo Lee");
    await page.getByLabel("Email address").fill(email);
    await page.getByRole("textbox", { name: "Password required" }).fill(password);
    await page.getByRole("button", { name: "Create my account" }).click();
    await expect(page.getByRole("heading", { name: "Your desk" })).toBeVisible();
    await axe(page);
  });

  await test.step("whoever had opened it as well is told, and becomes nobody", async () => {
    await rival.getByLabel(name).fill("Ri Val");
    await rival.getByLabel("Email address").fill(`ri-${mark}@people.test`);
    await rival.getByRole("textbox", { name: "Password required" }).fill(password);
    await rival.getByRole("button", { name: "Create my account" }).click();
    await expect(rival.getByText("Somebody has been faster").first()).toBeVisible();
    await rival.goto(link);
    await expect(rival.getByRole("heading", { name: "Somebody has been faster" })).toBeVisible();
    await axe(rival);
    await expect(lodge(desk, ["setup:link"])).rejects.toThrow(/has an admin already/);
  });

  await test.step("the desk gets a logo, its name and its time zone", async () => {
    await page.getByLabel("Name", { exact: true }).fill("Harbour");
    await page.getByLabel("A new logo").setInputFiles({
      ...{ name: "logo.png", mimeType: "image/png" },
      buffer: await aLogo({ width: 480, height: 120 }),
    });
    await expect(page.getByText("Saved. It is in effect now.")).toBeVisible();
    // A logo is kept as soon as it is chosen, and leaves what is typed below it alone.
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Harbour");
    await expect(page.getByRole("button", { name: "Remove the logo" })).toBeVisible();
    await axe(page);
    await page.getByLabel("Name", { exact: true }).fill("");
    await page.getByRole("button", { name: "Save and go on" }).click();
    await expect(page.getByText("Enter a name.").first()).toBeVisible();
    await page.getByLabel("Name", { exact: true }).fill("Harbour Cycles");
    await page.getByLabel("Time zone").selectOption("Europe/Lisbon");
    await page.getByRole("button", { name: "Save and go on" }).click();
    await expect(page.getByRole("heading", { name: "Email", level: 1 })).toBeVisible();
    await axe(page);
  });

  await test.step("it is left, and gone on with", async () => {
    await page.goto(`${desk.url}/admin`);
    await expect(page.getByText("Set-up is not finished")).toBeVisible();
    await axe(page);
    await page.getByRole("link", { name: "Go on with set-up" }).click();
    await expect(page.getByRole("heading", { name: "Email", level: 1 })).toBeVisible();
    const elsewhere = await newVisitor();
    await elsewhere.goto(`${desk.url}/sign-in`);
    await logIn(elsewhere, email, password);
    await expect(elsewhere.getByRole("heading", { name: "Email", level: 1 })).toBeVisible();
    // Also who comes by that page logged in already.
    await elsewhere.goto(`${desk.url}/sign-in`);
    await expect(elsewhere).toHaveURL(`${desk.url}/setup`);
    await page.setViewportSize({ width: 390, height: 844 });
    const steps = page.getByRole("navigation", { name: "Steps of set-up" }).getByRole("listitem");
    const places = await steps.evaluateAll(all => all.map(one => one.getBoundingClientRect().top));
    expect(new Set(places).size).toBe(1);
    await page.getByRole("link", { name: "The desk" }).click();
    await page.setViewportSize({ width: 1280, height: 720 });
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Harbour Cycles");
    await page.getByRole("link", { name: "Email" }).click();
  });

  await test.step("a test email arrives, and the page says what the mail server did", async () => {
    await expect(
      page.getByText(/Through the mail server localhost|Through the mail server 127/),
    ).toBeVisible();
    // A name and its address are in order in a language from right to left, too.
    await expect(page.getByRole("definition").filter({ hasText: "@" })).toHaveAttribute("dir", "auto");
    await page.getByRole("button", { name: "Send me a test email" }).click();
    await expect(page.getByText("The mail server has taken the test email")).toBeVisible();
    await axe(page);
    expect((await mailTo(email)).subject).toBe("A test email from Harbour Cycles");
    await page.getByRole("button", { name: "It arrived, go on" }).click();
  });

  await test.step("a catalog is chosen by what is in it", async () => {
    await expect(page.getByRole("heading", { name: "What people can ask for" })).toBeVisible();
    await axe(page);
    await page.getByRole("radio", { name: "IT support" }).check();
    await page.getByRole("button", { name: "Begin with this catalog" }).click();
  });

  await test.step("a colleague is invited, and set-up is over", async () => {
    await expect(page.getByRole("heading", { name: "Your colleagues" })).toBeVisible();
    await page.getByLabel("Email addresses").fill("kim");
    await page.getByRole("button", { name: "Send invitations" }).click();
    await expect(page.getByLabel("Email addresses")).toHaveAttribute("aria-invalid", "true");
    await page.getByLabel("Email addresses").fill(colleague);
    await page.getByRole("button", { name: "Send invitations" }).click();
    await expect(page.getByText("The invitations are on their way.")).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: colleague })).toBeVisible();
    await axe(page);
    expect((await mailTo(colleague)).text).toContain("/join/");
    await page.getByRole("button", { name: "Finish set-up" }).click();
    await expect(page.getByText("Your desk is set up.")).toBeVisible();
    await axe(page);
  });

  await test.step("there is no set-up any more, and the desk is open", async () => {
    for (const who of [page, stranger]) expect((await who.goto(`${desk.url}/setup`))?.status()).toBe(404);
    await stranger.goto(`${desk.url}/sign-in`);
    await expect(stranger).toHaveTitle(/Harbour Cycles/);
    await page.goto(desk.url);
    await expect(page.getByRole("heading", { name: /Accounts|Devices|Network/ }).first()).toBeVisible();
  });
  expect(desk.log()).not.toContain(link.split("/").at(-1));
});
