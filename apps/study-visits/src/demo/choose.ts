import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { accepted } from '#checks';
import { Transactions, type DemoClock } from '#platform';
import { ApplicationLinks } from '../applications/application-links.js';
import { ApplicationRow } from '../applications/application.entity.js';
import { PutInApplication } from '../applications/put-in-application.js';
import { AnswerOffer } from '../offers/answer-offer.js';
import { OfferRow } from '../offers/offer.entity.js';
import { CriterionRow } from '../selection/assessment.entities.js';
import { CloseScoring } from '../selection/close-scoring.js';
import { KeepAssessors } from '../selection/keep-assessors.js';
import { KeepCriteria } from '../selection/keep-criteria.js';
import { PublishSeed } from '../selection/publish-seed.js';
import { RunSelection } from '../selection/run-selection.js';
import { SaveScore } from '../selection/save-score.js';
import { TellSelection } from '../selection/tell-selection.js';
import type { Visit } from '../visits/domain/visit.js';
import { applicants, type DemoApplicant } from './applicants.js';
import { addressOf, secondAssessor, staff } from './network.js';

const criteria = [
  {
    title: 'Why they want to come',
    text: 'Many points for what they can learn only there.',
    weight: accepted(1),
  },
  {
    title: 'What they will bring back',
    text: 'Many points for what others will have of it.',
    weight: accepted(2),
  },
];

/** Puts an application in as it came. @returns its id */
export const apply = (
  app: INestApplicationContext,
  visitId: string,
  applicant: DemoApplicant,
): Promise<string> =>
  app.get(Transactions).run((manager) =>
    app.get(PutInApplication).within(manager, staff, visitId, {
      name: applicant.name,
      email: addressOf(applicant),
      phone: '',
      jobTitle: applicant.jobTitle,
      organisationName: applicant.organisation,
      kind: applicant.isPress === true ? 'press' : 'member',
      why: applicant.why,
      bringBack: applicant.bringBack,
      supporter: 'My manager, who has agreed to the days.',
      reason: '',
    }),
  );

/** Says what is looked at, by whom, and by which seed lots are drawn, while people can still apply. */
export async function prepareSelection(app: INestApplicationContext, visitId: string): Promise<void> {
  await app.get(KeepCriteria).run(staff, visitId, null, criteria);
  await app.get(PublishSeed).run(staff, visitId);
}

/** Everything from the first application to the last acceptance. */
export async function chooseTravellers(
  app: INestApplicationContext,
  clock: DemoClock,
  visit: Visit,
): Promise<void> {
  const { id } = visit;
  clock.put(Temporal.PlainDate.from('2023-09-05'), '10:00');
  await prepareSelection(app, id);
  const ids = new Map<string, DemoApplicant>();
  for (const [index, applicant] of applicants.entries()) {
    clock.put(Temporal.PlainDate.from('2023-09-11').add({ days: index * 2 }), '14:20');
    ids.set(await apply(app, id, applicant), applicant);
  }
  clock.put(Temporal.PlainDate.from('2023-11-20'), '09:30');
  await score(app, id, ids);
  clock.put(Temporal.PlainDate.from('2023-12-05'), '11:00');
  await app.get(CloseScoring).run(staff, id);
  await app.get(RunSelection).run(staff, id, null, { method: 'score', releaseUnfilled: true });
  await app.get(TellSelection).run(staff, id, null);
  clock.put(Temporal.PlainDate.from('2023-12-07'), '16:45');
  await accept(app, id);
}

/** Both assessors say what they think of each. */
async function score(
  app: INestApplicationContext,
  visitId: string,
  applications: ReadonlyMap<string, DemoApplicant>,
): Promise<void> {
  for (const address of ['sam.staff@example.org', 'kit.keeper@example.org'])
    await app.get(KeepAssessors).add(staff, visitId, address);
  const rows = await app
    .get(Transactions)
    .run((manager) => manager.find(CriterionRow, { where: { visitId }, order: { position: 'ASC' } }));
  for (const [applicationId, { scores }] of applications) {
    for (const [assessor, given] of [staff, secondAssessor].map(
      (each, index) => [each, scores.split(' ')[index] ?? ''] as const,
    )) {
      const points = new Map(rows.map((row, index) => [row.id, Number(given[index])]));
      await app.get(SaveScore).run(assessor, visitId, applicationId, null, { points, note: '' });
    }
  }
}

/** Everybody who is offered a place takes it, by the link in the mail. */
async function accept(app: INestApplicationContext, visitId: string): Promise<void> {
  const offered = await app.get(Transactions).run(async (manager) => {
    const offers = await manager.find(OfferRow, {
      where: { visitId, status: 'offered' },
      order: { id: 'ASC' },
    });
    return Promise.all(
      offers.map(({ applicationId }) => manager.findOneByOrFail(ApplicationRow, { id: applicationId })),
    );
  });
  for (const application of offered) {
    const secret = app.get(ApplicationLinks).secretFor(application);
    await app.get(AnswerOffer).accept({ secret }, null, staff.requestId);
  }
}
