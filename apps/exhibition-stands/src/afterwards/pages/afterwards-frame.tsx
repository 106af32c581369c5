import type { ComponentChildren } from 'preact';
import type { ExhibitionFrameProps } from '../../exhibitions/pages/exhibition-frame.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { afterwardsPath } from '../addresses.js';

const parts = [
  { part: undefined, text: 'In short' },
  { part: 'hours', text: 'Hours of people' },
  { part: 'organisations', text: 'Hours of organisations' },
  { part: 'thanks', text: 'Thanks' },
  { part: 'feedback', text: 'Feedback' },
  { part: 'notes', text: 'For next year' },
] as const;

export interface AfterwardsFrameProps {
  readonly exhibition: ExhibitionFrameProps['exhibition'];
  readonly heading: string;
  readonly part: (typeof parts)[number]['part'];
  readonly children: ComponentChildren;
}

/** The heading of the pages about what an exhibition came to, and the way to each. */
export function AfterwardsFrame({ exhibition, heading, part: current, children }: AfterwardsFrameProps) {
  return (
    <ExhibitionFrame exhibition={exhibition} heading={heading} current="afterwards">
      <nav aria-label="What came of it">
        <ul class="cn-choices">
          {parts.map(({ part, text }) => (
            <li key={text}>
              <a
                href={afterwardsPath(exhibition.id, part)}
                aria-current={part === current ? 'page' : undefined}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </ExhibitionFrame>
  );
}
