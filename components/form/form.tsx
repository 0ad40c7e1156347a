import type { ComponentProps } from "react";
import { openerOfPage } from "@/lib/session/opener";
import { FormBody } from "./form-body";

/**
 * A plain POST without script. With script it sends in the background, keeps what was typed and focuses errors.
 * Signed for the person it was rendered for, and refused for anyone else.
 */
export async function Form(props: Omit<ComponentProps<typeof FormBody>, "opener">) {
  return <FormBody {...props} opener={await openerOfPage()} />;
}
