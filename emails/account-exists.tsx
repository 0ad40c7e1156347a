import { exampleDesk } from "./example";
import { Layout } from "./layout";
import { Action, Note, QuietLink, Words } from "./parts";
import { plain } from "./plain";
import type { MailProps } from "./types";

/** The recipient's name is never shown: the person who tried to sign up may have chosen it. */
export type AccountExistsProps = MailProps & { signInUrl: string; resetUrl: string };

export function subject({ desk }: AccountExistsProps) {
  return `You already have an account at ${plain(desk.name)}`;
}

export default function AccountExists(props: AccountExistsProps) {
  const { desk, signInUrl, resetUrl } = props;
  return (
    <Layout
      desk={desk}
      subject={subject(props)}
      preview="Log in, or set a new password if you have forgotten yours."
      title="You already have an account"
      why={
        "You get this because somebody entered this address to create an account. If it was not you, " +
        "ignore this mail: nothing was changed."
      }
    >
      <Words>Somebody tried to create an account with this address, which already has one.</Words>
      <Words>If it was you, just log in as before:</Words>
      <Action desk={desk} href={signInUrl}>
        Log in
      </Action>
      <Note>
        Forgotten your password?{" "}
        <QuietLink desk={desk} href={resetUrl}>
          Set a new one
        </QuietLink>
      </Note>
    </Layout>
  );
}

AccountExists.PreviewProps = {
  desk: exampleDesk,
  recipient: { name: "Ada Okafor" },
  signInUrl: "https://desk.example.com/sign-in",
  resetUrl: "https://desk.example.com/reset",
} satisfies AccountExistsProps;
