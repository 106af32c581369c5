import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { maxUploadBytes, tooLarge } from '#imports';
import { takeRest } from '#uploads';

/** A file that came as the body of a request. */
export class FileBody {
  constructor(readonly bytes: Uint8Array) {}

  /** What tells it from another file, where requests are compared. */
  toJSON(): string {
    return createHash('sha256').update(this.bytes).digest('base64url');
  }
}

/** The content types of files that a program may send. */
export const fileTypes = ['text/csv', 'text/calendar'] as const;

/** Reads bodies of {@link fileTypes} as {@link FileBody}, which the web framework does not do by itself. */
@Injectable()
export class FileBodies implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify: FastifyInstance = this.host.httpAdapter.getInstance();
    fastify.addContentTypeParser([...fileTypes], async (_: unknown, payload: IncomingMessage) =>
      read(payload),
    );
  }
}

/** @throws Problem 413 */
async function read(payload: IncomingMessage): Promise<FileBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > maxUploadBytes) break;
  }
  if (size <= maxUploadBytes) return new FileBody(Buffer.concat(chunks));
  chunks.length = 0;
  await takeRest(payload);
  throw tooLarge();
}
