import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  BackLink,
  Button,
  ButtonGroup,
  DateInput,
  dateField,
  dayBoxes,
  field,
  form,
  FormErrors,
  readDay,
  Select,
  Site,
  submittedValues,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { ConferenceView } from '../../catalogue/pages/conference.view.js';
import { ReadCatalogue } from '../../catalogue/read-catalogue.js';
import { ReadLeft } from '../../catalogue/read-left.js';
import { manageConferencePath } from '../../manage/addresses.js';
import { categories, categoryTitles } from '../../members/domain/organisation.js';
import { checkPlausibleDay, dayFromIso, dayOf } from '../../set-up/domain/days.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { previewed, previewMoment } from '../domain/preview.js';
import { StaffConferences } from '../staff-conferences.js';

/** What everybody sees of a conference, on any day and for any category; before it is open, too. */
@Controller('conference/manage/:id/preview')
export class PreviewConferencePage {
  constructor(
    private readonly site: Site,
    private readonly conferences: StaffConferences,
    private readonly catalogues: ReadCatalogue,
    private readonly left: ReadLeft,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { title, zone } = await this.conferences.read(id);
    const sent = submittedValues(query);
    const now = this.clock();
    const today = dayOf(now, zone);
    const day = checkPlausibleDay(dayAsked(sent), 'date');
    const shownDay = (day.ok ? day.value : null) ?? today;
    const asked = textIn(sent, 'category');
    const category = categories.find((each) => each === asked) ?? null;
    const shown = form(
      day.ok ? { ...dayBoxes('date', shownDay), category: category ?? '' } : sent,
      day.ok ? [] : day.problems,
    );
    const catalogue = previewed(await this.catalogues.of(id), category);
    return this.site.send(
      request,
      reply,
      {
        title: `Preview: ${title}`,
        hasErrors: !day.ok,
        noIndex: true,
        before: <BackLink href={manageConferencePath(id)}>{title}</BackLink>,
        main: (
          <>
            <FormErrors form={shown} />
            <div class="govuk-!-margin-bottom-6">
              <PreviewChoices id={id} form={shown} />
            </div>
            <ConferenceView
              catalogue={catalogue}
              left={await this.left.of(catalogue)}
              now={previewMoment(shownDay, zone, now)}
              maySeeManagement={false}
            />
          </>
        ),
      },
      day.ok ? 200 : 422,
    );
  }
}

/** As the form sends it, or in an address: `?date=2027-03-01`. */
function dayAsked(sent: SubmittedValues) {
  const iso = textIn(sent, 'date');
  return iso === '' ? readDay(sent, 'date', 'the day') : dayFromIso(iso, 'date');
}

function PreviewChoices({ id, form: shown }: { readonly id: string; readonly form: Form }) {
  return (
    <section class="cn-panel" aria-labelledby="preview">
      <h2 class="govuk-heading-m" id="preview">
        Preview
      </h2>
      <p class="govuk-body">
        Below is what everybody sees at 12 noon on the day that you choose. Only staff see this preview, and
        nothing can be booked on it.
      </p>
      <form method="get" action={manageConferencePath(id, 'preview')} novalidate>
        <DateInput {...dateField(shown, 'date')} fieldset={{ legend: 'On which day?' }} />
        <Select
          {...field(shown, 'category')}
          label="Which prices?"
          items={[
            { value: '', text: 'All, as on its page' },
            ...categories.map((each) => ({ value: each, text: categoryTitles[each] })),
          ]}
        />
        <ButtonGroup>
          <Button classes="govuk-button--secondary">Show it</Button>
          <a class="govuk-link" href={manageConferencePath(id)}>
            Back to setting up
          </a>
        </ButtonGroup>
      </form>
    </section>
  );
}
