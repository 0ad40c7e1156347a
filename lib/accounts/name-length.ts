/** Of what a person is called, in characters. */
export const maxName = 80;
