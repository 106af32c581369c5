import { Button } from '#ui';
import { codeInWords } from '../domain/code.js';
import { askedPath, askPath } from '../addresses.js';

/** How often the page asks whether the link was pressed on another device, in milliseconds. */
const askEvery = 3000;

export interface AskedProps {
  readonly address: string;
  readonly code: string;
  readonly returnPath: string;
}

/** What the asking browser shows until its link is pressed. It says the same whether the address is known or not. */
export function AskedView({ address, code, returnPath }: AskedProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Check your mail</h1>
      <p class="govuk-body">
        If we know <strong>{address}</strong>, or it belongs to one of the network’s organisations, a link is
        on its way to it. The link works once, for 15 minutes.
      </p>
      <div data-progress={`${askedPath}/state`} data-progress-every={askEvery}>
        <h2 class="govuk-heading-m">If you read your mail on another device</h2>
        <p class="govuk-body">
          Open the link there. It will ask for this code, and whether to sign you in there or here:
        </p>
        <p class="cn-code">
          <span class="govuk-visually-hidden">The code: </span>
          {codeInWords(code)}
        </p>
        <p class="govuk-body">Give it to nobody. We never ask for it by telephone or mail.</p>
      </div>
      <h2 class="govuk-heading-m">If no mail comes</h2>
      <p class="govuk-body">
        Look among your unwanted mail, and check that the address above is right. You can{' '}
        <a class="govuk-link" href={askPath(address, returnPath)}>
          ask for another link
        </a>
        . If you have an address with one of the network’s organisations, use that one.
      </p>
    </>
  );
}

/** The link was pressed on another device, which has let this browser in. */
export function LetInView({ address }: { readonly address: string }) {
  return (
    <>
      <h1 class="govuk-heading-xl">You can go on here</h1>
      <p class="govuk-body">
        The link that was sent to <strong>{address}</strong> was used to sign in on this device.
      </p>
      <form method="post" action={askedPath}>
        <Button preventDoubleClick>Continue</Button>
      </form>
    </>
  );
}

const reasons = {
  used: {
    title: 'The link was used on another device',
    text: 'You are signed in there. To sign in here too, ask for another link.',
  },
  over: {
    title: 'The link is over',
    text: 'It works for 15 minutes, and bears a few wrong codes only. Ask for another one.',
  },
  unknown: {
    title: 'Ask for a link first',
    text: 'This browser is not waiting for one. If you have just asked, it may be set to keep no cookies: allow them for this site, and ask again.',
  },
} as const;

export type NoLinkReason = keyof typeof reasons;

export const noLinkTitle = (reason: NoLinkReason): string => reasons[reason].title;

/** There is nothing to wait for. */
export function NoLinkView({
  reason,
  askAgain,
}: {
  readonly reason: NoLinkReason;
  readonly askAgain: string;
}) {
  return (
    <>
      <h1 class="govuk-heading-xl">{noLinkTitle(reason)}</h1>
      <p class="govuk-body">{reasons[reason].text}</p>
      <Button href={askAgain}>{reason === 'unknown' ? 'Sign in' : 'Ask for another link'}</Button>
    </>
  );
}
