import { EmailClient } from "@azure/communication-email";
import { SmsClient } from "@azure/communication-sms";
import { ManagedIdentityCredential } from "@azure/identity";
import { subjects } from "../words/en-gb/phone";
import type { Way, Ways } from "./ways";

/** `key`: of a stand-in on this machine. In Azure it is the managed identity of that client id, and no secret exists. */
type Account = {
  endpoint: string;
  access: { key: string } | { identity: string };
  smsFrom?: string | undefined;
  emailFrom?: string | undefined;
  /** What is sent back by SMS comes in. */
  smsReplies?: boolean | undefined;
};

/** The clients take either kind, but not something that may be either. */
type KeyCredential = { key: string };

/** The ladder goes on beside these, so none of them is tried for long. No redirect is followed (P3). */
const patience = {
  retryOptions: { maxRetries: 2, retryDelayInMs: 500, maxRetryDelayInMs: 2_000 },
  redirectOptions: { maxRetries: 0 },
};

/** Azure Communication Services: by SMS where there is a number to send from, by e-mail where there is an address. */
export function azureWays({ endpoint, access, smsFrom, emailFrom, smsReplies = false }: Account): Ways {
  // Unencrypted only to a stand-in, which alone has a key.
  const options = { ...patience, allowInsecureConnection: "key" in access };
  const credential = "key" in access ? access : new ManagedIdentityCredential({ clientId: access.identity });
  return {
    ...(smsFrom === undefined
      ? {}
      : {
          sms: {
            ...bySms(new SmsClient(endpoint, credential as KeyCredential, options), smsFrom),
            replies: smsReplies,
          },
        }),
    ...(emailFrom === undefined
      ? {}
      : { email: byEmail(new EmailClient(endpoint, credential as KeyCredential, options), emailFrom) }),
  };
}

const bySms = (client: SmsClient, from: string): Way => ({
  async send(address, message) {
    const [result] = await client.send({ from, to: [address], message });
    if (!result?.successful) throw new Error("The SMS was not taken.");
  },
});

/** Taken is enough: nobody waits here until it is in a mailbox. */
const byEmail = (client: EmailClient, senderAddress: string): Way => ({
  async send(address, plainText, subject = subjects.alarm) {
    const content = { subject, plainText };
    await client.beginSend({ senderAddress, content, recipients: { to: [{ address }] } });
  },
});
