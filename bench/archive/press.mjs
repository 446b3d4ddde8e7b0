// A made-up press: articles in order of time, some of them on the dispute, those in stories, with what analysis would
// have found. Deterministic: the same dossier gives the same articles.
import { createRandom, createWriter, patternWords, vocabulary } from './words.mjs';

export const BEGIN = Date.UTC(2023, 5, 1);
export const PER_DAY = 1000;
const DAY_MS = 86_400_000;
/** Of a hundred articles so many matter; of these so many begin a story, are copies, are credited to an agency. */
const RELEVANT = 30;
const NEW_STORY = 25;
const COPIES = 12;
const CREDITED = 30;
const AGENCIES = ['dpa', 'afp', 'reuters', 'apa', 'ap'];
const DATE_TYPES = ['hearing', 'ruling', 'objection-deadline', 'training-start', 'fine', 'announcement'];
const MONTHS = {
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

const simpleTerms = (terms) =>
  terms.filter((term) => typeof term === 'string').map((term) => term.replace(/[~*]/g, ''));

/** What the dossier offers to write about, by language. */
function materialOf({ parties, topics, dispute }) {
  return {
    parties: parties.parties.map(({ id, display }) => ({ id, names: display })),
    topics: topics.topics.map(({ id, display, terms }) => ({
      id,
      names: { de: simpleTerms(terms)[0] ?? display.de, en: display.en },
    })),
    stages: dispute.stages.map(({ id, display }) => ({ id, names: display })),
  };
}

/** A matched wording as evidence; null where the field does not hold it. */
function findingIn(fields, kind, ref, matched) {
  for (const [field, text] of Object.entries(fields)) {
    const start = text.indexOf(matched);
    if (start >= 0)
      return {
        kind,
        ref,
        rule: `bench:${kind}`,
        field,
        matched,
        start,
        end: start + matched.length,
        confidence: 1,
      };
  }
  return null;
}

/** @returns the press, and its vocabularies by language */
export function createPress(dossier, sources, seed = 20250527) {
  const random = createRandom(seed);
  const { parties, topics, stages } = materialOf(dossier);
  const own = [...patternWords([dossier.topics.topics, dossier.parties.words, dossier.dispute.words])];
  const words = { de: vocabulary('de', own), en: vocabulary('en', own) };
  const writers = { de: createWriter(words.de, random), en: createWriter(words.en, random) };
  const pick = (from) => from[Math.floor(random() * from.length)];
  /** The first far more often than the last. */
  const pickFirst = (from) => from[Math.floor((from.length + 1) ** random()) - 1];
  const chance = (percent) => random() * 100 < percent;
  const outlets = sources.map(({ id, languages, feeds }) => ({
    id,
    language: languages[0] === 'de' ? 'de' : 'en',
    feed: feeds[0]?.url,
  }));
  const open = [];
  let stories = 0;

  /** The story an article belongs to: one of the last days' or a new one. */
  function placed(id) {
    if (open.length === 0 || chance(NEW_STORY)) {
      const story = {
        id: ++stories,
        parties: [pickFirst(parties)],
        topic: pickFirst(topics),
        texts: [],
        first: id,
      };
      if (chance(85)) story.parties.unshift(parties[0]);
      while (chance(50)) story.parties.push(pickFirst(parties));
      if (open.length < 400) open.push(story);
      else open[Math.floor(random() * open.length)] = story;
      return story;
    }
    return pickFirst(open);
  }

  function dateNear(at, language) {
    const date = new Date(at + Math.floor((random() - 0.4) * 60) * DAY_MS);
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
    const matched =
      language === 'de' ? `${day}. ${MONTHS.de[month]} ${year}` : `${day} ${MONTHS.en[month]} ${year}`;
    return { day: date.toISOString().slice(0, 10), matched, type: chance(40) ? 'other' : pick(DATE_TYPES) };
  }

  function onDispute(at, language, story) {
    const writer = writers[language];
    const name = ({ names }) => names[language];
    const stage = chance(25) ? pick(stages) : null;
    const docket = chance(8) ? `15 UKl ${1 + (story.id % 90)}/25` : null;
    const date = chance(60) ? dateNear(at, language) : null;
    const quotes = Array.from({ length: chance(70) ? writer.between(1, 3) : 0 }, () => ({
      party: pick(story.parties),
      speaker: `${writer.words(1)} ${writer.words(1)}`,
      quote: writer.sentence().slice(0, -1),
    }));
    const telling = [
      `${writer.words(3)} ${story.parties.map(name).join(', ')} ${writer.words(4)} ${name(story.topic)} ${writer.words(2)}.`,
      stage ? `${writer.words(4)} ${name(stage)} ${writer.words(3)}.` : '',
      docket ? `${writer.words(4)} (Az. ${docket}).` : '',
      date ? `${writer.words(5)} ${date.matched} ${writer.words(3)}.` : '',
      ...quotes.map(({ quote, speaker }) => `„${quote}“, sagte ${speaker}.`),
    ].filter((sentence) => sentence !== '');
    const title = `${name(pick(story.parties))}: ${writer.headline()}`;
    const teaser = `${writer.sentence()} ${name(story.topic)} ${writer.words(6)}.`;
    const paragraphs = writer.paragraphs(writer.between(120, 360));
    telling.forEach((sentence, i) => {
      const at = (i * 2) % paragraphs.length;
      paragraphs[at] += ` ${sentence}`;
    });
    const text = paragraphs.join('\n\n');
    const fields = { title, teaser, text };
    const findings = [
      ...story.parties.map((party) => findingIn(fields, 'party', party.id, name(party))),
      findingIn(fields, 'topic', story.topic.id, name(story.topic)),
      stage && findingIn(fields, 'stage', stage.id, name(stage)),
      docket && findingIn(fields, 'docket', docket, docket),
    ].filter((finding) => finding !== null);
    const placedDate = date && findingIn({ text }, 'date', date.day, date.matched);
    const statements = quotes.flatMap(({ quote, speaker, party }) => {
      const start = text.indexOf(quote);
      return start < 0
        ? []
        : [
            {
              form: chance(70) ? 'direct' : 'reported',
              quote,
              speaker,
              party: party.id,
              start,
              end: start + quote.length,
            },
          ];
    });
    const dates = placedDate
      ? [{ ...date, field: 'text', start: placedDate.start, end: placedDate.end }]
      : [];
    return { title, teaser, text, findings, dates, statements, stage: stage?.id ?? null };
  }

  function article(id) {
    const outlet = pick(outlets);
    const { language } = outlet;
    const at = BEGIN + Math.floor((id * DAY_MS) / PER_DAY);
    const common = { id, outlet, language, at, credit: null, copyOf: null, story: null, joins: null };
    if (!chance(RELEVANT)) {
      const writer = writers[language];
      const text = writer.paragraphs(writer.between(150, 420)).join('\n\n');
      const plain = { title: writer.headline(), teaser: writer.sentence(), text, stage: null };
      return { ...common, ...plain, grade: 'off', findings: [], dates: [], statements: [] };
    }
    const story = placed(id);
    const copied = story.texts.find((text) => text.language === language);
    const copy = copied !== undefined && chance(COPIES);
    const body = copy ? copied.body : onDispute(at, language, story);
    if (!copied) story.texts.push({ id, language, body });
    return {
      ...common,
      ...body,
      grade: chance(50) ? 'core' : chance(60) ? 'secondary' : 'context',
      credit: copy || chance(CREDITED) ? pickFirst(AGENCIES) : null,
      copyOf: copy ? copied.id : null,
      story,
    };
  }

  return { article, vocabulary: words };
}
