import type { BrowserContext } from "@playwright/test";

export type ConsoleWatch = {
  over(context: BrowserContext): void;
  allow(pattern: RegExp): void;
  complaints(): string[];
};

/** Listens to browser consoles: a complaint is a fault even if the page looks fine. */
export function watchConsoles(): ConsoleWatch {
  const heard: string[] = [];
  const allowed: RegExp[] = [];
  return {
    over(context) {
      context.on("console", message => {
        if (message.type() === "error") heard.push(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", error => heard.push(error.error().stack ?? error.error().message));
    },
    allow: pattern => allowed.push(pattern),
    complaints: () => heard.filter(text => !allowed.some(pattern => pattern.test(text))),
  };
}
