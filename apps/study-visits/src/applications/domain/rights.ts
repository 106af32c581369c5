import type { ApplicationStatus } from './application.js';

/** Who looks at an application: whose it is, by their link or signed in; a booking-contact of their organisation; staff. */
export type Viewer = 'applicant' | 'contact' | 'staff';

/** What may be done with an application, besides its being listed by name and state. */
export type Act = 'read' | 'edit' | 'say-access' | 'submit' | 'withdraw';

/** What is looked at to say so. */
export interface Rightful {
  readonly status: ApplicationStatus;
  /** Whether their organisation signed them up. */
  readonly isByOrganisation: boolean;
}

/**
 * Whether somebody may do something with an application. A contact helps those whom they signed up until these submit it, and
 * never sees what somebody needs; whoever applied by themselves has told their organisation nothing. What somebody needs may
 * change after they applied.
 */
export function may(viewer: Viewer, act: Act, { status, isByOrganisation }: Rightful): boolean {
  const isDraft = status === 'draft';
  switch (viewer) {
    case 'applicant':
      return (
        act === 'read' || (act === 'say-access' || act === 'withdraw' ? status !== 'withdrawn' : isDraft)
      );
    case 'contact':
      return isByOrganisation && isDraft && (act === 'read' || act === 'edit' || act === 'withdraw');
    case 'staff':
      return (
        act === 'read' || (act !== 'say-access' && (act === 'withdraw' ? status !== 'withdrawn' : isDraft))
      );
  }
}
