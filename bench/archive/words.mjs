// Words as news uses them: function words, the dossier's own words and made-up ones with their inflections, by
// Zipf–Mandelbrot's law. The same seed gives the same words.

/** Numbers from 0 to 1 (mulberry32). */
export function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const list = (text) => text.split(' ');

const LANGUAGES = {
  de: {
    words: 250_000,
    functionWords: list(
      'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei',
    ),
    endings: ['', 'e', 'en', 's', 'er', 'es', 'n'],
    joints: ['', 's', 'en', 'n'],
    compounds: 0.6,
    capitals: 0.5,
  },
  en: {
    words: 120_000,
    functionWords: list(
      'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so up said',
    ),
    endings: ['', 's', 'ed', 'ing', 'ly'],
    joints: [''],
    compounds: 0.15,
    capitals: 0.08,
  },
};

const ONSETS = list('b br d f fl g gr h k l m n p r s sch st t v w z');
const NUCLEI = list('a e i o u a e i o ei au ie ö ü ä');
const CODAS = list('      l n r s t nd rt m');
/** Dossier words begin at this rank and take every third from there. */
const DOSSIER_FROM = 90;
/** Ranks below are function words. */
const FUNCTION_WORDS = 60;
/** Flattens the head, as Mandelbrot has it: the first word is 3 % of a text. */
const SHIFT = 2.7;

/**
 * A language's words, the most frequent first.
 * @param own the dossier's words, which stand among the frequent ones
 */
export function vocabulary(language, own, random = createRandom(1)) {
  const { words, functionWords, endings, joints, compounds, capitals } = LANGUAGES[language];
  const pick = (from) => from[Math.floor(random() * from.length)];
  const syllable = () => pick(ONSETS) + pick(NUCLEI) + pick(CODAS);
  const simple = [];
  const known = new Set(functionWords);
  const forms = [];
  for (let i = 0; forms.length < words; i++) {
    const compound = simple.length > 1500 && random() < compounds;
    const base = compound
      ? pick(simple) + pick(joints) + pick(simple)
      : syllable() + (random() < 0.75 ? syllable() : '');
    if (known.has(base)) continue;
    known.add(base);
    if (!compound) simple.push(base);
    const shown = random() < capitals ? base[0].toUpperCase() + base.slice(1) : base;
    for (const ending of endings)
      if (random() < 0.6) forms.push([shown + ending, (i + 1) * (1 + 5 * random())]);
  }
  const ranked = forms.sort((a, b) => a[1] - b[1]).map(([word]) => word);
  const result = [...functionWords, ...ranked.splice(0, DOSSIER_FROM - functionWords.length)];
  for (const word of own) result.push(word, ...ranked.splice(0, 2));
  return result.concat(ranked);
}

/** The words of patterns of the dossier, without its signs for endings. */
export function patternWords(value, found = new Set()) {
  if (typeof value === 'string')
    for (const [word] of value.replace(/[~*]/g, '').matchAll(/\p{L}{3,}/gu)) found.add(word);
  else if (value !== null && typeof value === 'object')
    for (const part of Object.values(value)) patternWords(part, found);
  return found;
}

/** Texts over a vocabulary. */
export function createWriter(words, random) {
  const span = words.length / SHIFT + 1;
  const ranked = (share) => words[Math.min(words.length - 1, Math.floor(SHIFT * (span ** share - 1)))];
  const contentFrom = Math.log(FUNCTION_WORDS / SHIFT + 1) / Math.log(span);
  const word = () =>
    // Figures and names of the day are what no vocabulary holds.
    random() < 0.015 ? String(Math.floor(10 ** (1 + 4 * random()))) : ranked(random());
  const content = () => ranked(contentFrom + (1 - contentFrom) * random());
  const run = (length, next) => {
    let text = next();
    for (let i = 1; i < length; i++) text += ` ${next()}`;
    return text;
  };
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));
  return {
    between,
    /** Few function words, as headlines have it. */
    headline: () => capital(run(between(5, 10), () => (random() < 0.25 ? word() : content()))),
    words: (length) => run(length, word),
    sentence: () => `${capital(run(between(8, 22), word))}.`,
    /** Paragraphs of about so many words. */
    paragraphs(length) {
      const paragraphs = [];
      for (let left = length; left > 0; left -= 60)
        paragraphs.push(Array.from({ length: 4 }, () => `${capital(run(15, word))}.`).join(' '));
      return paragraphs;
    },
  };
}
