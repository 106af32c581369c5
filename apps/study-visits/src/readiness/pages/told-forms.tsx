import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { notFound, Problem } from '#platform';
import {
  form,
  pickFields,
  readVersion,
  refusedFields,
  sendForm,
  Site,
  submittedValues,
  type Form,
  type SubmittedValues,
} from '#ui';
import { ReadRules } from '../../destination-rules/read-rules.js';
import { OpenTraveller } from '../../travellers/open-traveller.js';
import { isToldItem, type ToldItem } from '../domain/item.js';
import { maskedNumber } from '../domain/passports.js';
import { itemWords, taskWords } from '../in-words.js';
import { LookAtTold } from '../look-at-told.js';
import { TravellerConsentRow } from '../readiness.entity.js';
import { TellItem } from '../tell-item.js';
import { BorderRules } from './border-rules.js';
import { fillTold, readTold, toldNames } from './read-told.js';
import { ToldFields } from './told-fields.js';
import type { ToldPlace } from './told-place.js';

interface ShownForm {
  readonly form: Form;
  readonly version: number;
  readonly keptNumbers: readonly string[];
  readonly status?: number;
}

/** The forms in which one thing is told, by a traveller or by staff for them. Staff are never shown what there is. */
@Injectable()
export class ToldForms {
  constructor(
    private readonly site: Site,
    private readonly open: OpenTraveller,
    private readonly look: LookAtTold,
    private readonly tell: TellItem,
    private readonly rules: ReadRules,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  async show(request: FastifyRequest, reply: FastifyReply, place: ToldPlace, named: string) {
    const item = itemFrom(named);
    const [version, filled] = await Promise.all([this.version(place, item), this.filled(place, item)]);
    return this.send(request, reply, place, item, {
      form: form(filled.values),
      version,
      keptNumbers: filled.numbers,
    });
  }

  async save(request: FastifyRequest, reply: FastifyReply, place: ToldPlace, named: string) {
    const item = itemFrom(named);
    const sent = submittedValues(request.body);
    const values = pickFields(sent, toldNames[item]);
    const version = readVersion(sent) ?? 0;
    try {
      await this.tell.run(place.which, readTold(item, values), version);
    } catch (error) {
      const { numbers } = await this.filled(place, item);
      if (error instanceof Problem && error.status === 409) {
        const shown = form(values, [{ field: '', message: error.detail }]);
        const newest = await this.version(place, item);
        return this.send(request, reply, place, item, {
          form: shown,
          version: newest,
          keptNumbers: numbers,
          status: 409,
        });
      }
      const shown = form(values, refusedFields(error, toldNames[item]));
      return this.send(request, reply, place, item, { form: shown, version, keptNumbers: numbers });
    }
    return this.site.redirect(reply, place.path(), { type: 'success', text: `${itemWords[item]}: saved.` });
  }

  private async version(place: ToldPlace, item: ToldItem): Promise<number> {
    const { traveller } = await this.open.read(place.which);
    return (await this.tell.versions(this.dataSource.manager, traveller.id))[item];
  }

  /** What the form begins with. What was sealed is opened for its own traveller alone, who then has looked. */
  private async filled(
    place: ToldPlace,
    item: ToldItem,
  ): Promise<{ readonly values: SubmittedValues; readonly numbers: readonly string[] }> {
    if (item === 'consent') {
      const { traveller } = await this.open.read(place.which);
      const said = await this.dataSource.manager.findOneBy(TravellerConsentRow, {
        travellerId: traveller.id,
      });
      const values: SubmittedValues =
        said === null
          ? {}
          : { hosts: yesNo(said.hosts), party: yesNo(said.party), photos: yesNo(said.photos) };
      return { values, numbers: [] };
    }
    if (place.secret === null) {
      // To say that there is a number, it need not be opened.
      const isThere = item === 'passport' && (await this.version(place, item)) > 0;
      return { values: {}, numbers: isThere ? ['a number already'] : [] };
    }
    const told = await this.look.own(place.secret, [item]);
    const numbers =
      item === 'passport' ? (told.passport ?? []).map(({ number }) => maskedNumber(number)) : [];
    return { values: fillTold(item, told), numbers };
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    place: ToldPlace,
    item: ToldItem,
    { form: shown, version, keptNumbers, status }: ShownForm,
  ) {
    const { traveller, visit } = await this.open.read(place.which);
    const isOwn = place.secret !== null;
    const heading = isOwn ? taskWords[item] : `${itemWords[item]}: ${traveller.name}`;
    const rules = item === 'passport' ? await this.rules.forTravellers(visit.country, visit.firstDay) : [];
    const page = {
      heading,
      title: `${heading}: ${visit.title}`,
      action: place.path(item),
      back: place.path(),
      form: shown,
      hidden: { version: String(version) },
      saveLabel: 'Save',
      children: (
        <>
          {rules.length > 0 && <BorderRules rules={rules} country={visit.country} />}
          <ToldFields item={item} form={shown} isOwn={isOwn} keptNumbers={keptNumbers} />
        </>
      ),
    };
    return sendForm(this.site, request, reply, page, status);
  }
}

/** @throws Problem 404 */
function itemFrom(named: string): ToldItem {
  if (!isToldItem(named)) throw notFound();
  return named;
}

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');
