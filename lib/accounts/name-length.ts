/** The longest name of a person, in characters. */
export const maxName = 80;
