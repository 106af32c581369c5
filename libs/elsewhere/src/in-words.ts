import { isAway, type Commitment } from '#commitments';
import { whenInWords } from '#ui';

/**
 * "at Annual Conference 2027 on Tuesday 28 September 2027, 9.30am to 5pm", "at Annual Conference 2027, Tuesday 28 to Wednesday 29
 * September 2027" while its times are not settled, "on the network’s stand at Labour Party Conference 2027
 * on Sunday 26 September 2027, 10am to 11am", "away with the study visit “Mondragon”, Sunday 11 to Friday 16 March 2035"
 */
export const commitmentInWords = (commitment: Commitment): string => {
  const { title, start, end, zone, place } = commitment;
  if (isAway(commitment)) return `away with the study visit “${title}”, ${daysInWords(commitment)}`;
  const where = `${place?.startsWith('stand ') === true ? 'on the network’s stand at' : 'at'} ${title}`;
  if (!isOfWholeDays(commitment)) return `${where} on ${whenInWords({ type: 'timed', start, end, zone })}`;
  const { first, last } = daysOf(commitment);
  return `${where}${first.equals(last) ? ' on' : ','} ${daysInWords(commitment)}`;
};

/** Of what begins and ends at midnight: the clock says nothing of it that its days do not. */
function isOfWholeDays({ start, end, zone }: Commitment): boolean {
  return [start, end].every((at) => {
    const there = at.toZonedDateTimeISO(zone);
    return there.equals(there.startOfDay());
  });
}

function daysOf({ start, end, zone }: Commitment) {
  const first = start.toZonedDateTimeISO(zone).toPlainDate();
  const last = end.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 });
  return { first, last };
}

const daysInWords = (commitment: Commitment): string =>
  whenInWords({ type: 'all-day', ...daysOf(commitment), zone: commitment.zone });
