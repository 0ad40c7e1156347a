/** The desk's own mail as programs show it again: its text, with the footer that ends it. */
export const sent =
  "[LDG-1042] The printer jams\n\nWhich one is it?\n\nView request:\nhttps://desk.lodge.test/requests/LDG-1042\n\nSent to Ada. You get this because you are on this request.\n\nDon't notify me about this request [personal link removed]\n\nLodge <https://desk.lodge.test>";
export const marked = sent.replace(/^/gm, "> ");
export const start = "Hello Ada,\n\nWhich one is it?\n\nSam";
export const from = "Lodge <desk@lodge.test>";
export const line = "_".repeat(32);

/** [program and language, the reply, the rest of the mail]. */
export type Reply = [string, string, string];
