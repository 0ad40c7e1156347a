declare const written: unique symbol;
/** Elements of ours around escaped text. */
export type Html = string & { readonly [written]: true };

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const special = /[&<>"]/;

/** Everything that is typed passes here on its way into HTML, as text or between the quotes of an attribute. */
export const escaped = (typed: string): string =>
  // Most texts have none of them, and to look takes half as long as to replace.
  special.test(typed) ? typed.replace(/[&<>"]/g, letter => entities[letter] ?? "") : typed;
