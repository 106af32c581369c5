import { momentInWords, plural, Tag } from '#ui';
import type { NoticeRow } from '../notice.entity.js';
import type { Followers } from '../read-followers.js';

/** For staff: how many follow an event, what they are still to be told, and what they were told. */
export function FollowersPanel({ followers, now }: { readonly followers: Followers; readonly now: Date }) {
  const { waiting, told } = followers;
  return (
    <section aria-labelledby="followers">
      <h2 class="govuk-heading-m" id="followers">
        Followers
      </h2>
      <p class="govuk-body">{countInWords(followers)}</p>
      {waiting.map((notice) => (
        <p class="govuk-body" key={notice.why}>
          <Tag colour="blue">Waiting</Tag> {waitingInWords(notice, now)}
        </p>
      ))}
      {told.length > 0 && (
        <ul class="govuk-list">
          {told.map((mailing) => (
            <li key={mailing.id}>
              <a class="govuk-link" href={`/mail/mailings/${mailing.id}`}>
                {mailing.title}
              </a>
              <br />
              <span class="cn-quiet">
                {momentInWords(mailing.at)}, to {plural(mailing.total, 'person', 'people')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function countInWords({ ofEvent, ofSeries }: Followers): string {
  if (ofEvent + ofSeries === 0) return 'Nobody follows this event yet.';
  const follow = (count: number) => (count === 1 ? 'follows' : 'follow');
  const direct = `${plural(ofEvent, 'person', 'people')} ${follow(ofEvent)} this event`;
  if (ofSeries === 0) return `${direct}.`;
  const through = `${plural(ofSeries, 'person', 'people')} ${follow(ofSeries)} its series`;
  return ofEvent === 0 ? `${through}.` : `${direct}, and ${through}.`;
}

/** “2 edits will be told in 4 minutes.” */
function waitingInWords(
  { why, edits, dueAt }: Pick<NoticeRow, 'why' | 'edits' | 'dueAt'>,
  now: Date,
): string {
  const what = why === 'published' ? 'This event' : plural(edits, 'edit');
  const minutes = Math.ceil((dueAt.getTime() - now.getTime()) / 60_000);
  if (minutes <= 0) return `${what} will be told in a moment.`;
  return `${what} will be told in ${minutes === 1 ? 'a minute at most' : `${minutes} minutes`}, together with what you change until then.`;
}
