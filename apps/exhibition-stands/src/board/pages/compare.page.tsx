import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EmptyState, plural, Tag } from '#ui';
import { rotaPersonPath } from '../addresses.js';
import { compareRotas } from '../domain/compare.js';
import { draftPlaces, ReadBoard, type Board } from '../read-board.js';
import { namesOf } from './names.js';
import { RotaPages } from './rota-pages.js';

/** The draft beside what people were told: who gains, who loses, who moves. */
@Controller('stands/manage/:id/rota/compare')
export class ComparePage {
  constructor(
    private readonly pages: RotaPages,
    private readonly boards: ReadBoard,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const board = await this.boards.of(id);
    return this.pages.sendDetail(
      { request, reply, exhibition: board.exhibition },
      {
        part: 'rota',
        heading: 'What the draft changes for people',
        children: <CompareView board={board} />,
      },
    );
  }
}

function CompareView({ board }: { readonly board: Board }) {
  const { told, exhibition } = board;
  if (told.places === null)
    return (
      <EmptyState titleText="Nobody has been told anything yet">
        <p class="govuk-body">
          Once the rota is published, this page says whom a change of the draft concerns.
        </p>
      </EmptyState>
    );
  const changes = compareRotas(told.places, draftPlaces(board));
  const names = namesOf(board);
  if (changes.length === 0)
    return <p class="govuk-body">The draft is what people were told. Nobody has to be told more.</p>;
  return (
    <>
      <p class="govuk-body-l">{plural(changes.length, 'person', 'people')} would be told of a change.</p>
      <ul class="cn-compare">
        {changes.map(({ member, gains, loses, leads }) => (
          <li key={member}>
            <h2 class="govuk-heading-s">
              <a class="govuk-link" href={rotaPersonPath(exhibition.id, member)}>
                {names.member(member)}
              </a>{' '}
              {gains.length > 0 && loses.length > 0 ? (
                <Tag>Moves</Tag>
              ) : gains.length > 0 ? (
                <Tag colour="green">Gains</Tag>
              ) : loses.length > 0 ? (
                <Tag colour="red">Loses</Tag>
              ) : (
                <Tag colour="grey">Leads</Tag>
              )}
            </h2>
            <ul class="govuk-list govuk-list--bullet">
              {loses.map((shift) => (
                <li key={shift}>No longer {names.shift(shift)}</li>
              ))}
              {gains.map((shift) => (
                <li key={shift}>New: {names.shift(shift)}</li>
              ))}
              {leads.map(({ shift, isLead }) => (
                <li key={shift}>
                  {isLead ? 'Leads' : 'No longer leads'} {names.shift(shift)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
