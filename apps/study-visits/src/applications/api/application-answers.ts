import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  asPrecondition,
  idempotently,
  notFound,
  notKept,
  readJson,
  requiredVersion,
  versionTag,
} from '#platform';
import { AskReference } from '../../references/ask-reference.js';
import { ReadReferences } from '../../references/read-references.js';
import { RemindReferee } from '../../references/remind-referee.js';
import { questions } from '../domain/application.js';
import { OpenApplication, type Who } from '../open-application.js';
import { OrganisationChoices } from '../organisation-choices.js';
import { SaveAbout } from '../save-about.js';
import { SaveAccess } from '../save-access.js';
import { SaveAnswer } from '../save-answer.js';
import { SubmitApplication } from '../submit-application.js';
import { WithdrawApplication } from '../withdraw-application.js';
import { applicationJson } from './application-json.js';
import { aboutInput, accessInput, answerInput, refereeInput } from './application.schema.js';

/** Answers programs of whoever looks after an application: by its link, or signed in. */
@Injectable()
export class ApplicationAnswers {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly applications: OpenApplication,
    private readonly choices: OrganisationChoices,
    private readonly references: ReadReferences,
    private readonly saveAbout: SaveAbout,
    private readonly saveAnswer: SaveAnswer,
    private readonly access: SaveAccess,
    private readonly submitApplication: SubmitApplication,
    private readonly withdrawApplication: WithdrawApplication,
    private readonly askReference: AskReference,
    private readonly remindReferee: RemindReferee,
  ) {}

  async json(who: Who) {
    const opened = await this.applications.read(who);
    const { row, viewer } = opened;
    return applicationJson(
      opened,
      await this.choices.of(row),
      await this.references.of(row.id),
      viewer === 'contact' ? null : await this.access.isSaid(row),
    );
  }

  async show(reply: FastifyReply, who: Who) {
    const body = await this.json(who);
    return reply.headers({ ...notKept, etag: versionTag(body.version) }).send(body);
  }

  async about(request: FastifyRequest, reply: FastifyReply, who: Who) {
    const version = requiredVersion(request);
    await asPrecondition(this.saveAbout.run(who, readJson(request, aboutInput), { version }, request.id));
    return this.show(reply, who);
  }

  /** @throws Problem 404 for a question that is not asked */
  async answer(request: FastifyRequest, reply: FastifyReply, who: Who, name: string) {
    const question = questions.find((each) => each === name);
    if (question === undefined) throw notFound('There is no such question.');
    const version = requiredVersion(request);
    const { answer } = readJson(request, answerInput);
    await asPrecondition(this.saveAnswer.run(who, question, answer, { version }));
    return this.show(reply, who);
  }

  async needs(reply: FastifyReply, who: Who) {
    const { needs } = await this.access.read(who);
    return reply.headers(notKept).send({ needs, agrees: needs !== '' });
  }

  async saveNeeds(request: FastifyRequest, reply: FastifyReply, who: Who) {
    await this.access.run(who, readJson(request, accessInput));
    return this.needs(reply, who);
  }

  submit(request: FastifyRequest, reply: FastifyReply, who: Who) {
    return this.once(request, reply, who, () => this.submitApplication.run(who, null, request.id));
  }

  async withdraw(request: FastifyRequest, reply: FastifyReply, who: Who) {
    const answer = await idempotently(this.dataSource, request, async () => {
      await this.withdrawApplication.run(who, { actor: null, correlationId: request.id });
      return { status: 204, body: null };
    });
    return reply.code(answer.status).headers(notKept).send();
  }

  ask(request: FastifyRequest, reply: FastifyReply, who: Who) {
    const referee = readJson(request, refereeInput);
    return this.once(request, reply, who, () => this.askReference.run(who, referee, request.id));
  }

  remind(request: FastifyRequest, reply: FastifyReply, who: Who, referenceId: string) {
    return this.once(request, reply, who, () => this.remindReferee.run(who, referenceId, request.id));
  }

  private async once(request: FastifyRequest, reply: FastifyReply, who: Who, work: () => Promise<unknown>) {
    const answer = await idempotently(this.dataSource, request, async () => {
      await work();
      return { status: 200, body: await this.json(who) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}
