import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const files = execFileSync("git", ["ls-files", "app", "components", "emails", "tailwind.config.ts"], {
  encoding: "utf8",
})
  .split("\n")
  .filter(path => /\.(css|tsx?)$/.test(path));

/** Tailwind's classes and CSS's properties that name a side of the screen. What is centred takes no side. */
const sides = [
  /(?<=["'`\s!:]-?)(?:scroll-)?[mp][lr]-(?=[\d[a.]|px)/,
  /(?<=["'`\s!:]-?)(?:left|right)-(?=[\d[]|auto|full|px)(?!1\/2)/,
  /(?<=["'`\s:])(?:text|float|clear)-(?:left|right)(?=["'`\s;])/,
  /(?<=["'`\s:])border-[lr](?=[-"'`\s;])/,
  /(?<=["'`\s:])rounded-(?:[lr]|[tb][lr])(?=[-"'`\s;])/,
  /\b(?:margin|padding|border)-(?:left|right)\b/,
  /\btext-align:\s*(?:left|right)\b/,
  /\b(?:margin|padding|border)(?:Left|Right)\b|\btextAlign:\s*"(?:left|right)"/,
  /\b(?:margin|padding):\s*"[\d.]\w*\s+([\d.]+\w*)\s+[\d.]\w*\s+(?!\1")[\d.]/,
  /(?<=[\s{;])(?:left|right):\s*[\d.-]/,
  // A shadow that falls to one side of what it is in.
  /\binset[_ ]-?[1-9]/,
];

test("pages and emails know no left and right, but where a text begins and ends, so that they can be read from right to left", () => {
  const found = files.flatMap(path =>
    readFileSync(path, "utf8")
      .split("\n")
      .flatMap((line, index) =>
        sides.some(side => side.test(line)) ? [`${path}:${index + 1} ${line.trim()}`] : [],
      ),
  );
  expect(found).toEqual([]);
});
