import type { Metadata } from "next";
import Link from "next/link";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { AuthCard } from "@/components/shell/auth-card";
import { readParam, type SearchParams } from "@/lib/entry/page";
import { env } from "@/lib/env";
import { returnPath } from "@/lib/session/return-path";
import { signUp } from "./actions";

export const metadata: Metadata = { title: "Sign up" };

export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const next = returnPath(await readParam(searchParams, "next"));
  return (
    <AuthCard
      deskName={env().DESK_NAME}
      title="Sign up"
      intro="With an account you can raise requests and follow them to their end."
      foot={
        <>
          Already have an account? <Link href={`/sign-in?next=${encodeURIComponent(next)}`}>Log in</Link>
        </>
      }
    >
      <Form
        action={signUp}
        id="sign-up"
        labels={{ name: "Your name", email: "Email address", password: "Password" }}
        className="grid gap-5"
      >
        <input type="hidden" name="next" value={next} />
        <TextField name="name" label="Your name" need="required" autoComplete="name" maxLength={80} />
        <TextField
          name="email"
          label="Email address"
          need="required"
          help="We send a code to this address to make sure that it is yours."
          type="email"
          autoComplete="username"
          maxLength={254}
        />
        <PasswordField label="Password" isNew known={[env().DESK_NAME]} />
        <SubmitButton size="large">Sign up</SubmitButton>
      </Form>
    </AuthCard>
  );
}
