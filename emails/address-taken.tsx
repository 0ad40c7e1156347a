import { exampleDesk } from "./example";
import { Layout } from "./layout";
import { Action, Words } from "./parts";
import { plain } from "./plain";
import type { MailProps } from "./types";

/** Nobody's name is shown: the person who entered the address may be a stranger to its owner. */
export type AddressTakenProps = MailProps & { signInUrl: string };

export function subject({ desk }: AddressTakenProps) {
  return `This address already has an account at ${plain(desk.name)}`;
}

export default function AddressTaken(props: AddressTakenProps) {
  const { desk, signInUrl } = props;
  return (
    <Layout
      desk={desk}
      subject={subject(props)}
      preview="It cannot be used for a second one. Nothing was changed."
      title="This address already has an account"
      why={
        "You get this because somebody entered this address for another account. If it was not you, " +
        "ignore this mail: nothing was changed."
      }
    >
      <Words>
        Somebody wanted to use this address for another account at {plain(desk.name)}. It already has one, and
        an address can have one account only.
      </Words>
      <Words>If it was you, log in with this address, or choose another one for your other account:</Words>
      <Action desk={desk} href={signInUrl}>
        Log in
      </Action>
    </Layout>
  );
}

AddressTaken.PreviewProps = {
  desk: exampleDesk,
  recipient: { name: "Ada Okafor" },
  signInUrl: "https://desk.example.com/sign-in",
} satisfies AddressTakenProps;
