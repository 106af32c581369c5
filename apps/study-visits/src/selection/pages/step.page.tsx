import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound } from '#platform';
import { form, plural, readVersion, submittedValues } from '#ui';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { CloseScoring } from '../close-scoring.js';
import { PublishSeed } from '../publish-seed.js';
import { ReadSelection, type NamedOutcome } from '../read-selection.js';
import { TellSelection } from '../tell-selection.js';

const steps = {
  seed: {
    heading: 'Publish the seed of the draw?',
    saveLabel: 'Publish the seed',
    effects: [
      'A seed is made now: nobody chooses it.',
      'It is shown on the visit’s page for everybody.',
      'It can never be changed. With the codes of the applications it decides who is drawn first, so that everybody can repeat the draw.',
    ],
  },
  'close-scoring': {
    heading: 'Close scoring?',
    saveLabel: 'Close scoring',
    effects: [
      'Assessors can change nothing any more, and this cannot be undone.',
      'From then on you see what each of them gave.',
    ],
  },
  tell: {
    heading: 'Tell all applicants?',
    saveLabel: 'Tell all applicants',
    effects: [
      'The result is shown by code, without names, on the page of the selection.',
      'After that it stays as it is. Places that become free go to the reserves in their order.',
    ],
  },
} as const;

type Step = keyof typeof steps;

/** The steps of a selection that cannot be taken back, each on a page of its own that says what it means. */
@Controller('visits/manage/:id/selection/steps/:step')
export class SelectionStepPage {
  constructor(
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly selections: ReadSelection,
    private readonly seed: PublishSeed,
    private readonly closeScoring: CloseScoring,
    private readonly tell: TellSelection,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('step') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const step = stepOf(name);
    const visit = await this.visits.byId(id);
    const selection = await this.selections.of(visit.id);
    const outcomes = step === 'tell' ? await this.selections.outcomes(visit.id) : [];
    const { heading, saveLabel, effects } = steps[step];
    return this.forms.send(request, reply, {
      visit,
      heading,
      part: `selection/steps/${step}`,
      backPart: 'selection',
      form: form(),
      hidden: { version: String(selection?.version ?? 1) },
      saveLabel,
      cancelLabel: 'Not now',
      children: (
        <ul class="govuk-list govuk-list--bullet">
          {[...(step === 'tell' ? told(outcomes) : []), ...effects].map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      ),
    });
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Param('step') name: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const step = stepOf(name);
    try {
      const text = await this.take(step, id, request, readVersion(submittedValues(body)) ?? 0);
      return await this.forms.done(reply, id, 'selection', text);
    } catch (error) {
      if (!isProblem(error, 409)) throw error;
      // A second press of the button: what it asks for is done.
      const text =
        step === 'tell' && error.code === 'selection-told'
          ? 'All applicants have been told.'
          : error.code === 'edited-meanwhile'
            ? 'Somebody changed the selection after you opened it, so nothing was done. Look at it again.'
            : error.detail;
      return this.forms.undone(reply, id, 'selection', text);
    }
  }

  private async take(step: Step, id: string, request: FastifyRequest, seen: number): Promise<string> {
    const actor = actorOf(request);
    switch (step) {
      case 'seed':
        return `The seed is published: ${await this.seed.run(actor, id)}`;
      case 'close-scoring':
        await this.closeScoring.run(actor, id);
        return 'Scoring is closed.';
      case 'tell':
        return `${plural(await this.tell.run(actor, id, seen), 'applicant is', 'applicants are')} told.`;
    }
  }
}

/** Who is told what, in sentences. */
function told(outcomes: readonly NamedOutcome[]): readonly string[] {
  const there = outcomes.filter(({ isWithdrawn }) => !isWithdrawn);
  const count = (kind: string) => there.filter(({ row }) => row.outcome === kind).length;
  return [
    `${plural(count('place'), 'applicant is', 'applicants are')} offered a place, with a deadline to accept it.`,
    `${plural(count('reserve'), 'applicant hears', 'applicants hear')} that they are a reserve, and which.`,
    ...(count('declined') > 0
      ? [
          `${plural(count('declined'), 'applicant hears', 'applicants hear')} that there is no place for them.`,
        ]
      : []),
    ...(there.length < outcomes.length
      ? [
          `${plural(outcomes.length - there.length, 'applicant has', 'applicants have')} withdrawn since, and hears nothing.`,
        ]
      : []),
    'Everybody reads why.',
  ];
}

/** @throws Problem 404 for what is no step */
function stepOf(name: string): Step {
  if (!Object.hasOwn(steps, name)) throw notFound();
  return name as Step;
}
