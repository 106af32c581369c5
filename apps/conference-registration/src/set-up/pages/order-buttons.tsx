import { Button, ButtonGroup } from '#ui';
import { moveText } from '../domain/order.js';

export interface OrderButtonsProps {
  /** Of the form that takes the order. */
  readonly action: string;
  readonly id: string;
  /** What is moved, for who does not see where the buttons stand. */
  readonly name: string;
  /** Where it stands, from 0, and among how many. */
  readonly index: number;
  readonly length: number;
}

/** Moves a thing one place up or down in its list. */
export function OrderButtons({ action, id, name, index, length }: OrderButtonsProps) {
  if (length < 2) return null;
  return (
    <form method="post" action={action}>
      <ButtonGroup>
        {index > 0 && <MoveButton value={moveText({ id, by: -1, from: index })} text="Move up" name={name} />}
        {index < length - 1 && (
          <MoveButton value={moveText({ id, by: 1, from: index })} text="Move down" name={name} />
        )}
      </ButtonGroup>
    </form>
  );
}

function MoveButton({ value, text, name }: Readonly<Record<'value' | 'text' | 'name', string>>) {
  return (
    <Button name="move" value={value} classes="govuk-button--secondary cn-flush">
      {text}
      <span class="govuk-visually-hidden">: {name}</span>
    </Button>
  );
}
