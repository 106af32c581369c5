import type { FastifyReply } from 'fastify';
import { downloadHeaders } from '#platform';

/** Answers with a PDF file. @param name without its ending */
export function sendPdf(reply: FastifyReply, name: string, bytes: Buffer): FastifyReply {
  return reply.headers(downloadHeaders({ fileName: `${name}.pdf`, type: 'application/pdf' })).send(bytes);
}
