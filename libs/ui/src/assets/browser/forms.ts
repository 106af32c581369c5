import {
  Button,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  Tabs,
  createAll,
} from 'govuk-frontend';

// What GOV.UK's template does in an inline script; ours allows none.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

for (const component of [
  ErrorSummary,
  NotificationBanner,
  Button,
  Radios,
  Checkboxes,
  Tabs,
  ServiceNavigation,
])
  createAll(component);
