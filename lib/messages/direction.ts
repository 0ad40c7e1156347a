import { keepFormats } from "../number-formats";

type TextInfo = { direction?: "ltr" | "rtl" };
/** Node 20 has a property where later ones have a method. */
type WithTextInfo = { textInfo?: TextInfo; getTextInfo?: () => TextInfo };

/** Which way a language is written. */
export const directionOf = keepFormats((language): "ltr" | "rtl" => {
  const locale: WithTextInfo = new Intl.Locale(language);
  return (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? "ltr";
});
