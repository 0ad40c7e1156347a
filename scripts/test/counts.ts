import { existsSync, readFileSync } from "node:fs";

export type Counts = { passed: number; failed: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
};

const readers = { vitest: countVitest, playwright: countPlaywright };

/** Parses a runner's JSON report. A missing report, or a bad exit without a failed test, counts as one failure. */
export function countReport(runner: keyof typeof readers, file: string, exitCode: number | null): Counts {
  const counts = existsSync(file) ? readers[runner](readFileSync(file, "utf8")) : { passed: 0, failed: 0 };
  const isSilent = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0);
  return isSilent ? { ...counts, failed: 1 } : counts;
}

function countVitest(text: string): Counts {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(text) as VitestReport;
  // A file that failed to load has no tests to fail.
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some(({ status }) => status === "failed"),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

function countPlaywright(text: string): Counts {
  const { stats, errors } = JSON.parse(text) as PlaywrightReport;
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}
