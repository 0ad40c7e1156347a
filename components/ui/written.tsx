import { type ComponentProps, memo } from "react";
import type { Html } from "@/lib/text/html";

type Props = Omit<ComponentProps<"li">, "children"> & { as: "tr" | "li" | "label"; html: Html };

/**
 * An element with what `htmlOf` has written. React draws one element instead of all in it; in the browser it leaves
 * them alone until they read differently.
 */
export const Written = memo(function Written({ as, html, ...rest }: Props) {
  const Element = as as "li";
  // biome-ignore lint/security/noDangerouslySetInnerHtml: htmlOf escapes what people typed
  return <Element {...rest} dangerouslySetInnerHTML={{ __html: html }} />;
});
