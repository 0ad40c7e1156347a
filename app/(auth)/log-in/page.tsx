import type { Metadata } from "next";
import Link from "next/link";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { AuthCard } from "@/components/shell/auth-card";
import { readLogInLink } from "@/lib/accounts/log-in-link";
import { openedLink } from "@/lib/entry/links";
import { readPage } from "@/lib/entry/page";
import { env } from "@/lib/env";
import { logIn } from "./actions";

export const metadata: Metadata = { title: "Log in with your link" };

export default async function LogInByLinkPage() {
  const link = await openedLink("log-in");
  const account = link && (await readPage("/log-in", () => readLogInLink(link.token)));
  return (
    <AuthCard
      deskName={env().DESK_NAME}
      title={account ? "Log in with your link" : "This link is no longer valid"}
      intro={
        account
          ? `You log in as ${account.email}.`
          : "It works once, and not for long. Ask for a new one where you log in."
      }
      foot={<Link href="/sign-in">Back to log in</Link>}
    >
      {account && (
        <Form action={logIn} id="log-in" labels={{}} className="grid gap-5">
          <input type="hidden" name="link" value={link.mark} />
          <SubmitButton size="large" working="Logging in…">
            Log in
          </SubmitButton>
        </Form>
      )}
    </AuthCard>
  );
}
