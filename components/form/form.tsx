import type { ComponentProps, ReactNode } from "react";
import { openerOfPage } from "@/lib/session/opener";
import { FormBody } from "./form-body";
import { OpenedBy } from "./opened-by";

/** A plain POST without script. Signed for the person it was rendered for, and refused for anyone else. */
export async function Form(props: Omit<ComponentProps<typeof FormBody>, "opener">) {
  return <FormBody {...props} opener={await openerOfPage()} />;
}

/** Signs all the forms that client components draw inside of it. */
export async function SignedForms({ children }: { children: ReactNode }) {
  return <OpenedBy opener={await openerOfPage()}>{children}</OpenedBy>;
}
