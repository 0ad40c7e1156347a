/** The id of a field's input, wherever it is needed: the summary links to it, style rules look at it. */
export const inputId = (formId: string, name: string) => `${formId}-${name.replaceAll(".", "-")}`;
