import {
  field,
  filledRows,
  Input,
  rowName,
  rowNames,
  Select,
  textIn,
  type Form,
  type Rows,
  type SubmittedValues,
} from '#ui';
import { mostThings, thingKinds, type Sketch, type SketchInput } from '../domain/sketch.js';
import { kindWords } from '../in-words.js';

const parts = ['kind', 'label', 'x', 'y', 'width', 'depth'] as const;

export const thingRows: Rows = { name: 'things', parts, preset: ['kind'], most: mostThings };

/** The controls of a floor, in the order of the page. */
export const sketchNames: readonly string[] = ['width', 'depth', ...rowNames(thingRows)];

const metres = (centimetres: number): string => String(centimetres / 100);

export function fillSketch(sketch: Sketch | null): SubmittedValues {
  if (sketch === null) return {};
  const things = sketch.things.flatMap(({ kind, label, x, y, width, depth }, index) =>
    Object.entries({
      kind,
      label,
      x: metres(x),
      y: metres(y),
      width: metres(width),
      depth: metres(depth),
    }).map(([part, value]) => [rowName(thingRows, index, part), value] as const),
  );
  return { width: metres(sketch.width), depth: metres(sketch.depth), ...Object.fromEntries(things) };
}

/** @param values with its lines together */
export const readSketch = (values: SubmittedValues): SketchInput => ({
  width: textIn(values, 'width'),
  depth: textIn(values, 'depth'),
  things: Array.from({ length: filledRows(values, thingRows) }, (_, index) => {
    const text = (part: (typeof parts)[number]) => textIn(values, rowName(thingRows, index, part));
    return {
      kind: text('kind'),
      label: text('label'),
      x: text('x'),
      y: text('y'),
      width: text('width'),
      depth: text('depth'),
    };
  }),
});

/** Lines for the things that there are and three more. */
export function SketchFields({ form }: { readonly form: Form }) {
  const lines = Math.min(mostThings, Math.max(4, filledRows(form.values, thingRows) + 3));
  const short = { inputmode: 'decimal', suffix: 'm', classes: 'govuk-input--width-3' } as const;
  return (
    <>
      <h2 class="govuk-heading-m">The stand</h2>
      <div class="cn-row">
        <Input {...field(form, 'width')} label="Width" {...short} />
        <Input {...field(form, 'depth')} label="Depth" {...short} />
      </div>
      <h2 class="govuk-heading-m">What stands on it</h2>
      <p class="govuk-body">
        Places are counted from the left and from the back, as you stand in front of it. Empty a line to take
        it away; there are more lines once these are saved.
      </p>
      {Array.from({ length: lines }, (_, index) => (
        <fieldset class="govuk-fieldset" key={index}>
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Thing {index + 1}</legend>
          <div class="cn-row">
            <Select
              {...field(form, rowName(thingRows, index, 'kind'))}
              label="What"
              items={thingKinds.map((kind) => ({ value: kind, text: kindWords[kind] }))}
            />
            <Input
              {...field(form, rowName(thingRows, index, 'label'))}
              label="Name (optional)"
              classes="govuk-input--width-10"
            />
            <Input {...field(form, rowName(thingRows, index, 'x'))} label="From the left" {...short} />
            <Input {...field(form, rowName(thingRows, index, 'y'))} label="From the back" {...short} />
            <Input {...field(form, rowName(thingRows, index, 'width'))} label="Width" {...short} />
            <Input {...field(form, rowName(thingRows, index, 'depth'))} label="Depth" {...short} />
          </div>
        </fieldset>
      ))}
    </>
  );
}
