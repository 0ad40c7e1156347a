export const inputId = (formId: string, name: string) => `${formId}-${name.replaceAll(".", "-")}`;
