import type { ComponentProps } from "react";
import { openerOfPage } from "@/lib/session/opener";
import { FormBody } from "./form-body";

/** A plain POST without script. Signed for the person it was rendered for, and refused for anyone else. */
export async function Form(props: Omit<ComponentProps<typeof FormBody>, "opener">) {
  return <FormBody {...props} opener={await openerOfPage()} />;
}
