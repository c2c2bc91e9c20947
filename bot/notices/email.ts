import { createTransport } from 'nodemailer';

/** Where notices by e-mail go, and through which server. */
export interface EmailNotice {
  /** `smtps://user:password@host:465` */
  smtp: string;
  from: string;
  to: string;
  /** The console, for the link. */
  consoleUrl: string;
}

/** Sends "someone waits" to the helpline's inbox: no name, no number, no word of what it is about. */
export async function sendEmail({ smtp, from, to, consoleUrl }: EmailNotice): Promise<boolean> {
  const transport = createTransport({
    url: smtp,
    // A password is never sent in the clear, whatever stands between us and the server.
    requireTLS: new URL(smtp).password !== '',
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  try {
    await transport.sendMail({
      from,
      to,
      subject: 'Support Navigator: someone is waiting',
      text: `Someone asked for a person from the helpline.\n\nOpen the console: ${consoleUrl}\n\nThis message holds nothing about them.\n`,
    });
    return true;
  } finally {
    transport.close();
  }
}
