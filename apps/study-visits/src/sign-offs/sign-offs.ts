import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import {
  accepted,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
  type Words,
} from '#checks';
import { conflict, dateOf, valueOf, type Actor } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { compareSigned, digestOf, type SignedKind } from './domain/sign-state.js';
import { SignOffRow } from './sign-off.entity.js';

/** A signature as a form or a program gives it. */
export interface SignatureInput {
  /** The digest of what the person was shown, and signs. */
  readonly seen: string;
  /** As what they sign: "Head of operations". */
  readonly role: string;
  /** Whether they say that they have read it and stand by it. */
  readonly agrees: boolean;
}

/** What was signed, in words. */
export const wordsOf = ({ content }: Pick<SignOffRow, 'content'>): Words =>
  Object.fromEntries(content.map(({ what, says }) => [what, says]));

/** Keeps what people signed. */
@Injectable()
export class SignOffs {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The newest first. */
  of(
    visitId: string,
    kind: SignedKind,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<SignOffRow[]> {
    return manager.find(SignOffRow, { where: { visitId, kind }, order: { number: 'DESC' } });
  }

  /**
   * Signs what there is, under the visit's lock.
   *
   * @param now what is signed, as it is under the lock
   * @throws Problem 409 `changed-meanwhile` where that is not what the person saw; 409 `signed-already`; 422
   */
  async sign(
    manager: EntityManager,
    { identity }: Actor,
    { visitId, kind, now }: { readonly visitId: string; readonly kind: SignedKind; readonly now: Words },
    input: SignatureInput,
  ): Promise<SignOffRow> {
    const role = valueOf(checkSignature(input));
    if (input.seen !== digestOf(now)) throw changedMeanwhile();
    const [last] = await this.of(visitId, kind, manager);
    if (last !== undefined && compareSigned(wordsOf(last), now).state === 'signed') throw signedAlready();
    const signer = identity.actor ?? identity;
    const id = uuidv7();
    await manager.insert(SignOffRow, {
      id,
      visitId,
      kind,
      number: (last?.number ?? 0) + 1,
      signedAt: dateOf(this.clock()),
      personId: signer.personId,
      personName: signer.name,
      role,
      content: Object.entries(now).map(([what, says]) => ({ what, says })),
    });
    return manager.findOneByOrFail(SignOffRow, { id });
  }
}

function checkSignature({ role: text, agrees }: SignatureInput): Checked<string> {
  const role = checkText(text, 'role', {
    longest: 200,
    missing: { code: 'missing', message: 'Say as what you sign, such as Head of operations.' },
  });
  const said = agrees
    ? accepted(true)
    : refuse('agrees', 'missing', 'Tick the box to say that you have read it and stand by it.');
  return role.ok && said.ok ? role : refused(...problemsOf<FieldProblem>(role, said));
}

const changedMeanwhile = () =>
  conflict(
    'changed-meanwhile',
    'It was changed after you opened the page. Read it again before you sign it.',
  );

const signedAlready = () => conflict('signed-already', 'It is signed already, as it stands.');
