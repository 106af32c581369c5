import type { ContentOptions } from './content.js';
import { ErrorMessage } from './error-message.js';
import { Fieldset, type FieldsetProps } from './fieldset.js';
import { FileUpload, type FileUploadProps } from './file-upload.js';
import type { FieldProps } from './form-group.js';
import { Hint, type HintProps } from './hint.js';
import { Input, type InputProps } from './input.js';
import { Label, type LabelProps } from './label.js';
import { Select, type SelectProps } from './select.js';
import {
  content,
  describeFixtures,
  withContent,
  withContentIfAny,
  type FixtureText,
} from './testing/fixtures.js';
import { Textarea, type TextareaProps } from './textarea.js';

type FieldOptions<Props extends FieldProps> = Omit<Props, 'label' | 'hint' | 'errorMessage'> & {
  readonly label: FixtureText;
  readonly hint?: FixtureText;
  readonly errorMessage?: FixtureText;
};

function field<Props extends FieldProps>(options: FieldOptions<Props>) {
  return {
    ...options,
    label: withContent(options.label),
    hint: withContentIfAny(options.hint),
    errorMessage: withContentIfAny(options.errorMessage),
  };
}

type Affix = Partial<ContentOptions> & { readonly text?: string; readonly html?: string };
type InputOptions = FieldOptions<Omit<InputProps, 'prefix' | 'suffix'>> & {
  readonly prefix?: Affix;
  readonly suffix?: Affix;
};

describeFixtures('input', (options: InputOptions) => (
  <Input
    {...field(options)}
    prefix={withContentIfAny(options.prefix)}
    suffix={withContentIfAny(options.suffix)}
  />
));
describeFixtures('textarea', (options: FieldOptions<TextareaProps>) => <Textarea {...field(options)} />);
type SelectOptions = FieldOptions<Omit<SelectProps, 'items'>> & Partial<Pick<SelectProps, 'items'>>;
describeFixtures('select', (options: SelectOptions) => (
  <Select {...field(options)} items={options.items ?? []} />
));
describeFixtures('file-upload', (options: FieldOptions<FileUploadProps>) => (
  <FileUpload {...field(options)} />
));

describeFixtures('label', (options: FixtureText & LabelProps) => (
  <Label {...options}>{content(options)}</Label>
));
describeFixtures('hint', (options: FixtureText & Omit<HintProps, 'children'>) => (
  <Hint {...options}>{content(options)}</Hint>
));
describeFixtures('error-message', (options: FixtureText & { readonly id?: string }) => (
  <ErrorMessage {...options}>{content(options)}</ErrorMessage>
));

type FieldsetFixture = Omit<FieldsetProps, 'legend'> & {
  readonly legend?: FixtureText;
  readonly html?: string;
};
describeFixtures('fieldset', ({ legend, html, ...options }: FieldsetFixture) => (
  <Fieldset {...options} legend={withContentIfAny(legend)}>
    {content({ html })}
  </Fieldset>
));
