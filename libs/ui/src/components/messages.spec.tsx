import { Details, type DetailsProps } from './details.js';
import { ErrorSummary, type ErrorSummaryProps } from './error-summary.js';
import { InsetText, type InsetTextProps } from './inset-text.js';
import { NotificationBanner, type NotificationBannerProps } from './notification-banner.js';
import { Panel, type PanelProps } from './panel.js';
import { Tag, type TagProps } from './tag.js';
import { content, describeFixtures, withContent, type TextOrHtml } from './testing/fixtures.js';
import { WarningText, type WarningTextProps } from './warning-text.js';

type Given<Props> = Omit<Props, 'children'> & TextOrHtml;
interface Title {
  readonly titleText?: string;
  readonly titleHtml?: string;
}

type ErrorSummaryOptions = Omit<ErrorSummaryProps, 'titleText' | 'errorList'> &
  Title & {
    readonly descriptionText?: string;
    readonly descriptionHtml?: string;
    readonly errorList?: readonly (TextOrHtml & { readonly href?: string })[];
  };
describeFixtures('error-summary', (options: ErrorSummaryOptions) => (
  <ErrorSummary
    {...options}
    titleText={content({ text: options.titleText, html: options.titleHtml })}
    errorList={options.errorList?.map(withContent)}
  >
    {content({ text: options.descriptionText, html: options.descriptionHtml })}
  </ErrorSummary>
));

type BannerOptions = Given<Omit<NotificationBannerProps, 'titleText'>> & Title;
describeFixtures('notification-banner', (options: BannerOptions) => (
  <NotificationBanner
    {...options}
    titleText={options.titleHtml ? content({ html: options.titleHtml }) : options.titleText}
  >
    {content(options)}
  </NotificationBanner>
));

/** The macro tells an interruption by its class. */
const INTERRUPTION = 'govuk-panel--interruption';
describeFixtures('panel', (options: Given<Omit<PanelProps, 'titleText'>> & Title) => (
  <Panel
    {...options}
    titleText={content({ text: options.titleText, html: options.titleHtml })}
    interruption={options.classes?.includes(INTERRUPTION)}
    classes={options.classes?.replace(INTERRUPTION, '')}
  >
    {content(options)}
  </Panel>
));

type DetailsOptions = Given<Omit<DetailsProps, 'summaryText'>> & {
  readonly summaryText?: string;
  readonly summaryHtml?: string;
};
describeFixtures('details', (options: DetailsOptions) => (
  <Details {...options} summaryText={content({ text: options.summaryText, html: options.summaryHtml })}>
    {content(options)}
  </Details>
));

describeFixtures('inset-text', (options: Given<InsetTextProps>) => (
  <InsetText {...options}>{content(options)}</InsetText>
));
describeFixtures('warning-text', (options: Given<WarningTextProps>) => (
  <WarningText {...options}>{content(options)}</WarningText>
));
describeFixtures('tag', (options: Given<TagProps>) => <Tag {...options}>{content(options)}</Tag>);
