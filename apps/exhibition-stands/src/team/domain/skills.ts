import { accepted, checkText, problemsOf, refuse, refused, type Checked } from '#checks';

/** The skills with a meaning of their own; others begin with `language:` or `topic:`. */
export const plainSkills = ['lead', 'bsl'] as const;

const plainWords: Readonly<Record<string, string>> = { lead: 'Can lead', bsl: 'British Sign Language' };

/** ISO 639-1. */
const languages: ReadonlyMap<string, string> = new Map([
  ['ar', 'Arabic'],
  ['bg', 'Bulgarian'],
  ['bn', 'Bengali'],
  ['cs', 'Czech'],
  ['cy', 'Welsh'],
  ['da', 'Danish'],
  ['de', 'German'],
  ['el', 'Greek'],
  ['es', 'Spanish'],
  ['eu', 'Basque'],
  ['fa', 'Persian'],
  ['fi', 'Finnish'],
  ['fr', 'French'],
  ['ga', 'Irish'],
  ['gd', 'Scottish Gaelic'],
  ['gu', 'Gujarati'],
  ['he', 'Hebrew'],
  ['hi', 'Hindi'],
  ['hu', 'Hungarian'],
  ['it', 'Italian'],
  ['ja', 'Japanese'],
  ['ko', 'Korean'],
  ['ku', 'Kurdish'],
  ['kw', 'Cornish'],
  ['lt', 'Lithuanian'],
  ['lv', 'Latvian'],
  ['ml', 'Malayalam'],
  ['ne', 'Nepali'],
  ['nl', 'Dutch'],
  ['no', 'Norwegian'],
  ['pa', 'Punjabi'],
  ['pl', 'Polish'],
  ['ps', 'Pashto'],
  ['pt', 'Portuguese'],
  ['ro', 'Romanian'],
  ['ru', 'Russian'],
  ['sk', 'Slovak'],
  ['so', 'Somali'],
  ['sq', 'Albanian'],
  ['sr', 'Serbian'],
  ['sv', 'Swedish'],
  ['sw', 'Swahili'],
  ['ta', 'Tamil'],
  ['te', 'Telugu'],
  ['tl', 'Filipino'],
  ['tr', 'Turkish'],
  ['uk', 'Ukrainian'],
  ['ur', 'Urdu'],
  ['vi', 'Vietnamese'],
  ['yo', 'Yoruba'],
  ['zh', 'Chinese'],
]);

const codes = new Map([...languages].map(([code, name]) => [name.toLowerCase(), code]));

const longestTopic = 60;
export const mostSkills = 40;

/** Everything that a page asks of skills, as it was typed. */
export interface SkillsInput {
  readonly plain: readonly string[];
  /** "Welsh, Polish" */
  readonly languages: string;
  /** "housing; community wealth building" */
  readonly topics: string;
}

/** Skills as they are kept, of what was typed. */
export function readSkills({ plain, languages: spoken, topics }: SkillsInput): Checked<readonly string[]> {
  const named = partsOf(spoken);
  const unknown = named.filter((name) => !codes.has(name.toLowerCase()));
  const known = plain.filter((skill) => plainSkills.some((each) => each === skill));
  const spokenOf = named.map((name) => `language:${codes.get(name.toLowerCase()) ?? ''}`);
  const about = partsOf(topics).map((topic) => `topic:${topic}`);
  const checked = checkSkills([...known, ...(unknown.length > 0 ? [] : spokenOf), ...about], 'topics');
  const languagesKnown: Checked<null> =
    unknown.length === 0
      ? accepted(null)
      : refuse(
          'languages',
          'unknown-language',
          `We do not have “${unknown.slice(0, 3).join('”, “')}” in our list. Write languages in English with commas between them, or tell us of it in the note.`,
        );
  return checked.ok && languagesKnown.ok ? checked : refused(...problemsOf(languagesKnown, checked));
}

const partsOf = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((part) => part.trim().replaceAll(/\s+/g, ' '))
    .filter((part) => part !== '');

/** Skills as programs give them: `lead`, `bsl`, `language:cy`, `topic:housing`. Each is kept once. */
export function checkSkills(skills: readonly string[], field = 'skills'): Checked<readonly string[]> {
  if (skills.length > mostSkills) return refuse(field, 'too-many', `Give ${mostSkills} of them or fewer.`);
  const checks = skills.map((skill) => checkSkill(skill, field));
  const kept = checks.flatMap((check) => (check.ok ? [check.value] : []));
  return kept.length < checks.length ? refused(...problemsOf(...checks)) : accepted([...new Set(kept)]);
}

function checkSkill(skill: string, field: string): Checked<string> {
  if (plainSkills.some((each) => each === skill)) return accepted(skill);
  if (skill.startsWith('language:') && languages.has(skill.slice('language:'.length))) return accepted(skill);
  if (skill.startsWith('topic:')) {
    const missing = { code: 'missing', message: 'Name the topic.' };
    const topic = checkText(skill.slice('topic:'.length).toLowerCase(), field, {
      longest: longestTopic,
      missing,
    });
    return topic.ok ? accepted(`topic:${topic.value}`) : topic;
  }
  const shown = skill.slice(0, longestTopic);
  return refuse(
    field,
    'unknown-skill',
    `“${shown}” is not a skill we know. Give lead, bsl, language: with a code like cy, or topic: with words.`,
  );
}

/** "Can lead", "Welsh", "housing" */
export function skillInWords(skill: string): string {
  if (skill.startsWith('language:')) return languages.get(skill.slice('language:'.length)) ?? skill;
  return skill.startsWith('topic:') ? skill.slice('topic:'.length) : (plainWords[skill] ?? skill);
}

/** Skills as a page's boxes have them; see {@link SkillsInput}. */
export const skillsTyped = (skills: readonly string[]): SkillsInput => ({
  plain: skills.filter((skill) => !skill.includes(':')),
  languages: wordsOf(skills, 'language:'),
  topics: wordsOf(skills, 'topic:'),
});

const wordsOf = (skills: readonly string[], prefix: string): string =>
  skills
    .filter((skill) => skill.startsWith(prefix))
    .map(skillInWords)
    .join(', ');
