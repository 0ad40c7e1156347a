import { expect, it } from "vitest";
import { deviceName } from "@/lib/accounts/device-names";

const apple = "AppleWebKit/605.1.15 (KHTML, like Gecko)";

it.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox/Linux"],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${apple} Version/18.5 Mobile/15E148 Safari/604.1`,
    "Safari/iOS",
  ],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${apple} Chrome/140.0 Safari/537.36 Edg/140.0`, "Edge/Windows"],
  [`Mozilla/5.0 (Linux; Android 15) ${apple} Chrome/140.0 Mobile Safari/537.36`, "Chrome/Android"],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} Version/18.5 Safari/605.1.15`, "Safari/macOS"],
  ["curl/8.5.0", null],
  ["", null],
])("a session opened with %s is kept as %s", (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
