import { accepted, checkText, refuse, type Checked } from '#checks';

/** What to do when somebody is missing, unless staff wrote their own for the visit. */
export const usualSteps: readonly string[] = [
  'Stay calm, and keep the party together where they are.',
  'Ask those who were with them last: where and when did they see them?',
  'Ring their mobile, and send them a text message.',
  'Look again at the last place and at the meeting point: toilets, shops, the platform.',
  'Ring the others who lead the visit. Agree on who stays, and whether the party goes on.',
  'If they have not been heard of after half an hour, ring their emergency contact.',
  'If you fear for them, ring 112 and ask for the police.',
];

const mostSteps = 20;

/** Steps as they are typed, one to a line; blank lines are left out. */
export function checkSteps(text: string): Checked<readonly string[]> {
  const lines = checkText(text, 'steps', {
    longest: 4000,
    manyLines: true,
    missing: { code: 'missing', message: 'Write at least one step.' },
  });
  if (!lines.ok) return lines;
  const steps = lines.value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (steps.length > mostSteps) {
    return refuse('steps', 'too-many', `Write ${mostSteps} steps or fewer: nobody reads more in a hurry.`);
  }
  return accepted(steps);
}
