// `npm run docs:screenshot`: takes the README's screenshot from a running desk with the demo story.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser } from "./browser.mjs";
import { report, Trouble } from "./progress";
import { demoPeople, root } from "./settings";
import type { DemoPerson } from "./story";

async function takePicture(): Promise<string> {
  const address = process.argv[2] ?? "http://localhost:3000";
  const people: DemoPerson[] = JSON.parse(readFileSync(demoPeople, "utf8"));
  const customer = people.findLast(person => person.role === "customer");
  if (!customer) throw new Trouble("The demo story has no customer; start the desk with npm start first.");
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1120, height: 760 } });
    await page.goto(`${address}/sign-in?next=/requests?show=all`);
    await page.getByLabel("Email address").fill(customer.email);
    await page.getByLabel("Password", { exact: true }).fill(customer.password);
    await page.getByRole("button", { name: "Log in" }).click();
    await page.getByRole("link", { name: "The export drops columns whose name holds a comma" }).click();
    await page.getByRole("heading", { name: "History" }).waitFor();
    await page.screenshot({ path: join(root, "docs", "screenshot.png") });
  } finally {
    await browser.close();
  }
  return "Wrote docs/screenshot.png.";
}

takePicture().then(
  said => console.log(said),
  error => {
    report(error);
    process.exitCode = 1;
  },
);
