import type { AppName } from '#contracts';
import type { ShownDeadLetter } from '#messaging';
import { deadLetterPath, deadLettersOf, requeueAllPath, requeuePath } from '../addresses.js';
import { plural } from '#ui';
import { appInWords, typeInWords } from '../domain/message-words.js';
import { ConfirmPutBack } from './confirm-put-back.js';

export interface RequeueProps {
  readonly app: AppName;
  readonly letter: ShownDeadLetter;
}

export function RequeueView({ app, letter }: RequeueProps) {
  return (
    <ConfirmPutBack
      heading="Put this message back?"
      action={requeuePath(app, letter.id)}
      button="Put it back"
      cancelPath={deadLetterPath(app, letter.id)}
      cancel="Leave it where it is"
    >
      <p class="govuk-body">
        {appInWords(app)} will try at once to handle “{typeInWords(letter.type)}” again, and up to ten times
        if that fails. It is handled once, however often it is put back. If it cannot be handled, it will be
        listed again.
      </p>
    </ConfirmPutBack>
  );
}

export interface RequeueAllProps {
  readonly app: AppName;
  /** What rests, by type. */
  readonly types: readonly { readonly type: string; readonly resting: number }[];
}

export function RequeueAllView({ app, types }: RequeueAllProps) {
  const resting = types.reduce((sum, type) => sum + type.resting, 0);
  const all = resting === 1 ? 'one message' : `all ${plural(resting, 'message')}`;
  return (
    <ConfirmPutBack
      heading={`Put back ${all} of ${appInWords(app)}?`}
      action={requeueAllPath(app)}
      button={`Put back ${all}`}
      cancelPath={deadLettersOf(app)}
      cancel={resting === 1 ? 'Leave it where it is' : 'Leave them where they are'}
    >
      <ul class="govuk-list govuk-list--bullet">
        {types.map(({ type, resting: count }) => (
          <li key={type}>
            {typeInWords(type)}: {plural(count, 'message')}
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        {appInWords(app)} will try at once to handle them again, each up to ten times. Each is handled once,
        however often it is put back. What still cannot be handled will be listed again.
      </p>
    </ConfirmPutBack>
  );
}
