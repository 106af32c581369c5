/**
 * Run by itself: `node mail-server.ts <port> <file>`. A mail server that writes down every mail that it takes, and says that
 * it has taken it once that is on the disk: however it is killed, nothing that it acknowledged is lost.
 */
import { once } from 'node:events';
import { existsSync, readFileSync, truncateSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { wholeLines, type Receipt } from './receipts.ts';

const [port = '', file = ''] = process.argv.slice(2);

if (existsSync(file)) truncateSync(file, Buffer.byteLength(wholeLines(readFileSync(file, 'utf8'))));
const receipts = await open(file, 'a');

async function receiptOf(raw: Buffer, session: SMTPServerSession): Promise<Receipt> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });
  const calendar = mail.attachments.find(({ contentType }) => contentType === 'text/calendar');
  const sequence = /^SEQUENCE:(\d+)/m.exec(calendar?.content.toString() ?? '')?.[1];
  return {
    at: Date.now(),
    messageId: mail.messageId ?? '',
    to: session.envelope.rcptTo.map(({ address }) => address).join(', '),
    subject: mail.subject ?? '',
    sequence: sequence === undefined ? null : Number(sequence),
  };
}

async function take(raw: Buffer, session: SMTPServerSession): Promise<void> {
  await receipts.appendFile(`${JSON.stringify(await receiptOf(raw, session))}\n`);
  await receipts.datasync();
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  onData: (stream, session, answer) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.once('end', () => {
      take(Buffer.concat(chunks), session).then(
        () => answer(),
        (error: unknown) => answer(error instanceof Error ? error : new Error(String(error))),
      );
    });
  },
});
// Senders that are killed are what this is about.
server.on('error', () => {});
server.listen(Number(port), '127.0.0.1');
await once(server.server, 'listening');
process.send?.('listening');
process.once('disconnect', () => process.exit(0));
