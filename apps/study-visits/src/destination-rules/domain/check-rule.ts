import {
  accepted,
  checkChoice,
  checkOptionalText,
  checkOptionalWhole,
  checkPlausibleDay,
  checkText,
  checkWhole,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';
import {
  authorisationStates,
  countedFroms,
  ruleKinds,
  type Rule,
  type RuleContent,
  type RuleKind,
} from './rule.js';

/** A rule as it is typed or sent. */
export interface RuleInput {
  readonly kind: string;
  /** A group's code. */
  readonly destination: string;
  /** A group's code; blank: everybody else. */
  readonly nationals: string;
  readonly validFrom: Checked<string | null>;
  /** The figures by their names, as text. */
  readonly figures: Readonly<Record<string, string>>;
  readonly source: string;
  readonly checkedOn: Checked<string | null>;
  readonly note: string;
}

/** A rule with where it is from. */
export type RuleDetails = RuleContent &
  Omit<Rule, 'id' | 'kind' | 'data'> & {
    /** The page that says so. */
    readonly source: string;
    /** ISO; when somebody last read that page. `null`: nobody here has yet. */
    readonly checkedOn: string | null;
    /** What travellers read of it besides. */
    readonly note: string;
  };

/** Checks a rule. @param codes of the groups there are; @param today ISO */
export function checkRule(input: RuleInput, codes: readonly string[], today: string): Checked<RuleDetails> {
  const kind = checkChoice(input.kind, ruleKinds, 'kind', 'What is the rule about?');
  const destination = checkGroup(input.destination, 'destination', codes);
  const nationals =
    input.nationals.trim() === '' ? accepted(null) : checkGroup(input.nationals, 'nationals', codes);
  const validFrom = checkNeededDay(input.validFrom);
  const content = kind.ok ? checkFigures(kind.value, input.figures) : kind;
  const source = checkSource(input.source);
  const checkedOn = checkPastDay(input.checkedOn, today);
  const note = checkOptionalText(input.note, 'note', { longest: 1000, manyLines: true });
  if (
    !destination.ok ||
    !nationals.ok ||
    !validFrom.ok ||
    !content.ok ||
    !source.ok ||
    !checkedOn.ok ||
    !note.ok
  ) {
    return refused(...problemsOf(destination, nationals, validFrom, content, source, checkedOn, note));
  }
  return accepted({
    ...content.value,
    destination: destination.value,
    nationals: nationals.value,
    validFrom: validFrom.value,
    source: source.value,
    checkedOn: checkedOn.value,
    note: note.value ?? '',
  });
}

function checkGroup(code: string, field: string, codes: readonly string[]): Checked<string> {
  return codes.includes(code.trim())
    ? accepted(code.trim())
    : refuse(field, 'unknown-choice', 'Choose one of the groups of countries.');
}

function checkNeededDay(given: Checked<string | null>): Checked<string> {
  const day = checkPlausibleDay(given, 'validFrom');
  if (!day.ok) return day;
  return day.value === null
    ? refuse('validFrom', 'date-missing', 'Enter the day from which the rule counts.')
    : accepted(day.value);
}

function checkPastDay(given: Checked<string | null>, today: string): Checked<string | null> {
  const day = checkPlausibleDay(given, 'checkedOn');
  if (!day.ok || day.value === null || day.value <= today) return day;
  return refuse('checkedOn', 'in-the-future', 'Enter the day on which you read it: today or earlier.');
}

function checkSource(text: string): Checked<string> {
  const source = checkText(text, 'source', {
    longest: 500,
    missing: { code: 'missing', message: 'Enter the address of the page that says so.' },
  });
  if (!source.ok) return source;
  return /^https:\/\/\S+$/.test(source.value) && URL.canParse(source.value)
    ? source
    : refuse('source', 'not-an-address', 'Enter an address that begins with https://.');
}

function checkFigures(kind: RuleKind, figures: Readonly<Record<string, string>>): Checked<RuleContent> {
  const figure = (name: string) => figures[name] ?? '';
  switch (kind) {
    case 'passport': {
      if (figure('needed') === 'no') {
        return accepted({
          kind,
          data: { needed: false, issuedWithinYears: null, validMonths: 0, countedFrom: 'leaving' },
        });
      }
      const years = checkOptionalWhole(figure('issuedWithinYears'), 'issuedWithinYears', {
        what: 'the number of years',
        least: 1,
        most: 30,
      });
      const months = checkWhole(figure('validMonths'), 'validMonths', {
        what: 'the number of months, 0 for none',
        least: 0,
        most: 60,
      });
      const from = checkChoice(
        figure('countedFrom'),
        countedFroms,
        'countedFrom',
        'From when do the months count?',
      );
      if (!years.ok || !months.ok || !from.ok)
        return refused(...problemsOf<FieldProblem>(years, months, from));
      return accepted({
        kind,
        data: {
          needed: true,
          issuedWithinYears: years.value,
          validMonths: months.value,
          countedFrom: from.value,
        },
      });
    }
    case 'stay': {
      const rules = { what: 'the number of days', least: 1, most: 3660 };
      const days = checkWhole(figure('days'), 'days', rules);
      const withinDays = checkWhole(figure('withinDays'), 'withinDays', rules);
      if (!days.ok || !withinDays.ok) return refused(...problemsOf(days, withinDays));
      if (withinDays.value < days.value) {
        return refuse('withinDays', 'too-small', 'Enter as many days or more, as it is so many of them.');
      }
      return accepted({ kind, data: { days: days.value, withinDays: withinDays.value } });
    }
    case 'border': {
      const name = checkName(figure('name'));
      return name.ok ? accepted({ kind, data: { name: name.value } }) : name;
    }
    case 'authorisation': {
      const name = checkName(figure('name'));
      const state = checkChoice(figure('state'), authorisationStates, 'state', 'How far has it come?');
      const cost = checkOptionalText(figure('cost'), 'cost', { longest: 100 });
      if (!name.ok || !state.ok || !cost.ok) return refused(...problemsOf(name, state, cost));
      return accepted({ kind, data: { name: name.value, state: state.value, cost: cost.value ?? '' } });
    }
    case 'emergency': {
      const number = checkEmergencyNumber(figure('number'));
      const services = checkText(figure('services'), 'services', {
        longest: 100,
        missing: { code: 'missing', message: 'Enter who answers: police, fire, ambulance.' },
      });
      if (!number.ok || !services.ok) return refused(...problemsOf(number, services));
      return accepted({ kind, data: { number: number.value, services: services.value } });
    }
  }
}

function checkEmergencyNumber(text: string): Checked<string> {
  const number = checkText(text, 'number', {
    longest: 20,
    missing: { code: 'missing', message: 'Enter the number that one rings.' },
  });
  if (!number.ok || /^\+?[\d ]+$/.test(number.value)) return number;
  return refuse('number', 'not-a-number', 'Enter a number as one dials it, such as 112.');
}

const checkName = (text: string): Checked<string> =>
  checkText(text, 'name', { longest: 80, missing: { code: 'missing', message: 'Enter what it is called.' } });
