import type { FastifyReply } from 'fastify';
import { Problem } from '#platform';
import { form, pickFields, readVersion, refusedFields, type Form, type SubmittedValues } from '#ui';

/** The form for a thing that is there already. */
export interface EditForm<Thing extends { readonly version: number }> {
  /** Its controls, in the order of the page. */
  readonly names: readonly string[];
  /** Saves what was typed, if nobody changed the thing since the version that was seen. */
  readonly save: (values: SubmittedValues, version: number) => Promise<Thing>;
  /** The thing as it is now. */
  readonly read: () => Promise<Thing>;
  /** Whether what was typed is what the thing is already: a second press of the button. */
  readonly isSame: (thing: Thing, values: SubmittedValues) => boolean;
  readonly saved: (thing: Thing) => FastifyReply | Promise<FastifyReply>;
  readonly show: (page: ShownEdit<Thing>, status: number) => FastifyReply | Promise<FastifyReply>;
}

export interface ShownEdit<Thing> {
  readonly thing: Thing;
  readonly shown: Form;
  /** The version that saving would replace. */
  readonly version: number;
  /** Whether somebody else changed the thing while the form was open. */
  readonly isConflict: boolean;
}

/**
 * Saves a form, or shows it again with what is wrong, or with what somebody else did meanwhile.
 *
 * @param sent everything that came
 * @throws whatever the use case refused otherwise
 */
export async function saveEdit<Thing extends { readonly version: number }>(
  sent: SubmittedValues,
  edit: EditForm<Thing>,
): Promise<FastifyReply> {
  const values = pickFields(sent, edit.names);
  const version = readVersion(sent) ?? 0;
  try {
    return await edit.saved(await edit.save(values, version));
  } catch (error) {
    if (error instanceof Problem && error.code === 'edited-meanwhile') {
      const thing = await edit.read();
      if (edit.isSame(thing, values)) return edit.saved(thing);
      const page = { thing, shown: form(values), version: thing.version, isConflict: true };
      return edit.show(page, 409);
    }
    const shown = form(values, refusedFields(error, edit.names));
    return edit.show({ thing: await edit.read(), shown, version, isConflict: false }, 422);
  }
}
