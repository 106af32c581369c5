import { h, type ComponentChildren } from 'preact';
import { classNames, hasContent, isPlainText, type Attributes, type Content } from './content.js';

export interface NotificationBannerProps {
  /** Words alone are set as the banner's heading; elements are left as they are. */
  readonly children?: ComponentChildren;
  /** `success` is announced at once. */
  readonly type?: 'success';
  /** "Important", or "Success" for that type, unless given. */
  readonly titleText?: Content;
  readonly titleId?: string;
  readonly titleHeadingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  readonly role?: 'alert' | 'region' | 'status' | 'banner';
  readonly disableAutoFocus?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Says what happened, or what the reader should know that is not on the page itself. */
export function NotificationBanner(props: NotificationBannerProps) {
  const { children, titleId = 'govuk-notification-banner-title' } = props;
  const isSuccess = props.type === 'success';
  const title = props.titleText ?? (isSuccess ? 'Success' : 'Important');
  return (
    <div
      class={classNames(
        'govuk-notification-banner',
        isSuccess && 'govuk-notification-banner--success',
        props.classes,
      )}
      role={props.role ?? (isSuccess ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        {h(
          `h${props.titleHeadingLevel ?? 2}`,
          { class: 'govuk-notification-banner__title', id: titleId },
          title,
        )}
      </div>
      <div class="govuk-notification-banner__content">
        {hasContent(children) &&
          (isPlainText(children) ? <p class="govuk-notification-banner__heading">{children}</p> : children)}
      </div>
    </div>
  );
}
