/** What is shown in some modes of the agents’ answer box only. */
export const modeClass = (...modes: string[]) => ["of-mode", ...modes.map(mode => `for-${mode}`)].join(" ");
