/** Of one form, and of what is typed into it. */
export const formLimits = {
  questions: 100,
  options: 200,
  label: 120,
  help: 500,
  placeholder: 120,
  option: 120,
  pattern: 200,
  patternMessage: 200,
  length: 20_000,
  conditions: 10,
} as const;
