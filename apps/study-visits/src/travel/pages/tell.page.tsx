import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { homeZone } from '#checks';
import { actorOf } from '#platform';
import { BackLink, Button, EmptyState, plural, ResponsiveTable, Site, Tag, type TagColour } from '#ui';
import { manageVisitPath } from '../../visits/addresses.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { travelPart } from '../addresses.js';
import { momentWords } from '../in-words.js';
import { TellTravel, type TellState } from '../telling/tell-travel.js';

const tags: Readonly<Record<TellState['state'], { readonly text: string; readonly colour: TagColour }>> = {
  nothing: { text: 'On no leg', colour: 'grey' },
  'not-told': { text: 'Not told yet', colour: 'blue' },
  changed: { text: 'Changed since', colour: 'yellow' },
  told: { text: 'Told', colour: 'green' },
};

/** Tells travellers of their legs, once staff are ready, and again when something is different. */
@Controller('visits/manage/:id/travel/tell')
export class TellPage {
  constructor(
    private readonly site: Site,
    private readonly telling: TellTravel,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { visit, states } = await this.telling.read(id);
    const back = manageVisitPath(visit.id, travelPart);
    return this.site.send(request, reply, {
      title: `Tell travellers of their legs: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={back}>Travel</BackLink>,
      main: (
        <>
          <span class="govuk-caption-xl">{visit.title}</span>
          <h1 class="govuk-heading-xl">Tell travellers of their legs</h1>
          <TellView states={states} action={`${back}/tell`} />
        </>
      ),
    });
  }

  @Post()
  async send(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const path = manageVisitPath(id, `${travelPart}/tell`);
    try {
      const { mails, unreachable } = await this.telling.run(actorOf(request), id);
      const others =
        unreachable === 0
          ? ''
          : ` ${plural(unreachable, 'traveller has', 'travellers have')} no address: tell them yourself.`;
      const text =
        mails === 0
          ? `There was nobody to write to.${others}`
          : `${plural(mails, 'mail is', 'mails are')} on the way.${others}`;
      return await this.site.redirect(reply, path, { type: mails === 0 ? 'important' : 'success', text });
    } catch (error) {
      if (!isProblem(error, 409)) throw error;
      return this.site.redirect(reply, path, { type: 'important', text: error.detail });
    }
  }
}

function TellView({ states, action }: { readonly states: readonly TellState[]; readonly action: string }) {
  const news = states.filter(({ state }) => state === 'not-told' || state === 'changed');
  if (states.length === 0) {
    return (
      <EmptyState titleText="No travellers yet">
        <p class="govuk-body">Whoever travels with the visit stands here, with what they were told.</p>
      </EmptyState>
    );
  }
  return (
    <>
      {news.length === 0 ? (
        <p class="govuk-body">Everybody who is on a leg has been told of it as it is now.</p>
      ) : (
        <form method="post" action={action}>
          <p class="govuk-body">
            {plural(news.length, 'traveller has', 'travellers have')} something to be told. The mail has their
            legs with both clocks’ times, references and seats, and says what is different from the mail
            before.
          </p>
          <Button preventDoubleClick>Write to {plural(news.length, 'traveller')}</Button>
        </form>
      )}
      <ResponsiveTable
        caption="What each of them was told"
        columns={[
          { key: 'name', heading: 'Traveller' },
          { key: 'legs', heading: 'Legs' },
          { key: 'state', heading: 'State' },
          { key: 'changes', heading: 'To be told' },
        ]}
        rows={states.map(({ traveller, legs, toldAt, state, changes }) => [
          <bdi>{traveller.name}</bdi>,
          String(legs.length),
          <>
            <Tag colour={tags[state].colour}>{tags[state].text}</Tag>
            {toldAt !== null && (
              <p class="cn-quiet cn-flush">{momentWords({ at: toldAt, zone: homeZone })}</p>
            )}
          </>,
          state === 'changed' || state === 'not-told' ? (
            <ul class="govuk-list cn-flush">
              {changes.added.map((leg) => (
                <li key={leg.legId}>
                  New: <bdi>{leg.title}</bdi>
                </li>
              ))}
              {changes.removed.map((leg) => (
                <li key={leg.legId}>
                  Not any more: <bdi>{leg.title}</bdi>
                </li>
              ))}
              {changes.changed.map(({ leg, changes: fields }) => (
                <li key={leg.legId}>
                  <bdi>{leg.title}</bdi>: {fields.map(({ field }) => field.toLowerCase()).join(', ')}
                </li>
              ))}
            </ul>
          ) : (
            <span class="cn-quiet">Nothing</span>
          ),
        ])}
      />
    </>
  );
}
