import type { ComponentProps } from "react";
import { openerOfPage } from "@/lib/session/opener";
import { FormBody } from "./form-body";

/**
 * A form that is a plain post without script. With script it sends in the background, keeps what was typed
 * and moves the focus to what is wrong. It says whom it was drawn for, and does nothing for anybody else.
 */
export async function Form(props: Omit<ComponentProps<typeof FormBody>, "opener">) {
  return <FormBody {...props} opener={await openerOfPage()} />;
}
