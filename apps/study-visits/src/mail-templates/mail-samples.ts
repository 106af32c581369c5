import type { MailSample } from '#contracts';
import { samples as applicationLink } from '../applications/emails/application-link.sample.js';
import { samples as applicationSubmitted } from '../applications/emails/application-submitted.sample.js';
import { samples as signedUp } from '../applications/emails/signed-up.sample.js';
import { samples as referenceAsked } from '../references/emails/reference-asked.sample.js';
import { samples as calledOff } from '../calling-off/emails/visit-called-off.sample.js';
import { samples as funding } from '../funding/emails/visit-funded.sample.js';
import { samples as offers } from '../offers/emails/visit-place.sample.js';
import { samples as results } from '../offers/emails/visit-result.sample.js';
import { samples as expenses } from '../expenses/emails/expense-decided.sample.js';
import { samples as incidents } from '../incidents/emails/incident-news.sample.js';
import { samples as travellers } from '../travellers/emails/visit-traveller.sample.js';
import { samples as markWorsened } from '../readiness/emails/mark-worsened.sample.js';
import { samples as stillMissing } from '../readiness/emails/still-missing.sample.js';
import { samples as ownTravel } from '../travel/emails/own-travel.sample.js';
import { samples as sheets } from '../handouts/emails/visit-sheet.sample.js';
import { samples as itinerary } from '../itinerary/emails/visit-itinerary.sample.js';
import { samples as howWasIt } from '../feedback/emails/visit-how-was-it.sample.js';
import { samples as liveChange } from '../live-changes/emails/visit-live-change.sample.js';
import { samples as liveChangeForHosts } from '../live-changes/emails/visit-live-change-for-hosts.sample.js';
import { samples as dailyBriefing } from '../briefings/emails/daily-briefing.sample.js';

/** Every mail that this service writes, with sample data; each feature lists its own. */
export const mailSamples: readonly MailSample[] = [
  ...applicationLink,
  ...signedUp,
  ...applicationSubmitted,
  ...referenceAsked,
  ...results,
  ...offers,
  ...funding,
  ...calledOff,
  ...travellers,
  ...expenses,
  ...incidents,
  ...stillMissing,
  ...markWorsened,
  ...ownTravel,
  ...itinerary,
  ...howWasIt,
  ...liveChange,
  ...liveChangeForHosts,
  ...sheets,
  ...dailyBriefing,
];
