import { isAway, type Commitment } from '#commitments';
import { whenInWords } from '#ui';

/**
 * "at Annual Conference 2027 on Tuesday 28 September 2027, 9.30am to 5pm", "on the network’s stand at Labour Party Conference 2027
 * on Sunday 26 September 2027, 10am to 11am", "away with the study visit “Mondragon”, Sunday 11 to Friday 16 March 2035"
 */
export const commitmentInWords = (commitment: Commitment): string => {
  const { title, start, end, zone, place } = commitment;
  if (isAway(commitment)) return `away with the study visit “${title}”, ${daysInWords(commitment)}`;
  const when = isOfWholeDays(commitment)
    ? daysInWords(commitment)
    : whenInWords({ type: 'timed', start, end, zone });
  return `${place?.startsWith('stand ') === true ? 'on the network’s stand at' : 'at'} ${title} on ${when}`;
};

/** Of what begins and ends at midnight: the clock says nothing of it that its days do not. */
function isOfWholeDays({ start, end, zone }: Commitment): boolean {
  return [start, end].every((at) => {
    const there = at.toZonedDateTimeISO(zone);
    return there.equals(there.startOfDay());
  });
}

function daysInWords({ start, end, zone }: Commitment): string {
  const first = start.toZonedDateTimeISO(zone).toPlainDate();
  const last = end.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 });
  return whenInWords({ type: 'all-day', first, last, zone });
}
