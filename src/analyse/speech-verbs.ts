/** Weak German verbs of saying, as stems: `sag` gives sagt, sagte, sagten, gesagt and so on. Verbs that also
 * judge (nennen, bezeichnen, werten) count, for papers quote two words with them. */
const GERMAN_STEMS = `sag erklär äußer beton meint mein kritisier erläuter bemerk versicher bekräftig bestätig
  begründ bericht meld mahn warn forder frag antwort entgegn erwider kommentier bezeichn beklag
  bedauer verlang versprech verkünd vermeld resümier bilanzier konstatier prognostizier behaupt bemängel
  lob würdig argumentier plädier appellier schilder erinner ergänz unterstreich monier twitter
  post formulier notier zitier skandier wert beurteil charakterisier verurteil attackier hoff glaub vermut
  befürcht urteil folger stell räum kündig teil führ füg leg drück merk wünsch rechtfertig präzisier
  spekulier schätz erwart erwähn räsonier reagier murmel flüster jubel schimpf spott witzel stöhn fauch
  bilanz deut droh beteuer dementier wetter poch proklamier klag beschuldig empfehl bitt unk`;

const GERMAN_FORMS = `sprach sprachen spricht sprechen gesprochen schrieb schrieben schreibt schreiben geschrieben
  hieß heißt heisst rief riefen ruft rufen gerufen gab gaben gibt geben gegeben wies wiesen weist gewiesen
  warf warfen wirft werfen geworfen nannte nannten nennt nennen genannt lautet lautete lauten lauteten
  befand befindet befanden verwies verweist verwiesen sah sieht sehen gesehen trat bat baten bittet gebeten
  beschrieb beschreibt beschrieben beschreiben unterstrich unterstreicht unterstrichen versprach verspricht
  versprochen empfahl empfiehlt empfohlen schloss schließt hielt hält hielten halten hob hebt hoben gestand
  gesteht widersprach widerspricht widersprachen riet rät geraten fand findet finden ging geht gehen
  bewies stand steht standen zufolge laut so nach wonach ausdrückte wörtlich zitiert mitteilte mitgeteilt
  bekanntgab bekannt bescheinigte bescheinigt sang schrie schrien schreit weiß wusste angab angegeben
  hinwies ausführte hinzufügte einräumte ankündigte angekündigt darstellte feststellte festgestellt vorwarf
  zurückwies zugab betonend klarstellte klarstellten aussagte ausgesagt`;

const ENGLISH_STEMS = `add warn claim explain note remark comment argue state declare announce assert insist
  stress tweet post report reply respond ask demand complain confirm observe conclude suggest predict urge
  recall admit acknowledge describe call label criticise criticize accuse praise dismiss hail brand reiterate
  testify caution counter joke quip quote recount vow pledge promise boast concede contend allege
  maintain emphasise emphasize highlight condemn denounce signal voice retort lament elaborate opine`;

const ENGLISH_FORMS = `said says say saying told tells tell telling wrote writes write writing written spoke speaks
  according quoted thought thinks think believes believe believed put went read reads quipped admitted
  admits held holds ruled rules rule found finds`;

/** Nouns that announce words: "mit den Worten", "in a statement". */
const NOUNS = `worten worte wortlaut zitat aussage äußerung stellungnahme statement ansicht meinung auffassung
  einschätzung überzeugung darstellung erklärung mitteilung pressemitteilung begründung kommentar interview
  rede bericht angaben angabe aussagen vorwurf kritik forderung fazit slogan parolen parole spruch sprüche
  brief schreiben urteil comment interview letter remarks words tweet post`;

const split = (words: string): string[] => words.trim().split(/\s+/);

const weakForms = (stem: string): string[] => {
  // `bezeichnet`, but `betont`, `räumt`, `erwähnt`.
  const e = /(?:[dt]|[bcdfgjkpqsßtvwxz][mn])$/.test(stem) ? 'e' : '';
  const participle = /ier$|^(?:be|er|ver|ent|wider|unter)/.test(stem) ? `${stem}${e}t` : `ge${stem}${e}t`;
  return [`${stem}${e}t`, `${stem}${e}te`, `${stem}${e}ten`, `${stem}en`, participle];
};

const englishForms = (stem: string): string[] => {
  const base = stem.replace(/e$/, '');
  const past = stem.endsWith('e') ? `${stem}d` : stem.endsWith('y') ? `${stem.slice(0, -1)}ied` : `${stem}ed`;
  const third = stem.endsWith('y')
    ? `${stem.slice(0, -1)}ies`
    : /(?:s|sh|ch)$/.test(stem)
      ? `${stem}es`
      : `${stem}s`;
  return [stem, past, third, `${base}ing`];
};

const german: ReadonlySet<string> = new Set([
  ...split(GERMAN_STEMS).flatMap(weakForms),
  ...split(GERMAN_FORMS),
]);
const english: ReadonlySet<string> = new Set([
  ...split(ENGLISH_STEMS).flatMap(englishForms),
  ...split(ENGLISH_FORMS),
]);

/** Words of saying, lower case, in all their forms. English ones for a language we have no list for. */
export const speechVerbs = (language: string): ReadonlySet<string> => (language === 'de' ? german : english);

/** Nouns that announce words said, lower case, German and English. */
export const speechNouns: ReadonlySet<string> = new Set(split(NOUNS));
