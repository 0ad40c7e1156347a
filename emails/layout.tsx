import type { ReactNode } from "react";
import { Body, Container, Head, Heading, Html, Link, Preview, Section, Text } from "react-email";
import type { Translator } from "@/lib/messages/translate";
import { Header } from "./header";
import { plain, plainName } from "./plain";
import { styleSheet, styles } from "./styles";
import type { Desk, Recipient, Request } from "./types";

type LayoutProps = {
  t: Translator;
  desk: Desk;
  /** Left out where the address is not proven yet: its name is text that a stranger may have chosen. */
  recipient?: Recipient;
  request?: Request;
  /** The name of the page in mail programs that open one. */
  subject: string;
  preview: string;
  title: string;
  /** Why one gets this mail; left out where one is on the request, or follows it. */
  why?: ReactNode;
  children: ReactNode;
};

const underlined = { ...styles.small, textDecoration: "underline" };

type FooterProps = Pick<LayoutProps, "t" | "desk" | "recipient" | "request" | "why">;

function Footer({ t, desk, recipient, request, why }: FooterProps) {
  const standsInFor = request?.standsInFor && plainName(t, request.standsInFor);
  return (
    <Section style={{ padding: "20px 4px 0" }}>
      <Text className="m-muted" style={styles.small}>
        {recipient && `${t("mails.footer.sent_to", { name: plainName(t, recipient.name) })} `}
        {request?.isMuted
          ? t("mails.footer.muted")
          : standsInFor
            ? t("mails.footer.stands_in", { name: standsInFor })
            : (why ?? t(standingOf(request)))}
        {request && desk.takesReplies && ` ${t("mails.footer.reply")}`}
      </Text>
      {request?.muteUrl && (
        <Text className="m-muted" style={styles.small}>
          <Link className="m-muted" href={request.muteUrl} style={underlined}>
            {t(turnOf(request))}
          </Link>
        </Text>
      )}
      {request?.choicesUrl && (
        <Text className="m-muted" style={styles.small}>
          <Link className="m-muted" href={request.choicesUrl} style={underlined}>
            {t("mails.footer.choices")}
          </Link>
        </Text>
      )}
      {desk.footer && (
        <Section style={{ paddingBottom: "8px" }}>
          {[...new Set(desk.footer.split("\n").map(line => plain(line)))].filter(Boolean).map(line => (
            <Text key={line} className="m-muted" style={{ ...styles.small, margin: 0 }}>
              {line}
            </Text>
          ))}
        </Section>
      )}
      <Text className="m-muted" style={{ ...styles.small, margin: 0 }}>
        <Link className="m-muted" href={desk.url} style={underlined}>
          {plain(desk.name)}
        </Link>
      </Text>
    </Section>
  );
}

const standingOf = (request?: Request) =>
  request?.isFollowed ? "mails.footer.followed" : "mails.footer.on_request";

function turnOf({ isMuted, isFollowed }: Request) {
  if (isFollowed) return "mails.footer.unfollow";
  return isMuted ? "mails.footer.unmute" : "mails.footer.mute";
}

export function Layout(props: LayoutProps) {
  const { t, desk, recipient, request, subject, preview, title, why, children } = props;
  const words = { lang: t.language, dir: t.direction };
  return (
    <Html {...words}>
      <Head>
        <title>{subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{styleSheet(desk.accent)}</style>
      </Head>
      <Body {...words} className="m-page" style={styles.page}>
        <Preview useTitleTag={false}>{preview}</Preview>
        <Container style={styles.frame}>
          <Header desk={desk} />
          <Section className="m-card" tdClassName="m-pad" style={styles.card}>
            {request && (
              <Text className="m-muted" style={{ ...styles.muted, margin: "0 0 6px" }}>
                {plain(request.reference, 40)} · <bdi dir="auto">{plain(request.summary)}</bdi>
              </Text>
            )}
            {request?.standsInFor && (
              <Text className="m-muted" style={{ ...styles.muted, margin: "0 0 6px" }}>
                {t("mails.stands_in", { name: plainName(t, request.standsInFor) })}
              </Text>
            )}
            <Heading className="m-text" style={styles.title}>
              {title}
            </Heading>
            {children}
          </Section>
          <Footer t={t} desk={desk} recipient={recipient} request={request} why={why} />
        </Container>
      </Body>
    </Html>
  );
}
