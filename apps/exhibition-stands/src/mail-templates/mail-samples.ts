import type { MailSample } from '#contracts';
import { samples as organisationThanks } from '../afterwards/emails/organisation-thanks.sample.js';
import { samples as standThanks } from '../afterwards/emails/stand-thanks.sample.js';
import { samples as guests } from '../events/emails/stand-event.sample.js';
import { samples as coverAsk } from '../day/emails/cover-ask.sample.js';
import { samples as coverFilled } from '../day/emails/cover-filled.sample.js';
import { samples as droppedOut } from '../day/emails/dropped-out.sample.js';
import { samples as shifts } from '../published/emails/shifts.sample.js';
import { samples as shiftsGone } from '../published/emails/shifts-gone.sample.js';
import { samples as swapAsked } from '../swaps/emails/swap-asked.sample.js';
import { samples as swapToApprove } from '../swaps/emails/swap-to-approve.sample.js';
import { samples as swapTold } from '../swaps/emails/swap-told.sample.js';
import { samples as teamInvitation } from '../team/emails/team-invitation.sample.js';

/** Every mail that this service writes, with sample data; each feature lists its own. */
export const mailSamples: readonly MailSample[] = [
  ...teamInvitation,
  ...shifts,
  ...shiftsGone,
  ...droppedOut,
  ...coverAsk,
  ...coverFilled,
  ...swapAsked,
  ...swapTold,
  ...swapToApprove,
  ...guests,
  ...standThanks,
  ...organisationThanks,
];
