import { classNames, type Attributes } from './content.js';
import { LabelledField, type FieldProps } from './form-group.js';

export interface FileUploadProps extends FieldProps {
  readonly multiple?: boolean;
  /** File types to offer first, as in the `accept` attribute; the server must check for itself. */
  readonly accept?: string;
  /** Lets the design system's script, where it runs, make a drop zone of the control. */
  readonly javascript?: boolean;
  readonly wrapperClasses?: string;
  readonly wrapperAttributes?: Attributes;
  readonly chooseFilesButtonText?: string;
  readonly noFileChosenText?: string;
  /** By plural rule, `%{count}` standing for the number of files. */
  readonly multipleFilesChosenText?: { readonly one: string; readonly other: string };
  readonly dropInstructionText?: string;
  readonly enteredDropZoneText?: string;
  readonly leftDropZoneText?: string;
}

/** One or more files. The form must have `enctype="multipart/form-data"`. */
export function FileUpload(props: FileUploadProps) {
  return (
    <LabelledField
      field={props}
      control={(id, describedBy) => {
        const control = (
          <input
            class={classNames(
              'govuk-file-upload',
              props.classes,
              Boolean(props.errorMessage) && 'govuk-file-upload--error',
            )}
            id={id}
            name={props.name}
            type="file"
            disabled={props.disabled}
            multiple={props.multiple}
            accept={props.accept}
            aria-describedby={describedBy}
            {...props.attributes}
          />
        );
        return props.javascript ? <div {...dropZone(props)}>{control}</div> : control;
      }}
    />
  );
}

function dropZone(props: FileUploadProps): Attributes {
  return {
    class: classNames('govuk-file-upload-wrapper', props.wrapperClasses),
    'data-module': 'govuk-file-upload',
    'data-i18n.choose-files-button': props.chooseFilesButtonText,
    'data-i18n.no-file-chosen': props.noFileChosenText,
    'data-i18n.multiple-files-chosen.one': props.multipleFilesChosenText?.one,
    'data-i18n.multiple-files-chosen.other': props.multipleFilesChosenText?.other,
    'data-i18n.drop-instruction': props.dropInstructionText,
    'data-i18n.entered-drop-zone': props.enteredDropZoneText,
    'data-i18n.left-drop-zone': props.leftDropZoneText,
    ...props.wrapperAttributes,
  };
}
