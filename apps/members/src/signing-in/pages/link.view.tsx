import { Button, field, FormErrors, Input, InsetText, momentInWords, Radios, type Form } from '#ui';
import { linkPath } from '../addresses.js';

/** What a link's page says before the press. */
export interface LinkProps {
  readonly token: string;
  readonly address: string;
}

/** In the browser that asked, or for a link that is bound to none. */
export function OwnLinkView({ token, address }: LinkProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Sign in</h1>
      <p class="govuk-body">
        You are about to sign in with <strong>{address}</strong>.
      </p>
      <form method="post" action={linkPath(token)}>
        <Button preventDoubleClick>Sign in</Button>
      </form>
    </>
  );
}

export interface OtherDeviceProps extends LinkProps {
  readonly form: Form;
  /** Of the browser that asked, in words. */
  readonly browser: string;
  readonly network: string;
  readonly askedAt: Date;
}

/** In another browser than the one that asked. */
export function OtherDeviceView({ token, address, form, browser, network, askedAt }: OtherDeviceProps) {
  return (
    <>
      <FormErrors form={form} />
      <h1 class="govuk-heading-xl">Sign in with a code</h1>
      <p class="govuk-body">
        This link signs in <strong>{address}</strong>. It was asked for in another browser or on another
        device, which shows a code.
      </p>
      <InsetText>
        Asked for on {momentInWords(askedAt)}, with {browser}, from {network}. If that was not you, close this
        page: nobody gets in without it.
      </InsetText>
      <form method="post" action={linkPath(token)} novalidate>
        <Input
          {...field(form, 'code')}
          label="The code"
          hint="Six letters and digits, as the page “Check your mail” shows them."
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          classes="govuk-input--width-10 govuk-input--extra-letter-spacing"
        />
        <Radios
          {...field(form, 'where')}
          fieldset={{ legend: { text: 'Where to sign in', classes: 'govuk-fieldset__legend--s' } }}
          items={[
            { value: 'here', text: 'On this device' },
            {
              value: 'there',
              text: 'On the device where I asked',
              hint: 'Only if you have it before you.',
            },
          ]}
        />
        <Button preventDoubleClick>Sign in</Button>
      </form>
    </>
  );
}

/** The other device was let in. */
export function ThereView() {
  return (
    <>
      <h1 class="govuk-heading-xl">Go on at the other device</h1>
      <p class="govuk-body">
        Press “Continue” on the page there. You are not signed in here, and can close this page.
      </p>
    </>
  );
}

/** 410: the link cannot be used, whatever the reason. */
export function LinkOverView({ askAgain }: { readonly askAgain: string }) {
  return (
    <>
      <h1 class="govuk-heading-xl">This link cannot be used any more</h1>
      <p class="govuk-body">
        A link works once, for 15 minutes, and bears a few wrong codes only. If you have just used it, you are
        signed in:{' '}
        <a class="govuk-link" href="/">
          go to the home page
        </a>
        .
      </p>
      <Button href={askAgain}>Ask for another link</Button>
    </>
  );
}
