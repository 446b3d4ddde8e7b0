const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What turns a clause into its opposite. */
export const NEGATIONS =
  set(`nicht kein keine keinen keinem keiner keines nie niemals ohne weder niemand nichts
  no not cannot never without neither nor none nobody nothing`);

/** Ways in which something is less than a fact; each must be kept, and none added. */
export type Mode = 'must' | 'can' | 'want' | 'should' | 'doubt' | 'if';
const MODES: Readonly<Record<Mode, { de: string; en: string }>> = {
  must: {
    de: 'muss müssen musste mussten müsse müssten verpflichtet',
    en: 'must obliged required forced',
  },
  can: {
    de: 'kann können könnte könnten konnte konnten könne möglicherweise eventuell vielleicht',
    en: 'can could may might possibly perhaps maybe',
  },
  want: {
    de: 'will wollen wollte wollten wolle plant planen plante planten beabsichtigt möchte möchten',
    en: 'wants want wanted plans plan planned planning intends intended aims seeks',
  },
  should: {
    de: 'soll sollen sollte sollten solle sollten dürfte dürften',
    en: 'should ought expected likely',
  },
  doubt: {
    de: 'angeblich mutmaßlich vermutlich wohl wahrscheinlich offenbar voraussichtlich womöglich',
    en: 'allegedly reportedly apparently presumably supposedly probably',
  },
  if: { de: 'falls sofern wenn ob', en: 'if whether unless' },
};

/** The words of each mode, by language. */
export const MODE_WORDS: Readonly<Record<'de' | 'en', ReadonlyMap<string, Mode>>> = {
  de: modesOf('de'),
  en: modesOf('en'),
};

function modesOf(language: 'de' | 'en'): ReadonlyMap<string, Mode> {
  return new Map(
    (Object.keys(MODES) as Mode[]).flatMap((mode) =>
      MODES[mode][language].split(' ').map((word): [string, Mode] => [word, mode]),
    ),
  );
}

/** Words that say no more than that somebody said it: one stands for another. */
export const SAYING =
  set(`laut zufolge angaben sagt sagte sagten sage erklärt erklärte erklärten teilt teilte teilten mitgeteilt mitteilte mitteilten
  says said say saying according told stated states`);
/** Words that say that somebody said it, and how. */
export const REPORTING =
  set(`behauptet behauptete behaupteten betont betonte kritisiert kritisierte kritisieren bemängelt warnt warnte
  warnten argumentiert argumentierte meint meinte findet wirft fordert forderte forderten bezeichnet bezeichnete bezeichneten
  claims claimed claim argues argued criticised criticized criticises criticizes warns warned warn demands demanded
  calls called insists insisted maintains accusing accused accuses`);
/** A clause that begins so says nothing of what the main clause says. */
export const SUBORDINATE =
  set(`obwohl nachdem weil während als bevor da indem although after because while before since as
  whereas accusing arguing claiming`);
/** Prepositions that rule a name. */
export const PREPOSITIONS =
  set(`gegen von vom durch an für mit bei über zu zum zur in im ins am beim unter nach vor aus auf seit ab bis wegen laut
  against by from to for with about at on in into under over after`);
/** Articles of the cases in which nobody acts. */
export const OBLIQUE_ARTICLES = set('dem den des einem einen eines');

/** Words that only tie a sentence to the one before, carry its grammar, or part from a German verb: they claim nothing. */
export const LIGHT =
  set(`zurück fort außerdem zudem demnach damit dabei dafür jedoch allerdings zugleich gleichzeitig inzwischen
  unterdessen hingegen somit daher deshalb darüber davon daran dazu darauf dadurch gibt geht wolle hätte hätten wäre wären
  seien habe worden gewesen deren dessen welche welcher welches jene jener derzeit aktuell
  however meanwhile moreover therefore thus also whose having been being done itself themselves`);

/** Words that a short report uses for one another. One line a meaning; each entry is the beginning of a word. */
const MEANINGS = `
abgewies abweis abwies wies weist wiesen zurückgewies zurückweis abgelehn ablehn lehnt lehnen verworf verwarf verwirf
untersag verbiet verboten verbot verbat
erlaub gestatte zulass zugelass zulässig darf dürf durfte
kritisier kritik bemängel rügt rügte gerügt
klag verklag geklag
beginn begann begonn start gestart anlauf angelauf
verwend nutz benutz genutz nutzung verwendung verwandt
entschied entscheid entscheidung urteil geurteil
ankündig angekündig kündig
widersprech widersprich widersprach widerspruch widersprüch widersproch
trainier training train
verhandel verhandl
veröffentlich
reject dismiss refus threw thrown turned
allow permit
ban bann prohibit forbid forbidden forbade
sue sued suing lawsuit
start begin began begun
use using used usage
rule ruled ruling decid decision judg
critic
announc
object
train
publish`;

interface Meaning {
  beginning: string;
  number: number;
}

const meanings: readonly Meaning[] = MEANINGS.trim()
  .split('\n')
  .flatMap((line, number) => line.split(' ').map((beginning) => ({ beginning, number })));
const SHORTEST_BEGINNING = 3;

/** The numbers of the meanings that a lower-case word may have. */
export function meaningsOf(word: string): number[] {
  if (word.length < SHORTEST_BEGINNING) return [];
  return meanings
    .filter(({ beginning }) => (beginning.length <= 5 ? isForm(word, beginning) : word.startsWith(beginning)))
    .map(({ number }) => number);
}

/** Short beginnings stand for a word with its endings only: `start` is no `Startseite`. */
const isForm = (word: string, beginning: string): boolean =>
  word.startsWith(beginning) && word.length - beginning.length <= 4;

/** Nouns that German forms with these ends are no names. */
export const NOUN_END =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ität|itäten|nis|nisse|tum|ment|mente|ismus)$/;

/** Prepositions and cases after which a name is not the one who acts. */
export const OBLIQUE =
  set(`gegen an für mit bei zu zum zur über von vom aus nach wegen trotz den dem des einem einen eines einer gegenüber um auf
  unter durch in im ins am beim seit ab bis
  against to for with at from of on about over by into towards toward in under`);
export const AGENT = set('von vom durch by');
export const SPEAKER_BEFORE = set('laut according');
/** Helping verbs that make a passive with a participle; the first ones can do nothing else. */
export const PASSIVE_SURE = set('wurde wurden worden was were been being');
export const PASSIVE_MAYBE = set('wird werden is are be');
export const PARTICIPLE =
  /^(?:\p{L}{0,8}ge\p{L}{2,}(?:t|en)|(?:ver|be|ent|er|zer|unter|über|wider)\p{L}{2,}t|\p{L}{2,}(?:ed|own|oken|iven|uled))$/u;

/** Common nouns that act like names: who did something matters as much with them. */
export const ACTORS =
  set(`gericht gerichts gerichte richter richterin behörde behörden kommission regierung ministerium kläger
  klägerin beklagte verband verein konzern konzerns unternehmen firma stiftung sprecher sprecherin aufsicht staatsanwaltschaft polizei
  parlament
  court judge judges authority authorities regulator commission government ministry plaintiff defendant group company firm
  foundation spokesman spokeswoman spokesperson watchdog police prosecutors parliament`);

/** How a sentence points back to the one who acted in the one before. */
export const POINTS_BACK =
  /^(?:er|sie|es|dieser|diese|dieses|der konzern|das unternehmen|die firma|der verein|der verband|die organisation|die behörde|he|she|it|they|the company|the group|the organisation|the organization|the firm|the regulator)(?=\s)/i;

/** Helping verbs: what stands before one does not rule what stands after it. */
export const HELPING = set(
  'hat haben hatte hatten ist sind war waren wird werden wurde wurden has have had is are was were',
);
