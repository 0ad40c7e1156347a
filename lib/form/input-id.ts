/** The id of a field's input. The error summary links to it, and style rules select it. */
export const inputId = (formId: string, name: string) => `${formId}-${name.replaceAll(".", "-")}`;
