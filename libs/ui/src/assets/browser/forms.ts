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
import { hideUntilAsked } from './only-if.js';

// What GOV.UK's template does in an inline script; ours allows none.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

/** A radio button may not carry `aria-expanded` (ARIA 1.2, role `radio`): what it shows follows it at once anyway. */
class PlainRadios extends Radios {
  override syncConditionalRevealWithInputState($input: HTMLInputElement): void {
    super.syncConditionalRevealWithInputState($input);
    $input.removeAttribute('aria-expanded');
  }
}

for (const component of [
  ErrorSummary,
  NotificationBanner,
  Button,
  PlainRadios,
  Checkboxes,
  Tabs,
  ServiceNavigation,
])
  createAll(component);

hideUntilAsked();
