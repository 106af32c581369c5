import { classNames, type Attributes, type Content } from './content.js';

export interface Breadcrumb {
  readonly text: Content;
  /** Left out for the page itself. */
  readonly href?: string;
  readonly attributes?: Attributes;
}

export interface BreadcrumbsProps {
  readonly items: readonly Breadcrumb[];
  readonly labelText?: string;
  /** On a phone shows only the first and last. */
  readonly collapseOnMobile?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** The way here from the home page. */
export function Breadcrumbs(props: BreadcrumbsProps) {
  const classes = classNames(
    'govuk-breadcrumbs',
    props.classes,
    props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
  );
  return (
    <nav class={classes} {...props.attributes} aria-label={props.labelText ?? 'Breadcrumb'}>
      <ol class="govuk-breadcrumbs__list">
        {props.items.map(({ text, href, attributes }) =>
          href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={href} {...attributes}>
                {text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {text}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
