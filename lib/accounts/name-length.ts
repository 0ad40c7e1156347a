/** Characters of what a person is called. */
export const maxName = 80;
