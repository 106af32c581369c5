import type { TeamMember } from '../team-of.js';
import { AboutPart } from './about-part.js';

export interface AboutMeanwhileProps {
  /** As it says now. */
  readonly member: TeamMember;
  /** IANA. */
  readonly zone: string;
  /** The form anew. */
  readonly reloadPath: string;
}

/** Tells who saves that somebody else did meanwhile, and what it says now; what they typed stays in the form. */
export function AboutMeanwhile({ member, zone, reloadPath }: AboutMeanwhileProps) {
  return (
    <section class="cn-status cn-status--postponed" role="alert" aria-labelledby="meanwhile">
      <h2 class="cn-status__title" id="meanwhile">
        This was changed while you were writing
      </h2>
      <p>
        Yours is not saved yet; it is in the form below. Save it in place of what it says now, or{' '}
        <a class="govuk-link" href={reloadPath}>
          begin anew from that
        </a>
        :
      </p>
      <AboutPart member={member} zone={zone} changePath={null} />
    </section>
  );
}
