import { instantOf } from '#platform';
import {
  Button,
  Details,
  EmptyState,
  field,
  FormErrors,
  HiddenFields,
  InsetText,
  ResponsiveTable,
  Textarea,
  type Form,
} from '#ui';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { momentOf } from '../../team/moment-of.js';
import { hoursInWords } from '../../team/slot-words.js';
import { afterwardsPath } from '../addresses.js';
import type { PreviewedMail, PreviewedMails } from '../thanks/preview-thanks.js';
import type { OrganisationToThank, PersonToThank, ThanksList } from '../thanks/read-thanks.js';
import { inWords, type Thanked } from '../thanks/send-thanks.js';
import type { ThanksRow } from '../thanks/thanks.entities.js';
import { AfterwardsFrame } from './afterwards-frame.js';

export interface ThanksViewProps {
  readonly exhibition: Exhibition;
  readonly list: ThanksList;
  readonly form: Form;
  /** Of the words. */
  readonly version: number;
  readonly mails: PreviewedMails;
  readonly once: string;
}

/** The words, the mails, who gets them, and who does not and why. */
export function ThanksView({ exhibition, list, form, version, mails, once }: ThanksViewProps) {
  const path = afterwardsPath(exhibition.id, 'thanks');
  const { people, organisations } = list;
  const isOver = exhibition.status === 'over';
  return (
    <AfterwardsFrame exhibition={exhibition} heading="Thanks" part="thanks">
      <FormErrors form={form} />
      {!isOver && (
        <InsetText>
          {exhibition.status === 'cancelled'
            ? 'The exhibition was called off, so there is nobody to thank.'
            : 'Thanks can be sent once the exhibition is over. You can write them already.'}
        </InsetText>
      )}
      <h2 class="govuk-heading-m">Your words</h2>
      <form method="post" action={path} novalidate>
        <HiddenFields values={{ version: String(version) }} />
        <Textarea
          {...field(form, 'people')}
          label="To those who stood"
          hint="It comes after “Hello” and their name. Their hours and the link to say how it was come after it."
          rows={5}
        />
        <Textarea
          {...field(form, 'organisations')}
          label="To their organisations"
          hint="To whoever looks after the organisation’s bookings. The hours of its people come after it; it names nobody."
          rows={5}
        />
        <Button preventDoubleClick classes="govuk-button--secondary">
          Keep these words
        </Button>
      </form>
      <h2 class="govuk-heading-m">Those who stood</h2>
      <Preview mail={mails.person} />
      <Send
        path={path}
        whom="people"
        number={isOver ? people.filter(({ why }) => why === null).length : 0}
        once={once}
      />
      {people.length === 0 ? (
        <EmptyState titleText="Nobody has stood yet" headingLevel={3}>
          <p class="govuk-body">Whoever stands is listed here, once their shift has ended.</p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="Who gets it, and who does not"
          columns={[
            { key: 'name', heading: 'Name' },
            { key: 'hours', heading: 'Hours stood', format: 'numeric' },
            { key: 'state', heading: 'Thanks' },
          ]}
          rows={people.map((each) => [
            <bdi>{each.member.name}</bdi>,
            hoursInWords(each.minutes),
            personWords(each, exhibition.zone),
          ])}
        />
      )}
      <h2 class="govuk-heading-m">Their organisations</h2>
      <Preview mail={mails.organisation} />
      <Send
        path={path}
        whom="organisations"
        number={isOver ? organisations.filter(({ why }) => why === null).length : 0}
        once={`${once}-o`}
      />
      {organisations.length === 0 ? (
        <EmptyState titleText="No organisation yet" headingLevel={3}>
          <p class="govuk-body">Organisations whose people stood are listed here.</p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="Which organisations get it, and which do not"
          columns={[
            { key: 'organisation', heading: 'Organisation' },
            { key: 'contact', heading: 'To' },
            { key: 'hours', heading: 'Hours stood', format: 'numeric' },
            { key: 'state', heading: 'Thanks' },
          ]}
          rows={organisations.map((each) => [
            <bdi>{each.organisation.name}</bdi>,
            each.contact === null ? '' : <bdi>{each.contact.name}</bdi>,
            hoursInWords(each.organisation.minutes),
            organisationWords(each, exhibition.zone),
          ])}
        />
      )}
      <p class="govuk-body">
        Each gets it once, whoever presses how often. Whoever has switched off thanks for stands in their mail
        settings gets none; that is theirs to know, so it is not shown here.
      </p>
    </AfterwardsFrame>
  );
}

function Preview({ mail }: { readonly mail: PreviewedMail | null }) {
  if (mail === null) return null;
  return (
    <Details summaryText={<>The mail as {mail.to} has it</>}>
      <p class="govuk-body">
        <strong>{mail.subject}</strong>
      </p>
      <div class="cn-verbatim">{mail.text}</div>
    </Details>
  );
}

interface SendProps {
  readonly path: string;
  readonly whom: Thanked;
  readonly number: number;
  readonly once: string;
}

function Send({ path, whom, number, once }: SendProps) {
  if (number === 0) return null;
  return (
    <form method="post" action={`${path}/send`}>
      <HiddenFields values={{ whom, once }} />
      <Button preventDoubleClick>Send thanks to {inWords(whom, number)}</Button>
    </form>
  );
}

const sentOn = ({ sentAt }: ThanksRow, zone: string) => `Sent ${momentOf(instantOf(sentAt), zone)}`;

function personWords({ why, thanks }: PersonToThank, zone: string): string {
  if (thanks !== null) return sentOn(thanks, zone);
  if (why === 'did-not-stand') return 'None: they did not stand';
  if (why === 'no-address') return 'None: we have no address. Thank them yourself';
  if (why === 'erased') return 'None: we do not know any more who it was';
  return 'Gets it';
}

function organisationWords({ why, thanks }: OrganisationToThank, zone: string): string {
  if (thanks !== null) return sentOn(thanks, zone);
  if (why === 'not-known') return 'None: the network’s list of members does not have it by this name';
  if (why === 'no-contact') return 'None: nobody is known who looks after its bookings';
  return 'Gets it';
}
